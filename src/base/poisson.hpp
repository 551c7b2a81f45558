#pragma once
/// How sure a count is.
///
///     const Interval range = poisson_interval(3);   // {0.619, 8.767}: the yearly mean that 3 accidents speak of

namespace baken {

struct Interval {
    double low = 0, high = 0;
};

/// Chance that a Poisson count with this mean is `count` or less. count >= 0, mean >= 0.
[[nodiscard]] double poisson_at_most(int count, double mean);

/// Exact central confidence interval of a Poisson mean from one count (Garwood 1936): the means under which a count
/// this high, and one this low, each still has a chance of (1 - confidence) / 2. Good to 1e-9 of its size. count >= 0.
[[nodiscard]] Interval poisson_interval(int count, double confidence = 0.95);

}  // namespace baken
