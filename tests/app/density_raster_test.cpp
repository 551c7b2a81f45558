#include "app/density_raster.hpp"

#include "app/export_density.hpp"
#include "app/outputs.hpp"
#include "geo/core/measure.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

/// The quartic kernel as it is printed, per km2.
double density_at(MapPoint at, const std::vector<WeightedPoint>& points, double h) {
    double sum = 0;
    for (const WeightedPoint& point : points) {
        const double u2 = squared_distance(at, point.at) / (h * h);
        if (u2 < 1) sum += 3 / (std::numbers::pi * h * h) * (1 - u2) * (1 - u2) * 1e6;
    }
    return sum;
}

MapPoint middle_of(const RasterGrid& grid, int column, int row) {
    return {grid.north_west.x + (column + 0.5) * grid.cell.value, grid.north_west.y - (row + 0.5) * grid.cell.value};
}

double value_of(const RasterGrid& grid, int column, int row) {
    return grid.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                       static_cast<std::size_t>(column)];
}

std::string refused(const DensityExport& asked, const std::filesystem::path& out = "/nonexistent/x.tif") {
    try {
        (void)export_densities(sample_project(), std::span(&asked, 1), out, Overwrite::no, {});
    } catch (const SettingsError& error) {
        return error.what();
    }
    return "written";
}

}  // namespace

TEST_CASE("a density raster holds the kernel's sum within the municipalities, and nothing is known outside") {
    const Project project = sample_project();
    for (const DensityOf of : {DensityOf::accidents, DensityOf::complaints}) {
        const DensityRaster raster = density_raster(project, {.of = of}, {});
        const RasterGrid& grid = raster.grid;
        const std::vector<WeightedPoint> points = density_points(project, of);
        CHECK(raster.events == points.size());
        CHECK(grid.cell.value == 50);
        CHECK(raster.bandwidth.value == 250);
        CHECK(std::fmod(grid.north_west.x, 50) == 0);
        CHECK(std::fmod(grid.north_west.y, 50) == 0);
        std::size_t known = 0, some = 0;
        for (int row = 0; row < grid.rows; row += 3)
            for (int column = 0; column < grid.columns; column += 3) {
                const MapPoint at = middle_of(grid, column, row);
                const bool is_inside =
                    std::any_of(project.region->municipalities.begin(), project.region->municipalities.end(),
                                [&](const Municipality& m) { return contains(m.area, at); });
                const double value = value_of(grid, column, row);
                if (std::isnan(value) == is_inside) FAIL(at.x << " " << at.y << ": " << value);
                if (!is_inside) continue;
                ++known;
                some += value > 0 ? 1 : 0;
                if (std::abs(value - density_at(at, points, 250)) > 1e-7) FAIL(at.x << " " << at.y << ": " << value);
            }
        CHECK(known > 5000);
        CHECK(some > 20);
    }
}

TEST_CASE("accidents of the surface are those of our roads and years that have a place") {
    Project project = sample_project();
    const std::size_t all = density_raster(project, {}, {}).events;
    project.years = {project.years.back()};
    const std::size_t of_one_year = density_raster(project, {}, {}).events;
    CHECK(of_one_year > 0);
    CHECK(of_one_year < all);
}

TEST_CASE("the classes of a density raster have equal area, and its bounds are its values") {
    const DensityRaster raster = density_raster(sample_project(), {.bandwidth = 1000_m}, {});
    REQUIRE(raster.look.classes.size() == 5);
    std::vector<double> some;
    std::copy_if(raster.grid.values.begin(), raster.grid.values.end(), std::back_inserter(some),
                 [](double v) { return v > 0; });
    for (const RasterClass& one : raster.look.classes) {
        const auto inside =
            std::count_if(some.begin(), some.end(), [&](double v) { return v > one.from && v <= one.to; });
        CHECK(static_cast<double>(inside) / static_cast<double>(some.size()) == Approx(0.2).margin(0.01));
    }
    CHECK(raster.look.classes.front().from == *std::min_element(some.begin(), some.end()));
    CHECK(raster.look.classes.back().to == *std::max_element(some.begin(), some.end()));
    CHECK(raster_qml(raster.look).find("label=\"0,") != std::string::npos);  // as the Dutch write it
}

