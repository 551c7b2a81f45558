#pragma once
/// DBSCAN (Ester, Kriegel, Sander & Xu 1996), exact, with its definition as a verifier.
///
///     const Labels labels = cluster_events(points, {.reach = 100_m, .core_size = 5}, work);
///     verify_clusters(points, labels, {...}).empty();
///
/// A cluster whose box has a diagonal above `widest` is taken apart: its parts are the groups of HDBSCAN* (hdbscan.hpp)
/// among its own events, with `core_size` for the core distance and for the smallest group, each as wide as `widest`
/// allows. What is in none of them is noise.

#include "base/quantity.hpp"
#include "base/work.hpp"
#include "geo/core/point.hpp"
#include "hotspots/near_pairs.hpp"

#include <limits>
#include <span>
#include <string>
#include <vector>

namespace baken {

struct ClusterOptions {
    Metres reach{150};  ///< two events at most this far apart can belong together
    int core_size = 5;  ///< events within reach, itself included, that make an event a core; with weights, their sum
    Metres widest{std::numeric_limits<double>::infinity()};
};

inline constexpr int noise = -1;

/// One label per event: `noise`, or the number of its cluster, 0.. in the order of the clusters' first events. A border
/// event within reach of cores of several clusters goes to the lowest-numbered core event's cluster.
using Labels = std::vector<int>;

/// `weights`: how many events each counts for (0 to 1e6, to a millionth); none: 1 each. Throws InputError when options
/// or input cannot be clustered.
[[nodiscard]] Labels cluster_events(std::span<const MapPoint>, const ClusterOptions&, const Work&,
                                    std::span<const double> weights = {});

/// The same with distances that the caller found, such as along roads. The widths of clusters are taken from `places`,
/// which may be left out where `widest` is infinite.
[[nodiscard]] Labels cluster_pairs(const NearPairs&, const ClusterOptions&, const Work&,
                                   std::span<const double> weights = {}, std::span<const MapPoint> places = {});

/// Which events are cores, by the definition.
[[nodiscard]] std::vector<bool> core_events(std::span<const MapPoint>, const ClusterOptions&,
                                            std::span<const double> weights = {});

/// Holds labels against the definition; what is wrong, in words, at most ten findings; empty: they are right.
[[nodiscard]] std::vector<std::string> verify_clusters(std::span<const MapPoint>, const Labels&, const ClusterOptions&,
                                                       std::span<const double> weights = {});

}  // namespace baken
