#include "geo/io/read_layer.hpp"

#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

TEST_CASE("the municipalities of the country are read whole") {
    BAKEN_NEEDS_SHARED();
    const FeatureTable all = read_layer(shared("data/municipalities/netherlands_2022_wgs84.geojson"), {}, {});
    CHECK(all.rows.size() == 345);
    CHECK(all.shape_type == ShapeType::area);
    CHECK(read_layer(shared("data/municipalities/tweestromenland_2022_wgs84.geojson"), {}, {}).rows.size() == 6);
}

TEST_CASE("road sections are read from GML and GeoJSON alike") {
    BAKEN_NEEDS_SHARED();
    CHECK(read_layer(shared("data/nwb_wageningen/Roads.gml"), {}, {}).rows.size() == 247);
    CHECK(read_layer(shared("data/nwb_wageningen/nwb_wegvakken_wageningen_rd.geojson"), {}, {}).rows.size() == 247);
}
