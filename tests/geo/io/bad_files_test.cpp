#include "geo/io/read_layer.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "geo/io/write_layer.hpp"
#include "support/support.hpp"

#include <sqlite3.h>
#include <unistd.h>

using namespace baken;
using namespace baken::test;

namespace {

const char* const extensions[] = {".gpkg", ".geojson", ".json", ".fgb", ".shp", ".gml", ".kml", ".xlsx", ".ods"};

std::string refusal(const std::filesystem::path& file, const ReadOptions& options = {}) {
    try {
        return "read " + std::to_string(read_layer(file, options, {}).rows.size());
    } catch (const Error& error) {
        return error.what();
    }
}

std::string points_as_geojson(int count) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < count; ++i)
        text += std::string(i == 0 ? "" : ",\n")
                    .append(R"({"type":"Feature","properties":{"n":)")
                    .append(std::to_string(i))
                    .append(R"(},"geometry":{"type":"Point","coordinates":[5.7,51.8]}})");
    return text + "]}\n";
}

std::string points_as_gml(int count) {
    std::string text =
        R"(<?xml version="1.0"?><ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml">)";
    for (int i = 0; i < count; ++i)
        text +=
            R"(<gml:featureMember><ogr:p fid="p.0"><ogr:geom><gml:Point srsName="EPSG:28992"><gml:coordinates>1,2</gml:coordinates>)"
            "</gml:Point></ogr:geom><ogr:n>1</ogr:n></ogr:p></gml:featureMember>\n";
    return text + "</ogr:FeatureCollection>\n";
}

std::string points_as_kml(int count) {
    std::string text =
        R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>a</name>)";
    for (int i = 0; i < count; ++i)
        text += "<Placemark><name>p</name><Point><coordinates>5.77,51.86</coordinates></Point></Placemark>\n";
    return text + "</Folder></Document></kml>\n";
}

std::string points_as_geopackage(const TempDir& dir, int count) {
    FeatureTable table{"points", ShapeType::point, {{"n", FieldType::integer}}, {}};
    for (int i = 0; i < count; ++i) table.rows.push_back({{std::int64_t{i}}, MapPoint{1.0 * i, 2}});
    write_geopackage(dir / "made.gpkg", std::vector{table}, UtcTime{}, Overwrite::yes, {});
    return content_of(dir / "made.gpkg");
}

void execute(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    char* message = nullptr;
    const int done = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message);
    INFO((message == nullptr ? "" : message));
    sqlite3_close(db);
    sqlite3_free(message);
    REQUIRE(done == SQLITE_OK);
}

/// Cuts the file at many places: every cut must be refused, or give all rows because only the end's blanks are gone.
void check_cuts(const std::string& whole, const char* name, int rows, std::size_t step) {
    const TempDir dir;
    REQUIRE(refusal(dir.write(name, whole)) == "read " + std::to_string(rows));
    std::string wrong;
    std::size_t refused = 0;
    for (std::size_t cut = 1; cut < whole.size(); cut += step) {
        const std::string said = refusal(dir.write(name, whole.substr(0, cut)));
        if (said.find(name) != std::string::npos)
            ++refused;
        else if (said != "read " + std::to_string(rows))
            wrong += "cut at " + std::to_string(cut) + ": " + said + "\n";
    }
    CHECK(wrong == "");
    CHECK(refused > whole.size() / step / 2);
}

}  // namespace

TEST_CASE("a file that cannot be opened is named with what to do") {
    const TempDir dir;
    CHECK(refusal(dir / "none.gpkg") ==
          (dir / "none.gpkg").string() + ": there is no such file; check the name and the folder");
    CHECK_THROWS_AS(read_layer(dir / "none.gpkg", {}, {}), IoError);
    std::filesystem::create_directory(dir / "folder.gpkg");
    CHECK(refusal(dir / "folder.gpkg").find("this is a folder; name a file in it") != std::string::npos);
    CHECK_THROWS_AS(read_layer(dir / "folder.gpkg", {}, {}), IoError);
    CHECK(refusal("/dev/null.gpkg").find("no such file") != std::string::npos);
    for (const char* extension : extensions) {
        const auto empty = dir.write(std::string("empty") + extension, "");
        CHECK(refusal(empty).find("the file is empty; export or download it again") != std::string::npos);
        CHECK_THROWS_AS(read_layer(empty, {}, {}), InputError);
    }
    if (geteuid() == 0) return;  // root may read everything
    const auto locked = dir.write("locked.geojson", points_as_geojson(1));
    std::filesystem::permissions(locked, std::filesystem::perms::none);
    CHECK(refusal(locked).find("ask for the right to read it") != std::string::npos);
}

TEST_CASE("names that mean something other than a file are refused") {
    for (const char* name :
         {"/vsicurl/http://localhost/x.geojson", "/vsizip/a.zip/b.gpkg", "http://localhost/x.geojson",
          "PG:dbname=x.gpkg", "WFS:http://localhost/x.gml", "GPKG:x.gpkg", ""}) {
        INFO(name);
        CHECK_THROWS_AS(read_layer(name, {}, {}), Error);
        CHECK(refusal(name).find("read 0") == std::string::npos);
        CHECK_THROWS_AS(read_bytes(name), Error);
    }
    CHECK(refusal("PG:x.gpkg").find("only files on this computer") != std::string::npos);
    CHECK(refusal("{\"type\":\"Point\",\"coordinates\":[1,2]}.geojson").find("there is no such file") !=
          std::string::npos);
}

