#include "hotspots/road_chains.hpp"

#include "hotspots/road_region.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

/// Roads of every chain by id, the chains by their first: "1000 1001 | 1002".
std::string chains_in_words(const Region& region, ChainRule rule) {
    const RoadNetwork roads = road_network(region, {});
    const RoadChains chains = road_chains(region, roads, road_order(region, roads), rule);
    std::string words;
    for (const RoadChain& chain : chains.chains) {
        if (!words.empty()) words += "| ";
        for (const auto& link : chain.links) words += roads.road_of(link.edge, region).id + " ";
    }
    return words;
}

/// Dorpsstraat from west to east with a corner, crossed by Kerkweg, with a lane off its end.
RoadRegion village() {
    RoadRegion made;
    made.add_road({{0, 0}, {100, 0}}, "Dorpsstraat");     // 1000
    made.add_road({{200, 0}, {100, 0}}, "Dorpsstraat");   // 1001, drawn backwards
    made.add_road({{200, 0}, {200, 80}}, "Dorpsstraat");  // 1002, round a corner of 90 degrees
    made.add_road({{100, -60}, {100, 0}}, "Kerkweg");     // 1003
    made.add_road({{100, 0}, {100, 60}}, "Molenpad");     // 1004, straight on from Kerkweg
    made.add_road({{200, 0}, {280, 0}}, "Laan");          // 1005
    return made;
}

}  // namespace

TEST_CASE("roads between junctions end at every junction") {
    CHECK(chains_in_words(village().region, ChainRule::between_junctions) ==
          "1000 | 1001 | 1002 | 1003 | 1004 | 1005 ");
    RoadRegion bend;
    bend.add_road({{0, 0}, {50, 0}}, "A");
    bend.add_road({{50, 0}, {50, 50}}, "B");
    CHECK(chains_in_words(bend.region, ChainRule::between_junctions) == "1000 1001 ");
}

TEST_CASE("a road goes on by its name round a corner, else straight on, else it ends") {
    CHECK(chains_in_words(village().region, ChainRule::along_roads) == "1000 1001 1002 | 1003 1004 | 1005 ");
}

TEST_CASE("a ring is one chain, cut where its first edge begins") {
    RoadRegion ring;
    ring.add_road({{0, 0}, {50, 0}});
    ring.add_road({{50, 0}, {50, 50}});
    ring.add_road({{50, 50}, {0, 0}});
    CHECK(chains_in_words(ring.region, ChainRule::between_junctions) == "1000 1001 1002 ");
    RoadRegion loop;
    loop.add_road({{0, 0}, {50, 0}, {50, 50}, {0, 0}});
    CHECK(chains_in_words(loop.region, ChainRule::along_roads) == "1000 ");
    loop.add_road({{0, 0}, {-50, -20}});  // goes on into one end of the loop, 22 degrees aside
    CHECK(chains_in_words(loop.region, ChainRule::along_roads) == "1000 1001 ");
    CHECK(chains_in_words(loop.region, ChainRule::between_junctions) == "1000 | 1001 ");
}

TEST_CASE("a part of a chain is one line on the map, whichever way its roads were drawn") {
    const RoadRegion made = village();
    const RoadNetwork roads = road_network(made.region, {});
    const RoadChains chains = road_chains(made.region, roads, road_order(made.region, roads), ChainRule::along_roads);
    CHECK(chains.lines_of(roads.network, 0, 60, 230) == MultiLine{{{60, 0}, {100, 0}, {200, 0}, {200, 30}}});
    const auto span = chains.span_of(roads.network, 1, 10, 40);  // 10 to 40 m from (200, 0) westwards
    CHECK(span.from == 160);
    CHECK(span.to == 190);
    const RoadPlace place = chains.place_at(roads.network, 0, 160);
    CHECK(place.edge == 1);
    CHECK(place.offset == 40);
    CHECK(names_along(made.region, roads, chains.chains[1], 50, 120) == "Molenpad - Kerkweg");
}

TEST_CASE("roads of two municipalities are never one chain, and the middle of a road decides whose it is") {
    RoadRegion made = village();
    const auto square = [](double x0, double x1) {
        return MultiPolygon{{{{x0, -500}, {x1, -500}, {x1, 500}, {x0, 500}, {x0, -500}}, {}}};
    };
    made.region.municipalities = {{MunicipalityId{"GM0001"}, "West", square(-500, 120), {}},
                                  {MunicipalityId{"GM0002"}, "Oost", square(120, 230), {}}};
    CHECK(chains_in_words(made.region, ChainRule::along_roads) == "1000 | 1001 1002 | 1003 1004 ");
    const RoadNetwork roads = road_network(made.region, {});
    CHECK(road_order(made.region, roads).municipality == std::vector<std::uint32_t>{0, 1, 1, 0, 0, no_municipality});
}

TEST_CASE("every edge is in one chain once, and rows in another order make the same chains") {
    Rng rng(11);
    RoadRegion made;
    for (int i = 0; i < 8; ++i)
        for (int j = 0; j < 8; ++j) {
            const MapPoint at{i * 90.0 + (j % 3), j * 110.0};
            if (i < 7) made.add_road({at, {(i + 1) * 90.0 + (j % 3), j * 110.0}}, "Straat " + std::to_string(j / 2));
            if (j < 7) made.add_road({at, {i * 90.0 + ((j + 1) % 3), (j + 1) * 110.0}}, i % 2 == 0 ? "" : "Weg");
        }
    for (const ChainRule rule : {ChainRule::along_roads, ChainRule::between_junctions}) {
        Region shuffled = made.region;
        rng.shuffle(shuffled.roads);
        CHECK(chains_in_words(made.region, rule) == chains_in_words(shuffled, rule));
        const RoadNetwork roads = road_network(made.region, {});
        const RoadChains chains = road_chains(made.region, roads, road_order(made.region, roads), rule);
        std::set<std::uint32_t> seen;
        double metres = 0;
        for (const RoadChain& chain : chains.chains) {
            for (const auto& link : chain.links) CHECK(seen.insert(link.edge).second);
            metres += chain.length;
        }
        CHECK(seen.size() == roads.network.edges().size());
        CHECK(metres == Approx(roads.network.total_length()));
    }
}
