#include "geo/io/read_layer.hpp"

#include "base/error.hpp"
#include "geo/core/measure.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

const ReadOptions in_rd{.crs = "EPSG:28992"};

std::string feature(const std::string& geometry, const std::string& properties = "{}") {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}
std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

/// The only row of a GeoJSON with this geometry, in RD.
Shape shape_of(const std::string& geometry) {
    const TempDir dir;
    const FeatureTable table = read_layer(dir.write("one.geojson", collection(feature(geometry))), in_rd, {});
    REQUIRE(table.rows.size() == 1);
    return table.rows[0].shape;
}

}  // namespace

TEST_CASE("fields keep their names, types and values") {
    const TempDir dir;
    const auto file = dir.write(
        "fields.geojson",
        collection(
            feature(
                R"({"type":"Point","coordinates":[5.77150406976995,51.8591424894696]})",
                R"({"name":"Rûnwei","n":12345678901,"x":2.5,"yes":true,"day":"2027/10/08","at":"2027-10-08T21:30:00+02:00","list":["a","b"]})") +
            "," + feature("null", R"({"name":null,"n":-1,"x":1e3,"yes":false})")));
    const FeatureTable table = read_layer(file, {}, {});
    CHECK(table.name == "fields");
    CHECK(table.shape_type == ShapeType::point);
    REQUIRE(table.rows.size() == 2);
    const auto value = [&](std::size_t row, const std::string& name) {
        return table.rows[row].values[table.field(name)];
    };
    CHECK(value(0, "name") == Value{std::string("Rûnwei")});
    CHECK(value(0, "n") == Value{std::int64_t{12345678901}});
    CHECK(value(0, "x") == Value{2.5});
    CHECK(value(0, "yes") == Value{true});
    CHECK(value(0, "day") == Value{make_date(2027, 10, 8)});
    CHECK(value(0, "at") == Value{make_date(2027, 10, 8) + std::chrono::seconds{19 * 3600 + 1800}});
    CHECK(value(1, "name") == Value{});
    CHECK(value(1, "yes") == Value{false});
    CHECK(value(1, "day") == Value{});
    CHECK(distance(std::get<MapPoint>(table.rows[0].shape), {181473.558, 430134.406}).value < 0.01);
    CHECK(std::holds_alternative<std::monostate>(table.rows[1].shape));
}

TEST_CASE("a local moment stays as it is written") {
    const TempDir dir;
    const auto file = dir.write("local.geojson", collection(feature("null", R"({"at":"2027-03-28T02:30:00"})")));
    CHECK(read_layer(file, {}, {}).rows.at(0).values.at(0) == Value{std::string("2027-03-28T02:30:00")});
}

TEST_CASE("shapes of every kind come as one of three") {
    CHECK(std::get<MapPoint>(shape_of(R"({"type":"Point","coordinates":[1,2,99]})")) == MapPoint{1, 2});
    CHECK(std::get<MapPoint>(shape_of(R"({"type":"MultiPoint","coordinates":[[0,0],[4,2]]})")) == MapPoint{2, 1});
    CHECK(std::get<MultiLine>(shape_of(R"({"type":"LineString","coordinates":[[0,0],[4,2]]})")) ==
          MultiLine{{{0, 0}, {4, 2}}});
    CHECK(std::get<MultiLine>(shape_of(R"({"type":"MultiLineString","coordinates":[[[0,0],[1,0]],[[2,0],[3,0]]]})"))
              .size() == 2);
    const std::string square = "[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[6,4],[6,6],[4,6],[4,4]]]";
    CHECK(area(std::get<MultiPolygon>(shape_of(R"({"type":"Polygon","coordinates":)" + square + "}"))) == Approx(96));
    CHECK(area(std::get<MultiPolygon>(shape_of(R"({"type":"MultiPolygon","coordinates":[)" + square + "]}"))) ==
          Approx(96));
    // Of a mixture the areas count, or else the lines.
    const std::string point = R"({"type":"Point","coordinates":[1,2]})",
                      line = R"({"type":"LineString","coordinates":[[0,0],[4,2]]})";
    CHECK(std::holds_alternative<MultiLine>(
        shape_of(R"({"type":"GeometryCollection","geometries":[)" + point + "," + line + "]}")));
    CHECK(area(std::get<MultiPolygon>(shape_of(R"({"type":"GeometryCollection","geometries":[)" + point +
                                               R"(,{"type":"Polygon","coordinates":)" + square + "}]}"))) ==
          Approx(96));
}

