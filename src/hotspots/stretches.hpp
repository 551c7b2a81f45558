#pragma once
/// Where along the roads accidents lie closer together than chance explains: a sliding window on the road network, per
/// municipality (Kulldorff 1997, "A spatial scan statistic"; Steenberghen, Aerts & Thomas 2010 for windows along
/// roads).
///
///     const RoadTally tally = tally_on_roads(region, roads, evidence, {}, work);
///     const StretchResult found = stretch_findings(region, roads, tally, {}, seed, work);
///     verify_stretches(found.stretches, region, roads, tally).empty();
///
/// Windows of several lengths run along every road, across junctions as the road goes on (ChainRule::along_roads). The
/// log likelihood ratio of each is held against the highest one anywhere in the municipality when its accidents are
/// dropped uniformly along its roads, each as exactly as it is known: an accident of which only the section is known is
/// dropped on a whole section, in proportion to its length, and counts in a window by the part of the section within.
/// Accidents at junctions take no part: they are tested on their own (hotspots/junctions.hpp).
///
/// Traffic is not in it: a road stands out where it is busy as well as where it is dangerous.

#include "base/language.hpp"
#include "hotspots/road_tally.hpp"
#include "model/findings.hpp"

#include <string>
#include <vector>

namespace baken {

struct StretchOptions {
    std::vector<Metres> windows = {Metres(100), Metres(200), Metres(300), Metres(500)};
    Metres step{25};                   ///< by which a window slides; windows are whole steps
    int simulations = 999;             ///< sets of accidents dropped by chance
    double least_accidents = 3;        ///< in a window; fewer are no stretch, however short it is
    double false_share = 0.10;         ///< stretches with a higher q-value are left out
    Language language = Language::nl;  ///< of the words for progress
};

/// What was tested in one municipality.
struct StretchAccount {
    int along_roads = 0;   ///< accidents in the windows
    int at_junctions = 0;  ///< accidents left to the test of junctions
    double metres = 0;     ///< of road
    double p_value = 1;    ///< of its best window; 1 where there is none
};

struct StretchResult {
    /// By municipality, then likelihood ratio. `p_value` is of the maximum: the chance that anywhere in the
    /// municipality a window would stand out as much, so it holds for all windows together; for the second and later
    /// stretches of a municipality it errs on the safe side. `q_value` is that of Benjamini & Hochberg over the
    /// municipalities, each one test by its best window.
    std::vector<StretchFinding> stretches;
    std::vector<StretchAccount> accounts;  ///< per municipality
};

/// Throws InputError on options that make no sense.
[[nodiscard]] StretchResult stretch_findings(const Region&, const RoadNetwork&, const RoadTally&, const StretchOptions&,
                                             std::uint64_t seed, const Work&);

/// Holds stretches of either method against the accidents by where they lie on the map; what is wrong, in words, at
/// most ten findings; empty: counts, injuries, lengths and expectations are right and none lies over another.
[[nodiscard]] std::vector<std::string> verify_stretches(std::span<const StretchFinding>, const Region&,
                                                        const RoadNetwork&, const RoadTally&);

}  // namespace baken
