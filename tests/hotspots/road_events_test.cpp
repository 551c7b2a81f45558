#include "hotspots/road_events.hpp"

#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

/// A street of two sections that meet in junction 12, and a motorway beside it.
Region small_roads() {
    Region region;
    region.roads = {{"1", "Dorpsweg", RoadManager::municipality, {{0, 0}, {200, 0}}, "11", "12"},
                    {"2", "Dorpsweg", std::nullopt, {{200, 0}, {300, 0}}, "12", "13"},
                    {"3", "A50", RoadManager::national, {{0, 15}, {300, 15}}, "21", "22"}};
    return region;
}

Accident accident_at(LocationKind kind, std::string id, MapPoint at) {
    Accident accident;
    accident.location = {kind, std::move(id)};
    accident.at = at;
    return accident;
}

std::vector<RoadShare> shares_of(const Accident& accident) {
    Region region = small_roads();
    region.accidents = {accident};
    const std::vector<std::uint32_t> all{0};
    return road_events(region, road_network(region, {}), all, {}).shares;
}

}  // namespace

TEST_CASE("roads of others are no part of the network") {
    const Region region = small_roads();
    const RoadNetwork roads = road_network(region, {});
    CHECK(roads.network.edges().size() == 2);
    CHECK(roads.road_of(1, region).id == "2");
    CHECK(roads.node_of_junction.count("12") == 1);
    CHECK(roads.node_of_junction.count("21") == 0);
}

TEST_CASE("an accident at a junction stands at its node") {
    const auto shares = shares_of(accident_at(LocationKind::junction, "12", {205, 4}));
    REQUIRE(shares.size() == 1);
    CHECK(shares[0].edge == 0);
    CHECK(shares[0].from == 200);
    CHECK(shares[0].to == 200);
    // A junction that the roads do not know is found by its place.
    const auto unknown = shares_of(accident_at(LocationKind::junction, "99", {290, 10}));
    REQUIRE(unknown.size() == 1);
    CHECK(unknown[0].edge == 1);
    CHECK(unknown[0].from == 100);
}

TEST_CASE("an accident on a section is spread over all of it") {
    for (const auto* id : {"1", "98"}) {
        const auto shares = shares_of(accident_at(LocationKind::section, id, {100, 2}));
        REQUIRE(shares.size() == 1);
        CHECK(shares[0].edge == 0);
        CHECK(shares[0].from == 0);
        CHECK(shares[0].to == 200);
        CHECK(shares[0].share == 1);
    }
    CHECK(shares_of(accident_at(LocationKind::section, "98", {100, 12})).empty());
}

TEST_CASE("a hectometre post is good to a hundred metres each way") {
    const auto shares = shares_of(accident_at(LocationKind::hectometre, "N322:12", {60, 3}));
    REQUIRE(shares.size() == 1);
    CHECK(shares[0].from == 0);
    CHECK(shares[0].to == 160);
}

TEST_CASE("a point of its own stands at its nearest road, and far from any road it is named") {
    const auto shares = shares_of(accident_at(LocationKind::point, "", {60, 3}));
    REQUIRE(shares.size() == 1);
    CHECK(shares[0].from == 60);
    CHECK(shares[0].to == 60);
    Region region = small_roads();
    region.accidents = {accident_at(LocationKind::point, "", {60, -31}),
                        accident_at(LocationKind::point, "", {60, -29})};
    const std::vector<std::uint32_t> all{0, 1};
    const RoadEvents events = road_events(region, road_network(region, {}), all, {});
    CHECK(events.off_road == std::vector<std::uint32_t>{0});
    CHECK(events.shares.size() == 1);
}

TEST_CASE("a section of several lines shares its accidents by length") {
    Region region = small_roads();
    region.roads[1].id = "1";
    region.accidents = {accident_at(LocationKind::section, "1", {100, 0})};
    const std::vector<std::uint32_t> all{0};
    const auto shares = road_events(region, road_network(region, {}), all, {}).shares;
    REQUIRE(shares.size() == 2);
    CHECK(shares[0].share == Approx(2.0 / 3));
    CHECK(shares[1].share == Approx(1.0 / 3));
}