TEST_CASE("an invalid area is made valid") {
    const Shape shape = shape_of(R"({"type":"Polygon","coordinates":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]})");
    CHECK(area(std::get<MultiPolygon>(shape)) == Approx(50));
}

TEST_CASE("a shape that cannot be on the map is no shape, and its row stays") {
    const TempDir dir;
    const auto file = dir.write(
        "swapped.geojson", collection(feature(R"({"type":"Point","coordinates":[-43.5,172.6]})") + "," +
                                      feature(R"({"type":"Point","coordinates":[5.77,51.86]})") + "," +
                                      feature(R"({"type":"Point","coordinates":[181473.5,430134.4]})") + "," +
                                      feature(R"({"type":"LineString","coordinates":[[5.7,51.8],[5.7,510]]})") + "," +
                                      feature(R"({"type":"Point","coordinates":[]})")));
    const FeatureTable table = read_layer(file, {}, {});
    REQUIRE(table.rows.size() == 5);
    for (const std::size_t row : {0U, 2U, 3U, 4U}) CHECK(table.rows[row].shape.index() == 0);
    CHECK(table.rows[1].shape.index() == 1);
}

TEST_CASE("a layer is chosen by name, or the first with shapes is taken") {
    const TempDir dir;
    const std::string placemark =
        "<Placemark><name>p</name><Point><coordinates>5.77,51.86</coordinates></Point></Placemark>";
    const auto file =
        dir.write("two.kml", R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>)"
                             "<Folder><name>klachten</name>" +
                                 placemark +
                                 "</Folder>"
                                 "<Folder><name>palen</name>" +
                                 placemark + placemark + "</Folder></Document></kml>");
    CHECK(layer_names(file) == std::vector<std::string>{"klachten", "palen"});
    CHECK(read_layer(file, {}, {}).rows.size() == 1);
    CHECK(read_layer(file, {.layer = "palen"}, {}).rows.size() == 2);
    CHECK_THROWS_WITH(
        read_layer(file, {.layer = "klacht"}, {}),
        file.string() + ": no layer named 'klacht'; this file has: klachten, palen (did you mean 'klachten'?)");
}

TEST_CASE("shapes without a coordinate system are refused until one is named") {
    const TempDir dir;
    const auto file = dir.write(
        "bare.gml",
        R"(<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml">)"
        "<gml:featureMember><ogr:post><ogr:geom><gml:Point><gml:coordinates>5.77,51.86</gml:coordinates></gml:Point>"
        "</ogr:geom><ogr:hm>142</ogr:hm></ogr:post></gml:featureMember></ogr:FeatureCollection>");
    CHECK_THROWS_AS(read_layer(file, {}, {}), InputError);
    CHECK_THROWS_WITH(read_layer(file, {}, {}),
                      Catch::Contains("have no coordinate system; say which one it is, such as EPSG:28992"));
    CHECK_THROWS_WITH(read_layer(file, {.crs = "RD-ish"}, {}),
                      Catch::Contains("'RD-ish' is unknown") && Catch::Contains("bare.gml"));
    const FeatureTable table = read_layer(file, {.crs = "EPSG:4326"}, {});
    CHECK(bounding_box(std::vector{std::get<MapPoint>(table.rows.at(0).shape)}).min_x == Approx(181368).margin(100));
    CHECK(std::distance(std::filesystem::directory_iterator(dir.path()), {}) ==
          1);  // reading leaves nothing beside the file
}

TEST_CASE("latitude first, where the authority has it so, ends at the same place") {
    const TempDir dir;
    const auto file = dir.write(
        "urn.gml",
        R"(<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml/3.2">)"
        R"(<ogr:featureMember><ogr:post gml:id="p.1"><ogr:geom><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="g.1">)"
        "<gml:pos>51.8591424894696 5.77150406976995</gml:pos></gml:Point></ogr:geom></ogr:post></ogr:featureMember>"
        "</ogr:FeatureCollection>");
    const FeatureTable table = read_layer(file, {}, {});
    CHECK(distance(std::get<MapPoint>(table.rows.at(0).shape), {181473.558, 430134.406}).value < 0.01);
}

TEST_CASE("reading can be stopped") {
    const TempDir dir;
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(read_layer(dir.write("one.geojson", collection(feature("null"))), {}, {.stop = stop.get_token()}),
                    Cancelled);
}
