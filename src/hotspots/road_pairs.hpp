#pragma once
/// Events that are near each other along the roads, for clusters that do not cross a canal without a bridge.
///
///     const NearPairs near = pairs_along_roads(roads.network, complaints, 100_m, work);
///     cluster_pairs(near, {.reach = 100_m, .core_size = 3}, work);

#include "base/work.hpp"
#include "geo/network/network.hpp"
#include "hotspots/near_pairs.hpp"

#include <span>

namespace baken {

/// An event farther than this from every road stands beside none: to it and from it, distances are straight.
inline constexpr Metres beside_a_road{50};

/// All pairs at most `reach` apart along the roads, each event at the nearest place of its nearest road; what lies
/// between event and road is not counted.
[[nodiscard]] NearPairs pairs_along_roads(const Network&, std::span<const MapPoint> events, Metres reach, const Work&);

}  // namespace baken
