#include "evaluation/power.hpp"

#include "base/poisson.hpp"
#include "evaluation/tails.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace baken {

namespace {

constexpr double wanted_power = 0.8;

/// Per count before, from `first` on: the largest count after that the test calls a fall; -1: none is.
std::vector<int> largest_falls(int first, int last, double share_after, double level) {
    std::vector<int> largest;
    int after = -1;
    for (int before = first; before <= last; ++before) {
        while (binomial_at_most(after + 1, before + after + 1, share_after) <= level) ++after;
        largest.push_back(after);
    }
    return largest;
}

}  // namespace

std::optional<double> smallest_visible_fall(double expected_before, double periods, double level) {
    if (!(expected_before > 0) || !(periods > 0)) return std::nullopt;
    const double reach = 8 * std::sqrt(expected_before) + 8;
    const int first = std::max(0, static_cast<int>(expected_before - reach));
    const int last = static_cast<int>(expected_before + reach);
    const std::vector<int> largest = largest_falls(first, last, periods / (1 + periods), level);
    const auto power = [&](double fall) {
        double sum = 0;
        for (int before = first; before <= last; ++before) {
            const double chance =
                std::exp(before * std::log(expected_before) - expected_before - std::lgamma(before + 1.0));
            sum += chance * poisson_at_most(largest[static_cast<std::size_t>(before - first)],
                                            expected_before * periods * (1 - fall));
        }
        return sum;
    };
    if (power(1) < wanted_power) return std::nullopt;
    return solved(0, 1, [&](double fall) { return power(fall) - wanted_power; });
}

}  // namespace baken
