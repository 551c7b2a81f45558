#pragma once
/// 95 % intervals of shares, counts and ratios of counts. Those of counts are exact: they hold the truth at least
/// as often as they say.
///
///     wilson(15, 148);        // 0.0624 to 0.1605
///     odds_ratio({.before = 63, .after = 12, .rest_before = 800, .rest_after = 260});

#include "model/evaluation.hpp"

namespace baken {

/// Share of `hits` among `trials` (Wilson 1927), trials > 0, 0 <= hits <= trials. Both may be fractions: effective
/// numbers of trials that hang together.
[[nodiscard]] Interval wilson(double hits, double trials);
struct TwoByTwo {
    int before = 0, after = 0, rest_before = 0, rest_after = 0;
};
/// (after / before) / (rest_after / rest_before): Fisher's exact test with its conditional odds ratio and interval.
/// The p-value is twice the smaller tail, so that it is below 0.05 exactly where the interval leaves 1 out (Fay 2010).
/// Nothing when a row or a column is empty.
[[nodiscard]] std::optional<Ratio> odds_ratio(const TwoByTwo&);

/// `count` against an expectation that is itself known with a variance: Hauer's (1997) unbiased ratio; the interval
/// inverts the negative binomial that a Poisson count with a Gamma level gives. expected > 0.
[[nodiscard]] Ratio ratio_to_expected(int count, double expected, double variance);

}  // namespace baken
