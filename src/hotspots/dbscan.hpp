#pragma once
/// DBSCAN (Ester, Kriegel, Sander & Xu 1996), exact, with its definition as a verifier.
///
///     const Labels labels = cluster_events(points, {.reach = 100_m, .core_size = 5}, work);
///     verify_clusters(points, labels, {...}).empty();

#include "base/quantity.hpp"
#include "base/work.hpp"
#include "geo/core/point.hpp"

#include <span>
#include <string>
#include <vector>

namespace baken {

struct ClusterOptions {
    Metres reach{150};  ///< two events at most this far apart can belong together
    int core_size = 5;  ///< events within reach, itself included, that make an event a core
};

inline constexpr int noise = -1;

/// One label per event: `noise`, or the number of its cluster, 0.. in the order of the clusters' first events. A border
/// event within reach of cores of several clusters goes to the lowest-numbered core event's cluster.
using Labels = std::vector<int>;

[[nodiscard]] Labels cluster_events(std::span<const MapPoint>, const ClusterOptions&, const Work&);

/// Which events are cores, by the definition.
[[nodiscard]] std::vector<bool> core_events(std::span<const MapPoint>, const ClusterOptions&);

/// Holds labels against the definition; what is wrong, in words, at most ten findings; empty: they are right.
[[nodiscard]] std::vector<std::string> verify_clusters(std::span<const MapPoint>, const Labels&, const ClusterOptions&);

}  // namespace baken
