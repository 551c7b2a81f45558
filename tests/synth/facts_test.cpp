#include "synth/facts.hpp"

#include "geo/core/measure.hpp"
#include "support/support.hpp"

#include <map>
#include <set>

using namespace baken;

namespace {

/// Whether the closed segments ab and cd cross at an inner point of both.
bool cross(MapPoint a, MapPoint b, MapPoint c, MapPoint d) {
    const auto side = [](MapPoint p, MapPoint q, MapPoint r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

}  // namespace

TEST_CASE("the region has its six municipalities with their codes") {
    std::map<std::string, std::string> names;
    for (const auto& municipality : read_facts().municipalities) names[municipality.code] = municipality.name;
    CHECK(names == std::map<std::string, std::string>{{"GM0209", "Beuningen"},
                                                      {"GM0225", "Druten"},
                                                      {"GM0252", "Heumen"},
                                                      {"GM0296", "Wijchen"},
                                                      {"GM0668", "West Maas en Waal"},
                                                      {"GM1945", "Berg en Dal"}});
}

TEST_CASE("no border crosses itself or another") {
    const Facts facts = read_facts();
    std::vector<std::pair<MapPoint, MapPoint>> edges;
    for (const auto& municipality : facts.municipalities) {
        REQUIRE(municipality.area.size() == 1);
        const Ring& ring = municipality.area.front().outer;
        CHECK(ring.size() >= 11);
        CHECK(ring.front() == ring.back());
        CHECK(std::set<MapPoint>(ring.begin(), ring.end()).size() == ring.size() - 1);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) edges.emplace_back(ring[i], ring[i + 1]);
    }
    for (const auto& [a, b] : edges)
        for (const auto& [c, d] : edges) CHECK_FALSE(cross(a, b, c, d));
}

TEST_CASE("the municipalities do not overlap, and are about as large as they are") {
    const Facts facts = read_facts();
    int inside = 0, twice = 0;
    for (double x = 155000; x < 202000; x += 171)
        for (double y = 416000; y < 435500; y += 173) {
            int owners = 0;
            for (const auto& municipality : facts.municipalities) owners += contains(municipality.area, {x, y}) ? 1 : 0;
            inside += owners > 0 ? 1 : 0;
            twice += owners > 1 ? 1 : 0;
        }
    CHECK(twice == 0);
    double together = 0;
    for (const auto& municipality : facts.municipalities) {
        INFO(municipality.name);
        const double square_kilometres = area(municipality.area) / 1e6;
        together += square_kilometres;
        CHECK(square_kilometres > 25);
        CHECK(square_kilometres < 110);
    }
    CHECK(together == Approx(inside * 171.0 * 173.0 / 1e6).epsilon(0.01));
}

TEST_CASE("each village lies in its municipality, and each road touches the region") {
    const Facts facts = read_facts();
    CHECK(facts.villages.size() >= 38);
    for (const auto& village : facts.villages) {
        INFO(village.name);
        CHECK(facts.municipality_at(village.at) == village.municipality);
        CHECK(village.inhabitants > 0);
    }
    for (const auto& road : facts.roads) {
        INFO(road.name);
        int inside = 0;
        for (const auto point : road.line) inside += facts.municipality_at(point) ? 1 : 0;
        CHECK(inside * 2 > static_cast<int>(road.line.size()));
        CHECK(road.first_post.has_value() == (road.manager != RoadManager::municipality));
    }
}

TEST_CASE("words are drawn by their weight") {
    WordChoice choice;
    choice.add("often", 9);
    choice.add("never", 0);
    choice.add("seldom", 1);
    Rng rng(4);
    std::map<std::string, int> drawn;
    for (int i = 0; i < 10000; ++i) ++drawn[std::string(choice.draw(rng))];
    CHECK(drawn.count("never") == 0);
    CHECK(drawn["often"] > 8800);
    CHECK(drawn["often"] < 9200);
}
