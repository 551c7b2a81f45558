#include "hotspots/nearby.hpp"

#include "base/random.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <map>

using namespace baken;

namespace {

Hotspot at(const std::string& id, double x, double y, std::uint32_t municipality = 0) {
    Hotspot hotspot;
    hotspot.id.text = id;
    hotspot.at = {x, y};
    hotspot.municipality = municipality;
    return hotspot;
}

std::vector<std::string> names(const Hotspot& hotspot) {
    std::vector<std::string> names;
    for (const HotspotId& id : hotspot.nearby) names.push_back(id.text);
    return names;
}

}  // namespace

TEST_CASE("nearby are those within twice the reach, across borders, the nearest first") {
    std::vector<Hotspot> hotspots{at("a", 0, 0), at("b", 500, 0), at("c", 0, 400, 1), at("d", 500.1, 0),
                                  at("e", -400, 0)};
    hotspots[0].nearby = {{"old"}};
    find_nearby(hotspots, 250_m);
    CHECK(names(hotspots[0]) == std::vector<std::string>{"c", "e", "b"});  // c and e are as far: the lower id first
    CHECK(names(hotspots[3]) == std::vector<std::string>{"b"});
    CHECK(names(hotspots[2]) == std::vector<std::string>{"a"});
    std::vector<Hotspot> alone{at("a", 0, 0)};
    find_nearby(alone, 250_m);
    CHECK(alone[0].nearby.empty());
}

TEST_CASE("lying near each other goes both ways, and the order of the list does not matter") {
    Rng rng(3);
    std::vector<Hotspot> hotspots;
    for (int i = 0; i < 60; ++i)
        hotspots.push_back(at("h" + std::to_string(100 + i), rng.uniform(0, 3000), rng.uniform(0, 3000)));
    find_nearby(hotspots, 250_m);
    std::map<std::string, std::vector<std::string>> nearby;
    int pairs = 0;
    for (const Hotspot& hotspot : hotspots) nearby[hotspot.id.text] = names(hotspot);
    for (const auto& [id, others] : nearby) {
        for (const std::string& other : others) {
            CHECK(std::count(nearby.at(other).begin(), nearby.at(other).end(), id) == 1);
            ++pairs;
        }
    }
    CHECK(pairs > 20);
    std::reverse(hotspots.begin(), hotspots.end());
    find_nearby(hotspots, 250_m);
    for (const Hotspot& hotspot : hotspots) CHECK(names(hotspot) == nearby.at(hotspot.id.text));
}
