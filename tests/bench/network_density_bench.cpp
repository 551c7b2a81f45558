/// Network kernel density, seconds with the network in memory: 12,000, 75,000 and 725,000 roads with 1.25 events each,
/// pieces of 50 m, 500 m bandwidth. Beside it the textbook (a recursion or a Dijkstra for every event). R's spNetwork
/// is not packaged for Debian; it did not finish 12,000 roads in 120 s elsewhere.

#include "bench/peer.hpp"
#include "bench/streets.hpp"
#include "geo/network/lixels.hpp"
#include "hotspots/network_density.hpp"
#include "hotspots/textbook_network.hpp"

using namespace baken;

namespace {

double largest_difference(std::span<const double> a, std::span<const double> b) {
    double largest = 0, peak = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        largest = std::max(largest, std::abs(a[i] - b[i]));
        peak = std::max(peak, b[i]);
    }
    return largest / peak;
}

void run(int crossings, bool has_peers) {
    const Network network(bench::streets(crossings));
    Rng rng(2);
    std::vector<NetworkEvent> events;
    for (std::size_t i = 0; i < network.edges().size() * 5 / 4; ++i) {
        const auto edge = rng.below(static_cast<std::uint32_t>(network.edges().size()));
        const double offset = rng.uniform(0, network.edges()[edge].length);
        events.push_back({edge, offset, offset, 1});
    }
    std::vector<RoadPlace> samples;
    for (const Lixel& lixel : lixels_of(network, 50_m, 12.5_m)) samples.push_back(lixel.centre());
    fmt::print("{} roads, {} events, {} pieces\n", network.edges().size(), events.size(), samples.size());

    bench::Measured ours;
    std::vector<double> density;
    for (const auto& [name, rule] :
         {std::pair{"discontinuous", JunctionRule::discontinuous}, std::pair{"continuous", JunctionRule::continuous},
          std::pair{"simple", JunctionRule::simple}}) {
        if (rule != JunctionRule::discontinuous && !has_peers) continue;
        for (const int threads : {1, 2}) {
            ours = bench::measure(
                fmt::format("{}, {} threads", name, threads),
                [&] {
                    density = network_density(network, events, samples, {rule, KernelShape::quartic, 500_m},
                                              {.threads = threads});
                },
                3);
            bench::print_ours(ours);
        }
        if (!has_peers || crossings > 100) continue;
        std::vector<double> plain;
        bench::Measured peer = bench::measure(
            fmt::format("textbook {}", name),
            [&] {
                plain = rule == JunctionRule::simple ? test::textbook_simple(network, events, samples, 500)
                                                     : test::textbook_equal_split(network, events, samples, 500,
                                                                                  rule == JunctionRule::continuous);
            },
            1);
        bench::print_peer(peer, ours);
        fmt::print("    largest difference {:.1e} of the peak\n", largest_difference(density, plain));
    }
}

}  // namespace

int main() {
    run(82, true);
    run(204, true);
    run(635, false);
    return 0;
}
