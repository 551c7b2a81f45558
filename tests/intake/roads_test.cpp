#include "intake/intake_support.hpp"

using namespace baken;
using namespace baken::test;

TEST_CASE("a road section keeps the junctions at its ends, as the national road file names them") {
    const TempDir folder;
    const auto road = [](const char* properties, const char* coordinates) {
        return std::string(R"({"type":"Feature","properties":{)") + properties +
               R"(},"geometry":{"type":"MultiLineString","coordinates":)" + coordinates + "}}";
    };
    const auto path = folder.write(
        "wegen.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[)" +
            road(R"("WVK_ID":"7","JTE_ID_BEG":"101","JTE_ID_END":"102","STT_NAAM":"Dorpsstraat")",
                 "[[[185000,425000],[185100,425000]]]") +
            "," +
            road(R"("WVK_ID":"8","JTE_ID_BEG":"102","JTE_ID_END":"103","STT_NAAM":"Laan")",
                 "[[[185100,425000],[185150,425000]],[[185160,425000],[185200,425000]]]") +
            "]}");
    const Region region =
        import_region(settings_for(write_two_squares(folder), {{.kind = SourceKind::roads, .path = path}}), {});
    REQUIRE(region.roads.size() == 3);
    CHECK(region.roads[0].from_junction == "101");
    CHECK(region.roads[0].to_junction == "102");
    CHECK(region.roads[1].from_junction == "102");
    CHECK(region.roads[1].to_junction.empty());  // the section goes on in its next piece
    CHECK(region.roads[2].from_junction.empty());
    CHECK(region.roads[2].to_junction == "103");
}
