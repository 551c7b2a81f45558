#include "geo/io/write_vector.hpp"

#include "base/csv.hpp"
#include "base/error.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/csv_text.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/read_layer.hpp"
#include "support/support.hpp"

#include <cmath>
#include <map>
#include <regex>

using namespace baken;
using namespace baken::test;

namespace {

FeatureTable points() {
    FeatureTable table{.name = "plekken",
                       .shape_type = ShapeType::point,
                       .fields = {{"id", FieldType::text, "nummer"},
                                  {"naam", FieldType::text},
                                  {"aantal", FieldType::integer},
                                  {"score", FieldType::real},
                                  {"open", FieldType::boolean},
                                  {"dag", FieldType::date},
                                  {"moment", FieldType::date_time}}};
    table.rows.push_back({{std::string("007"), std::string("Köbbesweg; \"oost\", 't Zand"), std::int64_t{12}, 0.125,
                           true, make_date(2027, 3, 9), UtcTime(make_date(2027, 3, 9)) + std::chrono::minutes(1290)},
                          MapPoint{181473.5, 430134.25}});
    table.rows.push_back({{std::string("008"), std::string("=1+1"), Value(), -2.5, Value(), Value(), Value()},
                          MapPoint{155000, 463000}});
    table.rows.push_back({{std::string("009"), std::string("regel\nbreuk"), std::int64_t{-3}, 1e6, false,
                           make_date(2026, 12, 31), Value()},
                          {}});
    return table;
}

FeatureTable areas() {
    FeatureTable table{.name = "gebieden", .shape_type = ShapeType::area, .fields = {{"naam", FieldType::text}}};
    const Ring outer{{180000, 430000}, {181000, 430000}, {181000, 431000}, {180000, 431000}, {180000, 430000}};
    const Ring hole{{180200, 430200}, {180200, 430400}, {180400, 430400}, {180400, 430200}, {180200, 430200}};
    table.rows.push_back({{std::string("met gat")}, MultiPolygon{Polygon{outer, {hole}}}});
    return table;
}

std::vector<std::vector<std::string>> csv_rows(const std::string& text, char separator) {
    std::vector<std::vector<std::string>> rows;
    CsvReader reader(text, separator);
    while (reader.next()) {
        rows.emplace_back();
        for (const auto field : reader.fields()) rows.back().emplace_back(field);
    }
    return rows;
}

}  // namespace

TEST_CASE("a layer comes back from every format that is read again") {
    const TempDir dir;
    for (const LayerFormat format : {LayerFormat::geopackage, LayerFormat::geojson, LayerFormat::flatgeobuf}) {
        INFO(code_of(format));
        FeatureTable ours = points();
        if (format == LayerFormat::flatgeobuf) {
            CHECK_THROWS_WITH(write_vector(ours, dir / "a.fgb", {.format = format}, {}),
                              Catch::Matchers::Contains("1 of 3 rows of the layer plekken have no place"));
            ours.rows.back().shape = MapPoint{160000, 440000};
        }
        const auto file = dir / ("a" + std::string(extension_of(format)));
        write_vector(ours, file, {.format = format}, {});
        const FeatureTable theirs = read_layer(file, {}, {});
        REQUIRE(theirs.rows.size() == 3);
        std::map<std::string, const Feature*> by_id;
        for (const Feature& row : theirs.rows) by_id[text_of(row.values[theirs.field("id")])] = &row;
        for (const Feature& row : ours.rows) {
            const Feature& same = *by_id.at(text_of(row.values[0]));
            for (std::size_t i = 0; i < ours.fields.size(); ++i) {
                INFO(ours.fields[i].name);
                CHECK(text_of(same.values[theirs.field(ours.fields[i].name)]) == text_of(row.values[i]));
            }
            REQUIRE(same.shape.index() == row.shape.index());
            if (row.shape.index() == 1)  // seven decimals of a degree are a centimetre
                CHECK(distance(std::get<MapPoint>(same.shape), std::get<MapPoint>(row.shape)).value < 0.02);
        }
    }
}

