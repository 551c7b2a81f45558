#include "hotspots/network_bandwidth.hpp"

#include "base/error.hpp"
#include "geo/network/small_networks.hpp"
#include "support/support.hpp"

#include <cmath>

using namespace baken;
using namespace baken::test;

namespace {

NetworkEvent at(std::uint32_t edge, double offset) { return {edge, offset, offset, 1}; }

}  // namespace

TEST_CASE("the likelihood of a bandwidth is that of every event under all others") {
    Rng rng(4);
    const Network network(crooked_roads(rng, 25, 50, 500));
    std::vector<NetworkEvent> events;
    for (int i = 0; i < 40; ++i) {
        const auto edge = rng.below(static_cast<std::uint32_t>(network.edges().size()));
        const double length = network.edges()[edge].length;
        switch (i % 5) {
            case 0: events.push_back(at(edge, 0)); break;
            case 1: events.push_back(events.back()); break;  // at the same place
            case 2: events.push_back({edge, 0, length, 1}); break;
            default: events.push_back(at(edge, rng.uniform(0, length)));
        }
    }
    const std::vector<Metres> bandwidths{60_m, 120_m, 250_m};
    for (const JunctionRule rule : {JunctionRule::discontinuous, JunctionRule::continuous}) {
        const auto trials = try_bandwidths(network, events, bandwidths, {.rule = rule, .floor = 1e-9}, {});
        REQUIRE(trials.size() == 3);
        for (std::size_t b = 0; b < 3; ++b) {
            double sum = 0;
            int judged = 0, unreached = 0;
            for (std::size_t i = 0; i < events.size(); ++i) {
                if (events[i].from != events[i].to) continue;
                auto others = events;
                others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
                const RoadPlace here{events[i].edge, events[i].from};
                const double density = network_density(network, others, std::span(&here, 1),
                                                       {.rule = rule, .bandwidth = bandwidths[b]}, {})[0];
                sum += std::log(std::max(1e-9, density));
                unreached += density > 0 ? 0 : 1;
                ++judged;
            }
            CHECK(trials[b].bandwidth == bandwidths[b]);
            CHECK(trials[b].likelihood == Approx(sum / judged).epsilon(1e-9));
            CHECK(trials[b].unreached == unreached);
        }
    }
}

TEST_CASE("the best bandwidth follows how far events keep together") {
    const Network network({{{0, 0}, {20000, 0}}});
    Rng rng(6);
    const auto best = [&](double spread) {
        std::vector<NetworkEvent> events;
        for (int cluster = 1; cluster < 20; ++cluster)
            for (int i = 0; i < 15; ++i) events.push_back(at(0, cluster * 1000 + rng.uniform(-spread, spread)));
        std::vector<Metres> bandwidths;
        for (int metres = 25; metres <= 800; metres *= 2) bandwidths.emplace_back(metres);
        return best_of(try_bandwidths(network, events, bandwidths, {}, {})).bandwidth.value;
    };
    CHECK(best(20) <= 50);
    CHECK(best(300) >= 200);
}

TEST_CASE("a bandwidth cannot be tried without one, at zero, or with the kernel that is no density") {
    const Network network({{{0, 0}, {100, 0}}});
    const std::vector<NetworkEvent> events{at(0, 10), at(0, 20)};
    const std::vector<Metres> some{10_m}, zero{0_m};
    CHECK_THROWS_AS(try_bandwidths(network, events, some, {.rule = JunctionRule::simple}, {}), InputError);
    CHECK_THROWS_AS(try_bandwidths(network, events, zero, {}, {}), InputError);
    CHECK_THROWS_AS(best_of({}), InputError);
    // Spread events are not judged.
    const std::vector<NetworkEvent> spread{{0, 0, 100, 1}};
    CHECK(try_bandwidths(network, spread, some, {}, {})[0].likelihood == 0);
}

TEST_CASE("adaptive bandwidths go with one over the root of the density, about that of the pilot") {
    const Network network({{{0, 0}, {5000, 0}}});
    std::vector<NetworkEvent> events;
    for (int i = 0; i < 9; ++i) events.push_back(at(0, 1000 + 1e-9 * i));  // nine as good as at one place
    events.push_back(at(0, 4000));
    const auto bandwidths = adaptive_bandwidths(network, events, {.bandwidth = 200_m}, 1000_m, {});
    CHECK(bandwidths[9] == Approx(3 * bandwidths[0]).epsilon(1e-6));
    double logarithms = 0;
    for (const double h : bandwidths) logarithms += std::log(h);
    CHECK(std::exp(logarithms / 10) == Approx(200));
    CHECK(adaptive_bandwidths(network, events, {.bandwidth = 200_m}, 250_m, {})[9] == 250);
}
