#include "hotspots/density.hpp"

#include "base/random.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <numbers>
#include <numeric>

using namespace baken;

namespace {

const Box box{180000, 430000, 184000, 433000};

std::vector<WeightedPoint> scattered(int count, const Box& where) {
    Rng rng(7);
    std::vector<WeightedPoint> points;
    for (int i = 0; i < count; ++i)
        points.push_back(
            {{rng.uniform(where.min_x, where.max_x), rng.uniform(where.min_y, where.max_y)}, 0.5 + rng.uniform()});
    return points;
}

/// The definition, as it is printed.
double density_at(MapPoint at, const std::vector<WeightedPoint>& points, double h) {
    double sum = 0;
    for (const WeightedPoint& point : points) {
        const double u2 = squared_distance(at, point.at) / (h * h);
        if (u2 < 1) sum += point.weight * 3 / std::numbers::pi * (1 - u2) * (1 - u2) / (h * h);
    }
    return sum * 1e6;
}

double mass_of(const DensityGrid& grid) {
    const double cell =
        (grid.box.max_x - grid.box.min_x) / grid.columns * (grid.box.max_y - grid.box.min_y) / grid.rows / 1e6;
    return std::accumulate(grid.values.begin(), grid.values.end(), 0.0) * cell;
}

}  // namespace

TEST_CASE("a density surface is its definition at the centre of every cell") {
    // Points outside the box reach into it, some lie at one place, and cells need not be square.
    auto points = scattered(300, {179800, 429700, 184400, 433300});
    for (int i = 0; i < 20; ++i) points.push_back(points[static_cast<std::size_t>(i)]);
    for (const double h : {220.0, 1700.0}) {
        const DensityGrid grid = density_surface(points, box, 61, 37, Metres(h), {});
        CHECK(grid.bandwidth.value == Approx(std::max(h, 3 * 3000.0 / 37)));
        for (int row = 0; row < grid.rows; ++row)
            for (int column = 0; column < grid.columns; ++column) {
                const MapPoint centre{box.min_x + (column + 0.5) * 4000 / 61, box.max_y - (row + 0.5) * 3000 / 37};
                const double expected = density_at(centre, points, grid.bandwidth.value);
                if (std::abs(grid.at(column, row) - expected) > 1e-9 * (1 + expected))
                    FAIL(column << ", " << row << ": " << grid.at(column, row) << " for " << expected);
            }
    }
}

TEST_CASE("a density surface holds the weight of its points, at any fineness of the grid") {
    const auto points = scattered(50, {181000, 431000, 183000, 432000});
    const double weight = std::accumulate(points.begin(), points.end(), 0.0,
                                          [](double sum, const WeightedPoint& point) { return sum + point.weight; });
    for (const int columns : {40, 80, 400}) {
        const DensityGrid grid = density_surface(points, box, columns, columns * 3 / 4, 250_m, {});
        CHECK(mass_of(grid) == Approx(weight).epsilon(0.005));
    }
    // One point alone, wherever it lies in its cell.
    for (int i = 0; i < 25; ++i) {
        const std::vector<WeightedPoint> one{{{182000 + 4.0 * (i % 5), 431500 + 4.0 * (i / 5)}, 1}};
        CHECK(mass_of(density_surface(one, box, 200, 150, 10_m, {})) == Approx(1).epsilon(0.005));
    }
}

TEST_CASE("the northern row of a density surface comes first") {
    const DensityGrid grid = density_surface(std::vector<WeightedPoint>{{{180100, 432900}, 1}}, box, 40, 30, 300_m, {});
    const auto top = std::max_element(grid.values.begin(), grid.values.end()) - grid.values.begin();
    CHECK(top / 40 <= 1);
    CHECK(top % 40 <= 1);
    CHECK(grid.at(39, 29) == 0);
}

TEST_CASE("threads do not change a density surface, and a stop ends it") {
    const auto points = scattered(2000, box);
    const DensityGrid one = density_surface(points, box, 200, 150, 250_m, {});
    Work work;
    work.threads = 3;
    CHECK(density_surface(points, box, 200, 150, 250_m, work).values == one.values);
    std::stop_source stop;
    work.stop = stop.get_token();
    work.on_progress = [&](std::string_view, double) { stop.request_stop(); };
    CHECK_THROWS_AS(density_surface(points, box, 200, 150, 250_m, work), Cancelled);
}

TEST_CASE("a density surface refuses what has no density") {
    const std::vector<WeightedPoint> points{{{181000, 431000}, 1}};
    CHECK(density_surface({}, box, 2, 2, 100_m, {}).values == std::vector<double>(4, 0.0));
    CHECK_THROWS_AS(density_surface(points, {0, 0, 0, 10}, 10, 10, 100_m, {}), InputError);
    CHECK_THROWS_AS(density_surface(points, box, 0, 10, 100_m, {}), InputError);
    CHECK_THROWS_AS(density_surface(points, box, 10, 10, 0_m, {}), InputError);
    CHECK_THROWS_AS(density_surface(std::vector<WeightedPoint>{{{std::nan(""), 0}, 1}}, box, 10, 10, 100_m, {}),
                    InputError);
}
