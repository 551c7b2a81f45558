#pragma once
/// The definition of a wide cluster's parts, walked step by step with every pair of its events. For verifiers only: its
/// time grows with the square of the events and worse.

#include "geo/core/point.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace baken {

/// The groups of `at` by mutual reachability, from the widest down, that weigh `enough` and whose box has a diagonal of
/// at most `widest`. `enough` is also the weight within an event's core distance.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> parts_by_definition(std::span<const MapPoint> at,
                                                                          std::span<const double> weight, double enough,
                                                                          double widest);

}  // namespace baken
