#include "ui/models/map_points.hpp"

#include "base/random.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <map>
#include <set>

using namespace baken;

namespace {

std::vector<MapPoint> crowd(int count) {
    Rng rng(5);
    std::vector<MapPoint> points;
    for (int i = 0; i < count; ++i) {
        // Every third on one spot, as accidents at a junction are.
        const bool is_stacked = i % 3 == 0;
        points.push_back({180000 + (is_stacked ? 700 : std::round(20000 * rng.uniform())),
                          420000 + (is_stacked ? 900 : std::round(9000 * rng.uniform()))});
    }
    return points;
}

}  // namespace

TEST_CASE("a cloud gives the points of a box, each once, with its kind and row") {
    const auto points = crowd(3000);
    std::vector<std::uint8_t> kinds;
    for (std::size_t i = 0; i < points.size(); ++i) kinds.push_back(static_cast<std::uint8_t>(i % 3));
    const PointCloud cloud(points, kinds);
    CHECK(cloud.size() == 3000);
    for (const Box& box : {Box{180000, 420000, 200000, 429000}, Box{180650, 420850, 180750, 420950},
                           Box{183333, 421000, 191234, 426001}, Box{0, 0, 10, 10}}) {
        std::set<std::uint32_t> expected, found;
        for (std::uint32_t i = 0; i < points.size(); ++i)
            if (box.contains(points[i])) expected.insert(i);
        std::size_t visits = 0;
        cloud.for_each_in(box, [&](MapPoint at, std::uint8_t kind, std::uint32_t row) {
            ++visits;
            found.insert(row);
            CHECK(kind == row % 3);
            CHECK(std::abs(at.x - points[row].x) < 0.05);
            CHECK(std::abs(at.y - points[row].y) < 0.05);
        });
        CHECK(found == expected);
        CHECK(visits == expected.size());
    }
}

TEST_CASE("the cells of a level count every point once, and only cells that touch the box are given") {
    const auto points = crowd(2000);
    const PointCloud cloud(points, {});
    for (const int level : {0, 4, 7, 10, PointCloud::levels}) {
        const double side = cloud.cell_size(level);
        std::size_t all = 0;
        cloud.for_each_cell(level, {0, 0, 300000, 700000}, [&](MapPoint centre, std::size_t count) {
            all += count;
            std::size_t expected = 0;
            for (const auto& p : points)
                expected += p.x >= centre.x - side / 2 && p.x < centre.x + side / 2 && p.y >= centre.y - side / 2 &&
                            p.y < centre.y + side / 2;
            CHECK(count == expected);
        });
        CHECK(all == points.size());
    }
    cloud.for_each_cell(6, {184000, 424000, 184100, 424100}, [&](MapPoint centre, std::size_t) {
        CHECK(std::abs(centre.x - 184050) <= 50 + cloud.cell_size(6) / 2);
        CHECK(std::abs(centre.y - 424050) <= 50 + cloud.cell_size(6) / 2);
    });
}

TEST_CASE("cells double from level to level, and their classes ascend") {
    const PointCloud cloud(crowd(5000), {});
    for (int level = 0; level < PointCloud::levels; ++level) {
        CHECK(cloud.cell_size(level + 1) == 2 * cloud.cell_size(level));
        const auto& breaks = cloud.breaks(level);
        CHECK(breaks[0] >= 2);
        for (std::size_t i = 1; i < breaks.size(); ++i) CHECK(breaks[i] > breaks[i - 1]);
    }
    CHECK(cloud.cell_size(cloud.level_for(100)) >= 100);
    CHECK(cloud.cell_size(cloud.level_for(100)) < 200);
}

TEST_CASE("a cloud without points, and one whose points are all one spot, are clouds too") {
    const PointCloud none;
    none.for_each_in({0, 0, 1, 1}, [](MapPoint, std::uint8_t, std::uint32_t) { FAIL(); });
    const std::vector<MapPoint> same(500, MapPoint{1000, 2000});
    const PointCloud one(same, {});
    std::size_t count = 0;
    one.for_each_cell(0, {900, 1900, 1100, 2100}, [&](MapPoint, std::size_t n) { count += n; });
    CHECK(count == 500);
}
