#include "geo/io/overlay.hpp"

#include "base/random.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/read_layer.hpp"
#include "support/geos_areas.hpp"
#include "support/support.hpp"

#include <chrono>

using namespace baken;
using namespace baken::test;

TEST_CASE("400,000 points find their municipality in about a second") {
    BAKEN_NEEDS_SHARED();
    std::vector<MultiPolygon> areas;
    for (const auto& row : read_layer(shared("data/municipalities/netherlands_2022_wgs84.geojson"), {}, {}).rows)
        areas.push_back(std::get<MultiPolygon>(row.shape));
    Rng rng(1);
    std::vector<MapPoint> points;
    for (int i = 0; i < 400000; ++i) points.push_back({rng.uniform(10000, 280000), rng.uniform(305000, 620000)});

    const auto begun = std::chrono::steady_clock::now();
    const AreaLocator locator(areas);
    std::vector<std::optional<std::size_t>> found;
    for (const auto& p : points) found.push_back(locator.area_at(p));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    INFO("located in " << took.count() << " s");
    CHECK(took.count() < 10);  // far above what is measured: a busy machine must not fail the test

    std::size_t wrong = 0, inside = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        inside += found[i].has_value();
        if (i % 100 != 0) continue;  // the even-odd rule over all areas is slow
        std::optional<std::size_t> first;
        for (std::size_t a = 0; a < areas.size() && !first; ++a)
            if (bounding_box(areas[a]).contains(points[i]) && contains(areas[a], points[i])) first = a;
        wrong += found[i] != first;
    }
    CHECK(wrong == 0);
    // 37,400 km2 of municipalities with their waters, in a frame of 85,050 km2.
    CHECK(static_cast<double>(inside) / 400000 > 0.35);
    CHECK(static_cast<double>(inside) / 400000 < 0.55);
}

TEST_CASE("a million points find the municipality that GEOS finds, borders included") {
    BAKEN_NEEDS_SHARED();
    std::vector<MultiPolygon> areas;
    for (const auto& row : read_layer(shared("data/municipalities/netherlands_2022_wgs84.geojson"), {}, {}).rows)
        areas.push_back(made_valid(std::get<MultiPolygon>(row.shape)));
    Rng rng(3);
    std::vector<MapPoint> points;
    for (int i = 0; i < 900000; ++i) points.push_back({rng.uniform(10000, 280000), rng.uniform(305000, 620000)});
    while (points.size() < 1'000'000) {
        const MultiPolygon& area = areas[rng.below(static_cast<std::uint32_t>(areas.size()))];
        const Ring& ring = area[rng.below(static_cast<std::uint32_t>(area.size()))].outer;
        const std::size_t i = rng.below(static_cast<std::uint32_t>(ring.size() - 1));
        const double share = rng.chance(0.3) ? 0 : rng.uniform();
        points.push_back(
            {ring[i].x + share * (ring[i + 1].x - ring[i].x), ring[i].y + share * (ring[i + 1].y - ring[i].y)});
    }
    const AreaLocator locator(areas);
    GeosAreas truth(areas);
    std::size_t wrong = 0;
    for (const MapPoint p : points) wrong += locator.area_at(p) != truth.area_at(p);
    CHECK(wrong == 0);
}
