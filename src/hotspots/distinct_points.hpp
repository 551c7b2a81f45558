#pragma once
/// Events as the distinct points that they lie on, in an order that neither rows nor a shift of the map can change.

#include "base/work.hpp"
#include "geo/core/point.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace baken {

/// Weights and coordinates are counted in whole steps, so that sums and differences are exact whatever their order.
using WeightSteps = std::int64_t;
/// Decimal, so that what a file gives in millimetres or tenths stays what it is, ties included.
inline constexpr WeightSteps weight_steps = 1'000'000;  ///< in a weight of one
inline constexpr double place_steps = 1e6;              ///< in a metre

struct DistinctPoints {
    std::vector<MapPoint> at;  ///< whole steps from the lower left corner of all, along a Hilbert curve, then by x, y
    std::vector<WeightSteps> weight;            ///< of all events at the point
    std::vector<std::uint32_t> place_of_event;  ///< index into `at`
};

/// One per event; `weights` has one per event, or none: all 1. Throws InputError when one is below zero or above 1e6,
/// or their number is another.
[[nodiscard]] std::vector<WeightSteps> weights_in_steps(std::span<const double> weights, std::size_t events);

/// Whole steps from the lower left corner of all. Throws InputError when a point is not finite or the points lie more
/// than 4,000 km apart.
[[nodiscard]] std::vector<MapPoint> steps_from_corner(std::span<const MapPoint>);

/// `weights`: one per event, or none: all 1. Throws as those above.
[[nodiscard]] DistinctPoints distinct_points(std::span<const MapPoint>, std::span<const double> weights, const Work&);

}  // namespace baken
