#include "geo/io/read_layer.hpp"

#include "base/error.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/overlay.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

TEST_CASE("the municipalities of the country are read whole") {
    BAKEN_NEEDS_SHARED();
    const FeatureTable all = read_layer(shared("data/municipalities/netherlands_2022_wgs84.geojson"), {}, {});
    CHECK(all.rows.size() == 345);
    CHECK(all.shape_type == ShapeType::area);
    double surface = 0;
    for (const auto& row : all.rows) {
        const auto& shape = std::get<MultiPolygon>(row.shape);
        const double its = area(shape);
        CHECK(its > 5e6);  // the smallest has some 7 km2
        surface += its;
        const MultiPolygon again = made_valid(shape);
        CHECK(again.size() == shape.size());
        CHECK(area(again) == its);
        const Box box = bounding_box(shape);
        CHECK(is_on_rd_map(box.min_x, box.min_y));
        CHECK(is_on_rd_map(box.max_x, box.max_y));
    }
    // Statistics Netherlands: land and inland water of the municipalities together measure 37,400 km2 without the open
    // sea.
    CHECK(surface / 1e6 > 34000);
    CHECK(surface / 1e6 < 42000);
}

TEST_CASE("the six home municipalities have names and codes") {
    BAKEN_NEEDS_SHARED();
    const FeatureTable six = read_layer(shared("data/municipalities/tweestromenland_2022_wgs84.geojson"), {}, {});
    REQUIRE(six.rows.size() == 6);
    std::vector<std::string> names;
    for (const auto& row : six.rows) names.push_back(text_of(row.values[six.field("statnaam")]));
    std::sort(names.begin(), names.end());
    CHECK(names ==
          std::vector<std::string>{"Berg en Dal", "Beuningen", "Druten", "Heumen", "West Maas en Waal", "Wijchen"});
    CHECK_THROWS_WITH(six.field("statnam"), Catch::Contains("did you mean 'statnaam'?"));
}

TEST_CASE("road sections from GML and from GeoJSON are the same roads") {
    BAKEN_NEEDS_SHARED();
    const FeatureTable gml = read_layer(shared("data/nwb_wageningen/Roads.gml"), {}, {});
    const FeatureTable json = read_layer(shared("data/nwb_wageningen/nwb_wegvakken_wageningen_rd.geojson"), {}, {});
    REQUIRE(gml.rows.size() == 247);
    REQUIRE(json.rows.size() == 247);
    CHECK(gml.shape_type == ShapeType::line);
    CHECK(json.shape_type == ShapeType::line);
    std::size_t different = 0;
    for (std::size_t i = 0; i < 247; ++i) {
        different += std::get<MultiLine>(gml.rows[i].shape) != std::get<MultiLine>(json.rows[i].shape);
        different +=
            text_of(gml.rows[i].values[gml.field("wvk_id")]) != text_of(json.rows[i].values[json.field("wvk_id")]);
        different +=
            text_of(gml.rows[i].values[gml.field("stt_naam")]) != text_of(json.rows[i].values[json.field("stt_naam")]);
    }
    CHECK(different == 0);
    CHECK(std::get<MultiLine>(json.rows[0].shape).at(0).front() == MapPoint{174140, 443075});
}

TEST_CASE("of the samples of the road register one names its coordinates, the other must be told") {
    BAKEN_NEEDS_SHARED();
    CHECK_THROWS_WITH(read_layer(shared("data/nwb_sample/wegvakken.gml"), {}, {}),
                      Catch::Contains("have no coordinate system"));
    CHECK(read_layer(shared("data/nwb_sample/hectopunten.gml"), {}, {}).rows.size() == 13);
    for (const char* name : {"data/nwb_sample/wegvakken.gml", "data/nwb_sample/hectopunten.gml"}) {
        const FeatureTable table = read_layer(shared(name), {.crs = "EPSG:4326"}, {});
        CHECK(table.rows.size() == 13);
        for (const auto& row : table.rows) {  // Amsterdam-Noord
            const MapPoint p =
                row.shape.index() == 1 ? std::get<MapPoint>(row.shape) : std::get<MultiLine>(row.shape).at(0).front();
            CHECK(Box{119000, 486000, 132000, 498000}.contains(p));
        }
    }
}

TEST_CASE("the country's accidents are unpacked to all their lines") {
    BAKEN_NEEDS_SHARED();
    const std::string bytes = read_bytes(shared("data/bron_2022_2024/netherlands.csv.gz"));
    CHECK(std::count(bytes.begin(), bytes.end(), '\n') == 382422);
    CHECK_THROWS_AS(read_bytes(shared("data/bron_2022_2024/netherlands.csv.gz"), 1U << 20U), InputError);
}
