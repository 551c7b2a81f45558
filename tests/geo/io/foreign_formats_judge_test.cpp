#include "geo/core/measure.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/write_layer.hpp"

#include "base/error.hpp"
#include "support/support.hpp"

#include <unistd.h>

#include <set>

using namespace baken;
using namespace baken::test;

namespace {

bool has_program(const char* name) { return run({"sh", "-c", std::string("command -v ") + name}).exit_code == 0; }

/// Leaves the test as skipped where a program is absent.
#define NEEDS(program)                                 \
    if (!has_program(program)) {                       \
        WARN("SKIPPED: " program " is not installed"); \
        return;                                        \
    }

FeatureTable points(int count) {
    FeatureTable table{"points", ShapeType::point, {{"naam", FieldType::text}, {"n", FieldType::integer}}, {}};
    for (int i = 0; i < count; ++i)
        table.rows.push_back({{std::string("Rûnwei"), std::int64_t{i}}, MapPoint{180000.5 + i, 430000.25 - i}});
    return table;
}

}  // namespace

TEST_CASE("layers that ogr2ogr makes of ours are read back the same from every format") {
    NEEDS("ogr2ogr");
    const TempDir dir;
    const FeatureTable ours = points(300);
    write_geopackage(dir / "points.gpkg", std::vector{ours}, UtcTime{}, Overwrite::no, {});
    struct Case {
        const char* driver;
        const char* file;
        bool has_shapes;
        std::vector<std::string> options;
    };
    const std::vector<Case> cases{
        {"ESRI Shapefile", "a.shp", true, {"-lco", "ENCODING=ISO-8859-1"}},
        {"ESRI Shapefile", "b.shp", true, {"-lco", "ENCODING=UTF-8"}},
        {"FlatGeobuf", "a.fgb", true, {}},
        {"GeoJSON", "rd.geojson", true, {}},
        {"GeoJSON", "lonlat.geojson", true, {"-t_srs", "EPSG:4326", "-lco", "COORDINATE_PRECISION=12"}},
        {"GML", "a.gml", true, {}},
        {"KML", "a.kml", true, {}},
        {"XLSX", "a.xlsx", false, {}},
        {"ODS", "a.ods", false, {}}};
    for (const auto& one : cases) {
        INFO(one.file);
        std::vector<std::string> command{"ogr2ogr", "-f", one.driver, dir / one.file, dir / "points.gpkg"};
        command.insert(command.end(), one.options.begin(), one.options.end());
        REQUIRE(run(command).exit_code == 0);
        const FeatureTable theirs = read_layer(dir / one.file, {}, {});
        REQUIRE(theirs.rows.size() == 300);
        std::set<std::size_t> found;
        for (const auto& row : theirs.rows) {  // FlatGeobuf puts them in an order of its own
            const std::size_t n = std::stoul(text_of(row.values[theirs.field("n")]));
            REQUIRE(n < 300);
            found.insert(n);
            REQUIRE(text_of(row.values[theirs.field("naam")]) == "Rûnwei");
            REQUIRE((row.shape.index() == 1) == one.has_shapes);
            // Degrees by a correction grid, where ogr2ogr has one, differ by decimetres from ours.
            if (one.has_shapes)
                REQUIRE(distance(std::get<MapPoint>(row.shape), std::get<MapPoint>(ours.rows[n].shape)).value < 0.5);
        }
        CHECK(found.size() == 300);
    }
}

