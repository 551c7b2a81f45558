#pragma once
/// Empirical Bayes (Hauer, Harwood, Council & Griffith 2002): what a site's own count says, held against its kind.
///
/// The register names only sites where something happened. A mean over those sites says nothing of the sites without
/// accidents, so the prior is fitted to counts of one and more (zero-truncated negative binomial, by moments).
///
///     const Prior prior = fit_prior({.mean = 1.3, .pair_rate = 0.9});
///     shrunk(3, prior).mean;

#include "base/poisson.hpp"

#include <optional>
#include <span>
#include <vector>

namespace baken {

/// Rates of a kind of site are Gamma with this mean and variance k * mean^2.
struct Prior {
    double mean = 0;
    double k = 0;
};

/// What is believed of one site, or of several together, after its count: a Gamma by its mean and variance.
struct Level {
    double mean = 0;
    double variance = 0;
};

/// w * mean + (1 - w) * count with w = 1 / (1 + k * mean); the variance is (1 - w) times that.
[[nodiscard]] Level shrunk(int count, const Prior&);

/// Chance that the true level is above `threshold`; 0 for a level of nothing.
[[nodiscard]] double chance_above(const Level&, double threshold);

/// Central credible interval: the true level lies below it, and above it, with chance (1 - probability) / 2 each.
/// Quantiles of the Gamma with the level's mean and variance; for one site that is its posterior. A level without
/// variance is known: both ends are its mean. 0 < probability < 1.
[[nodiscard]] Interval interval_of(const Level&, double probability);

/// Counts of a kind of site, all of them one or more, as the two numbers that the fit needs.
struct PositiveCounts {
    double mean = 0;  ///< of the counts
    double pair_rate =
        0;  ///< sum of x(x-1) over sum of x; for any negative binomial this is mean * (1 + k), truncated or not
};

/// The negative binomial whose counts of one and more have these moments. Where the counts are more uneven than any,
/// the limit of small means is taken: the estimate is then count * pair_rate / (1 + pair_rate).
[[nodiscard]] Prior fit_prior(const PositiveCounts&);

/// What makes sites alike, from coarse to fine; unknown values are values too.
struct Stratum {
    int kind = 0, limit = 0, built_up = 0, manager = 0;
};

struct SiteCount {
    Stratum stratum;
    int count = 0;  ///< one or more
};

struct SiteLevel {
    Level level;
    double usual = 0;    ///< the rate that all sites of the stratum would share if they were alike
    double p_value = 1;  ///< of a count this high if they were
    double q_value = 1;  ///< Benjamini-Hochberg over all sites given
};

/// Levels of all sites. The moments of a stratum are drawn to those of the coarser one (all, kind, kind and limit, all
/// four) as if that had given it 50 more accidents, so that thin strata are pooled and thick ones speak for themselves.
[[nodiscard]] std::vector<SiteLevel> levels_of(std::span<const SiteCount>);

}  // namespace baken
