#include "geo/io/read_raster.hpp"

#include "base/error.hpp"
#include "geo/io/raster_support.hpp"
#include "geo/io/write_layer.hpp"

#include <sqlite3.h>

#include <cmath>
#include <fstream>

using namespace baken;
using namespace baken::test;

namespace {

const Box whole{180000, 430000, 184000, 433000};

std::string wrong(const std::filesystem::path& file, const RasterOptions& options = {}) {
    try {
        (void)Raster(file, options).image(whole, 40, 30, {});
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing";
}

/// Colours that tell longitude and latitude: red runs from west to east, green from south to north.
constexpr double west = 5.70, east = 5.86, south = 51.82, north = 51.90;
double ramp(double value, double low, double high) { return 10 + 235 * (value - low) / (high - low); }

void check_ramp(const MapImage& image, int tolerance) {
    const Projector rd("EPSG:28992");
    int compared = 0;
    for (int row = 0; row < image.height; ++row)
        for (int column = 0; column < image.width; ++column) {
            const Box& box = image.box;
            const LonLat at = rd.to_lonlat({box.min_x + (column + 0.5) * (box.max_x - box.min_x) / image.width,
                                            box.max_y - (row + 0.5) * (box.max_y - box.min_y) / image.height});
            const Rgba seen = image.at(column, row);
            if (at.lon < west + 0.002 || at.lon > east - 0.002 || at.lat < south + 0.002 || at.lat > north - 0.002) {
                if (at.lon < west - 0.002 || at.lon > east + 0.002) CHECK(seen.alpha == 0);
                continue;
            }
            ++compared;
            if (seen.alpha != 255 || std::abs(seen.red - ramp(at.lon, west, east)) > tolerance ||
                std::abs(seen.green - ramp(at.lat, south, north)) > tolerance)
                FAIL(column << ", " << row << ": " << int(seen.red) << " " << int(seen.green) << " " << int(seen.alpha)
                            << " for " << ramp(at.lon, west, east) << " " << ramp(at.lat, south, north));
        }
    CHECK(compared > image.width * image.height / 3);
}

}  // namespace

TEST_CASE("a GeoTIFF in RD gives its own pixels, and nothing where it does not reach") {
    const TempDir dir;
    const Raster raster(geotiff(dir / "a.tif", {}, mosaic));
    const MapImage image = raster.image(whole, 40, 30, {});
    REQUIRE(image.rgba.size() == 40 * 30 * 4);
    for (int row = 0; row < 30; ++row)
        for (int column = 0; column < 40; ++column)
            if (image.at(column, row) != mosaic_at(column, row)) FAIL(column << ", " << row);
    CHECK(raster.extent().min_x == Approx(180000));
    CHECK(raster.extent().max_y == Approx(433000));
    const MapImage shifted = raster.image({178000, 431000, 182000, 434000}, 40, 30, {});
    CHECK(shifted.at(19, 15).alpha == 0);
    CHECK(shifted.at(20, 9).alpha == 0);
    CHECK(shifted.at(20, 10) == mosaic_at(0, 0));
    CHECK(shifted.at(39, 29) == mosaic_at(19, 19));
    CHECK(raster.image({100000, 400000, 100100, 400100}, 4, 4, {}).rgba == std::vector<std::uint8_t>(64, 0));
}

TEST_CASE("rasters in degrees and in web Mercator fall where the converter of coordinates says") {
    const TempDir dir;
    const Box box{180000, 429500, 186000, 434000};
    Made degrees{.width = 400, .height = 200, .crs = "EPSG:4326"};
    degrees.place = {west, (east - west) / 400, 0, north, 0, -(north - south) / 200};
    const auto paint_degrees = [](int band, int column, int row) {
        return band == 1   ? ramp(west + (column + 0.5) * (east - west) / 400, west, east)
               : band == 2 ? ramp(north - (row + 0.5) * (north - south) / 200, south, north)
                           : 0;
    };
    const Raster raster(geotiff(dir / "degrees.tif", degrees, paint_degrees));
    check_ramp(raster.image(box, 240, 180, {}), 2);
    check_ramp(raster.image(box, 24, 18, {}), 4);  // coarser than the file

    // Spherical Mercator as it is printed.
    constexpr double radius = 6378137, pi = 3.14159265358979323846;
    const auto x_of = [](double lon) { return radius * lon * pi / 180; };
    const auto y_of = [](double lat) { return radius * std::log(std::tan(pi / 4 + lat * pi / 360)); };
    Made mercator{.width = 400, .height = 400, .crs = "EPSG:3857"};
    const double step_x = (x_of(east) - x_of(west)) / 400, step_y = (y_of(north) - y_of(south)) / 400;
    mercator.place = {x_of(west), step_x, 0, y_of(north), 0, -step_y};
    const auto paint_mercator = [&](int band, int column, int row) {
        const double lon = (x_of(west) + (column + 0.5) * step_x) / radius * 180 / pi;
        const double lat = (2 * std::atan(std::exp((y_of(north) - (row + 0.5) * step_y) / radius)) - pi / 2) * 180 / pi;
        return band == 1 ? ramp(lon, west, east) : band == 2 ? ramp(lat, south, north) : 0;
    };
    const auto file = geotiff(dir / "mercator.tif", mercator, paint_mercator);
    check_ramp(Raster(file).image(box, 240, 180, {}), 2);

    const auto copy = made_in_memory(mercator, paint_mercator);
    copy_to(copy, "MBTiles", dir / "tiles.mbtiles", {"TILE_FORMAT=PNG"});
    check_ramp(Raster(dir / "tiles.mbtiles").image(box, 240, 180, {}), 5);  // resampled once more to its zoom level
    copy_to(copy, "GPKG", dir / "tiles.gpkg", {"TILE_FORMAT=PNG", "RASTER_TABLE=lucht"});
    check_ramp(Raster(dir / "tiles.gpkg").image(box, 240, 180, {}), 2);
}

TEST_CASE("palette, grey, alpha, nodata and deep pixels all become colours") {
    const TempDir dir;
    const auto at = [&](const std::filesystem::path& file, int column, int row) {
        return Raster(file).image(whole, 40, 30, {}).at(column, row);
    };
    const auto palette = geotiff(
        dir / "p.tif", {.bands = 1}, [](int, int column, int) { return column % 3; },
        [](GDALDatasetH dataset) {
            const auto table = GDALCreateColorTable(GPI_RGB);
            const GDALColorEntry red{200, 10, 20, 255}, green{10, 200, 20, 255};
            GDALSetColorEntry(table, 0, &red);
            GDALSetColorEntry(table, 1, &green);
            GDALSetRasterColorTable(GDALGetRasterBand(dataset, 1), table);
            GDALDestroyColorTable(table);
        });
    CHECK(at(palette, 3, 3) == Rgba{200, 10, 20, 255});
    CHECK(at(palette, 4, 3) == Rgba{10, 200, 20, 255});
    const auto grey = geotiff(dir / "g.tif", {.bands = 1}, [](int, int column, int) { return 5 * column; });
    CHECK(at(grey, 7, 3) == Rgba{35, 35, 35, 255});
    const auto alpha = geotiff(
        dir / "ga.tif", {.bands = 2}, [](int band, int column, int) { return band == 1     ? 80
                                                                             : column < 20 ? 0
                                                                                           : 255; },
        [](GDALDatasetH dataset) { GDALSetRasterColorInterpretation(GDALGetRasterBand(dataset, 2), GCI_AlphaBand); });
    CHECK(at(alpha, 5, 3).alpha == 0);
    CHECK(at(alpha, 25, 3) == Rgba{80, 80, 80, 255});
    const auto nodata = geotiff(
        dir / "n.tif", {}, [](int band, int column, int) { return column < 10 ? 0
                                                                  : band == 2 ? 0
                                                                              : 90; },
        [](GDALDatasetH dataset) {
            for (int b = 1; b <= 3; ++b) GDALSetRasterNoDataValue(GDALGetRasterBand(dataset, b), 0);
        });
    CHECK(at(nodata, 5, 3).alpha == 0);
    CHECK(at(nodata, 25, 3) == Rgba{90, 0, 90, 255});  // one part of a colour may be nought
    const auto deep = geotiff(dir / "d.tif", {.bands = 1, .type = GDT_UInt16},
                              [](int, int column, int) { return 1000 + 100 * column; });
    CHECK(at(deep, 0, 3).red == 0);
    CHECK(at(deep, 39, 3).red == 255);
    CHECK(int(at(deep, 20, 3).red) == Approx(255 * 20 / 39.0).margin(1));
}

TEST_CASE("a coarse picture comes from the overview, a fine one from the pixels") {
    const TempDir dir;
    geotiff(dir / "o.tif", {.width = 512, .height = 384, .place = {180000, 7.8125, 0, 433000, 0, -7.8125}},
            [](int, int, int) { return 200; });
    {
        const RasterHandle file(
            GDALOpenEx((dir / "o.tif").c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
        const int factor = 8;
        REQUIRE(GDALBuildOverviews(file.get(), "NEAREST", 1, &factor, 0, nullptr, nullptr, nullptr) == CE_None);
        for (int b = 1; b <= 3; ++b)  // of another colour, so that it can be told
            paint_band(GDALGetOverview(GDALGetRasterBand(file.get(), b), 0), b, [](int, int, int) { return 50; });
    }
    const Raster raster(dir / "o.tif");
    CHECK(raster.image(whole, 32, 24, {}).at(10, 10).red == 50);
    CHECK(raster.image({181000, 431000, 182000, 431750}, 128, 96, {}).at(10, 10).red == 200);
}

TEST_CASE("a picture with a world file lies where that says, in RD where it can be nothing else") {
    const TempDir dir;
    const auto memory = made_in_memory({.crs = ""}, mosaic);
    copy_to(memory, "PNG", dir / "kaart.png");
    CHECK(wrong(dir / "kaart.png").find("world file") != std::string::npos);
    std::ofstream(dir / "kaart.pgw") << "100\n0\n0\n-100\n180050\n432950\n";
    const MapImage image = Raster(dir / "kaart.png").image(whole, 40, 30, {});
    CHECK(image.at(0, 0) == mosaic_at(0, 0));
    CHECK(image.at(39, 29) == mosaic_at(39, 29));
    copy_to(memory, "JPEG", dir / "kaart.jpg", {"QUALITY=100"});
    std::ofstream(dir / "kaart.jgw") << "0.0001\n0\n0\n-0.0001\n5.7\n51.9\n";
    CHECK(wrong(dir / "kaart.jpg").find("crs = ") != std::string::npos);
    CHECK(Raster(dir / "kaart.jpg", {.crs = "EPSG:4326"}).extent().min_x == Approx(176500).margin(3000));
    CHECK(wrong(dir / "kaart.png", {.crs = "EPSG:1"}).find("kaart.png: the coordinate system 'EPSG:1'") ==
          0 + dir.path().string().size() + 1);
}

TEST_CASE("a GeoPackage with several tile layers asks which one") {
    const TempDir dir;
    const auto memory = made_in_memory({}, mosaic);
    copy_to(memory, "GPKG", dir / "t.gpkg", {"RASTER_TABLE=zomer", "TILE_FORMAT=PNG"});
    copy_to(memory, "GPKG", dir / "t.gpkg", {"RASTER_TABLE=winter", "TILE_FORMAT=PNG", "APPEND_SUBDATASET=YES"});
    const std::string said = wrong(dir / "t.gpkg");
    CHECK(said.find("zomer, winter") != std::string::npos);
    CHECK(Raster(dir / "t.gpkg", {.layer = "winter"}).image(whole, 40, 30, {}).at(3, 4) == mosaic_at(3, 4));
    CHECK(wrong(dir / "t.gpkg", {.layer = "herfst"}).find("t.gpkg") != std::string::npos);
}

TEST_CASE("what is no base map is refused by name, with the next step") {
    const TempDir dir;
    CHECK(wrong(dir / "none.tif").find("no such file") != std::string::npos);
    CHECK(wrong(dir.write("a.txt", "x")).find(".gpkg .mbtiles .tif") != std::string::npos);
    CHECK(wrong(dir.write("a.tif", "this is no picture")).find("a.tif: there is no picture") != std::string::npos);
    CHECK(wrong(dir.write("a.mbtiles", "this is no picture")).find("a.mbtiles") != std::string::npos);
    geotiff(dir / "good.tif", {}, mosaic);
    // Another name does not open another driver: a virtual raster that points to a good file stays shut.
    const std::string virtual_raster =
        "<VRTDataset rasterXSize=\"40\" rasterYSize=\"30\"><VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource>"
        "<SourceFilename relativeToVRT=\"1\">good.tif</SourceFilename><SourceBand>1</SourceBand></SimpleSource>"
        "</VRTRasterBand></VRTDataset>";
    CHECK(wrong(dir.write("v.tif", virtual_raster)).find("v.tif: there is no picture") != std::string::npos);
    write_geopackage(dir / "vector.gpkg", std::vector{FeatureTable{"points", ShapeType::point, {}, {}}}, UtcTime{},
                     Overwrite::no, {});
    CHECK(wrong(dir / "vector.gpkg").find("vector.gpkg: there is no picture") != std::string::npos);
    const std::string whole_file = content_of(dir / "good.tif");
    const std::string said = wrong(dir.write("cut.tif", whole_file.substr(0, whole_file.size() / 2)));
    CHECK(said.find("cut.tif") != std::string::npos);
    CHECK(wrong("/vsicurl/http://127.0.0.1/a.tif").find("only files on this computer") != std::string::npos);
    CHECK_THROWS_AS((void)Raster(dir / "good.tif").image({0, 0, 0, 0}, 10, 10, {}), InputError);
    CHECK_THROWS_AS((void)Raster(dir / "good.tif").image(whole, 100000, 10, {}), InputError);
}

TEST_CASE("tiles that are vectors are refused, and a view of tiles that never ends is left") {
    const TempDir dir;
    const auto made = [&](const char* name, const std::string& sql) {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open((dir / name).c_str(), &db) == SQLITE_OK);
        CHECK(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(db);
        return dir / name;
    };
    const std::string tables = "CREATE TABLE metadata (name text, value text);";
    const std::string columns = "(zoom_level integer, tile_column integer, tile_row integer, tile_data blob);";
    CHECK(wrong(made("v.mbtiles",
                     tables + "CREATE TABLE tiles " + columns + "INSERT INTO metadata VALUES ('format', 'pbf');"))
              .find("vectors") != std::string::npos);
    CHECK(wrong(made("e.mbtiles", tables + "CREATE TABLE tiles " + columns)).find("no tiles in this file") !=
          std::string::npos);
    CHECK(
        wrong(made("t.mbtiles", tables + "CREATE TABLE tiles " + columns + "INSERT INTO tiles VALUES (3, 4, 5, 'x');"))
            .find("no PNG or JPEG") != std::string::npos);
    CHECK(wrong(made("n.mbtiles", "CREATE TABLE other (a);")).find("cannot be read (no such table") !=
          std::string::npos);
    const auto endless =
        made("loop.mbtiles", tables +
                                 "CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                 "SELECT 3 AS zoom_level, 0 AS tile_column, 0 AS tile_row, NULL AS tile_data FROM n "
                                 "WHERE i < 0;");
    CHECK(wrong(endless).find("does not end") != std::string::npos);
}

TEST_CASE("a stop ends the reading of a raster") {
    const TempDir dir;
    const Raster raster(geotiff(dir / "a.tif", {}, mosaic));
    std::stop_source stop;
    Work work{.stop = stop.get_token(), .on_progress = [&](std::string_view, double) { stop.request_stop(); }};
    CHECK_THROWS_AS((void)raster.image(whole, 2000, 1500, work), Cancelled);
    CHECK(raster.image(whole, 40, 30, {}).at(3, 4) == mosaic_at(3, 4));
}