TEST_CASE("GeoJSON is as RFC 7946 has it: longitude first, seven decimals, outer rings against the clock") {
    const TempDir dir;
    write_vector(points(), dir / "p.geojson", {.format = LayerFormat::geojson}, {});
    const std::string text = content_of(dir / "p.geojson");
    CHECK(text.find("\"crs\"") == std::string::npos);
    std::smatch found;
    // The church of Amersfoort, origin of RD: 5.3872 east, 52.1552 north.
    REQUIRE(std::regex_search(text, found, std::regex(R"("coordinates": \[ (5\.387\d+), (52\.15\d+) \])")));
    CHECK(found[1].str().size() <= 2 + 7);
    CHECK(std::stod(found[1]) == Approx(5.38720621).margin(3e-6));
    CHECK(std::stod(found[2]) == Approx(52.15517440).margin(3e-6));
    CHECK(text.find("\"dag\": \"2027-03-09\"") != std::string::npos);
    CHECK(text.find("\"open\": true") != std::string::npos);
    CHECK(text.find("\"aantal\": null") != std::string::npos);
    write_vector(areas(), dir / "a.geojson", {.format = LayerFormat::geojson}, {});
    const FeatureTable back = read_layer(dir / "a.geojson", {}, {});
    CHECK(area(std::get<MultiPolygon>(back.rows[0].shape)) == Approx(1e6 - 4e4).epsilon(1e-4));
    const std::string ring = content_of(dir / "a.geojson");
    double twice = 0;  // the first ring's signed area, by the trapezium rule
    const std::regex pair(R"(\[ (\d+\.\d+), (\d+\.\d+) \])");
    std::vector<std::pair<double, double>> corners;
    for (auto at = std::sregex_iterator(ring.begin(), ring.end(), pair);
         at != std::sregex_iterator() && corners.size() < 5; ++at)
        corners.emplace_back(std::stod((*at)[1]), std::stod((*at)[2]));
    REQUIRE(corners.size() == 5);
    for (std::size_t i = 0; i + 1 < 5; ++i)
        twice += corners[i].first * corners[i + 1].second - corners[i + 1].first * corners[i].second;
    CHECK(twice > 0);
}

TEST_CASE("CSV for programs has points, ISO dates and texts as they are") {
    const TempDir dir;
    write_vector(points(), dir / "p.csv", {.format = LayerFormat::csv}, {});
    const auto rows = csv_rows(content_of(dir / "p.csv"), ',');
    REQUIRE(rows.size() == 4);
    CHECK(rows[0] == std::vector<std::string>{"id", "naam", "aantal", "score", "open", "dag", "moment", "x", "y"});
    CHECK(rows[1] == std::vector<std::string>{"007", "Köbbesweg; \"oost\", 't Zand", "12", "0.125", "true",
                                              "2027-03-09", "2027-03-09T21:30:00Z", "181473.5", "430134.25"});
    CHECK(rows[2][1] == "=1+1");
    CHECK(rows[2][3] == "-2.5");
    CHECK(rows[3][7].empty());
    write_vector(areas(), dir / "a.csv", {.format = LayerFormat::csv}, {});
    const auto shapes = csv_rows(content_of(dir / "a.csv"), ',');
    CHECK(shapes[0] == std::vector<std::string>{"naam", "wkt"});
    CHECK(shapes[1][1].find("MULTIPOLYGON (((180000 430000,181000 430000") == 0);
}

TEST_CASE("CSV for Excel in Dutch has commas, days first, headings in words and no formula") {
    const TempDir dir;
    write_vector(points(), dir / "p.csv", {.format = LayerFormat::csv_nl}, {});
    const std::string text = content_of(dir / "p.csv");
    REQUIRE(text.starts_with("\xEF\xBB\xBF"));
    const auto rows = csv_rows(text.substr(3), ';');
    REQUIRE(rows.size() == 4);
    CHECK(rows[0][0] == "nummer");
    CHECK(rows[1] == std::vector<std::string>{"007", "Köbbesweg; \"oost\", 't Zand", "12", "0,125", "ja", "09-03-2027",
                                              "2027-03-09T21:30:00Z", "181473,5", "430134,25"});
    CHECK(rows[2][1] == "'=1+1");
    CHECK(rows[2][3] == "-2,5");  // a number stays a number
    CHECK(rows[3][4] == "nee");
}

TEST_CASE("a text that a spreadsheet would run is made harmless, and no other is touched") {
    for (const std::string text : {"=1+1", "+31 6", "-x", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1",
                                   "\xEF\xBC\x9D"
                                   "1",
                                   "\xEF\xBC\x8B"
                                   "1",
                                   "\xEF\xBC\x8D"
                                   "1",
                                   "\xEF\xBC\xA0"
                                   "1",
                                   "of:=1", "OF:=1", "oooc:=1", "msoxl:=1", "=cmd|' /C calc'!A0", "\ttekst"})
        CHECK(harmless(text) == "'" + text);
    CHECK(harmless(std::string("\0=1", 3)).front() == '\'');
    for (const std::string text :
         {"", "Hoogstraat", "A=1", "1-2", "'s-Heerenberg", "a@b.nl", "of iets", "Côte-d'Or", " los"})
        CHECK(harmless(text) == text);
}
