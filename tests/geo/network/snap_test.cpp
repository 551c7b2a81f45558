#include "geo/network/snap.hpp"

#include "base/error.hpp"
#include "geo/core/measure.hpp"
#include "geo/network/small_networks.hpp"
#include "support/support.hpp"

#include <cmath>
#include <limits>

using namespace baken;
using namespace baken::test;

TEST_CASE("the nearest road is the one that a search of all roads finds") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Rng rng(seed);
        const double extent = seed % 2 == 0 ? 5000 : 300;
        const auto lines = crooked_roads(rng, 40, 90, extent);
        const Network network(lines);
        const Snapper snapper(network);
        std::vector<MapPoint> points;
        for (int i = 0; i < 500; ++i)
            points.push_back({180000 + rng.uniform(-extent, 2 * extent), 430000 + rng.uniform(-extent, 2 * extent)});
        for (const auto& node : network.nodes()) points.push_back(node);
        const Metres tolerance(extent / 4);
        std::size_t wrong = 0, missed = 0;
        for (const MapPoint p : points) {
            double nearest = std::numeric_limits<double>::infinity();
            for (std::uint32_t e = 0; e < network.edges().size(); ++e)
                nearest = std::min(nearest, distance(p, nearest_on(network.line_of(e), p)).value);
            const auto snapped = snapper.nearest(p, tolerance);
            if (nearest > tolerance.value * (1 + 1e-12)) {
                wrong += snapped.has_value();
                ++missed;
                continue;
            }
            wrong += !snapped || std::abs(snapped->metres - nearest) > 1e-7 ||
                     std::abs(distance(p, network.point_at(snapped->place)).value - nearest) > 1e-6;
        }
        CHECK(wrong == 0);
        CHECK(missed > 0);
        const auto one = snapper.nearest(points, tolerance, {});
        const auto two = snapper.nearest(points, tolerance, {.threads = 2});
        std::size_t differing = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto alone = snapper.nearest(points[i], tolerance);
            differing += alone.has_value() != one[i].has_value() || one[i].has_value() != two[i].has_value() ||
                         (alone && (alone->place != one[i]->place || one[i]->place != two[i]->place));
        }
        CHECK(differing == 0);
    }
}

TEST_CASE("of equally near roads the first is taken") {
    const Network network({{{0, 10}, {100, 10}}, {{0, -10}, {100, -10}}, {{0, 10}, {0, -10}}});
    const auto snapped = Snapper(network).nearest({50, 0}, 30_m);
    REQUIRE(snapped);
    CHECK(snapped->place == RoadPlace{0, 50});
    CHECK(snapped->metres == 10);
}

TEST_CASE("a road at exactly the tolerance is near enough") {
    const Network network({{{0, 0}, {100, 0}}});
    CHECK(Snapper(network).nearest({50, 30}, 30_m));
    CHECK_FALSE(Snapper(network).nearest({50, 30.001}, 30_m));
}

TEST_CASE("no roads, no snapping, and no number, no answer") {
    CHECK_FALSE(Snapper(Network()).nearest({1, 2}, 30_m));
    const Network network({{{0, 0}, {100, 0}}});
    CHECK_THROWS_AS(Snapper(network).nearest({std::numeric_limits<double>::infinity(), 0}, 30_m), InputError);
}
