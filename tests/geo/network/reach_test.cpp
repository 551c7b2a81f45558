#include "geo/network/reach.hpp"

#include "geo/network/small_networks.hpp"
#include "support/support.hpp"

#include <cmath>

using namespace baken;
using namespace baken::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// All distances between nodes (Floyd & Warshall), another algorithm than the one under test.
std::vector<std::vector<double>> all_distances(const Network& network) {
    const std::size_t n = network.nodes().size();
    std::vector<std::vector<double>> metres(n, std::vector<double>(n, infinity));
    for (std::size_t i = 0; i < n; ++i) metres[i][i] = 0;
    for (const auto& edge : network.edges()) {
        metres[edge.from][edge.to] = std::min(metres[edge.from][edge.to], edge.length);
        metres[edge.to][edge.from] = metres[edge.from][edge.to];
    }
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) metres[i][j] = std::min(metres[i][j], metres[i][k] + metres[k][j]);
    return metres;
}

}  // namespace

TEST_CASE("ways in a grid of streets are as long as their blocks") {
    const Network network(street_grid(5, 100));
    Reach reach(network);
    const RoadPlace corner = network.place_of(network.edges()[0].from);
    const auto steps = reach.within(corner, 200_m);
    std::vector<double> metres;
    for (const auto& step : steps) metres.push_back(step.metres);
    CHECK(metres == std::vector<double>{0, 100, 100, 200, 200, 200});
    // The middle of one street to the middle of the next in line, and beyond the limit.
    CHECK(reach.between({0, 50}, {0, 80}, 100_m) == 30.0);
    CHECK_FALSE(reach.between({0, 10}, {0, 80}, 50_m));
}

TEST_CASE("ways are the shortest that there are, and the same both ways") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Rng rng(seed);
        const Network network(crooked_roads(rng, 25, 45, 2000));
        const auto metres = all_distances(network);
        Reach reach(network);
        std::size_t wrong = 0, asymmetric = 0, far = 0;
        for (int trial = 0; trial < 400; ++trial) {
            const auto place = [&] {
                const std::uint32_t e = rng.below(static_cast<std::uint32_t>(network.edges().size()));
                return RoadPlace{e, rng.uniform(0, network.edges()[e].length)};
            };
            const RoadPlace a = place(), b = place();
            const auto& ea = network.edges()[a.edge];
            const auto& eb = network.edges()[b.edge];
            double expected = a.edge == b.edge ? std::abs(a.offset - b.offset) : infinity;
            for (const auto& [na, da] : {std::pair{ea.from, a.offset}, std::pair{ea.to, ea.length - a.offset}})
                for (const auto& [nb, db] : {std::pair{eb.from, b.offset}, std::pair{eb.to, eb.length - b.offset}})
                    expected = std::min(expected, da + metres[na][nb] + db);
            const auto there = reach.between(a, b, 1500_m);
            const auto back = reach.between(b, a, 1500_m);
            asymmetric += there != back;
            if (expected > 1500) {
                wrong += there.has_value();
                ++far;
            } else {
                wrong += !there || std::abs(*there - expected) > 1e-9 * (1 + expected);
            }
        }
        CHECK(wrong == 0);
        CHECK(asymmetric == 0);
        CHECK(far > 0);
    }
}

TEST_CASE("what an earlier question reached is forgotten") {
    const Network network({{{0, 0}, {100, 0}}, {{1000, 0}, {1100, 0}}});
    Reach reach(network);
    (void)reach.within({0, 50}, 60_m);
    CHECK(reach.metres_to(network.edges()[0].to) == 50);
    (void)reach.within({1, 50}, 60_m);
    CHECK(std::isinf(reach.metres_to(network.edges()[0].to)));
}
