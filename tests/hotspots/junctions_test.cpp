#include "hotspots/junctions.hpp"

#include "geo/network/small_networks.hpp"
#include "hotspots/empirical_bayes.hpp"
#include "hotspots/gather.hpp"
#include "hotspots/road_region.hpp"
#include "support/support.hpp"

#include <cmath>

using namespace baken;
using namespace baken::test;

namespace {

void at_node(RoadRegion& made, MapPoint at, int count) {
    for (int i = 0; i < count; ++i)
        made.add(LocationKind::junction, std::to_string(at.x) + " " + std::to_string(at.y), at);
}

}  // namespace

TEST_CASE("a junction is held against those with as many arms, and expectations add up") {
    RoadRegion made(street_grid(7, 100));
    for (auto& road : made.region.roads) road.name = road.line[0].x == road.line[1].x ? "Kerkweg" : "Dorpsstraat";
    Rng rng(3);
    int total = 0;
    for (int i = 1; i < 6; ++i)
        for (int j = 1; j < 6; ++j) {
            const int count = rng.poisson(0.8);
            at_node(made, {180000 + i * 100.0, 430000 + j * 100.0}, count);
            total += count;
        }
    at_node(made, {180300, 430300}, 9);
    made.region.accidents.back().outcome = Outcome::fatal;
    made.on_section(3);  // no part of it
    total += 9;
    const OnRoads on(made.region);
    const auto found = junction_findings(made.region, on.roads, on.tally, {});
    REQUIRE(found.size() == 1);
    CHECK(found[0].at == MapPoint{180300, 430300});
    CHECK(found[0].name == "Dorpsstraat - Kerkweg");
    CHECK(found[0].arms == 4);
    CHECK(found[0].accidents >= 9);
    CHECK(found[0].injury == 1);
    CHECK(found[0].expected == Approx(total / 25.0));  // the 25 crossings within have four arms
    double expected = 0;
    for (const JunctionFinding& f : junction_findings(made.region, on.roads, on.tally, {.false_share = 1}))
        expected += f.expected;
    CHECK(expected == Approx(total));
}

TEST_CASE("junctions by chance are called in one region in ten at most") {
    int called = 0;
    constexpr int regions = 300;
    for (int i = 0; i < regions; ++i) {
        RoadRegion made(street_grid(7, 100));
        Rng rng(static_cast<std::uint64_t>(i));
        for (int j = 0; j < 40; ++j) at_node(made, {180100 + rng.below(5) * 100.0, 430100 + rng.below(5) * 100.0}, 1);
        const OnRoads on(made.region);
        called += junction_findings(made.region, on.roads, on.tally, {}).empty() ? 0 : 1;
    }
    WARN("junctions: " << called << " of " << regions << " chance regions called at q <= 0.1");
    CHECK(called <= regions * 0.10 + 2.6 * std::sqrt(regions * 0.09));
}

TEST_CASE("what is usual of junctions and of sections is learnt apart, so neither makes the other stand out") {
    // Junctions with four accidents and sections with one, all of the same limit, area and manager; then the same
    // sections beside junctions with one. A section's figures must not follow the junctions'.
    const auto sections_beside = [](int at_each_junction) {
        RoadRegion made(street_grid(20, 100));
        for (std::size_t road = 0; road < made.region.roads.size(); ++road)
            for (std::size_t i = 0; i <= road % 5 / 4; ++i) made.on_section(road);
        for (int i = 0; i < 20; ++i)
            for (int j = 0; j < 20; ++j)
                at_node(made, {180000 + i * 100.0, 430000 + j * 100.0}, at_each_junction + (i + j) % 2);
        for (Accident& a : made.region.accidents) {
            a.speed_limit = 50;
            a.is_built_up = true;
            a.road_manager = RoadManager::municipality;
        }
        const Gathered gathered = gather(made.region, {}, {});
        std::pair<double, double> usual;  // of sections, of junctions
        for (std::size_t i = 0; i < gathered.evidence[0].sites.size(); ++i) {
            const bool is_section = gathered.evidence[0].sites[i].kind == LocationKind::section;
            (is_section ? usual.first : usual.second) = gathered.levels[0][i].usual;
            if (!is_section) CHECK(gathered.levels[0][i].q_value > 0.1);
        }
        return usual;
    };
    const auto beside_quiet = sections_beside(1), beside_busy = sections_beside(6);
    CHECK(beside_busy.second > 4 * beside_quiet.second);
    CHECK(beside_busy.first == Approx(beside_quiet.first).epsilon(0.25));
    CHECK(beside_busy.first < 0.2 * beside_busy.second);
}
