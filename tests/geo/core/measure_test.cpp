#include "geo/core/measure.hpp"

#include "support/support.hpp"

using namespace baken;

namespace {

Ring rectangle(double x0, double y0, double x1, double y1) {
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}};
}
Ring reversed(Ring ring) { return {ring.rbegin(), ring.rend()}; }

/// 10 by 10 with a 2 by 2 hole, and a 2 by 1 island apart.
const MultiPolygon with_hole{{rectangle(0, 0, 10, 10), {rectangle(4, 4, 6, 6)}}, {rectangle(20, 0, 22, 1), {}}};

}  // namespace

TEST_CASE("a line is as long as its steps together") {
    CHECK(length({{0, 0}, {3, 4}, {3, 10}}) == Metres(11));
    CHECK(length({}) == Metres(0));
    CHECK(length({{1, 1}}) == Metres(0));
}

TEST_CASE("holes are taken off an area, whichever way the rings run") {
    CHECK(area(with_hole) == Approx(100 - 4 + 2));
    CHECK(area({{reversed(rectangle(0, 0, 10, 10)), {rectangle(4, 4, 6, 6)}}}) == Approx(96));
    CHECK(area({{rectangle(0, 0, 10, 10), {reversed(rectangle(4, 4, 6, 6))}}}) == Approx(96));
    CHECK(area({}) == 0);
}

TEST_CASE("an area far from the origin keeps its digits") {
    CHECK(area({{rectangle(180000, 430000, 180000.5, 430000.5), {}}}) == Approx(0.25).epsilon(1e-9));
    const MapPoint c = centroid({{rectangle(180000, 430000, 180001, 430003), {}}});
    CHECK(c.x == Approx(180000.5).epsilon(1e-12));
    CHECK(c.y == Approx(430001.5).epsilon(1e-12));
}

TEST_CASE("the centroid is that of the area, worked by hand") {
    // (100 * 5 - 4 * 5 + 2 * 21) / 98 and (100 * 5 - 4 * 5 + 2 * 0.5) / 98
    const MapPoint c = centroid(with_hole);
    CHECK(c.x == Approx(522.0 / 98));
    CHECK(c.y == Approx(481.0 / 98));
    const MapPoint t = centroid({{{{0, 0}, {6, 0}, {0, 3}, {0, 0}}, {}}});
    CHECK(t.x == Approx(2));
    CHECK(t.y == Approx(1));
}

TEST_CASE("an area without surface has the mean of its points as centroid") {
    const MapPoint c = centroid({{{{0, 0}, {4, 4}, {8, 8}}, {}}});
    CHECK(c.x == Approx(4));
    CHECK(c.y == Approx(4));
    CHECK(centroid({}) == MapPoint{0, 0});
}

TEST_CASE("boxes hold all points and no more") {
    const Box box = bounding_box(with_hole);
    CHECK(box.min_x == 0);
    CHECK(box.min_y == 0);
    CHECK(box.max_x == 22);
    CHECK(box.max_y == 10);
    const std::vector<MapPoint> points{{3, -1}, {-2, 5}};
    const Box two = bounding_box(points);
    CHECK(two.min_x == -2);
    CHECK(two.max_y == 5);
    CHECK(two.contains({-2, -1}));
    CHECK_FALSE(two.contains({-2.001, 0}));
}

TEST_CASE("a border belongs to its area, a hole does not") {
    CHECK(contains(with_hole, {1, 1}));
    CHECK(contains(with_hole, {21, 0.5}));
    CHECK_FALSE(contains(with_hole, {5, 5}));     // in the hole
    CHECK_FALSE(contains(with_hole, {15, 0.5}));  // between the parts
    for (const MapPoint corner : {MapPoint{0, 0}, {10, 10}, {10, 5}, {0, 5}, {5, 0}, {5, 10}, {4, 4}, {4, 5}, {22, 1}})
        CHECK(contains(with_hole, corner));
}

TEST_CASE("a ray through a corner counts once") {
    const MultiPolygon diamond{{{{0, -5}, {5, 0}, {0, 5}, {-5, 0}, {0, -5}}, {}}};
    CHECK(contains(diamond, {0, 0}));
    CHECK_FALSE(contains(diamond, {-6, 0}));
    CHECK_FALSE(contains(diamond, {6, 0}));
    CHECK_FALSE(contains(diamond, {-1, 5}));
    CHECK_FALSE(contains(diamond, {-1, -5}));
}

TEST_CASE("the nearest point of a line is a foot, an end or a corner") {
    const Line line{{0, 0}, {10, 0}, {10, 10}};
    CHECK(nearest_on(line, {4, 3}) == MapPoint{4, 0});
    CHECK(nearest_on(line, {-2, -2}) == MapPoint{0, 0});
    CHECK(nearest_on(line, {12, -1}) == MapPoint{10, 0});
    CHECK(nearest_on(line, {12, 7}) == MapPoint{10, 7});
    CHECK(nearest_on(line, {11, 20}) == MapPoint{10, 10});
    CHECK(nearest_on({{3, 3}, {3, 3}}, {9, 9}) == MapPoint{3, 3});
}
