#include "evaluation/tails.hpp"

#include <algorithm>

namespace baken {

namespace {

constexpr double negligible = 1e-17;

/// `first` and what follows it: term i+1 is term i times ratio(i). The ratios must fall below 1 and keep falling.
template <class Ratio>
double summed(double first, int from, int step, Ratio&& ratio) {
    double sum = first, term = first;
    for (int i = from; term > sum * negligible && term > 0; i += step) {
        term *= ratio(i);
        sum += term;
    }
    return std::min(sum, 1.0);
}

double log_choose(int n, int k) { return std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0); }

double binomial_term(int k, int n, double p) {
    return std::exp(log_choose(n, k) + k * std::log(p) + (n - k) * std::log1p(-p));
}

double negative_binomial_term(int k, double mean, double shape) {
    return std::exp(std::lgamma(k + shape) - std::lgamma(k + 1.0) - std::lgamma(shape) -
                    shape * std::log1p(mean / shape) + (k == 0 ? 0 : k * std::log(mean / (mean + shape))));
}

}  // namespace

double binomial_at_most(int count, int trials, double chance) {
    if (count < 0) return 0;
    if (count >= trials || !(chance > 0)) return 1;
    if (chance >= 1) return 0;
    if (count >= trials * chance) return 1 - binomial_at_least(count + 1, trials, chance);
    const double odds = chance / (1 - chance);
    return summed(binomial_term(count, trials, chance), count, -1,
                  [=](int i) { return i / ((trials - i + 1) * odds); });
}

double binomial_at_least(int count, int trials, double chance) {
    if (count <= 0) return 1;
    if (count > trials || !(chance > 0)) return 0;
    if (chance >= 1) return 1;
    if (count <= trials * chance) return 1 - binomial_at_most(count - 1, trials, chance);
    const double odds = chance / (1 - chance);
    return summed(binomial_term(count, trials, chance), count, 1, [=](int i) { return (trials - i) * odds / (i + 1); });
}

double negative_binomial_at_most(int count, double mean, double shape) {
    if (count < 0) return 0;
    if (!(mean > 0)) return 1;
    if (count >= mean) return 1 - negative_binomial_at_least(count + 1, mean, shape);
    const double q = mean / (mean + shape);
    return summed(negative_binomial_term(count, mean, shape), count, -1,
                  [=](int i) { return i == 0 ? 0 : i / ((i - 1 + shape) * q); });
}

double negative_binomial_at_least(int count, double mean, double shape) {
    if (count <= 0) return 1;
    if (!(mean > 0)) return 0;
    if (count <= mean) return 1 - negative_binomial_at_most(count - 1, mean, shape);
    const double q = mean / (mean + shape);
    return summed(negative_binomial_term(count, mean, shape), count, 1,
                  [=](int i) { return (i + shape) * q / (i + 1); });
}

}  // namespace baken
