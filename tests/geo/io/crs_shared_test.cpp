#include "geo/io/crs.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "support/support.hpp"

#include <chrono>

using namespace baken;
using namespace baken::test;

TEST_CASE("RD and WGS 84 agree with the reference within a centimetre, both ways") {
    BAKEN_NEEDS_SHARED();
    const std::string text = content_of(shared("truth/rd_wgs84/rd_wgs84_proj_reference.csv"));
    const Projector projector("EPSG:4326");
    CsvReader rows(text, ',');
    rows.next();
    int pairs = 0;
    double worst_there = 0, worst_back = 0, worst_round = 0;
    while (rows.next()) {
        const auto& f = rows.fields();
        const MapPoint rd{*parse_number(f[0]), *parse_number(f[1])};
        const LonLat degrees{*parse_number(f[2]), *parse_number(f[3])};
        const auto there = projector.forward(degrees.lon, degrees.lat);
        REQUIRE(there);
        worst_there = std::max(worst_there, distance(*there, rd).value);
        const LonLat back = projector.to_lonlat(rd);
        // A degree of latitude is 111,200 m; one of longitude at most 70,500 m south of which the Netherlands do not
        // reach.
        worst_back =
            std::max(worst_back, std::hypot((back.lon - degrees.lon) * 70500, (back.lat - degrees.lat) * 111200));
        const auto round = projector.forward(back.lon, back.lat);
        REQUIRE(round);
        worst_round = std::max(worst_round, distance(*round, rd).value);
        ++pairs;
    }
    CHECK(pairs == 1004);
    CHECK(worst_there < 0.01);
    CHECK(worst_back < 0.01);
    CHECK(worst_round < 0.001);
}

TEST_CASE("400,000 points are brought to the map in about a second") {
    const Projector projector("EPSG:4326");
    const auto begun = std::chrono::steady_clock::now();
    std::size_t placed = 0;
    for (int i = 0; i < 400000; ++i)
        placed += projector.forward(3.5 + i % 1000 * 0.0035, 50.8 + i / 1000 * 0.006).has_value();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    CHECK(placed == 400000);
    CHECK(took.count() < 10);  // far above what is measured: a busy machine must not fail the test
}
