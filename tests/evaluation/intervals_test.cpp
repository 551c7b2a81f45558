#include "evaluation/intervals.hpp"

#include "support/catch.hpp"

#include <limits>

using namespace baken;

TEST_CASE("Wilson's interval gives the values of Newcombe 1998") {
    // Statistics in Medicine 17:857-872, table I, method 3.
    struct {
        int hits, trials;
        double low, high;
    } const published[] = {
        {81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}};
    for (const auto& p : published) {
        CAPTURE(p.hits);
        CHECK(wilson(p.hits, p.trials).low == Approx(p.low).margin(5e-5));
        CHECK(wilson(p.hits, p.trials).high == Approx(p.high).margin(5e-5));
    }
    CHECK(wilson(20, 20).high == 1);
    CHECK(wilson(20, 20).low == Approx(1 - 0.1611).margin(5e-5));
}

TEST_CASE("the odds ratio gives what Fisher's examples are known for") {
    // The lady tasting tea, 3 1 / 1 3: one-sided p 17/70. Given the margins there are 1, 16, 36, 16 and 1 ways for
    // 0 to 4, so that the ends are roots of polynomials.
    const auto tea = odds_ratio({.before = 1, .after = 3, .rest_before = 3, .rest_after = 1});
    REQUIRE(tea);
    const auto ways = [](double r) { return 1 + 16 * r + 36 * r * r + 16 * r * r * r + r * r * r * r; };
    const double low = tea->estimate.interval.low, high = tea->estimate.interval.high;
    CHECK(tea->p_value == Approx(2 * 17.0 / 70));
    CHECK(tea->estimate.value == Approx(6.408309).epsilon(1e-5));
    CHECK(std::pow(high, 4) / ways(high) == Approx(0.975));
    CHECK((16 * std::pow(low, 3) + std::pow(low, 4)) / ways(low) == Approx(0.025));
    CHECK(low == Approx(0.2117329).epsilon(1e-4));
    CHECK(high == Approx(621.9337505).epsilon(0.01));  // printed by R, whose search stops at 1e-4 of its inverse
    // Convictions of twins (Fisher 1962), 2 15 / 10 3.
    const auto twins = odds_ratio({.before = 15, .after = 2, .rest_before = 3, .rest_after = 10});
    REQUIRE(twins);
    CHECK(twins->estimate.value == Approx(0.04693661).epsilon(1e-5));
    CHECK(twins->estimate.interval.low == Approx(0.003325764).epsilon(0.01));
    CHECK(twins->estimate.interval.high == Approx(0.363182271).epsilon(1e-3));
    CHECK(twins->p_value == Approx(2 * 0.0004652).epsilon(1e-3));
}

TEST_CASE("an odds ratio of nothing says so, and one of no accidents after has an end above") {
    CHECK_FALSE(odds_ratio({.before = 0, .after = 0, .rest_before = 10, .rest_after = 10}));
    CHECK_FALSE(odds_ratio({.before = 5, .after = 0, .rest_before = 10, .rest_after = 0}));
    const auto none = odds_ratio({.before = 7, .after = 0, .rest_before = 300, .rest_after = 100});
    REQUIRE(none);
    CHECK(none->estimate.value == 0);
    CHECK(none->estimate.interval.low == 0);
    CHECK(none->estimate.interval.high > 1);
    const auto only = odds_ratio({.before = 0, .after = 3, .rest_before = 300, .rest_after = 100});
    REQUIRE(only);
    CHECK(only->estimate.value == std::numeric_limits<double>::infinity());
}

TEST_CASE("a ratio to an expectation that is known exactly is that of the count alone") {
    const Ratio ratio = ratio_to_expected(10, 20, 1e-7);
    CHECK(ratio.estimate.value == Approx(0.5));
    CHECK(ratio.estimate.interval.low == Approx(4.795 / 20).margin(1e-4));
    CHECK(ratio.estimate.interval.high == Approx(18.390 / 20).margin(1e-4));
}

TEST_CASE("a ratio to an uncertain expectation follows Hauer, is wider, and holds its promise at none") {
    // Worked by hand: 30 against 40 with variance 16: (30/40) / (1 + 16/1600) = 0.742574.
    const Ratio ratio = ratio_to_expected(30, 40, 16);
    CHECK(ratio.estimate.value == Approx(0.742574).epsilon(1e-5));
    const Ratio certain = ratio_to_expected(30, 40, 1e-7);
    CHECK(ratio.estimate.interval.low < certain.estimate.interval.low);
    CHECK(ratio.estimate.interval.high > certain.estimate.interval.high);
    const Ratio none = ratio_to_expected(0, 4, 4);
    CHECK(none.estimate.interval.low == 0);
    // No accident with chance (shape / (shape + ratio * mean))^shape = (4 / (4 + 4 r))^4 = 0.025: r = 0.025^(-1/4) - 1.
    CHECK(none.estimate.interval.high == Approx(std::pow(0.025, -0.25) - 1).epsilon(1e-6));
}
