#include "hotspots/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace baken {

namespace {

constexpr int most_steps = 100000;
constexpr double precision = 1e-15;

/// exp(-x) x^shape / Gamma(shape)
double front(double shape, double x) { return std::exp(shape * std::log(x) - x - std::lgamma(shape)); }

double lower_by_series(double shape, double x) {
    double term = 1 / shape, sum = term;
    for (int n = 1; n < most_steps && term > sum * precision; ++n) sum += term *= x / (shape + n);
    return sum * front(shape, x);
}

double upper_by_fraction(double shape, double x) {
    constexpr double tiny = std::numeric_limits<double>::min() / precision;
    double b = x + 1 - shape, c = 1 / tiny, d = 1 / b, fraction = d;
    for (int n = 1; n < most_steps; ++n) {
        const double a = -n * (n - shape);
        b += 2;
        d = a * d + b;
        if (std::abs(d) < tiny) d = tiny;
        c = b + a / c;
        if (std::abs(c) < tiny) c = tiny;
        d = 1 / d;
        fraction *= d * c;
        if (std::abs(d * c - 1) < precision) break;
    }
    return fraction * front(shape, x);
}

}  // namespace

double gamma_above(double shape, double x) {
    if (!(x > 0)) return 1;
    const double chance = x < shape + 1 ? 1 - lower_by_series(shape, x) : upper_by_fraction(shape, x);
    return std::clamp(chance, 0.0, 1.0);
}

double gamma_quantile(double shape, double chance) {
    // Each side is held against its own tail, so that small chances keep their digits.
    const auto is_below = [&](double x) {
        if (!(x > 0)) return true;
        if (chance > 0.5) return gamma_above(shape, x) > 1 - chance;
        return (x < shape + 1 ? lower_by_series(shape, x) : 1 - upper_by_fraction(shape, x)) < chance;
    };
    // In logarithms, where a small shape's quantiles lie. The chance is at most x^shape / Gamma(shape + 1).
    double low = (std::log(chance) + std::lgamma(shape + 1)) / shape, high = std::max(low, std::log(shape + 1)) + 1;
    while (is_below(std::exp(high))) high += 1;
    for (int step = 0; step < 200; ++step) {
        const double middle = (low + high) / 2;
        if (middle <= low || middle >= high) break;
        (is_below(std::exp(middle)) ? low : high) = middle;
    }
    return std::exp(low);
}

double positive_poisson_at_least(int count, double mean) {
    if (count <= 1) return 1;
    if (!(mean > 0)) return 0;
    const double at_least = mean < count + 1 ? lower_by_series(count, mean) : 1 - upper_by_fraction(count, mean);
    return std::clamp(at_least / -std::expm1(-mean), 0.0, 1.0);
}

double positive_poisson_mean(double mean_of_positives) {
    if (!(mean_of_positives > 1)) return 0;
    double low = 0, high = mean_of_positives;
    for (int step = 0; step < 200; ++step) {
        const double middle = (low + high) / 2;
        if (middle == low || middle == high) break;
        (middle / -std::expm1(-middle) < mean_of_positives ? low : high) = middle;
    }
    return low;
}

std::vector<double> false_discovery_rates(std::span<const double> p_values) {
    std::vector<std::size_t> order(p_values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
    std::vector<double> rates(p_values.size(), 1.0);
    double least = 1;
    for (std::size_t i = order.size(); i > 0; --i) {
        least = std::min(least, p_values[order[i - 1]] * static_cast<double>(order.size()) / static_cast<double>(i));
        rates[order[i - 1]] = least;
    }
    return rates;
}

}  // namespace baken
