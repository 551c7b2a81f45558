#include "evaluation/trend.hpp"

#include "evaluation/intervals.hpp"
#include "evaluation/tails.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace baken {

namespace {

constexpr int most_exact = 300;
constexpr double each_tail = 0.025;
constexpr double z = 1.959963984540054;
constexpr double steepest = 20;  ///< logarithm of the yearly factor
constexpr double level = 0.05;

/// The years as 0, 1, 2, ... and how often each number of accidents times year comes up if they fall at random.
class Sums {
public:
    Sums(std::vector<int> offsets, int accidents) : offsets_(std::move(offsets)), chance_{1} {
        const auto last = static_cast<std::size_t>(offsets_.back());
        for (int n = 0; n < accidents; ++n) {
            std::vector<long double> next(chance_.size() + last, 0);
            for (const int offset : offsets_)
                for (std::size_t sum = 0; sum < chance_.size(); ++sum)
                    next[sum + static_cast<std::size_t>(offset)] +=
                        chance_[sum] / static_cast<long double>(offsets_.size());
            chance_ = std::move(next);
        }
    }
    [[nodiscard]] double at_most(int seen, double slope) const { return tail(0, seen, slope); }
    [[nodiscard]] double at_least(int seen, double slope) const {
        return tail(seen, static_cast<int>(chance_.size()) - 1, slope);
    }

private:
    /// Share of the sums from `first` to `last` when each year has exp(slope) times the accidents of the one before.
    [[nodiscard]] double tail(int first, int last, double slope) const {
        long double inside = 0, all = 0;
        const double anchor = slope > 0 ? static_cast<double>(chance_.size() - 1) : 0;
        for (std::size_t sum = 0; sum < chance_.size(); ++sum) {
            const long double weight =
                chance_[sum] * std::exp(static_cast<long double>(slope) * (static_cast<double>(sum) - anchor));
            all += weight;
            if (static_cast<int>(sum) >= first && static_cast<int>(sum) <= last) inside += weight;
        }
        return static_cast<double>(inside / all);
    }

    std::vector<int> offsets_;
    std::vector<long double> chance_;
};

struct Moments {
    double mean = 0, variance = 0;
};

/// Of the year of one accident.
Moments year_of_one(const std::vector<int>& offsets, double slope) {
    double all = 0, first = 0, second = 0;
    const double anchor = slope > 0 ? offsets.back() : 0;
    for (const int offset : offsets) {
        const double weight = std::exp(slope * (offset - anchor));
        all += weight;
        first += weight * offset;
        second += weight * offset * offset;
    }
    return {first / all, second / all - (first / all) * (first / all)};
}

/// Slope and interval, and the p-value of no slope.
struct Fit {
    double slope = 0;
    Interval slopes;
    double p_value = 1;
};

Fit exact_fit(const std::vector<int>& offsets, int accidents, int sum, double slope) {
    const Sums sums(offsets, accidents);
    Fit fit{.slope = slope, .slopes = {-steepest, steepest}};
    if (sum > 0)
        fit.slopes.low = solved(-steepest, steepest, [&](double b) { return sums.at_least(sum, b) - each_tail; });
    if (sum < accidents * offsets.back())
        fit.slopes.high = solved(-steepest, steepest, [&](double b) { return sums.at_most(sum, b) - each_tail; });
    fit.p_value = std::min(1.0, 2 * std::min(sums.at_most(sum, 0), sums.at_least(sum, 0)));
    return fit;
}

Fit normal_fit(const std::vector<int>& offsets, int accidents, int sum, double slope) {
    const double error = 1 / std::sqrt(accidents * year_of_one(offsets, slope).variance);
    const Moments level_years = year_of_one(offsets, 0);
    // Half a step nearer: the sum moves by whole years.
    const double away =
        std::max(0.0, std::abs(sum - accidents * level_years.mean) - 0.5) / std::sqrt(accidents * level_years.variance);
    return {slope, {slope - z * error, slope + z * error}, std::erfc(away / std::sqrt(2.0))};
}

Trend counted_trend(const Region& region, const std::vector<int>& years, std::optional<std::uint32_t> municipality,
                    CountedAccidents counted) {
    std::vector<std::pair<int, int>> counts;
    for (const int year : years) counts.emplace_back(year, 0);
    for (const Accident& accident : region.accidents) {
        if (municipality && accident.municipality != *municipality) continue;
        if (counted == CountedAccidents::casualties && accident.outcome == Outcome::damage_only) continue;
        const auto at = std::lower_bound(years.begin(), years.end(), accident.year);
        if (at != years.end() && *at == accident.year) ++counts[static_cast<std::size_t>(at - years.begin())].second;
    }
    Trend trend = trend_of(counts);
    trend.municipality = municipality;
    trend.counted = counted;
    return trend;
}

}  // namespace

Trend trend_of(const std::vector<std::pair<int, int>>& count_of_year) {
    Trend trend;
    std::vector<int> offsets;
    int accidents = 0, sum = 0;
    for (const auto& [year, count] : count_of_year) {
        trend.years.push_back({year, count, poisson_interval(count)});
        offsets.push_back(year - count_of_year.front().first);
        accidents += count;
        sum += count * offsets.back();
    }
    if (offsets.size() < 2 || accidents == 0) return trend;
    const double slope = solved(-steepest, steepest, [&](double b) {
        return year_of_one(offsets, b).mean - static_cast<double>(sum) / accidents;
    });
    const Fit fit = accidents <= most_exact ? exact_fit(offsets, accidents, sum, slope)
                                            : normal_fit(offsets, accidents, sum, slope);
    const auto factor = [](double log_factor) {
        return log_factor <= -steepest * 0.99  ? 0
               : log_factor >= steepest * 0.99 ? std::numeric_limits<double>::infinity()
                                               : std::exp(log_factor);
    };
    trend.yearly_factor = Estimate{factor(fit.slope), {factor(fit.slopes.low), factor(fit.slopes.high)}};
    trend.p_value = fit.p_value;
    trend.is_distinguishable = fit.p_value < level;
    return trend;
}

std::vector<int> complete_years(const Region& region) {
    std::map<int, std::optional<Date>> last_day;  // nothing: some accident of that year has no day
    for (const Accident& accident : region.accidents) {
        const auto [found, is_new] = last_day.try_emplace(accident.year, accident.date);
        if (is_new) continue;
        if (!accident.date)
            found->second.reset();
        else if (found->second)
            found->second = std::max(*found->second, *accident.date);
    }
    if (last_day.empty()) return {};
    const auto& [last, day] = *last_day.rbegin();
    const bool is_partial = day && *day < make_date(last, 12, 15);
    std::vector<int> years;
    for (const auto& [year, unused] : last_day)
        if (year != last || !is_partial) years.push_back(year);
    return years;
}

std::vector<Trend> trends_of(const Region& region, const Work& work) {
    const std::vector<int> years = complete_years(region);
    std::vector<Trend> trends;
    if (years.empty()) return trends;
    std::vector<std::optional<std::uint32_t>> places{std::nullopt};
    for (std::uint32_t m = 0; m < region.municipalities.size(); ++m) places.emplace_back(m);
    for (const auto& place : places)
        for (const CountedAccidents counted : {CountedAccidents::all, CountedAccidents::casualties}) {
            work.check_stop();
            trends.push_back(counted_trend(region, years, place, counted));
        }
    return trends;
}

}  // namespace baken