TEST_CASE("a density is exported as a GeoTIFF with its style, of one municipality too, the same bytes each time") {
    const TempDir dir;
    const Project project = sample_project();
    const std::vector<DensityExport> both{{.layer = "density"}, {.layer = "density_complaints"}};
    const DensitiesWritten written = export_densities(project, both, dir / "rasters", Overwrite::no, {});
    std::set<std::string> names;
    for (const auto& file : written.files) names.insert(file.filename());
    CHECK(names ==
          std::set<std::string>{"density.tif", "density.qml", "density_complaints.tif", "density_complaints.qml"});
    CHECK_THROWS_AS(export_densities(project, both, dir / "rasters", Overwrite::no, {}), IoError);
    CHECK_THROWS_AS(export_densities(project, both, dir / "beide.tif", Overwrite::no, {}), SettingsError);

    const Municipality& one = project.region->municipalities[2];
    const DensityExport asked{.layer = "density", .cell = 20_m, .bandwidth = 400_m, .municipalities = {one.name}};
    (void)export_densities(project, std::span(&asked, 1), dir / "een.tif", Overwrite::no, {});
    (void)export_densities(project, std::span(&asked, 1), dir / "nog-een.tif", Overwrite::no, {});
    CHECK(content_of(dir / "een.tif") == content_of(dir / "nog-een.tif"));
    CHECK(content_of(dir / "een.qml") == content_of(dir / "nog-een.qml"));
    const RasterGrid grid = read_grid(dir / "een.tif");
    CHECK(grid.cell.value == 20);
    const Box box = bounding_box(one.area);
    CHECK(grid.columns == static_cast<int>(std::ceil(box.max_x / 20) - std::floor(box.min_x / 20)));
    // Events of the neighbours reach over the border.
    const std::vector<WeightedPoint> points = density_points(project, DensityOf::accidents);
    double worst = 0, top = 0;
    for (int row = 0; row < grid.rows; row += 11)
        for (int column = 0; column < grid.columns; column += 11) {
            const double value = value_of(grid, column, row);
            if (std::isnan(value)) continue;
            const double truth = density_at(middle_of(grid, column, row), points, 400);
            worst = std::max(worst, std::abs(value - truth));
            top = std::max(top, truth);
        }
    CHECK(top > 0);
    CHECK(worst < 1e-6 * top);  // in the file's digits
}

TEST_CASE("a density for the public is refused, one of complaints for partners too, and it is said what to use") {
    for (const char* layer : {"density", "density_complaints"}) {
        const std::string said = refused({.layer = layer, .profile = Profile::for_public});
        CHECK(said.find("public_cells, public_municipalities, public_places") != std::string::npos);
        CHECK(said.find("één voorval") != std::string::npos);
    }
    CHECK(refused({.layer = "density_complaints", .profile = Profile::partner}).find("hotspots") != std::string::npos);
    const TempDir dir;
    CHECK(refused({.layer = "density", .profile = Profile::partner}, dir / "d.tif") == "written");
}

TEST_CASE("a density that cannot be made says what to change") {
    const TempDir dir;
    CHECK(refused({.layer = "density", .cell = 0.5_m}).find("minstens 1 meter") != std::string::npos);
    CHECK(refused({.layer = "density", .cell = 1_m}).find("grotere cellen") != std::string::npos);
    CHECK(refused({.layer = "density", .bandwidth = 0_m}).find("bandbreedte") != std::string::npos);
    CHECK(refused({.layer = "density", .municipalities = {"Atlantis"}}).find("Atlantis") != std::string::npos);
    CHECK(refused({.layer = "hotspots"}, dir / "x").find("density, density_complaints") != std::string::npos);
    CHECK(std::filesystem::is_empty(dir.path()));
    try {
        (void)layer_to_export(sample_project(), {.layer = "density"});
        FAIL("a raster is no layer of rows");
    } catch (const SettingsError& error) {
        CHECK(std::string(error.what()).find("tif") != std::string::npos);
    }
    // A stop leaves nothing behind.
    std::stop_source stop;
    const Work work{stop.get_token(), [&](std::string_view, double) { stop.request_stop(); }};
    const DensityExport asked{.layer = "density"};
    CHECK_THROWS_AS(export_densities(sample_project(), std::span(&asked, 1), dir / "d.tif", Overwrite::no, work),
                    Cancelled);
    CHECK(std::filesystem::is_empty(dir.path()));
}

TEST_CASE("a wide bandwidth's cells are not finer than its kernel, and a project without events is all zero") {
    Project project = sample_project();
    CHECK(density_raster(project, {.cell = 200_m, .bandwidth = 250_m}, {}).bandwidth.value == 600);
    project.region.edit().accidents.clear();
    const DensityRaster empty = density_raster(project, {}, {});
    CHECK(empty.events == 0);
    CHECK(empty.look.classes.empty());
    CHECK(std::all_of(empty.grid.values.begin(), empty.grid.values.end(),
                      [](double v) { return std::isnan(v) || v == 0; }));
}
