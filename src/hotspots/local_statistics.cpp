#include "hotspots/local_statistics.hpp"

#include "hotspots/exact_sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace baken {

namespace {

/// Values about their mean, and the sums of every unit's neighbours.
struct Deviations {
    std::vector<double> own, around;
    double squares = 0;  ///< sum of `own` squared
};

std::int64_t sum_around(std::span<const std::int64_t> units, const SpatialWeights& weights, std::size_t unit) {
    std::int64_t sum = 0;
    for (const std::uint32_t j : weights.of(unit)) sum += units[j];
    return sum;
}

void check_size(std::size_t values, const SpatialWeights& weights) {
    if (values != weights.size())
        throw InternalError(fmt::format("{} values for {} units with neighbours", values, weights.size()));
}

Deviations deviations_of(std::span<const double> values, const SpatialWeights& weights) {
    check_size(values.size(), weights);
    Deviations deviations;
    if (values.empty()) return deviations;
    const WholeUnits whole(values);
    const auto units = whole.units();
    const double mean =
        whole.value(std::accumulate(units.begin(), units.end(), std::int64_t{0})) / static_cast<double>(values.size());
    std::vector<double> squares;
    for (std::size_t i = 0; i < values.size(); ++i) {
        deviations.own.push_back(values[i] - mean);
        deviations.around.push_back(whole.value(sum_around(units, weights, i)) - weights.count(i) * mean);
        squares.push_back(deviations.own.back() * deviations.own.back());
    }
    deviations.squares = sum_of(std::move(squares));
    return deviations;
}

/// Of the sum of `chosen` out of `all` units whose deviations have this mean and mean square about it.
double standardised(double sum, double chosen, double all, double mean, double variance) {
    if (!(variance > 0) || !(all > 1) || chosen < 1 || chosen >= all) return 0;
    return (sum - chosen * mean) / std::sqrt(variance * chosen * (all - chosen) / (all - 1));
}

std::vector<std::uint32_t> sizes_to_deal(const SpatialWeights& weights) {
    std::vector<std::uint32_t> sizes;
    for (std::size_t i = 0; i < weights.size(); ++i) sizes.push_back(weights.count(i));
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    // One more than the neighbours: the one that takes the unit's place, or the unit itself.
    for (std::size_t i = sizes.size(); i-- > 0;) sizes.push_back(sizes[i] + 1);
    return sizes;
}

}  // namespace

std::vector<double> getis_ord_z(std::span<const double> values, const SpatialWeights& weights, Window window) {
    const Deviations deviations = deviations_of(values, weights);
    const auto n = static_cast<double>(values.size());
    std::vector<double> z;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double own = deviations.own[i], neighbours = weights.count(i);
        if (window == Window::with_itself) {
            z.push_back(standardised(own + deviations.around[i], neighbours + 1, n, 0, deviations.squares / n));
        } else {
            const double mean = -own / (n - 1), square = (deviations.squares - own * own) / (n - 1);
            z.push_back(standardised(deviations.around[i], neighbours, n - 1, mean, square - mean * mean));
        }
    }
    return z;
}

std::vector<double> local_moran(std::span<const double> values, const SpatialWeights& weights) {
    const Deviations deviations = deviations_of(values, weights);
    std::vector<double> moran(values.size(), 0);
    if (!(deviations.squares > 0)) return moran;
    const double variance = deviations.squares / static_cast<double>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        moran[i] = deviations.own[i] / variance * weights.weight(i) * deviations.around[i];
    return moran;
}

double PermutationP::two_sided() const { return std::min(1.0, 2 * std::min(above, below)); }

std::vector<LocalP> permutation_tests(std::span<const double> values, const SpatialWeights& weights,
                                      const NullOptions& options, const Work& work) {
    check_size(values.size(), weights);
    std::vector<LocalP> p(values.size());
    const WholeUnits whole(values);
    const auto units = whole.units();
    const SharedNull null(units, sizes_to_deal(weights), options, work);
    const double all = options.permutations + 1.0;
    const auto p_of = [&](const TailCounts& tails) {
        return PermutationP{(tails.at_least + 1) / all, (tails.at_most + 1) / all};
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint32_t neighbours = weights.count(i);
        if (neighbours == 0) continue;
        const std::int64_t sum = sum_around(units, weights, i);
        p[i] = {p_of(null.of_others(neighbours, units[i], sum)), p_of(null.of_all(neighbours + 1, sum + units[i]))};
    }
    return p;
}

std::vector<LocalPattern> local_patterns(std::span<const double> values, const SpatialWeights& weights,
                                         const std::vector<bool>& is_significant) {
    const Deviations deviations = deviations_of(values, weights);
    std::vector<LocalPattern> patterns(values.size(), LocalPattern::none);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double own = deviations.own[i], around = deviations.around[i];
        if (!is_significant[i] || own == 0 || around == 0) continue;
        if (own > 0) patterns[i] = around > 0 ? LocalPattern::high_high : LocalPattern::high_low;
        if (own < 0) patterns[i] = around > 0 ? LocalPattern::low_high : LocalPattern::low_low;
    }
    return patterns;
}

}  // namespace baken
