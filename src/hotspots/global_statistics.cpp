#include "hotspots/global_statistics.hpp"

#include "base/error.hpp"
#include "hotspots/exact_sums.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace baken {

namespace {

/// The sums of weights that both variances ask for (Cliff & Ord 1981).
struct WeightSums {
    double s0 = 0, s1 = 0, s2 = 0;
};

bool is_neighbour(const SpatialWeights& weights, std::size_t unit, std::size_t of) {
    const auto list = weights.of(of);
    return std::binary_search(list.begin(), list.end(), static_cast<std::uint32_t>(unit));
}

WeightSums sums_of(const SpatialWeights& weights) {
    std::vector<std::vector<double>> to(weights.size());
    std::vector<double> s0, s1, s2;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double w = weights.weight(i);
        s0.push_back(w * weights.count(i));
        for (const std::uint32_t j : weights.of(i)) {
            to[j].push_back(w);
            s1.push_back(w * w + (is_neighbour(weights, i, j) ? w * weights.weight(j) : 0));
        }
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double both = weights.weight(i) * weights.count(i) + sum_of(std::move(to[i]));
        s2.push_back(both * both);
    }
    return {sum_of(std::move(s0)), sum_of(std::move(s1)), sum_of(std::move(s2))};
}

double sum_around(std::span<const double> values, const SpatialWeights& weights, std::size_t unit) {
    std::vector<double> terms;
    for (const std::uint32_t j : weights.of(unit)) terms.push_back(values[j]);
    return weights.weight(unit) * sum_of(std::move(terms));
}

/// Sum over all pairs of neighbours of weight times both values.
double cross_products(std::span<const double> values, const SpatialWeights& weights) {
    std::vector<double> terms;
    for (std::size_t i = 0; i < values.size(); ++i) terms.push_back(values[i] * sum_around(values, weights, i));
    return sum_of(std::move(terms));
}

double power_sum(std::span<const double> values, int power) {
    std::vector<double> terms;
    for (const double value : values) terms.push_back(std::pow(value, power));
    return sum_of(std::move(terms));
}

NormalTest normal_test(double value, double expected, double variance) {
    NormalTest test{.variance = variance};
    if (!(variance > 0)) return test;
    test.z = (value - expected) / std::sqrt(variance);
    test.p_above = normal_above(test.z);
    test.p_two_sided = std::min(1.0, 2 * normal_above(std::abs(test.z)));
    return test;
}

void check_values(std::span<const double> values, const SpatialWeights& weights) {
    if (values.size() != weights.size()) throw InternalError("values and neighbours are of different numbers of units");
    for (const double value : values)
        if (!std::isfinite(value)) throw InputError("a value to test is not finite; leave such units out");
}

}  // namespace

double normal_above(double z) { return std::erfc(z / std::numbers::sqrt2) / 2; }

MoranTest moran_test(std::span<const double> values, const SpatialWeights& weights) {
    check_values(values, weights);
    const auto n = static_cast<double>(values.size());
    const WeightSums w = sums_of(weights);
    if (values.size() < 4 || !(w.s0 > 0)) return {};
    const double mean = power_sum(values, 1) / n;
    std::vector<double> z;
    for (const double value : values) z.push_back(value - mean);
    const double m2 = power_sum(z, 2) / n;
    if (!(m2 > 0)) return {};
    const double b2 = power_sum(z, 4) / n / (m2 * m2), s0s0 = w.s0 * w.s0;

    MoranTest test;
    test.i = cross_products(z, weights) / (w.s0 * m2);
    test.expected = -1 / (n - 1);
    const double square = test.expected * test.expected;
    const double normal = (n * n * w.s1 - n * w.s2 + 3 * s0s0) / ((n * n - 1) * s0s0) - square;
    const double random =
        (n * ((n * n - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s0s0) - b2 * ((n * n - n) * w.s1 - 2 * n * w.s2 + 6 * s0s0)) /
            ((n - 1) * (n - 2) * (n - 3) * s0s0) -
        square;
    test.normality = normal_test(test.i, test.expected, normal);
    test.randomisation = normal_test(test.i, test.expected, random);
    return test;
}

GlobalG global_g(std::span<const double> values, const SpatialWeights& weights) {
    check_values(values, weights);
    if (std::any_of(values.begin(), values.end(), [](double value) { return value < 0; }))
        throw InputError("the general G asks for values that are not below 0");
    const auto n = static_cast<double>(values.size());
    const WeightSums w = sums_of(weights);
    const double x1 = power_sum(values, 1), x2 = power_sum(values, 2), x3 = power_sum(values, 3),
                 x4 = power_sum(values, 4);
    const double pairs = x1 * x1 - x2;
    if (values.size() < 4 || !(w.s0 > 0) || !(pairs > 0)) return {};
    GlobalG result;
    result.g = cross_products(values, weights) / pairs;
    result.expected = w.s0 / (n * (n - 1));
    const double s0s0 = w.s0 * w.s0;
    const double b0 = (n * n - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s0s0;
    const double b1 = -((n * n - n) * w.s1 - 2 * n * w.s2 + 6 * s0s0);
    const double b2 = -(2 * n * w.s1 - (n + 3) * w.s2 + 6 * s0s0);
    const double b3 = 4 * (n - 1) * w.s1 - 2 * (n + 1) * w.s2 + 8 * s0s0;
    const double b4 = w.s1 - w.s2 + s0s0;
    const double mean_of_square = (b0 * x2 * x2 + b1 * x4 + b2 * x1 * x1 * x2 + b3 * x1 * x3 + b4 * x1 * x1 * x1 * x1) /
                                  (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3));
    result.randomisation = normal_test(result.g, result.expected, mean_of_square - result.expected * result.expected);
    return result;
}

}  // namespace baken
