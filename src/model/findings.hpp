#pragma once
/// What the methods find beside the hotspots, for maps and reports: squares, pieces of road, stretches. No hotspot is
/// chosen from them; they show where its evidence stands out against chance. And how they are read: which squares stand
/// out, and in which order stretches are told.
///
///     for (const std::size_t row : stretches_by_rank(*project.findings)) tell(project.findings->stretches[row]);

#include "geo/core/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// A place and its neighbours against the mean of all (local Moran); `none`: no more than chance.
enum class LocalPattern { none, high_high, high_low, low_high, low_low };
[[nodiscard]] std::string_view code_of(LocalPattern);

/// A square of the map.
struct CellFinding {
    MapPoint corner;  ///< south-west
    double side = 0;  ///< metres
    std::uint32_t municipality = 0;
    int accidents = 0;
    double weight = 0;   ///< of its accidents, as they choose hotspots
    double gi_z = 0;     ///< Getis-Ord Gi*
    double p_value = 1;  ///< of that, from permutations, upper tail
    double q_value = 1;  ///< Benjamini-Hochberg over all cells
    double moran = 0;    ///< local Moran's I
    LocalPattern pattern = LocalPattern::none;
    [[nodiscard]] Box box() const { return {corner.x, corner.y, corner.x + side, corner.y + side}; }
};

/// A piece of road of about equal length (lixel).
struct LixelFinding {
    std::string road_id;
    std::string name;
    std::uint32_t municipality = 0;
    Line line;
    double length = 0;   ///< metres
    double density = 0;  ///< accidents per km of road and year, spread along the network
};

/// A run of road on which accidents lie closer together than chance explains.
struct StretchFinding {
    enum class Method { scan, kde_plus, junction };  ///< junction: its node and the first metres of its roads
    std::string id;
    Method method = Method::scan;
    std::string name;
    std::uint32_t municipality = 0;
    MultiLine lines;
    double length = 0;     ///< metres
    double accidents = 0;  ///< an accident of which only the section is known counts by the part of the section within
    int injury = 0;
    double expected = 0;  ///< accidents, if they lay along the roads by chance
    double ratio = 0;     ///< accidents over expected
    double p_value = 1, q_value = 1;
    double strength = 0;  ///< of KDE+, 0..1; 0 for a scan
};
[[nodiscard]] std::string_view code_of(StretchFinding::Method);

/// Whether accidents of the whole region lie together more than chance explains (global Moran's I over the cells).
struct GlobalPattern {
    int units = 0;
    double moran_i = 0, expected = 0, z = 0, p_value = 1;
};

/// How many accidents lie within a distance along the road of an accident, against accidents dropped by chance
/// (network K function).
struct NetworkK {
    std::vector<double> distance;  ///< metres, ascending
    std::vector<double> observed;
    std::vector<double> low, high;  ///< envelope of the simulations
};

struct Findings {
    std::vector<CellFinding> cells;
    std::optional<GlobalPattern> pattern;
    std::vector<LixelFinding> lixels;  ///< where there are roads
    std::vector<StretchFinding> stretches;
    std::optional<NetworkK> k_function;
    double lixel_length = 0, bandwidth = 0;  ///< as used, metres
};

/// The share of false alarms that is put up with among what is said to stand out.
inline constexpr double largest_q = 0.1;

/// What speaks for a square: with its surroundings far above the mean (Gi*, q at most `largest_q`), and how it stands
/// to its neighbours (local Moran). `hot_cluster`: both, and high among high.
enum class CellEvidence { none, low_low, low_high, high_low, high_high, hot, hot_cluster };
[[nodiscard]] CellEvidence evidence_of(const CellFinding&);
[[nodiscard]] std::string_view code_of(CellEvidence);

/// The least likely by chance first (q), then the highest ratio of accidents to expected, then by id: rows of
/// `stretches`.
[[nodiscard]] std::vector<std::size_t> stretches_by_rank(const Findings&);
/// Per row of `stretches` its rank, 1 is first.
[[nodiscard]] std::vector<int> ranks_of_stretches(const Findings&);

[[nodiscard]] int junctions_among(const Findings&);  ///< of the stretches

/// Those with q at most `largest_q`.
[[nodiscard]] int striking_stretches(const Findings&);
[[nodiscard]] int striking_cells(const Findings&);

}  // namespace baken
