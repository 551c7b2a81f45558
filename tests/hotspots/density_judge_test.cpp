#include "hotspots/density.hpp"

#include "base/random.hpp"
#include "support/python.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <sstream>

using namespace baken;
using namespace baken::test;

namespace {

/// 200 events at centres of cells, so that densities at the events are densities of cells.
struct World {
    Box box{180000, 430000, 184000, 433000};
    int columns = 160, rows = 120;
    std::vector<WeightedPoint> points;
    std::vector<std::pair<int, int>> cells;

    World() {
        Rng rng(11);
        for (int i = 0; i < 200; ++i) {
            const int column = static_cast<int>(rng.below(160)), row = static_cast<int>(rng.below(120));
            cells.emplace_back(column, row);
            points.push_back({{box.min_x + 25 * column + 12.5, box.max_y - 25 * row - 12.5}, 1});
        }
    }
    [[nodiscard]] std::string csv() const {
        std::ostringstream text;
        text.precision(10);
        text << "x,y\n";
        for (const auto& point : points) text << point.at.x << "," << point.at.y << "\n";
        return text.str();
    }
};

/// Each line of the answer is the density at one event, per m2.
void check_densities(const std::string& answer, const World& world, const Smoothing& smoothing) {
    const DensityGrid grid = density_surface(world.points, world.box, world.columns, world.rows, smoothing, {});
    std::istringstream lines(answer);
    std::size_t seen = 0;
    for (double value = 0; lines >> value; ++seen) {
        REQUIRE(seen < world.cells.size());
        const auto [column, row] = world.cells[seen];
        CHECK(grid.at(column, row) == Approx(value * 1e6).epsilon(1e-9));
    }
    CHECK(seen == world.cells.size());
}

}  // namespace

TEST_CASE("spatstat finds the same densities with its quartic kernel") {
    if (run({"Rscript", "--vanilla", "-e", "library(spatstat.explore)"}).exit_code != 0) {
        WARN("SKIPPED: R with spatstat is not here (package r-cran-spatstat.explore)");
        return;
    }
    const World world;
    const TempDir folder;
    const auto csv = folder.write("points.csv", world.csv());
    // Its sigma is a standard deviation: the bandwidth over the root of eight.
    const auto script = folder.write("density.R", R"(
suppressMessages(library(spatstat.explore))
p <- read.csv(commandArgs(trailingOnly = TRUE)[1])
events <- suppressWarnings(ppp(p$x, p$y, window = owin(c(180000, 184000), c(430000, 433000))))
found <- density(events, sigma = 500 / sqrt(8), kernel = "quartic", at = "points", leaveoneout = FALSE, edge = FALSE)
cat(format(as.numeric(found), digits = 17), sep = "\n")
)");
    const Ran ran = run({"Rscript", "--vanilla", script.string(), csv.string()});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    check_densities(ran.out, world, 500_m);
}

TEST_CASE("scikit-learn finds the same densities with its Epanechnikov kernel") {
    const auto python = python_with("sklearn");
    if (!python) {
        WARN("SKIPPED: scikit-learn is not here (package python3-sklearn)");
        return;
    }
    const World world;
    const TempDir folder;
    const auto csv = folder.write("points.csv", world.csv());
    const auto script = folder.write("density.py", R"(
import sys
import numpy
from sklearn.neighbors import KernelDensity
points = numpy.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
density = KernelDensity(kernel="epanechnikov", bandwidth=500, rtol=0, atol=0).fit(points)
for value in numpy.exp(density.score_samples(points)) * len(points):
    print(repr(float(value)))
)");
    const Ran ran = run({*python, script.string(), csv.string()});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    check_densities(ran.out, world, {500_m, Kernel::epanechnikov});
}
