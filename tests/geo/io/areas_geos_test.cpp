#include "base/random.hpp"
#include "geo/core/area_index.hpp"
#include "geo/core/orientation.hpp"
#include "geo/io/overlay.hpp"
#include "support/geos_areas.hpp"
#include "support/support.hpp"

#include <cmath>

using namespace baken;
using namespace baken::test;

namespace {

/// A quilt without gaps: neighbours share crooked borders, corner for corner, and a patch here and there has a hole in
/// which an island of a later patch lies.
std::vector<MultiPolygon> quilt(int side, double size, MapPoint origin) {
    Rng rng(5);
    const auto corners = static_cast<std::size_t>(side) + 1;
    std::vector<MapPoint> at;
    for (std::size_t i = 0; i < corners * corners; ++i) {
        const double column = static_cast<double>(i % corners), row = static_cast<double>(i / corners);
        at.push_back({origin.x + (column + 0.3 * rng.uniform(-1, 1)) * size,
                      origin.y + (row + 0.3 * rng.uniform(-1, 1)) * size});
    }
    /// The crook of a border is the same from both sides.
    const auto crook = [&](std::size_t one, std::size_t other) {
        const std::size_t a = std::min(one, other), b = std::max(one, other);
        Rng own(a * 100'000 + b);
        const double share = own.uniform(0.3, 0.7);
        return MapPoint{at[a].x + share * (at[b].x - at[a].x) + 0.1 * size * own.uniform(-1, 1),
                        at[a].y + share * (at[b].y - at[a].y) + 0.1 * size * own.uniform(-1, 1)};
    };
    std::vector<MultiPolygon> areas;
    for (std::size_t row = 0; row + 1 < corners; ++row)
        for (std::size_t column = 0; column + 1 < corners; ++column) {
            const std::size_t a = row * corners + column, b = a + 1, c = b + corners, d = a + corners;
            Polygon patch{{at[a], crook(a, b), at[b], crook(b, c), at[c], crook(c, d), at[d], crook(d, a), at[a]}, {}};
            areas.push_back({patch});
        }
    const std::size_t patches = areas.size();
    for (std::size_t i = 0; i < patches; i += 5) {
        const Ring& ring = areas[i][0].outer;
        const MapPoint middle{(ring[0].x + ring[4].x) / 2, (ring[0].y + ring[4].y) / 2};
        const double r = 0.1 * size;
        const Ring hole{{middle.x - r, middle.y},
                        {middle.x, middle.y - r},
                        {middle.x + r, middle.y},
                        {middle.x, middle.y + r},
                        {middle.x - r, middle.y}};
        areas[i][0].holes.push_back(hole);
        areas[(i + 7) % patches].push_back({hole, {}});
    }
    for (MultiPolygon& area : areas) area = made_valid(area);
    return areas;
}

/// Points all over, on corners, on edges as near as doubles come, and a last digit beside them.
std::vector<MapPoint> hard_points(const std::vector<MultiPolygon>& areas, const Box& box, int scattered) {
    Rng rng(9);
    std::vector<MapPoint> points;
    for (int i = 0; i < scattered; ++i)
        points.push_back({rng.uniform(box.min_x, box.max_x), rng.uniform(box.min_y, box.max_y)});
    for (const MultiPolygon& area : areas)
        for (const Polygon& part : area)
            for (std::size_t i = 0; i + 1 < part.outer.size(); ++i) {
                const MapPoint a = part.outer[i], b = part.outer[i + 1];
                points.push_back(a);
                for (const double share : {0.5, 0.25, rng.uniform()}) {
                    const MapPoint p{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
                    for (const double dx : {-1.0, 0.0, 1.0}) points.push_back({std::nextafter(p.x, p.x + dx), p.y});
                }
            }
    return points;
}

}  // namespace

TEST_CASE("an index of areas answers as GEOS does, on borders too and for every size of cell") {
    for (const MapPoint origin : {MapPoint{0, 0}, MapPoint{187654.321, 431234.567}}) {
        const std::vector<MultiPolygon> areas = quilt(12, 1000, origin);
        const Box box{origin.x - 500, origin.y - 500, origin.x + 12500, origin.y + 12500};
        const auto points = hard_points(areas, box, 20000);
        GeosAreas truth(areas);
        std::vector<std::optional<std::size_t>> expected;
        for (const MapPoint p : points) expected.push_back(truth.area_at(p));
        for (const double cell : {3.0, 40.0, 250.0, 1000.0, 1e6}) {
            const AreaIndex index(areas, Metres(cell));
            std::size_t wrong = 0;
            for (std::size_t i = 0; i < points.size(); ++i) wrong += index.area_at(points[i]) != expected[i];
            INFO("cells of " << cell << " m");
            CHECK(wrong == 0);
            CHECK((index.share_of_border_cells() < 0.02) == (cell == 3));
        }
    }
}

TEST_CASE("areas that overlap, lie in each other or are empty are taken in their order") {
    const auto square = [](double x, double y, double side) {
        return MultiPolygon{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
    };
    const std::vector<MultiPolygon> areas{
        square(300, 300, 200), {}, square(0, 0, 1000), square(100, 100, 1500), square(990, 990, 5)};
    GeosAreas truth(areas);
    Rng rng(4);
    for (const double cell : {7.0, 100.0, 250.0}) {
        const AreaIndex index(areas, Metres(cell));
        std::size_t wrong = 0;
        for (int i = 0; i < 20000; ++i) {
            // Whole tens: on borders every so often.
            const MapPoint p{10.0 * rng.below(170), 10.0 * rng.below(170)};
            wrong += index.area_at(p) != truth.area_at(p);
        }
        CHECK(wrong == 0);
    }
    CHECK_FALSE(AreaIndex({}).area_at({0, 0}));
    CHECK_FALSE(AreaIndex(std::vector<MultiPolygon>{{}, {}}).area_at({0, 0}));
    CHECK_FALSE(AreaIndex(areas).area_at({std::nan(""), 5}));
    CHECK_FALSE(AreaIndex(areas).area_at({1e300, -1e300}));
}

TEST_CASE("the side of a line is right where doubles run out of digits") {
    CHECK(side_of({0, 0}, {0, 10}, {-1, 5}) == 1);
    CHECK(side_of({0, 0}, {0, 10}, {1, 5}) == -1);
    CHECK(side_of({0, 0}, {3, 3}, {1, 1}) == 0);
    // Multiples of one number lie on one line through the origin; a last digit more does not.
    Rng rng(2);
    for (int i = 0; i < 2000; ++i) {
        const MapPoint step{rng.uniform(1, 2), rng.uniform(1, 2)};
        const MapPoint a{0, 0}, b{step.x * 4096, step.y * 4096}, p{step.x * 64, step.y * 64};
        CHECK(side_of(a, b, p) == 0);
        CHECK(side_of(a, b, {std::nextafter(p.x, 0), p.y}) == 1);
        CHECK(side_of(a, b, {std::nextafter(p.x, 1e9), p.y}) == -1);
        CHECK(side_of(a, b, {p.x, std::nextafter(p.y, 1e9)}) == 1);
    }
}