TEST_CASE("binary files that are cut off never give fewer rows in silence") {
    NEEDS("ogr2ogr");
    const TempDir dir;
    write_geopackage(dir / "points.gpkg", std::vector{points(200)}, UtcTime{}, Overwrite::no, {});
    for (const auto& [driver, made] : std::vector<std::pair<std::string, std::string>>{{"FlatGeobuf", "whole.fgb"},
                                                                                       {"ESRI Shapefile", "whole.shp"},
                                                                                       {"XLSX", "whole.xlsx"},
                                                                                       {"ODS", "whole.ods"}}) {
        REQUIRE(run({"ogr2ogr", "-f", driver, dir / made, dir / "points.gpkg"}).exit_code == 0);
        const std::string whole = content_of(dir / made);
        const std::string cut_name = "cut" + std::filesystem::path(made).extension().string();
        if (made == "whole.shp")
            for (const char* companion : {".shx", ".dbf", ".prj"})
                dir.write(std::string("cut") + companion, content_of(dir / (std::string("whole") + companion)));
        for (std::size_t cut = 1; cut < whole.size(); cut += 97) {
            const auto file = dir.write(cut_name, whole.substr(0, cut));
            INFO(made << " cut at " << cut);
            std::size_t rows = 200;
            try {
                rows = read_layer(file, {}, {}).rows.size();
            } catch (const InputError& error) {
                CHECK(std::string(error.what()).find(cut_name) != std::string::npos);
            }
            REQUIRE(rows == 200);
        }
    }
}

TEST_CASE("a workbook that would fill the machine is not unpacked") {
    NEEDS("zip");
    const TempDir dir;
    dir.write("xl/worksheets/sheet1.xml", std::string(std::size_t{210} << 20U, ' '));
    REQUIRE(run({"zip", "-q", "-1", "bomb.xlsx", "xl/worksheets/sheet1.xml"}, {.folder = dir.path()}).exit_code == 0);
    CHECK_THROWS_WITH(read_layer(dir / "bomb.xlsx", {}, {}),
                      Catch::Contains("unpacked this workbook would take 210 MB"));
}

TEST_CASE("ogrinfo finds what we wrote, as it should be in a GeoPackage") {
    NEEDS("ogrinfo");
    const TempDir dir;
    FeatureTable table = points(5);
    table.fields[0].alias = "Naam";
    write_geopackage(dir / "plan.gpkg", std::vector{table}, UtcTime{}, Overwrite::no, {});
    const Ran told = run({"ogrinfo", "-so", dir / "plan.gpkg", "points"});
    CHECK(told.exit_code == 0);
    CHECK(told.err == "");
    for (const char* expected : {"Feature Count: 5", "Geometry: Point", "ID[\"EPSG\",28992]",
                                 "Extent: (180000.500000, 429996.250000) - (180004.500000, 430000.250000)"})
        CHECK(told.out.find(expected) != std::string::npos);
}

TEST_CASE("a disk that is really full leaves the old file and nothing else") {
    if (geteuid() != 0) {
        WARN("SKIPPED: only root can make a small disk");
        return;
    }
    const TempDir dir;
    const std::string disk = dir / "disk";
    std::filesystem::create_directory(disk);
    if (run({"mount", "-t", "tmpfs", "-o", "size=200k", "none", disk}).exit_code != 0) {
        WARN("SKIPPED: no file system can be mounted here");
        return;
    }
    std::string said_of_table, said_of_bytes;
    write_bytes(disk + "/plan.gpkg", "old", Overwrite::no);
    try {
        write_geopackage(disk + "/plan.gpkg", std::vector{points(20000)}, UtcTime{}, Overwrite::yes, {});
    } catch (const IoError& error) {
        said_of_table = error.what();
    }
    try {
        write_bytes(disk + "/plan.json", std::string(300000, 'x'), Overwrite::no);
    } catch (const IoError& error) {
        said_of_bytes = error.what();
    }
    const std::string old = content_of(disk + "/plan.gpkg");
    const auto files = std::distance(std::filesystem::directory_iterator(disk), {});
    REQUIRE(run({"umount", disk}).exit_code == 0);
    CHECK(said_of_table.find("/plan.gpkg: cannot be written (") != std::string::npos);
    CHECK(said_of_bytes.find("No space left on device") != std::string::npos);
    CHECK(old == "old");
    CHECK(files == 1);
}
