#pragma once
/// Squares of the map where accidents lie together more than chance explains: Gi* and local Moran over the whole
/// region.
///
///     const CellFindings found = cell_findings(region, settings, evidence, work);
///     found.cells[i].q_value <= 0.1;      // a hot spot
///
/// No hotspot is chosen from them. They answer "could this be chance?" for a map: method and limits stand in
/// docs/methods/local-statistics.md.

#include "base/quantity.hpp"
#include "base/work.hpp"
#include "hotspots/evidence.hpp"
#include "model/findings.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace baken {

struct CellOptions {
    /// A quarter of a kilometre: the reach of a hotspot, and coarser than the register's points, which are midpoints of
    /// sections and posts good to 100 m.
    Metres side = Metres(250);
    /// The smallest p is 1 / (permutations + 1); Benjamini-Hochberg over thousands of squares asks for p far below
    /// 0.001, and shared nulls make permutations cheap.
    int permutations = 99'999;
    std::uint64_t seed = 1;
    double false_discovery = 0.10;  ///< a local pattern is named at this q of its two-sided test
    int fewest_units = 30;          ///< with fewer squares nothing is tested
};

struct CellFindings {
    std::vector<CellFinding> cells;  ///< all units, those without accidents too, from south to north and west to east
    std::optional<GlobalPattern> pattern;
    bool from_roads = false;  ///< units are squares with a road; else squares with any event
};

/// Units and their values: see square_units; a square weighs its accidents on our roads that have a place, each by
/// AccidentWeights. All municipalities are tested together: a hot spot does not end at a border, and one municipality
/// has too few squares for a test of its own. Neighbours are the units that touch a square (queen).
/// p of Gi* is that of the window's sum under permutation, the square's own value drawn too. `evidence`: that of
/// accident_evidence. Empty, without a pattern, for fewer than `fewest_units` squares.
[[nodiscard]] CellFindings cell_findings(const Region&, const HotspotSettings&, std::span<const Evidence> evidence,
                                         const Work&, const CellOptions& = {});

}  // namespace baken
