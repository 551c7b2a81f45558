#pragma once
/// KDE+ (Bil, Andrasik & Janoska 2013, "Identification of hazardous road locations of traffic accidents by means of
/// kernel density estimation and cluster significance evaluation"): on every road between two junctions, where the
/// density of accidents is higher than where as many accidents are dropped along it by chance, and how strongly.
///
///     const KdePlusResult found = kde_plus_findings(region, roads, tally, {}, seed, work);
///     found.account.without_place;        // accidents it can say nothing of
///
/// It needs places. Accidents with points of their own have them; a hectometre post is one in steps of 100 m, and what
/// is dropped by chance is rounded alike. Accidents of which only the section is known cannot be tested, for their
/// point is the section's middle wherever they happened: they are left out and counted.

#include "base/language.hpp"
#include "hotspots/road_tally.hpp"
#include "model/findings.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace baken {

struct KdePlusOptions {
    Metres bandwidth{100};
    Metres built_up_bandwidth{50};     ///< of a road most of whose accidents lie in a built-up area
    Metres step{5};                    ///< between places at which the density is taken
    int simulations = 999;             ///< per road
    double level = 0.95;               ///< of the threshold and of the global test
    int least_accidents = 2;           ///< of a road that is tested
    Language language = Language::nl;  ///< of the words for progress
};

/// Places along one road, in metres.
struct KdeRoad {
    double length = 0;
    std::vector<double> exact;     ///< ascending
    std::vector<double> at_posts;  ///< ascending; rounded to posts 100 m apart
    /// Metres at its ends that belong to junctions, where no exact place is.
    double junction_begin = 0, junction_end = 0;
    [[nodiscard]] std::size_t accidents() const { return exact.size() + at_posts.size(); }
};

struct KdeCluster {
    double from = 0, to = 0;  ///< metres along the road
    /// Area between density and threshold over the area under the density, within the cluster: above 0, below 1.
    double strength = 0;
    double p_value = 1;  ///< chance of a density as high as its peak anywhere on the road (global test)
};

/// Accidents per metre by the kernel of Epanechnikov, 3/4 (1 - u^2) over the bandwidth, at the middles of `cells`
/// equal parts of a road. What a kernel puts beyond the road's ends is lost, as it is in the simulations.
[[nodiscard]] std::vector<double> density_along(double length, std::span<const double> places, double bandwidth,
                                                std::size_t cells);

/// Runs where the density is above the threshold, which is at every place the `level` quantile of the simulations.
/// Along the road.
[[nodiscard]] std::vector<KdeCluster> kde_clusters(const KdeRoad&, Metres bandwidth, const KdePlusOptions&,
                                                   std::uint64_t seed, std::string_view family);

/// Every accident along the roads is in one of the three.
struct KdePlusAccount {
    int tested = 0;               ///< accidents on roads that were tested
    int too_few = 0;              ///< with a place, on roads with too few of them
    int without_place = 0;        ///< known to a section only
    int roads = 0;                ///< tested
    int roads_without_place = 0;  ///< with accidents none of which has a place
};

struct KdePlusResult {
    /// Clusters that pass the global test at `level`, by municipality, then strength. `p_value` is that of the test on
    /// their road; `q_value` is Benjamini & Hochberg's over all roads tested, each one test by its best cluster.
    std::vector<StretchFinding> stretches;
    KdePlusAccount account;
    std::vector<double> p_values;  ///< of the best cluster of every road tested; 1 where there is none
};

[[nodiscard]] KdePlusResult kde_plus_findings(const Region&, const RoadNetwork&, const RoadTally&,
                                              const KdePlusOptions&, std::uint64_t seed, const Work&);

}  // namespace baken
