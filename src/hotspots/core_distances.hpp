#pragma once
/// How far each place must look to find enough events, and the places it sees on the way.

#include "base/work.hpp"
#include "hotspots/distinct_points.hpp"
#include "hotspots/point_tree.hpp"

#include <limits>
#include <vector>

namespace baken {

inline constexpr std::uint32_t no_place = std::numeric_limits<std::uint32_t>::max();

struct CoreDistances {
    std::vector<double> squared;  ///< in steps; infinite where all events together are not enough
    /// Up to `most` places within the core distance of each place, the nearest first, then `no_place`.
    std::vector<std::uint32_t> near;
    std::size_t most = 0;
    [[nodiscard]] const std::uint32_t* near_of(std::size_t place) const { return near.data() + place * most; }
};

/// `enough`: the weight that must lie within the distance, the place itself included.
[[nodiscard]] CoreDistances core_distances(const DistinctPoints&, const PointTree&, WeightSteps enough, const Work&);

}  // namespace baken