TEST_CASE("an extension we do not know names those we do") {
    const TempDir dir;
    for (const char* name : {"a.csv", "a.txt", "a", "a.vrt", "a.zip"})
        CHECK(refusal(dir.write(name, "x"))
                  .find("export it as one of: .gpkg .geojson .json .fgb .shp .gml .kml .xlsx .ods") !=
              std::string::npos);
}

TEST_CASE("what a file is called does not decide what opens it") {
    const TempDir dir;
    dir.write("other.geojson", points_as_geojson(3));
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"other\"><SrcDataSource>" +
                            (dir / "other.geojson").string() + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    for (const char* extension : extensions) {
        const std::string said = refusal(dir.write(std::string("klachten") + extension, vrt));
        INFO(said);
        CHECK(said.find("klachten") != std::string::npos);
        CHECK(said.find("again") + said.find("export") != 2 * std::string::npos);
    }
    CHECK(refusal(dir.write("really.gpkg", points_as_geojson(2))).find("no sound GeoPackage") != std::string::npos);
    CHECK(refusal(dir.write("really.geojson", points_as_gml(2))).find("cannot be read as GeoJSON") !=
          std::string::npos);
}

TEST_CASE("junk is refused under every name") {
    const TempDir dir;
    Rng rng(11);
    for (int size : {1, 3, 100, 5000}) {
        std::string junk;
        for (int i = 0; i < size; ++i) junk += static_cast<char>(rng.below(256));
        for (const char* extension : extensions)
            CHECK_THROWS_AS(read_layer(dir.write(std::string("junk") + extension, junk), {}, {}), InputError);
    }
}

TEST_CASE("a file that is cut off never gives fewer rows in silence") {
    check_cuts(points_as_geojson(40), "cut.geojson", 40, 37);
    check_cuts(points_as_gml(30), "cut.gml", 30, 53);
    check_cuts(points_as_kml(30), "cut.kml", 30, 41);
    const TempDir dir;
    check_cuts(points_as_geopackage(dir, 500), "cut.gpkg", 500, 512);
}

TEST_CASE("a damaged page of a GeoPackage is found") {
    const TempDir dir;
    const std::string whole = points_as_geopackage(dir, 2000);
    Rng rng(5);
    int silent = 0;
    for (int i = 0; i < 60; ++i) {
        std::string damaged = whole;
        const std::size_t page = 4096 * (1 + rng.below(static_cast<std::uint32_t>(whole.size() / 4096 - 1)));
        for (std::size_t at = page; at < page + 8; ++at)
            damaged[at] = static_cast<char>(rng.below(256));  // the page's header
        const std::string said = refusal(dir.write("damaged.gpkg", damaged));
        if (said.starts_with("read ") && said != "read 2000") ++silent;
    }
    CHECK(silent == 0);
}

TEST_CASE("a view that never ends is not run") {
    const TempDir dir;
    const std::string endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
    const std::string whole = points_as_geopackage(dir, 3);

    const auto as_layer = dir.write("view.gpkg", whole);
    execute(as_layer,
            "CREATE VIEW trap AS " + endless +
                "; INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('trap', 'attributes', 'trap')");
    CHECK(refusal(as_layer).find("'trap' is a view and not a table") != std::string::npos);

    const auto as_contents = dir.write("contents.gpkg", whole);
    execute(as_contents, "ALTER TABLE gpkg_contents RENAME TO old; CREATE VIEW GPKG_contents AS " + endless);
    CHECK(refusal(as_contents).find("is a view and not a table") != std::string::npos);

    const auto harmless = dir.write("harmless.gpkg", whole);
    execute(harmless, "CREATE VIEW spatial_ref_sys AS SELECT 1");
    CHECK(refusal(harmless) == "read 3");
}

TEST_CASE("bytes come as they are, packed ones unpacked, within a limit") {
    const TempDir dir;
    const std::string bytes = std::string("a\0b\r\n", 5) + std::string(5000000, 'x');
    const auto plain = dir.write("plain.csv", bytes);
    CHECK(read_bytes(plain) == bytes);
    CHECK(read_bytes(plain, bytes.size()) == bytes);
    CHECK_THROWS_WITH(read_bytes(plain, bytes.size() - 1), Catch::Contains("holds more than 5000004 bytes; split it"));

    REQUIRE(run({"gzip", "-k", plain.string()}).exit_code == 0);
    const std::string packed = content_of(dir / "plain.csv.gz");
    CHECK(read_bytes(dir / "plain.csv.gz") == bytes);
    CHECK(packed.size() < 10000);
    CHECK_THROWS_WITH(read_bytes(dir / "plain.csv.gz", 100000), Catch::Contains("when unpacked"));
    CHECK(read_bytes(dir.write("twice.csv.gz", packed + packed)) == bytes + bytes);  // members one after another

    CHECK_THROWS_AS(read_bytes(dir.write("cut.csv.gz", packed.substr(0, packed.size() / 2))), InputError);
    CHECK_THROWS_AS(read_bytes(dir.write("tail.csv.gz", packed.substr(0, packed.size() - 3))), InputError);
    std::string wrong_sum = packed;
    wrong_sum[packed.size() - 6] = static_cast<char>(wrong_sum[packed.size() - 6] ^ 1);
    CHECK_THROWS_AS(read_bytes(dir.write("sum.csv.gz", wrong_sum)), InputError);
    CHECK_THROWS_AS(read_bytes(dir.write("not.csv.gz", "plain text after all")), InputError);
    CHECK_THROWS_AS(read_bytes(dir.write("empty.csv", "")), InputError);
    CHECK_THROWS_AS(read_bytes(dir / "none.csv"), IoError);
    CHECK_THROWS_AS(read_bytes(dir.path()), IoError);
}
