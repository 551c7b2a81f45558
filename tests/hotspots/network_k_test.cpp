#include "hotspots/network_k.hpp"

#include "base/error.hpp"
#include "geo/network/reach.hpp"
#include "geo/network/small_networks.hpp"
#include "hotspots/road_region.hpp"
#include "support/support.hpp"

#include <chrono>

using namespace baken;
using namespace baken::test;

namespace {

std::vector<RoadPlace> somewhere(Rng& rng, const Network& network, int count) {
    std::vector<RoadPlace> places;
    while (static_cast<int>(places.size()) < count) {  // by rejection, so that all metres are alike
        const auto edge = rng.below(static_cast<std::uint32_t>(network.edges().size()));
        const double length = network.edges()[edge].length;
        if (rng.uniform() * 1000 < length) places.push_back({edge, rng.uniform(0, length)});
    }
    return places;
}

}  // namespace

TEST_CASE("three accidents on one road have the K that can be worked out by hand") {
    const Network road({{{0, 0}, {1000, 0}}});
    const std::vector<RoadPlace> places{{0, 100}, {0, 150}, {0, 400}};
    const NetworkK k = network_k(road, places, {.distances = {49, 50, 250, 300}, .simulations = 39}, 1, {});
    // Pairs: 50, 250 and 300 m. K = L / (n (n - 1)) * 2 * pairs.
    const double each = 1000.0 * 2 / 6;
    CHECK(k.observed == std::vector<double>{0, each, 2 * each, 3 * each});
}

TEST_CASE("K counts the pairs that shortest ways one by one count, on crooked roads with loops and doubles") {
    Rng rng(8);
    for (int round = 0; round < 12; ++round) {
        std::vector<Line> lines = crooked_roads(rng, 12, 24, 600);
        lines.push_back({{180000, 430000}, {180050, 430000}, {180050, 430050}, {180000, 430000}});  // a loop
        const Network network(std::move(lines));
        auto places = somewhere(rng, network, 40);
        places.push_back(places.front());                                               // on top of another
        places.push_back({static_cast<std::uint32_t>(network.edges().size() - 1), 5});  // two ends of the loop
        places.push_back({static_cast<std::uint32_t>(network.edges().size() - 1), 165});
        const std::vector<double> distances{10, 40, 120, 300, 700};
        const NetworkK k = network_k(network, places, {.distances = distances, .simulations = 1}, 1, {});
        Reach reach(network);
        for (std::size_t d = 0; d < distances.size(); ++d) {
            double pairs = 0;
            for (std::size_t i = 0; i < places.size(); ++i)
                for (std::size_t j = 0; j < places.size(); ++j)
                    if (i != j && reach.between(places[i], places[j], Metres(distances[d]))) ++pairs;
            const double n = static_cast<double>(places.size());
            CHECK(k.observed[d] == Approx(network.total_length() * pairs / (n * (n - 1))));
        }
    }
}

TEST_CASE("accidents by chance lie in the envelope about as often as it says, knots above it, even spacing below") {
    const Network network(street_grid(6, 120));
    const NetworkKOptions options{.distances = {100, 300}, .simulations = 199};
    int outside = 0;
    constexpr int rounds = 200;
    for (int i = 0; i < rounds; ++i) {
        Rng rng(static_cast<std::uint64_t>(i + 900));
        const NetworkK k = network_k(network, somewhere(rng, network, 40), options, static_cast<std::uint64_t>(i), {});
        outside += k.observed[0] > k.high[0] || k.observed[0] < k.low[0] ? 1 : 0;
    }
    WARN("network K: " << outside << " of " << rounds << " chance sets outside an envelope of 95 % at 100 m");
    CHECK(outside <= rounds * 0.05 + 2.6 * std::sqrt(rounds * 0.05 * 0.95));
    CHECK(outside > 0);
    std::vector<RoadPlace> knots, even;
    for (std::uint32_t e = 0; e < network.edges().size(); ++e) even.push_back({e, 60});
    for (int i = 0; i < 40; ++i) knots.push_back({static_cast<std::uint32_t>(i % 4 * 11), 50.0 + i});
    const NetworkK knotted = network_k(network, knots, options, 1, {});
    const NetworkK spread = network_k(network, even, options, 1, {});
    CHECK(knotted.observed[0] > knotted.high[0]);
    CHECK(spread.observed[0] < spread.low[0]);
}

TEST_CASE(
    "the K of a region drops accidents no more exactly than they are known, and rows in another order change nothing") {
    RoadRegion made(street_grid(7, 130));
    Rng rng(6);
    made.drop_sections(rng, 200);
    made.drop_points(rng, 30);
    made.drop_posts(rng, 10);
    for (int i = 0; i < 20; ++i) made.add(LocationKind::junction, "j", {180130, 430130});
    const NetworkKOptions options{.simulations = 99};
    const auto k_of = [&](const Region& region) {
        const OnRoads on(region);
        return *network_k_of(region, on.roads, on.tally, options, 4, {});
    };
    const NetworkK k = k_of(made.region);
    // Sections have one point each: many accidents at no distance, by chance alone, and K knows it.
    for (std::size_t d = 0; d < k.distance.size(); ++d) {
        CHECK(k.low[d] <= k.high[d]);
        CHECK(k.low[d] > 0);
    }
    CHECK(k.observed[0] < k.high[0] * 1.1);
    CHECK(k.observed[0] > k.low[0] * 0.9);
    Region shuffled = made.region;
    rng.shuffle(shuffled.accidents);
    rng.shuffle(shuffled.roads);
    const NetworkK again = k_of(shuffled);
    for (std::size_t d = 0; d < k.distance.size(); ++d) {
        CHECK(again.observed[d] == Approx(k.observed[d]));
        CHECK(again.high[d] == Approx(k.high[d]));
        CHECK(again.low[d] == Approx(k.low[d]));
    }
    RoadRegion nothing(street_grid(3, 100));
    const OnRoads on(nothing.region);
    CHECK(!network_k_of(nothing.region, on.roads, on.tally, options, 4, {}));
}

TEST_CASE("the K function of 3,000 roads and 3,000 accidents stops when asked") {
    const Network network(street_grid(39, 100));
    Rng rng(1);
    const auto places = somewhere(rng, network, 3000);
    const auto start = std::chrono::steady_clock::now();
    (void)network_k(network, places, {}, 1, {});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    WARN("network K of 3,000 accidents, 199 simulations, to 500 m: " << seconds << " s");
    std::stop_source stop;
    stop.request_stop();
    Work work;
    work.stop = stop.get_token();
    CHECK_THROWS_AS(network_k(network, places, {}, 1, work), Cancelled);
}

TEST_CASE("questions to K that make no sense are refused") {
    const Network road({{{0, 0}, {1000, 0}}});
    const std::vector<RoadPlace> one{{0, 1}}, two{{0, 1}, {0, 2}};
    CHECK_THROWS_AS(network_k(road, one, {}, 1, {}), InputError);
    CHECK_THROWS_AS(network_k(road, two, {.distances = {}}, 1, {}), InputError);
    CHECK_THROWS_AS(network_k(road, two, {.distances = {200, 100}}, 1, {}), InputError);
    CHECK_THROWS_AS(network_k(road, two, {.envelope = 1}, 1, {}), InputError);
}
