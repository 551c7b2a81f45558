#include "evaluation/intervals.hpp"

#include "evaluation/tails.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace baken {

namespace {

constexpr double each_tail = 0.025;
constexpr double z = 1.959963984540054;  ///< normal quantile of 1 - each_tail
constexpr double farthest_log_odds = 60;
constexpr double endless = std::numeric_limits<double>::infinity();

/// Of n things before and after, how many are after, given all margins, when the odds are `exp(log_odds)` times the
/// rest's (Fisher's noncentral hypergeometric distribution).
class Conditional {
public:
    explicit Conditional(const TwoByTwo& counts) : seen_(counts.after) {
        const int all_after = counts.after + counts.rest_after, ours = counts.before + counts.after;
        const int rest = counts.rest_before + counts.rest_after;
        first_ = std::max(0, all_after - rest);
        const int last = std::min(ours, all_after);
        for (int k = first_; k <= last; ++k)
            log_weights_.push_back(-std::lgamma(k + 1.0) - std::lgamma(ours - k + 1.0) -
                                   std::lgamma(all_after - k + 1.0) - std::lgamma(rest - all_after + k + 1.0));
    }
    [[nodiscard]] bool is_least() const { return seen_ == first_; }
    [[nodiscard]] bool is_most() const { return seen_ == first_ + static_cast<int>(log_weights_.size()) - 1; }
    [[nodiscard]] double mean(double log_odds) const {
        return over(log_odds, [](int k) { return static_cast<double>(k); });
    }
    [[nodiscard]] double at_most(double log_odds) const {
        return over(log_odds, [this](int k) { return k <= seen_ ? 1.0 : 0.0; });
    }
    [[nodiscard]] double at_least(double log_odds) const {
        return over(log_odds, [this](int k) { return k >= seen_ ? 1.0 : 0.0; });
    }

private:
    template <class Value>
    [[nodiscard]] double over(double log_odds, Value&& value) const {
        double most = -endless;
        for (std::size_t i = 0; i < log_weights_.size(); ++i)
            most = std::max(most, log_weights_[i] + static_cast<double>(i) * log_odds);
        double sum = 0, all = 0;
        for (std::size_t i = 0; i < log_weights_.size(); ++i) {
            const double weight = std::exp(log_weights_[i] + static_cast<double>(i) * log_odds - most);
            all += weight;
            sum += weight * value(first_ + static_cast<int>(i));
        }
        return sum / all;
    }

    int seen_, first_ = 0;
    std::vector<double> log_weights_;
};

}  // namespace

Interval wilson(double hits, double trials) {
    const double share = hits / trials, zz = z * z;
    const double centre = (share + zz / (2 * trials)) / (1 + zz / trials);
    const double half = z / (1 + zz / trials) * std::sqrt(share * (1 - share) / trials + zz / (4 * trials * trials));
    return {hits > 0 ? std::max(0.0, centre - half) : 0, hits < trials ? std::min(1.0, centre + half) : 1};
}

std::optional<Ratio> odds_ratio(const TwoByTwo& counts) {
    if (counts.before + counts.after == 0 || counts.rest_before + counts.rest_after == 0 ||
        counts.before + counts.rest_before == 0 || counts.after + counts.rest_after == 0)
        return std::nullopt;
    const Conditional given(counts);
    const auto odds_where = [](auto&& difference) {
        return std::exp(solved(-farthest_log_odds, farthest_log_odds, difference));
    };
    Ratio ratio;
    ratio.estimate.value = given.is_least()  ? 0
                           : given.is_most() ? endless
                                             : odds_where([&](double b) { return given.mean(b) - counts.after; });
    ratio.estimate.interval = {
        given.is_least() ? 0 : odds_where([&](double b) { return given.at_least(b) - each_tail; }),
        given.is_most() ? endless : odds_where([&](double b) { return given.at_most(b) - each_tail; })};
    ratio.p_value = std::min(1.0, 2 * std::min(given.at_most(0), given.at_least(0)));
    return ratio;
}

Ratio ratio_to_expected(int count, double expected, double variance) {
    const double relative = variance / (expected * expected);
    const double shape = 1 / relative;
    const double far = std::max(10.0, 100 * (count + 10) / expected) * (1 + 10 * relative);
    Ratio ratio;
    ratio.estimate.value = count / expected / (1 + relative);
    ratio.estimate.interval = {
        count == 0
            ? 0
            : solved(0, far,
                     [&](double r) { return negative_binomial_at_least(count, r * expected, shape) - each_tail; }),
        solved(0, far, [&](double r) { return negative_binomial_at_most(count, r * expected, shape) - each_tail; })};
    ratio.p_value = std::min(1.0, 2 * std::min(negative_binomial_at_most(count, expected, shape),
                                               negative_binomial_at_least(count, expected, shape)));
    return ratio;
}

}  // namespace baken
