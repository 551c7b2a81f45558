#include "base/poisson.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

double chance_of(int count, double mean) {
    return mean > 0 ? std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0)) : (count == 0 ? 1 : 0);
}

/// The mean at which `falls(mean)`, a chance that falls as the mean grows, passes `level`.
template <class Falling>
double crossing(Falling falls, double level, double high) {
    double low = 0;
    while (falls(high) > level) high *= 2;
    for (int step = 0; step < 200 && high - low > 1e-10 * high; ++step) {
        const double middle = (low + high) / 2;
        (falls(middle) > level ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

double poisson_at_most(int count, double mean) {
    // From the largest term outward, so that the sum may stop where terms no longer matter.
    constexpr double negligible = 1e-17;
    const int mode = std::min(count, static_cast<int>(mean));
    double sum = 0, term = chance_of(mode, mean);
    for (int k = mode; k >= 0 && term > negligible; --k) {
        sum += term;
        term *= k / mean;
    }
    term = chance_of(mode, mean);
    for (int k = mode + 1; k <= count; ++k) {
        term *= mean / k;
        if (term < negligible) break;
        sum += term;
    }
    return std::min(1.0, sum);
}

Interval poisson_interval(int count, double confidence) {
    const double tail = (1 - confidence) / 2;
    const double guess = count + 4 * std::sqrt(count + 1.0) + 4;
    Interval interval;
    if (count > 0)
        interval.low = crossing([&](double mean) { return poisson_at_most(count - 1, mean); }, 1 - tail, guess);
    interval.high = crossing([&](double mean) { return poisson_at_most(count, mean); }, tail, guess);
    return interval;
}

}  // namespace baken
