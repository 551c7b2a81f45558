#include "geo/network/network.hpp"

#include "base/error.hpp"
#include "geo/core/measure.hpp"
#include "geo/network/lixels.hpp"
#include "geo/network/small_networks.hpp"
#include "support/support.hpp"

#include <cmath>
#include <limits>

using namespace baken;
using namespace baken::test;

TEST_CASE("roads are joined where their ends meet and nowhere else") {
    // A crossing of four arms, and a bridge over one of them.
    const Network network({{{0, 0}, {100, 0}},
                           {{100, 0.04}, {200, 0}},
                           {{100, 0}, {100, 80}},
                           {{100, -60}, {100, 0}},
                           {{50, -50}, {50, 50}}});
    REQUIRE(network.edges().size() == 5);
    CHECK(network.nodes().size() == 7);
    const std::uint32_t crossing = network.edges()[0].to;
    CHECK(network.degree(crossing) == 4);
    CHECK(network.degree(network.edges()[4].from) == 1);
    CHECK(network.total_length() == Approx(440).margin(0.01));
}

TEST_CASE("ends farther apart than the tolerance stay apart") {
    const std::vector<Line> lines{{{0, 0}, {100, 0}}, {{100.4, 0}, {200, 0}}};
    CHECK(Network(lines, 0.1_m).nodes().size() == 4);
    CHECK(Network(lines, 0.5_m).nodes().size() == 3);
}

TEST_CASE("a road that comes back to its beginning is two arms of its node") {
    const Network network({{{0, 0}, {50, 50}, {0, 100}, {0, 0}}});
    REQUIRE(network.nodes().size() == 1);
    CHECK(network.degree(0) == 2);
    CHECK(network.arms(0)[0].is_forward);
    CHECK_FALSE(network.arms(0)[1].is_forward);
}

TEST_CASE("lines without length are left out and the others keep their place") {
    const Network network({{{0, 0}, {0, 0}}, {{5, 5}}, {{0, 0}, {10, 0}}});
    REQUIRE(network.edges().size() == 1);
    CHECK_FALSE(network.edge_of_line(0));
    CHECK_FALSE(network.edge_of_line(1));
    CHECK(network.edge_of_line(2) == 0U);
    CHECK_FALSE(network.edge_of_line(3));
    CHECK(Network(std::vector<Line>{}).nodes().empty());
}

TEST_CASE("a coordinate that is not a number is refused") {
    CHECK_THROWS_AS(Network({{{0, 0}, {std::numeric_limits<double>::quiet_NaN(), 0}}}), InputError);
}

TEST_CASE("places and parts of a bent road lie along it") {
    const Network network({{{0, 0}, {100, 0}, {100, 50}}});
    CHECK(network.point_at({0, 30}) == MapPoint{30, 0});
    CHECK(network.point_at({0, 120}) == MapPoint{100, 20});
    CHECK(network.point_at({0, 150}) == MapPoint{100, 50});
    CHECK(network.part_of(0, 90, 120) == Line{{90, 0}, {100, 0}, {100, 20}});
    CHECK(length(network.part_of(0, 10, 60)).value == Approx(50));
    CHECK(network.node_at({0, 0}) == network.edges()[0].from);
    CHECK(network.node_at({0, 150}) == network.edges()[0].to);
    CHECK_FALSE(network.node_at({0, 75}));
    for (std::uint32_t node = 0; node < 2; ++node) CHECK(network.node_at(network.place_of(node)) == node);
}

TEST_CASE("pieces cover every road once and none is too short") {
    Rng rng(7);
    const Network network(crooked_roads(rng, 60, 150, 3000));
    for (const double piece : {25.0, 50.0, 200.0}) {
        const auto lixels = lixels_of(network, Metres(piece), Metres(piece / 4));
        double sum = 0, shortest = 1e9, longest = 0;
        for (std::size_t i = 0; i < lixels.size(); ++i) {
            sum += lixels[i].length();
            const bool is_whole_edge = lixels[i].length() == network.edges()[lixels[i].edge].length;
            if (!is_whole_edge) shortest = std::min(shortest, lixels[i].length());
            longest = std::max(longest, lixels[i].length());
            const bool is_same_edge = i > 0 && lixels[i - 1].edge == lixels[i].edge;
            CHECK(lixels[i].from == (is_same_edge ? lixels[i - 1].to : 0));
        }
        CHECK(sum == Approx(network.total_length()).epsilon(1e-12));
        CHECK(shortest >= piece / 4 - 1e-9);
        CHECK(longest < piece * 1.25 + 1e-9);
    }
}

TEST_CASE("a last piece that would be too short goes with the one before it") {
    const Network network({{{0, 0}, {430, 0}}, {{0, 9}, {460, 9}}, {{0, 18}, {200, 18}}, {{0, 27}, {20, 27}}});
    const auto lixels = lixels_of(network, 200_m, 50_m);
    std::vector<double> lengths;
    for (const Lixel& lixel : lixels) lengths.push_back(lixel.length());
    CHECK(lengths == std::vector<double>{200, 230, 200, 200, 60, 200, 20});
    CHECK_THROWS_AS(lixels_of(network, 0_m, 0_m), InputError);
    CHECK_THROWS_AS(lixels_of(network, 10_m, 20_m), InputError);
}
