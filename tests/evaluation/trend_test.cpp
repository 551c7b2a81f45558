#include "evaluation/trend.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace baken;

namespace {

/// Twice the smaller tail of the sum of years, over every way in which the accidents can fall on the years.
double p_by_enumeration(const std::vector<int>& counts) {
    int accidents = 0, seen = 0;
    for (std::size_t year = 0; year < counts.size(); ++year) {
        accidents += counts[year];
        seen += static_cast<int>(year) * counts[year];
    }
    const auto years = static_cast<long>(counts.size());
    long ways = 1, at_most = 0, at_least = 0;
    for (int i = 0; i < accidents; ++i) ways *= years;
    for (long way = 0; way < ways; ++way) {
        long rest = way, sum = 0;
        for (int i = 0; i < accidents; ++i, rest /= years) sum += rest % years;
        at_most += sum <= seen ? 1 : 0;
        at_least += sum >= seen ? 1 : 0;
    }
    return std::min(1.0, 2.0 * static_cast<double>(std::min(at_most, at_least)) / static_cast<double>(ways));
}

Trend trend_from_2022(const std::vector<int>& counts) {
    std::vector<std::pair<int, int>> rows;
    for (std::size_t i = 0; i < counts.size(); ++i) rows.emplace_back(2022 + static_cast<int>(i), counts[i]);
    return trend_of(rows);
}

}  // namespace

TEST_CASE("the chance of a trend is that of all ways in which the accidents can fall on the years") {
    for (const auto& counts : {std::vector{5, 3, 1}, {2, 2, 2}, {0, 1, 6}, {7, 0, 0}, {3, 2, 1, 0}, {4, 5}}) {
        const Trend trend = trend_from_2022(counts);
        CHECK(trend.p_value == Approx(p_by_enumeration(counts)).epsilon(1e-9));
    }
}

TEST_CASE("two years are a binomial: the factor is the ratio and the interval Clopper and Pearson's") {
    const Trend trend = trend_from_2022({20, 10});
    REQUIRE(trend.yearly_factor);
    CHECK(trend.yearly_factor->value == Approx(0.5));
    // 10 of 30, exact: 0.1729 to 0.5281; as odds 0.2090 to 1.1191.
    CHECK(trend.yearly_factor->interval.low == Approx(0.1729 / (1 - 0.1729)).epsilon(1e-3));
    CHECK(trend.yearly_factor->interval.high == Approx(0.5281 / (1 - 0.5281)).epsilon(1e-3));
    CHECK(trend.p_value == Approx(2 * 0.0493686).epsilon(1e-4));
    CHECK_FALSE(trend.is_distinguishable);
}

TEST_CASE("a trend is called exactly when its interval leaves 'no change' out") {
    for (int last = 5; last < 60; ++last) {
        const Trend trend = trend_from_2022({30, 30, last});
        CAPTURE(last);
        REQUIRE(trend.yearly_factor);
        const Interval& range = trend.yearly_factor->interval;
        CHECK(trend.is_distinguishable == (range.low > 1 || range.high < 1));
    }
}

TEST_CASE("the exact and the normal way agree where they meet") {
    const Trend exact = trend_from_2022({120, 100, 80}), normal = trend_from_2022({120, 101, 80});
    CHECK(exact.p_value == Approx(normal.p_value).epsilon(0.05));
    CHECK(exact.yearly_factor->interval.low == Approx(normal.yearly_factor->interval.low).epsilon(0.01));
    CHECK(exact.yearly_factor->interval.high == Approx(normal.yearly_factor->interval.high).epsilon(0.01));
    CHECK(exact.yearly_factor->value == Approx(normal.yearly_factor->value).epsilon(0.01));
}

TEST_CASE("years with a gap keep their distance") {
    // Of a pair two years apart the yearly factor is the root of the ratio.
    const Trend trend = trend_of({{2020, 40}, {2022, 10}});
    CHECK(trend.yearly_factor->value == Approx(0.5));
}

TEST_CASE("all accidents in the first year: the factor is nothing, with an end above") {
    const Trend trend = trend_from_2022({9, 0, 0});
    CHECK(trend.yearly_factor->value == 0);
    CHECK(trend.yearly_factor->interval.low == 0);
    CHECK(trend.yearly_factor->interval.high < 1);
    CHECK_FALSE(trend_from_2022({0, 0}).yearly_factor);
    CHECK_FALSE(trend_from_2022({5}).yearly_factor);
}

TEST_CASE("a last year that ends in summer is left out, years without days are taken as whole") {
    Region region;
    const auto add = [&](int year, std::optional<Date> day) {
        Accident accident;
        accident.year = year;
        accident.date = day;
        region.accidents.push_back(accident);
    };
    add(2022, std::nullopt);
    add(2023, make_date(2023, 12, 30));
    add(2024, make_date(2024, 7, 2));
    CHECK(complete_years(region) == std::vector{2022, 2023});
    add(2024, make_date(2024, 12, 29));
    CHECK(complete_years(region) == std::vector{2022, 2023, 2024});
    add(2025, std::nullopt);
    CHECK(complete_years(region) == std::vector{2022, 2023, 2024, 2025});
    CHECK(complete_years({}).empty());
}
