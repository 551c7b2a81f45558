#include "geo/io/write_raster.hpp"

#include "geo/io/read_raster.hpp"
#include "geo/io/small_disk.hpp"
#include "support/support.hpp"

#include <cmath>
#include <limits>

using namespace baken;
using namespace baken::test;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

RasterGrid slope(int columns, int rows) {
    RasterGrid grid{.north_west = {180000, 434000}, .cell = 50_m, .columns = columns, .rows = rows, .values = {}};
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            grid.values.push_back((column + row) % 7 == 0 ? unknown : column / 3.0 + row * row / 7.0);
    return grid;
}

std::string refused(const RasterGrid& grid, const std::filesystem::path& file) {
    try {
        write_raster(grid, file, {}, {});
    } catch (const Error& error) {
        return error.what();
    }
    return "written";
}

}  // namespace

TEST_CASE("a raster comes back as it was written, cell by cell, with what is not known") {
    const TempDir dir;
    for (const RasterNumber number : {RasterNumber::float32, RasterNumber::float64}) {
        const RasterGrid grid = slope(700, 300);
        write_raster(grid, dir / "a.tif", {.number = number, .overwrite = Overwrite::yes}, {});
        const RasterGrid back = read_grid(dir / "a.tif");
        CHECK(back.north_west == grid.north_west);
        CHECK(back.cell.value == 50);
        REQUIRE(back.columns == 700);
        REQUIRE(back.rows == 300);
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < grid.values.size(); ++i) {
            const double expected =
                number == RasterNumber::float32 ? static_cast<float>(grid.values[i]) : grid.values[i];
            wrong += back.values[i] == expected || (std::isnan(back.values[i]) && std::isnan(expected)) ? 0 : 1;
        }
        CHECK(wrong == 0);
    }
    // The reader of base maps finds it in the same place, and nothing where nothing is known.
    const Raster seen(dir / "a.tif");
    const Box extent = seen.extent();
    CHECK(extent.min_x == Approx(180000));
    CHECK(extent.max_y == Approx(434000));
    CHECK(extent.max_x == Approx(180000 + 700 * 50));
    CHECK(extent.min_y == Approx(434000 - 300 * 50));
}

TEST_CASE("the same grid is the same bytes, and holds no trace of when or where it was written") {
    const TempDir dir, other;
    write_raster(slope(300, 200), dir / "a.tif", {.description = "per km2"}, {});
    write_raster(slope(300, 200), other / "een heel andere naam.tif", {.description = "per km2"}, {});
    const std::string bytes = content_of(dir / "a.tif");
    CHECK(bytes == content_of(other / "een heel andere naam.tif"));
    CHECK(bytes.find("partial") == std::string::npos);
    CHECK(bytes.find("GDAL 3") == std::string::npos);
    CHECK(bytes.size() < 300 * 200 * sizeof(float));
    CHECK(std::distance(std::filesystem::directory_iterator(dir.path()), {}) == 1);
}

TEST_CASE("a raster that cannot be written leaves nothing and says why") {
    const TempDir dir;
    const auto file = dir / "a.tif";
    CHECK(refused({.north_west = {}, .columns = 3, .rows = 2, .values = {1, 2}}, file).find("3 by 2 cells") !=
          std::string::npos);
    CHECK(refused({}, file) != "written");
    CHECK(std::filesystem::is_empty(dir.path()));
    dir.write("a.tif", "oud");
    CHECK(refused(slope(3, 3), file).find("exists already") != std::string::npos);
    CHECK(content_of(file) == "oud");
    const std::string said =
        on_a_small_disk(4096, [&] { write_raster(slope(600, 600), file, {.overwrite = Overwrite::yes}, {}); });
    CHECK(said.find(file.string() + ": cannot be written") == 0);
    CHECK(content_of(file) == "oud");
    std::stop_source stop;
    const Work work{stop.get_token(), [&](std::string_view, double) { stop.request_stop(); }};
    CHECK_THROWS_AS(write_raster(slope(600, 600), file, {.overwrite = Overwrite::yes}, work), Cancelled);
    CHECK(content_of(file) == "oud");
    CHECK(std::distance(std::filesystem::directory_iterator(dir.path()), {}) == 1);
    CHECK_THROWS_AS(read_grid(file), InputError);
}
