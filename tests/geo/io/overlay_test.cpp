#include "geo/io/overlay.hpp"

#include "base/random.hpp"
#include "geo/core/measure.hpp"
#include "support/support.hpp"

#include <limits>

using namespace baken;

namespace {

MultiPolygon square(double x, double y, double side) {
    return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

}  // namespace

TEST_CASE("a point lies in the first area that covers it, borders included") {
    const std::vector<MultiPolygon> areas{square(0, 0, 10), square(10, 0, 10), square(5, 5, 10)};
    const AreaLocator locator(areas);
    CHECK(locator.area_at({1, 1}) == 0U);
    CHECK(locator.area_at({12, 1}) == 1U);
    CHECK(locator.area_at({10, 3}) == 0U);  // the border between the first two
    CHECK(locator.area_at({10, 0}) == 0U);  // a corner of both
    CHECK(locator.area_at({20, 10}) == 1U);
    CHECK(locator.area_at({7, 7}) == 0U);  // in the first and the third
    CHECK(locator.area_at({7, 14}) == 2U);
    CHECK_FALSE(locator.area_at({-0.001, 5}));
    CHECK_FALSE(locator.area_at({std::numeric_limits<double>::quiet_NaN(), 5}));
    CHECK_FALSE(AreaLocator({}).area_at({0, 0}));
    CHECK(AreaLocator({MultiPolygon{}, square(0, 0, 1)}).area_at({0.5, 0.5}) == 1U);
}

TEST_CASE("a hole is outside, its border is not") {
    MultiPolygon ring = square(0, 0, 10);
    ring[0].holes.push_back(square(4, 4, 2)[0].outer);
    const AreaLocator locator({ring});
    CHECK_FALSE(locator.area_at({5, 5}));
    CHECK(locator.area_at({4, 5}) == 0U);
    CHECK(locator.area_at({3, 5}) == 0U);
}

TEST_CASE("the locator agrees with the even-odd rule on random areas") {
    Rng rng(7);
    std::vector<MultiPolygon> areas;
    for (int i = 0; i < 60; ++i) {  // star-shaped rings are simple whatever their radii
        const double x = rng.uniform(0, 1000), y = rng.uniform(0, 1000);
        Ring ring;
        for (int corner = 0; corner < 23; ++corner) {
            const double angle = corner * 2 * 3.14159265358979 / 23, radius = rng.uniform(20, 120);
            ring.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
        }
        ring.push_back(ring.front());
        areas.push_back({{ring, {}}});
    }
    const AreaLocator locator(areas);
    std::size_t wrong = 0, inside = 0;
    for (int i = 0; i < 20000; ++i) {
        const MapPoint p{rng.uniform(-50, 1050), rng.uniform(-50, 1050)};
        std::optional<std::size_t> first;
        for (std::size_t a = 0; a < areas.size() && !first; ++a)
            if (contains(areas[a], p)) first = a;
        wrong += locator.area_at(p) != first;
        inside += first.has_value();
    }
    CHECK(wrong == 0);
    CHECK(inside > 2000);
    CHECK(inside < 18000);
}

TEST_CASE("a locator can be moved") {
    AreaLocator first({square(0, 0, 1)});
    AreaLocator second(std::move(first));
    first = AreaLocator({square(5, 5, 1)});
    CHECK(second.area_at({0.5, 0.5}) == 0U);
    CHECK(first.area_at({5.5, 5.5}) == 0U);
    CHECK_FALSE(first.area_at({0.5, 0.5}));
}

TEST_CASE("a bow tie becomes two triangles of the same surface") {
    const MultiPolygon bow_tie{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}}};
    const MultiPolygon valid = made_valid(bow_tie);
    CHECK(valid.size() == 2);
    CHECK(area(valid) == Approx(50));
    for (const auto& part : valid) CHECK(part.outer.front() == part.outer.back());
    CHECK(AreaLocator({bow_tie}).area_at({9, 5}) == 0U);
    CHECK_FALSE(AreaLocator({bow_tie}).area_at({5, 1}));
}

TEST_CASE("parts that overlap are joined, not cut out of each other") {
    MultiPolygon overlapping = square(0, 0, 10);
    overlapping.push_back(square(5, 5, 10)[0]);
    CHECK(area(made_valid(overlapping)) == Approx(175));
}

TEST_CASE("a valid area stays the same") {
    MultiPolygon ring = square(0, 0, 10);
    ring[0].holes.push_back(square(4, 4, 2)[0].outer);
    const MultiPolygon same = made_valid(ring);
    REQUIRE(same.size() == 1);
    CHECK(same[0].outer == ring[0].outer);
    CHECK(same[0].holes == ring[0].holes);
}

TEST_CASE("an area without surface becomes nothing") {
    CHECK(made_valid({{{{0, 0}, {1, 1}, {2, 2}, {0, 0}}, {}}}).empty());
    CHECK(made_valid({}).empty());
}
