#include "app/map_images.hpp"

#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <map>

using namespace baken;

namespace {

const std::array<Rgba, density_classes> colours{Rgba{10, 0, 0, 50}, Rgba{20, 0, 0, 90}, Rgba{30, 0, 0, 130},
                                                Rgba{40, 0, 0, 170}, Rgba{50, 0, 0, 210}};

}  // namespace

TEST_CASE("a density picture has five classes of equal area, and nothing where nothing is") {
    const Project project = test::sample_project();
    const auto points = density_points(project, DensityOf::accidents);
    const ImageFrame frame{{167000, 423000, 197000, 441000}, 300, 180};
    const DensityImage seen = density_image(points, frame, {.colours = colours, .bandwidth = 500_m}, {});
    CHECK(std::is_sorted(seen.bounds.begin(), seen.bounds.end()));
    std::map<int, int> pixels;
    for (int row = 0; row < 180; ++row)
        for (int column = 0; column < 300; ++column) ++pixels[seen.image.at(column, row).red];
    int coloured = 0;
    for (int k = 1; k <= 5; ++k) coloured += pixels[10 * k];
    CHECK(pixels[0] + coloured == 300 * 180);
    CHECK(pixels[0] > 0);
    for (int k = 1; k <= 5; ++k) CHECK(pixels[10 * k] == Approx(coloured / 5.0).epsilon(0.02));
    // The strongest colour lies where the surface is highest.
    const DensityGrid grid = density_surface(points, frame.box, 300, 180, 500_m, {});
    const auto top = std::max_element(grid.values.begin(), grid.values.end()) - grid.values.begin();
    CHECK(seen.image.at(static_cast<int>(top % 300), static_cast<int>(top / 300)) == colours[4]);
    CHECK(seen.bounds.back() == grid.values[static_cast<std::size_t>(top)]);
}

TEST_CASE("with the bounds of another picture a colour keeps its meaning") {
    const auto points = density_points(test::sample_project(), DensityOf::accidents);
    const ImageFrame whole{{167000, 423000, 197000, 441000}, 300, 180}, part{{167000, 432000, 182000, 441000}, 150, 90};
    const DensityImage first = density_image(points, whole, {colours, 500_m}, {});
    const DensityImage second = density_image(points, part, {colours, 500_m, first.bounds}, {});
    CHECK(second.bounds == first.bounds);
    for (int row = 0; row < 90; ++row)
        for (int column = 0; column < 150; ++column)
            if (second.image.at(column, row) != first.image.at(column, row)) FAIL(column << ", " << row);
}

TEST_CASE("only events that count make density") {
    Project project = test::sample_project();
    project.years = {2023};
    std::size_t all = 0, injury = 0;
    for (const Accident& a : project.region->accidents) {
        const bool counts = a.year == 2023 && (a.link == LinkLevel::exact || a.link == LinkLevel::junction) &&
                            a.road_manager != RoadManager::national && a.municipality == 2;
        all += counts ? 1 : 0;
        injury += counts && a.outcome != Outcome::damage_only ? 1 : 0;
    }
    REQUIRE(injury > 0);
    CHECK(density_points(project, DensityOf::accidents, {2}).size() == all);
    CHECK(density_points(project, DensityOf::injury_accidents, {2}).size() == injury);
    CHECK(density_points(project, DensityOf::complaints, {0, 1}).size() == 50);
    const DensityImage nothing = density_image({}, {{0, 0, 10, 10}, 4, 4}, {.colours = colours}, {});
    CHECK(nothing.bounds == DensityBounds{});
    CHECK(nothing.image.rgba == std::vector<std::uint8_t>(64, 0));
}
