#include "evaluation/power.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace baken;

namespace {

double poisson(int k, double mean) { return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0)); }

/// Whether the conditional test calls `after` a fall: summed over all ways in which the accidents could have fallen.
bool is_called(int before, int after, double share_after, double level) {
    double chance = 0;
    for (int k = 0; k <= after; ++k)
        chance +=
            std::exp(std::lgamma(before + after + 1.0) - std::lgamma(k + 1.0) - std::lgamma(before + after - k + 1.0)) *
            std::pow(share_after, k) * std::pow(1 - share_after, before + after - k);
    return chance <= level;
}

double power_by_enumeration(double expected, double periods, double fall, double level) {
    double sum = 0;
    for (int before = 0; before < 60; ++before)
        for (int after = 0; after < 60; ++after)
            if (is_called(before, after, periods / (1 + periods), level)) {
                const double mean_after = expected * periods * (1 - fall);
                sum += poisson(before, expected) *
                       (mean_after > 0 ? poisson(after, mean_after) : (after == 0 ? 1.0 : 0.0));
            }
    return sum;
}

}  // namespace

TEST_CASE("the visible fall is the one that enumeration sees in four of five cases") {
    for (const auto& [expected, periods] : {std::pair(12.0, 1.0), {20.0, 1.0 / 3}, {9.0, 1.0}}) {
        CAPTURE(expected, periods);
        const auto fall = smallest_visible_fall(expected, periods);
        REQUIRE(fall);
        CHECK(power_by_enumeration(expected, periods, *fall, 0.025) == Approx(0.8).margin(1e-6));
    }
}

TEST_CASE("with a level before that is all but known, the visible fall is that of a one-sided Poisson test") {
    // Expected accidents after: the smallest fall at alpha 0.05 and power 0.8.
    struct {
        double expected, fall;
    } const known[] = {{5, 0.84}, {10, 0.70}, {20, 0.51}, {50, 0.33}, {200, 0.18}};
    for (const auto& [expected, fall] : known) {
        CAPTURE(expected);
        const double periods = 1e-5;
        CHECK(smallest_visible_fall(expected / periods, periods, 0.05).value() == Approx(fall).margin(0.011));
    }
}

TEST_CASE("seven accidents in three years and one year after: not even a fall to zero is seen") {
    // All seven before: chance (3/4)^7 = 0.13.
    CHECK_FALSE(smallest_visible_fall(7, 1.0 / 3));
    CHECK(power_by_enumeration(7, 1.0 / 3, 1, 0.025) < 0.8);
    CHECK_FALSE(smallest_visible_fall(0, 1));
}

TEST_CASE("more accidents and more years show smaller falls") {
    CHECK(smallest_visible_fall(60, 1.0 / 3).value() > smallest_visible_fall(60, 1).value());
    CHECK(smallest_visible_fall(60, 1).value() > smallest_visible_fall(600, 1).value());
    CHECK(smallest_visible_fall(6000, 1).value() < 0.06);
}
