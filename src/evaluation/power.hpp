#pragma once
/// What could have been seen at all.

#include <optional>

namespace baken {

/// The smallest fall, as a share, that the one-sided conditional test of two Poisson counts (Przyborowski & Wilenski
/// 1940) at this level sees in four of five cases; 2.5 % is the lower half of a two-sided 5 %. `expected_before`
/// accidents are expected before; `periods` is the length of the time after against that before. Nothing where even a
/// fall to zero is seen less often.
[[nodiscard]] std::optional<double> smallest_visible_fall(double expected_before, double periods, double level = 0.025);

}  // namespace baken
