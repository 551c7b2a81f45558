#pragma once
/// Exact tails of the distributions of counts, by summing their terms away from the bulk; relative error about
/// 1e-12.
///
///     binomial_at_most(2, 16, 0.25);                 // 0.197
///     solved(0, 1, [](double p) { return binomial_at_most(2, 16, p) - 0.8; });

#include <cmath>

namespace baken {

[[nodiscard]] double binomial_at_most(int count, int trials, double chance);
[[nodiscard]] double binomial_at_least(int count, int trials, double chance);
/// Of a Poisson count whose level is Gamma with this mean and shape.
[[nodiscard]] double negative_binomial_at_most(int count, double mean, double shape);
[[nodiscard]] double negative_binomial_at_least(int count, double mean, double shape);

/// Where a monotone function changes sign between `low` and `high`, by halving; the nearer end when it does not.
template <class F>
[[nodiscard]] double solved(double low, double high, F&& difference) {
    const bool is_rising = difference(high) > difference(low);
    for (int step = 0; step < 100; ++step) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high) break;
        ((difference(middle) > 0) == is_rising ? high : low) = middle;
    }
    return low + (high - low) / 2;
}

}  // namespace baken
