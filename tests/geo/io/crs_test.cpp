#include "geo/io/crs.hpp"

#include "base/error.hpp"
#include "support/support.hpp"

#include <limits>

using namespace baken;

namespace {

const double not_a_number = std::numeric_limits<double>::quiet_NaN();
const double endless = std::numeric_limits<double>::infinity();

std::string refusal(const std::string& crs) {
    try {
        const Projector projector(crs);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

double apart(std::optional<MapPoint> a, MapPoint b) { return a ? distance(*a, b).value : endless; }

}  // namespace

TEST_CASE("the tower of Amersfoort stands at the origin of RD") {
    // 155000, 463000 is the tower of Our Lady; its WGS 84 position is published as 52.15517 N, 5.38721 E.
    const MapPoint tower{155000, 463000};
    CHECK(apart(Projector("EPSG:4326").forward(5.38721, 52.15517), tower) < 1.0);
    const LonLat back = Projector("EPSG:28992").to_lonlat(tower);
    CHECK(back.lon == Approx(5.38721).margin(1e-5));
    CHECK(back.lat == Approx(52.15517).margin(1e-5));
}

TEST_CASE("RD stays as it is, to the last bit") {
    const Projector projector("EPSG:28992");
    CHECK(projector.forward(181473.558, 430134.406) == MapPoint{181473.558, 430134.406});
    CHECK(projector.operation() == "RD New as it is");
}

TEST_CASE("longitude comes first, whatever the authority says") {
    const MapPoint beuningen{181473.558, 430134.406};
    for (const char* crs :
         {"EPSG:4326", "OGC:CRS84", "urn:ogc:def:crs:EPSG::4326", "+proj=longlat +datum=WGS84 +no_defs", " epsg:4326 "})
        CHECK(apart(Projector(crs).forward(5.77150406976995, 51.8591424894696), beuningen) < 0.01);
    CHECK(apart(Projector("EPSG:4258").forward(5.77150406976995, 51.8591424894696), beuningen) < 0.01);  // ETRS89
}

TEST_CASE("other systems of the neighbourhood come through WGS 84") {
    const MapPoint beuningen{181473.558, 430134.406};
    // Web Mercator by its definition: x = R lon, y = R ln tan(45 + lat / 2).
    const double radius = 6378137, degree = 3.14159265358979323846 / 180;
    const double x = radius * 5.77150406976995 * degree;
    const double y = radius * std::log(std::tan((45 + 51.8591424894696 / 2) * degree));
    CHECK(apart(Projector("EPSG:3857").forward(x, y), beuningen) < 0.01);
    for (const char* crs :
         {"EPSG:3857", "EPSG:25831", "EPSG:32631", "EPSG:23031", "EPSG:31370", "EPSG:31466", "EPSG:27700"}) {
        INFO(crs);
        CHECK(Projector(crs).forward(650000, 5700000).has_value());
        CHECK(Projector(crs).operation().find("then RD New to WGS 84 by EPSG:4833") != std::string::npos);
    }
}

TEST_CASE("other spellings of RD are RD, without a shift") {
    const MapPoint beuningen{181473.558, 430134.406};
    const char* esri =
        R"(PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]],)"
        R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Double_Stereographic"],)"
        R"(PARAMETER["False_Easting",155000.0],PARAMETER["False_Northing",463000.0],PARAMETER["Central_Meridian",5.38763888888889],)"
        R"(PARAMETER["Scale_Factor",0.9999079],PARAMETER["Latitude_Of_Origin",52.15616055555555],UNIT["Meter",1.0]])";
    CHECK(apart(Projector(esri).forward(beuningen.x, beuningen.y), beuningen) < 0.001);
    CHECK(apart(Projector("EPSG:7415").forward(beuningen.x, beuningen.y), beuningen) < 0.001);  // RD with heights
    CHECK(apart(Projector("EPSG:28991").forward(beuningen.x - 155000, beuningen.y - 463000), beuningen) <
          0.001);  // RD Old
}

TEST_CASE("what cannot be a place gives nothing") {
    const Projector degrees("EPSG:4326"), rd("EPSG:28992"), mercator("EPSG:3857");
    for (const auto& [x, y] : std::vector<std::pair<double, double>>{
             {not_a_number, 52.0}, {5.0, not_a_number}, {endless, 52.0}, {5.0, -endless}}) {
        CHECK_FALSE(degrees.forward(x, y));
        CHECK_FALSE(rd.forward(x, y));
        CHECK_FALSE(mercator.forward(x, y));
    }
    CHECK_FALSE(degrees.forward(181473, 430134));  // RD metres in columns of degrees
    CHECK_FALSE(degrees.forward(-43.5, 172.6));    // New Zealand with its axes swapped
    CHECK_FALSE(rd.forward(1e9, 0));
    CHECK_FALSE(mercator.forward(1e300, 1e300));
}

TEST_CASE("a system that is unknown or no plane is refused with an example of a right one") {
    for (const char* crs : {"", "RD", "EPSG:999999", "EPSG:", "nonsense", "+proj=nothing", "PROJCS[\"half"}) {
        INFO(crs);
        CHECK(refusal(crs).find("is unknown; give one such as EPSG:28992") != std::string::npos);
        CHECK(refusal(crs).find(std::string("'").append(crs).append("'")) != std::string::npos);
    }
    CHECK(refusal("EPSG:4978").find("has no map plane") != std::string::npos);  // geocentric
    CHECK(refusal("EPSG:5709").find("has no map plane") != std::string::npos);  // heights alone
    CHECK(refusal("/etc/passwd").find("is unknown") != std::string::npos);      // no file is read
    CHECK(refusal("http://localhost/crs").find("is unknown") != std::string::npos);
}

TEST_CASE("the Netherlands on both kinds of map") {
    CHECK(is_on_rd_map(0, 300000));
    CHECK(is_on_rd_map(280000, 625000));
    CHECK_FALSE(is_on_rd_map(-1, 400000));
    CHECK_FALSE(is_on_rd_map(5.77, 51.86));
    CHECK_FALSE(is_on_rd_map(430134, 181473));
    CHECK_FALSE(is_on_rd_map(not_a_number, 400000));
    CHECK(is_in_netherlands({5.77, 51.86}));
    CHECK_FALSE(is_in_netherlands({51.86, 5.77}));
    CHECK_FALSE(is_in_netherlands({not_a_number, 51.86}));
}
