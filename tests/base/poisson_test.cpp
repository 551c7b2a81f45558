#include "base/poisson.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace baken;

TEST_CASE("the chance of a small Poisson count is what its terms add up to") {
    CHECK(poisson_at_most(0, 2.5) == Approx(std::exp(-2.5)));
    CHECK(poisson_at_most(2, 1) == Approx(std::exp(-1.0) * (1 + 1 + 0.5)));
    CHECK(poisson_at_most(3, 0) == 1);
    CHECK(poisson_at_most(100000, 100000) == Approx(0.5).margin(0.002));
}

TEST_CASE("the exact interval of a count is that of the printed tables") {
    // Garwood (1936), 95 %: as printed in every table of exact Poisson limits.
    const auto is = [](int count, double low, double high) {
        const Interval found = poisson_interval(count);
        CHECK(found.low == Approx(low).margin(0.0006));
        CHECK(found.high == Approx(high).margin(0.0006));
    };
    is(0, 0, 3.689);
    is(1, 0.0253, 5.572);
    is(2, 0.2422, 7.225);
    is(3, 0.6187, 8.767);
    is(5, 1.6235, 11.668);
    is(10, 4.7954, 18.390);
    is(20, 12.217, 30.888);
    is(50, 37.111, 65.919);
    is(100, 81.364, 121.627);
}

TEST_CASE("an interval holds its count and shrinks, in proportion, as the count grows") {
    double last = 1e9;
    for (const int count : {1, 7, 60, 900, 40000}) {
        const Interval found = poisson_interval(count);
        CHECK(found.low < count);
        CHECK(found.high > count);
        CHECK((found.high - found.low) / count < last);
        last = (found.high - found.low) / count;
    }
    CHECK(poisson_interval(0, 0.9).high == Approx(-std::log(0.05)));
}
