#include "geo/core/point_index.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "support/support.hpp"

#include <limits>

using namespace baken;

namespace {

std::vector<std::size_t> by_brute_force(const std::vector<MapPoint>& points, MapPoint centre, Metres reach) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (squared_distance(points[i], centre) <= reach.value * reach.value) found.push_back(i);
    return found;
}

void check_all(const std::vector<MapPoint>& points, Metres cell, Metres reach) {
    const PointIndex index(points, cell);
    REQUIRE(index.size() == points.size());
    std::size_t wrong = 0;
    for (const auto& p : points) wrong += index.within(p, reach) != by_brute_force(points, p, reach);
    CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("an index finds what a search of every point finds") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Rng rng(seed);
        std::vector<MapPoint> points;
        const double extent = seed % 3 == 0 ? 50 : 3000;
        for (int i = 0; i < 600; ++i)
            points.push_back({180000 + rng.uniform(-extent, extent), 430000 + rng.uniform(-extent, extent)});
        for (int i = 0; i < 100; ++i) points.push_back(points[rng.below(600)]);  // stacked, as accidents on one key are
        check_all(points, 100_m, 100_m);
        check_all(points, 100_m, 37.5_m);
        check_all(points, 20_m, 450_m);  // many cells wide
        check_all(points, Metres(1e6), 100_m);
    }
}

TEST_CASE("points at exactly the reach belong, also across the edge of a cell") {
    // A grid with steps of the reach: all four neighbours lie at exactly the reach.
    for (const double origin : {0.0, -150.0, 180000.1, 1e6 / 3}) {
        for (const double step : {50.0, 0.1, 1.0 / 3}) {
            std::vector<MapPoint> points;
            for (int row = 0; row < 12; ++row)
                for (int column = 0; column < 12; ++column)
                    points.push_back({origin + column * step, origin - row * step});
            check_all(points, Metres(step), Metres(step));
            check_all(points, Metres(step / 2), Metres(step));
        }
    }
    const std::vector<MapPoint> pythagoras{{0, 0}, {300, 400}, {300, 400.0000001}};
    CHECK(PointIndex(pythagoras, 500_m).within({0, 0}, 500_m) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a search may start anywhere, also far outside the points") {
    const std::vector<MapPoint> points{{0, 0}, {10, 0}, {10, 0}, {0, 30}};
    const PointIndex index(points, 5_m);
    CHECK(index.within({-1000, -1000}, 100_m).empty());
    CHECK(index.within({1e9, 0}, 5_m).empty());
    CHECK(index.within({10, 1}, 1_m) == std::vector<std::size_t>{1, 2});
    CHECK(index.within({5, 5}, Metres(1e12)) == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(index.within({0, 0}, 0_m) == std::vector<std::size_t>{0});
    CHECK(index.within({std::numeric_limits<double>::quiet_NaN(), 0}, 5_m).empty());
}

TEST_CASE("one point far away does not make the index large or wrong") {
    std::vector<MapPoint> points{{0, 0}, {0.5, 0}, {2, 0}, {1e15, -1e15}, {1e15, -1e15}};
    const PointIndex index(points, Metres(0.001));
    CHECK(index.within({0, 0}, 1_m) == std::vector<std::size_t>{0, 1});
    CHECK(index.within({1e15, -1e15}, 1_m) == std::vector<std::size_t>{3, 4});
}

TEST_CASE("an index of nothing finds nothing") {
    CHECK(PointIndex({}, 1_m).within({0, 0}, Metres(1e9)).empty());
    CHECK(PointIndex({}, 1_m).size() == 0);
}

TEST_CASE("what cannot be indexed is refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN(), far = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS(PointIndex(std::vector<MapPoint>{{nan, 0}}, 1_m), InternalError);
    CHECK_THROWS_AS(PointIndex(std::vector<MapPoint>{{0, far}}, 1_m), InternalError);
    CHECK_THROWS_AS(PointIndex(std::vector<MapPoint>{{0, 0}}, 0_m), InternalError);
    CHECK_THROWS_AS(PointIndex(std::vector<MapPoint>{{0, 0}}, Metres(nan)), InternalError);
}
