#include "geo/io/write_layer.hpp"

#include "geo/io/read_layer.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

const UtcTime stamp = make_date(2027, 1, 2) + std::chrono::hours{3};

FeatureTable hotspots() {
    FeatureTable table{"hotspots", ShapeType::point, {}, {}};
    table.fields = {{"hotspot_id", FieldType::text, "Locatie"},
                    {"accidents", FieldType::integer},
                    {"expected", FieldType::real},
                    {"enforceable", FieldType::boolean},
                    {"date", FieldType::date},
                    {"starts_at", FieldType::date_time}};
    table.rows.push_back({{std::string("GM0209-H01"), std::int64_t{10000000000}, 2.25, true, make_date(2027, 10, 8),
                           make_date(2027, 10, 8) + std::chrono::seconds{61201}},
                          MapPoint{181473.558, 430134.406}});
    table.rows.push_back({{std::string("Rûnwei; \"x\"\nz"), {}, {}, false, {}, {}}, MapPoint{0.125, 300000}});
    table.rows.push_back(
        {{std::string(), std::int64_t{-1}, -0.0, {}, make_date(1999, 2, 28), UtcTime(make_date(1970, 1, 1))}, {}});
    return table;
}

}  // namespace

TEST_CASE("what is written to a GeoPackage is read back the same") {
    const TempDir dir;
    const FeatureTable table = hotspots();
    write_geopackage(dir / "plan.gpkg", std::vector{table}, stamp, Overwrite::no, {});
    const FeatureTable back = read_layer(dir / "plan.gpkg", {}, {});
    REQUIRE(back.rows.size() == table.rows.size());
    CHECK(back.shape_type == ShapeType::point);
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        CHECK(back.fields[i].name == table.fields[i].name);
        CHECK(back.fields[i].type == table.fields[i].type);
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        CHECK(back.rows[row].values == table.rows[row].values);
        CHECK(std::holds_alternative<MapPoint>(back.rows[row].shape) == (row < 2));
        if (row < 2) CHECK(std::get<MapPoint>(back.rows[row].shape) == std::get<MapPoint>(table.rows[row].shape));
    }
}

TEST_CASE("the same tables give the same bytes, whatever the file is called") {
    const TempDir dir;
    const std::vector tables{hotspots()};
    write_geopackage(dir / "a.gpkg", tables, stamp, Overwrite::no, {});
    write_geopackage(dir / "other.gpkg", tables, stamp, Overwrite::no, {});
    CHECK(content_of(dir / "a.gpkg") == content_of(dir / "other.gpkg"));
    CHECK(content_of(dir / "a.gpkg").find("2027-01-02T03:00:00.000Z") != std::string::npos);
}
