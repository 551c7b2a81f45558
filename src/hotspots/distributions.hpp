#pragma once
/// The few distributions that small counts need.

#include <span>
#include <vector>

namespace baken {

/// Regularised upper incomplete gamma function Q(shape, x): the chance that a Gamma(shape, rate 1) exceeds x.
/// Series below shape + 1, Lentz's continued fraction above; relative error below 1e-12. shape > 0, x >= 0.
[[nodiscard]] double gamma_above(double shape, double x);
/// Its complement, P(shape, x): small chances keep their digits.
[[nodiscard]] double gamma_below(double shape, double x);

/// The x that a Gamma(shape, rate 1) stays below with this chance; shape > 0, 0 < chance < 1. Relative error below
/// 1e-10 for shapes up to 1e5. 0 where x is too small for a double.
[[nodiscard]] double gamma_quantile(double shape, double chance);

/// Chance that a Poisson count is at least `count`; mean >= 0. Small chances keep their digits.
[[nodiscard]] double poisson_at_least(long long count, double mean);

/// Chance that a Poisson count that is at least one is at least `count`; mean > 0, count >= 1.
[[nodiscard]] double positive_poisson_at_least(int count, double mean);

/// The Poisson mean whose counts of one and more average `mean_of_positives`; 0 where that is 1 or less.
[[nodiscard]] double positive_poisson_mean(double mean_of_positives);

/// q-values of Benjamini & Hochberg (1995): the smallest false-discovery rate at which each test would be called.
[[nodiscard]] std::vector<double> false_discovery_rates(std::span<const double> p_values);

}  // namespace baken
