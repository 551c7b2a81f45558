#include "hotspots/empirical_bayes.hpp"

#include "hotspots/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace baken {

namespace {

constexpr double borrowed_accidents = 50;
/// Of all sites together, where nothing coarser is: the order of size of Dutch registers, with the weight of a few
/// sites.
constexpr PositiveCounts before_any_data{.mean = 1.2, .pair_rate = 0.5};

constexpr std::size_t stratum_levels = 4;
using StratumKey = std::array<int, 4>;

StratumKey key_at(std::size_t level, const Stratum& s) {
    StratumKey key{-1, -1, -1, -1};
    if (level >= 1) key[0] = s.kind;
    if (level >= 2) key[1] = s.limit;
    if (level >= 3) {
        key[2] = s.built_up;
        key[3] = s.manager;
    }
    return key;
}

struct Sums {
    double sites = 0, accidents = 0, pairs = 0;
};

PositiveCounts drawn_to(const PositiveCounts& parent, const Sums& own) {
    return {.mean = (own.accidents + borrowed_accidents) / (own.sites + borrowed_accidents / parent.mean),
            .pair_rate = (own.pairs + borrowed_accidents * parent.pair_rate) / (own.accidents + borrowed_accidents)};
}

struct Fitted {
    PositiveCounts counts;
    Prior prior;
    double usual = 0;
};

using Strata = std::array<std::map<StratumKey, Fitted>, stratum_levels>;

Strata fit_strata(std::span<const SiteCount> sites) {
    std::array<std::map<StratumKey, Sums>, stratum_levels> sums;
    std::array<std::map<StratumKey, StratumKey>, stratum_levels> parents;
    for (const SiteCount& site : sites) {
        for (std::size_t level = 0; level < stratum_levels; ++level) {
            const StratumKey key = key_at(level, site.stratum);
            Sums& sum = sums[level][key];
            const double x = site.count;
            sum.sites += 1;
            sum.accidents += x;
            sum.pairs += x * (x - 1);
            if (level > 0) parents[level].try_emplace(key, key_at(level - 1, site.stratum));
        }
    }
    Strata strata;
    for (std::size_t level = 0; level < stratum_levels; ++level) {
        for (const auto& [key, sum] : sums[level]) {
            const PositiveCounts& parent =
                level == 0 ? before_any_data : strata[level - 1].at(parents[level].at(key)).counts;
            const PositiveCounts counts = drawn_to(parent, sum);
            strata[level][key] = {counts, fit_prior(counts), positive_poisson_mean(counts.mean)};
        }
    }
    return strata;
}

/// Mean of the counts of one and more for a prior with this mean whose pair rate is given.
double mean_of_positives(double mean, double pair_rate) {
    const double k = pair_rate / mean - 1;
    const double log_none = k < 1e-9 ? -mean : -std::log1p(k * mean) / k;
    return mean / -std::expm1(log_none);
}

}  // namespace

Level shrunk(int count, const Prior& prior) {
    const double w = 1 / (1 + prior.k * prior.mean);
    const double mean = w * prior.mean + (1 - w) * count;
    return {mean, (1 - w) * mean};
}

double chance_above(const Level& level, double threshold) {
    if (!(level.mean > 0)) return 0;
    if (!(level.variance > 0)) return level.mean > threshold ? 1 : 0;
    const double rate = level.mean / level.variance;
    return gamma_above(level.mean * rate, threshold * rate);
}

Interval interval_of(const Level& level, double probability) {
    if (!(level.mean > 0) || !(level.variance > 0)) return {level.mean, level.mean};
    const double rate = level.mean / level.variance;
    const double shape = level.mean * rate, tail = (1 - probability) / 2;
    return {gamma_quantile(shape, tail) / rate, gamma_quantile(shape, 1 - tail) / rate};
}

Prior fit_prior(const PositiveCounts& counts) {
    if (!(counts.pair_rate > 0)) return {positive_poisson_mean(counts.mean), 0};
    double low = counts.pair_rate * 1e-6, high = counts.pair_rate;
    if (mean_of_positives(high, counts.pair_rate) <= counts.mean) {
        low = high;
    } else {
        for (int step = 0; step < 100; ++step) {
            const double middle = (low + high) / 2;
            (mean_of_positives(middle, counts.pair_rate) < counts.mean ? low : high) = middle;
        }
    }
    return {low, counts.pair_rate / low - 1};
}

std::vector<SiteLevel> levels_of(std::span<const SiteCount> sites) {
    const Strata strata = fit_strata(sites);
    std::vector<SiteLevel> levels;
    std::vector<double> p_values;
    for (const SiteCount& site : sites) {
        const Fitted& fitted = strata.back().at(key_at(stratum_levels - 1, site.stratum));
        SiteLevel level;
        level.level = shrunk(site.count, fitted.prior);
        level.usual = fitted.usual;
        level.p_value = positive_poisson_at_least(site.count, fitted.usual);
        p_values.push_back(level.p_value);
        levels.push_back(level);
    }
    const std::vector<double> rates = false_discovery_rates(p_values);
    for (std::size_t i = 0; i < levels.size(); ++i) levels[i].q_value = rates[i];
    return levels;
}

}  // namespace baken
