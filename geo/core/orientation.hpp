#pragma once
/// On which side of a line a point lies, decided beyond rounding.

#include "geo/core/point.hpp"

namespace baken {

/// Above 0: `p` lies to the left of the line from `a` to `b`; below 0: to its right; 0: on it. The sign is found in
/// double where that is sure, and with twice as many digits elsewhere (Shewchuk 1997, "Adaptive precision
/// floating-point arithmetic and fast robust geometric predicates").
[[nodiscard]] int side_of(MapPoint a, MapPoint b, MapPoint p);

}  // namespace baken
