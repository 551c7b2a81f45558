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

/// The definition, as it is printed, with digits to spare.
double density_at(MapPoint at, const std::vector<WeightedPoint>& points, double h, Kernel kernel = Kernel::quartic) {
    const long double square = static_cast<long double>(h) * h, pi = std::numbers::pi_v<long double>;
    long double sum = 0;
    for (const WeightedPoint& point : points) {
        const long double dx = static_cast<long double>(at.x) - point.at.x,
                          dy = static_cast<long double>(at.y) - point.at.y;
        const long double rest = 1 - (dx * dx + dy * dy) / square;
        if (rest > 0) sum += point.weight * (kernel == Kernel::quartic ? 3 * rest * rest : 2 * rest) / (pi * square);
    }
    return static_cast<double>(sum * 1e6L);
}

MapPoint centre_of(const DensityGrid& grid, int column, int row) {
    return {grid.box.min_x + (column + 0.5) * (grid.box.max_x - grid.box.min_x) / grid.columns,
            grid.box.max_y - (row + 0.5) * (grid.box.max_y - grid.box.min_y) / grid.rows};
}

/// The largest difference from the definition, as a share of the largest value.
double worst_of(const DensityGrid& grid, const std::vector<WeightedPoint>& points, Kernel kernel) {
    double worst = 0, top = 0;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const double truth = density_at(centre_of(grid, column, row), points, grid.bandwidth.value, kernel);
            worst = std::max(worst, std::abs(grid.at(column, row) - truth));
            top = std::max(top, truth);
            if (truth == 0 && grid.at(column, row) > 1e-12 * top) return 1;
        }
    return worst / top;
}

double mass_of(const DensityGrid& grid) {
    const double cell =
        (grid.box.max_x - grid.box.min_x) / grid.columns * (grid.box.max_y - grid.box.min_y) / grid.rows / 1e6;
    return std::accumulate(grid.values.begin(), grid.values.end(), 0.0) * cell;
}

}  // namespace

TEST_CASE("a density surface is its definition at the centre of every cell, to 1e-9 of the largest value") {
    // Points outside the box reach into it, some lie at one place, and cells need not be square.
    auto points = scattered(300, {179800, 429700, 184400, 433300});
    for (int i = 0; i < 20; ++i) points.push_back(points[static_cast<std::size_t>(i)]);
    for (const Kernel kernel : {Kernel::quartic, Kernel::epanechnikov})
        for (const double h : {220.0, 1700.0, 9000.0}) {
            const DensityGrid grid = density_surface(points, box, 61, 37, {Metres(h), kernel}, {});
            CHECK(grid.bandwidth.value == Approx(std::max(h, 3 * 3000.0 / 37)));
            CHECK(worst_of(grid, points, kernel) < 1e-9);
        }
}

TEST_CASE("a wide surface keeps its digits from one end to the other, beside places that are far denser") {
    // 1,500 columns of blocks, a heap in the west, hardly anything in the east.
    std::vector<WeightedPoint> points = scattered(400, {100, 0, 150000, 300});
    for (int i = 0; i < 2000; ++i) points.push_back({{5000 + i * 0.01, 150.0 + i % 7}, 1});
    const DensityGrid grid = density_surface(points, {0, 0, 150000, 300}, 1500, 3, 600_m, {});
    CHECK(worst_of(grid, points, Kernel::quartic) < 1e-9);
    // In the east, where the heap is out of reach, its rounding is not felt either.
    for (int column = 1200; column < 1500; ++column) {
        const double truth = density_at(centre_of(grid, column, 1), points, 600);
        CHECK(grid.at(column, 1) == Approx(truth).epsilon(1e-9).margin(1e-12));
    }
}

TEST_CASE("where no point reaches a density surface is exactly nothing") {
    std::vector<WeightedPoint> points = scattered(200, {180000, 430000, 181000, 433000});
    const auto more = scattered(30, {183000, 430000, 184000, 433000});
    points.insert(points.end(), more.begin(), more.end());
    const DensityGrid grid = density_surface(points, box, 400, 300, 150_m, {});
    std::size_t empty = 0;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const MapPoint centre = centre_of(grid, column, row);
            const bool is_reached = std::any_of(points.begin(), points.end(), [&](const WeightedPoint& point) {
                return distance(centre, point.at).value < 150.001;
            });
            if (!is_reached) CHECK(grid.at(column, row) == 0);
            empty += is_reached ? 0 : 1;
        }
    CHECK(empty > 20000);
}

TEST_CASE("neither the order of the points nor where the map begins changes a density surface") {
    auto points = scattered(3000, box);
    for (int i = 0; i < 500; ++i) points.push_back({points[static_cast<std::size_t>(i)].at, 0.1 * (i % 9)});
    const DensityGrid one = density_surface(points, box, 200, 150, 250_m, {});
    Rng rng(3);
    rng.shuffle(points);
    CHECK(density_surface(points, box, 200, 150, 250_m, {}).values == one.values);
    const double top = *std::max_element(one.values.begin(), one.values.end());
    for (auto& point : points) point.at = {point.at.x + 1e6 / 3, point.at.y - 1e6 / 7};
    const Box moved{box.min_x + 1e6 / 3, box.min_y - 1e6 / 7, box.max_x + 1e6 / 3, box.max_y - 1e6 / 7};
    const DensityGrid other = density_surface(points, moved, 200, 150, 250_m, {});
    double worst = 0;
    for (std::size_t i = 0; i < one.values.size(); ++i)
        worst = std::max(worst, std::abs(one.values[i] - other.values[i]));
    CHECK(worst < 1e-9 * top);
}

TEST_CASE("points far outside a box that is small beside the bandwidth count as the definition says") {
    const Box small{0, 0, 40, 30};
    const auto points = scattered(200, {-900, -900, 900, 900});
    for (const Kernel kernel : {Kernel::quartic, Kernel::epanechnikov})
        CHECK(worst_of(density_surface(points, small, 4, 3, {800_m, kernel}, {}), points, kernel) < 1e-12);
    CHECK_NOTHROW(density_surface(points, small, 4, 3, Metres(1e12), {}));
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
        CHECK(mass_of(density_surface(one, box, 200, 150, {10_m, Kernel::epanechnikov}, {})) ==
              Approx(1).epsilon(0.02));
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
    CHECK_THROWS_AS(density_surface(std::vector<WeightedPoint>{{{181000, 431000}, -1}}, box, 10, 10, 100_m, {}),
                    InputError);
}
