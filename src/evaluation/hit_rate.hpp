#pragma once
/// What the checks gave: fines per vehicle checked and per test, with an interval.

#include "model/evaluation.hpp"

#include <span>
#include <vector>

namespace baken {

/// Of checks that were done and have a result; others are passed over. Checks differ more from each other than vehicles
/// within one do, so the interval is Wilson's with as many vehicles as they are worth: divided by Pearson's dispersion
/// over the checks where that is above 1. More fines than vehicles: a rate with the exact Poisson interval.
[[nodiscard]] HitRate hit_rate_of(std::span<const Check* const>);
/// All together, and by theme, municipality and hotspot; groups without a result are left out.
[[nodiscard]] HitRates hit_rates_of(std::span<const Check>);

[[nodiscard]] int fines_in(const CheckResult&);

}  // namespace baken
