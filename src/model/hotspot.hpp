#pragma once
/// A place that asks for attention, with the figures that say how much and how sure.

#include "base/id.hpp"
#include "geo/core/point.hpp"
#include "model/event.hpp"
#include "model/theme.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace baken {

/// Accidents and complaints against each other within a municipality.
enum class Quadrant {
    both,
    blind_spot,
    perceived,
    neither
};  ///< blind spot: accidents without complaints; perceived: the reverse

struct Hotspot {
    HotspotId id;
    std::uint32_t municipality = 0;  ///< index into the region's municipalities
    int rank = 0;                    ///< 1 is first, within the municipality
    std::string name;                ///< "Van Heemstraweg, Beuningen"
    MapPoint at;                     ///< the point to stand at
    LonLat lonlat;                   ///< the same place, for the sun

    int accidents = 0, fatal = 0, injury = 0, damage_only = 0;
    std::vector<int> accidents_per_year;  ///< one per year that counts, in order
    int complaints = 0;
    int complainants = 0;                        ///< distinct
    double effective_complainants = 0;           ///< distinct, faded with age
    double weighted = 0;                         ///< accidents by severity weight
    double expected = 0;                         ///< Empirical Bayes estimate of accidents over the period
    double expected_low = 0, expected_high = 0;  ///< 95 % credible interval of the estimate
    double excess = 0;                           ///< estimate less the stratum's mean
    double prob_above = 0;                       ///< chance that the true level is above the stratum's mean
    double q_value = 1;                          ///< Benjamini-Hochberg over all sites tested
    double score = 0;                            ///< accidents and complaints together, 0..1: what the plan weighs
    int rank_best = 0, rank_worst = 0;           ///< over the weight sets
    std::vector<int> ranks;                      ///< under each weight set of the settings, in their order
    std::optional<double> dark_share;            ///< of accidents whose light is known
    std::optional<double> alcohol_share;         ///< of accidents
    std::optional<double> dark_odds;             ///< odds of darkness against the region's, shrunk; 1: as usual
    int with_bicycle = 0, with_pedestrian = 0, with_moped = 0;  ///< accidents with at least one such party
    std::optional<double> v85;                                  ///< km/h, the highest measured within reach
    std::optional<double> share_over;                           ///< 0..1, above the limit, of that measurement
    std::optional<double> school_distance;           ///< metres to the nearest school, where schools are known
    std::vector<HotspotId> nearby;                   ///< other hotspots within twice the reach, nearest first
    std::array<double, theme_count> theme_weight{};  ///< per theme, 0..1, the largest 1
    std::optional<RoadManager> road_manager;
    std::optional<int> speed_limit;
    std::optional<bool> is_built_up;
    double length = 0;  ///< metres between the farthest two of its sites
    Quadrant quadrant = Quadrant::neither;
    std::string black_spot_norm;          ///< the norm it meets; empty: none
    std::string enforceable = "unknown";  ///< yes | no | unknown: a person decides
    std::string status = "proposed";      ///< proposed | accepted | rejected
    std::string remark;
    std::string reason;  ///< why here, one or two sentences in the settings' language
    /// The events it answers for, as indices into the region's, ascending. No event belongs to two hotspots.
    std::vector<std::uint32_t> accident_rows, complaint_rows;

    /// A file of an earlier version holds an estimate without its interval.
    [[nodiscard]] bool has_interval() const { return expected <= 0 || expected_high > 0; }
    /// Counts the parties of one of its accidents: each group once, however many of it there were.
    void count_groups(const Accident& accident) {
        with_bicycle += accident.involves(Party::bicycle) ? 1 : 0;
        with_pedestrian += accident.involves(Party::pedestrian) ? 1 : 0;
        with_moped += accident.involves(Party::moped) ? 1 : 0;
    }
};

[[nodiscard]] std::string_view code_of(Quadrant);

}  // namespace baken
