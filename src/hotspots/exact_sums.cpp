#include "hotspots/exact_sums.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace baken {

WholeUnits::WholeUnits(std::span<const double> values) {
    double largest = 0;
    for (const double value : values) {
        if (!std::isfinite(value)) throw InputError("a value to test is not finite; leave such units out");
        largest = std::max(largest, std::abs(value));
    }
    // All values together stay below 2^62.
    int exponent = 0;
    std::frexp(largest, &exponent);
    shift_ = 62 - static_cast<int>(std::bit_width(values.size())) - exponent;
    units_.reserve(values.size());
    for (const double value : values) units_.push_back(std::llround(std::ldexp(value, shift_)));
}

double WholeUnits::value(std::int64_t units) const { return std::ldexp(static_cast<double>(units), -shift_); }

double sum_of(std::vector<double> terms) {
    std::sort(terms.begin(), terms.end());
    return std::accumulate(terms.begin(), terms.end(), 0.0);
}

}  // namespace baken
