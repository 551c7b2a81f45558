#include "base/error.hpp"
#include "intake/coordinates.hpp"
#include "intake/intake_support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

// Beuningen, church: RD and degrees of one place, from the published pairs.
const MapPoint place{181473.5, 430134.4};

PlaceReading reading_of(const std::vector<std::string>& columns, const std::vector<RawPoint>& points,
                        const std::string& crs = "") {
    const PlaceColumns where = find_place_columns(columns, map_columns(columns, place_rules(), {}), {});
    REQUIRE(where.are_found());
    return read_places(points, where, columns, crs);
}

bool is_near(std::optional<MapPoint> point) { return point && distance(*point, place).value < 20; }

}  // namespace

TEST_CASE("the values decide what the columns hold, whatever their names claim") {
    const RawPoint rd{181473.5, 430134.4, true, false}, rd_swapped{430134.4, 181473.5, true, false};
    const RawPoint degrees{5.7715, 51.8591, true, false}, degrees_swapped{51.8591, 5.7715, true, false};
    const RawPoint kilometres{181.4735, 430.1344, true, false};
    struct Case {
        std::vector<std::string> columns;
        RawPoint point;
        std::string crs;
        bool is_swapped;
        std::size_t notes;
    };
    const std::vector<Case> cases{
        {{"x_rd", "y_rd"}, rd, "EPSG:28992", false, 0},
        {{"lon", "lat"}, degrees, "EPSG:4326", false, 0},
        {{"lon", "lat"}, rd, "EPSG:28992", false, 1},
        {{"lat", "lng"}, degrees_swapped, "EPSG:4326", true, 1},
        {{"Lengtegraad", "Breedtegraad"}, rd_swapped, "EPSG:28992", true, 2},
        {{"X", "Y"}, degrees, "EPSG:4326", false, 1},
        {{"X-coördinaat", "Y-coördinaat"}, rd_swapped, "EPSG:28992", true, 1},
        {{"x", "y"}, kilometres, "EPSG:28992", false, 1},
    };
    for (const auto& [columns, point, crs, is_swapped, notes] : cases) {
        const PlaceReading reading = reading_of(columns, {point, point});
        INFO(columns[0] << " " << point.x);
        CHECK(reading.crs == crs);
        CHECK(reading.is_swapped == is_swapped);
        CHECK(reading.notes.size() == notes);
        CHECK(is_near(Placer(reading).at(point)));
    }
}

TEST_CASE("the settings' CRS leaves the order of the axes open") {
    const std::vector<RawPoint> points{{51.8591, 5.7715, true, false}};
    const PlaceReading reading = reading_of({"lon", "lat"}, points, "EPSG:4258");
    CHECK(reading.is_swapped);
    CHECK(is_near(Placer(reading).at(points[0])));
    CHECK_THROWS_AS(reading_of({"lon", "lat"}, points, "EPSG:999999"), InputError);
}

TEST_CASE("well-known text is read, with its decorations") {
    CHECK(parse_wkt_point("POINT (131437.148 422301.464)")->x == 131437.148);
    CHECK(parse_wkt_point("SRID=28992;POINT Z(1 2 3)")->y == 2);
    CHECK(parse_wkt_point(" point( 5.1\t52 ) ")->y == 52);
    CHECK_FALSE(parse_wkt_point("POINT EMPTY"));
    CHECK_FALSE(parse_wkt_point("LINESTRING (1 2, 3 4)"));
    CHECK_FALSE(parse_wkt_point("POINT (1)"));
    CHECK_FALSE(parse_wkt_point("POINT (a b)"));
    CHECK_FALSE(parse_wkt_point(""));
}

TEST_CASE("pairs of columns belong together") {
    const std::vector<std::string> columns{"lat", "x_rd", "lon", "y_rd"};
    const PlaceColumns where = find_place_columns(columns, map_columns(columns, place_rules(), {}), {});
    CHECK(where.x == 1U);
    CHECK(where.y == 3U);
    CHECK_FALSE(find_place_columns({"x_rd", "lat"}, {}, {}).are_found());
}

TEST_CASE("a row outside the Netherlands says so, and when swapping would help") {
    const PlaceReading reading =
        reading_of({"lon", "lat"}, {{5.7, 51.8, true, false}, {5.8, 51.9, true, false}, {51.8, 5.7, true, false}});
    const Placer placer(reading);
    CHECK_FALSE(placer.at({51.8, 5.7, true, false}));
    CHECK(placer.why_not({51.8, 5.7, true, false}).find("swapped") != std::string::npos);
    CHECK(placer.why_not({0, 0, true, false}).find("outside") != std::string::npos);
    CHECK(placer.why_not({}).find("no coordinates") != std::string::npos);
}
