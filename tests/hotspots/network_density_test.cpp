#include "hotspots/network_density.hpp"

#include "base/error.hpp"
#include "geo/network/lixels.hpp"
#include "hotspots/network_walks.hpp"
#include "support/support.hpp"
#include "geo/network/small_networks.hpp"
#include "hotspots/textbook_network.hpp"

#include <algorithm>
#include <numeric>

using namespace baken;
using namespace baken::test;

namespace {

NetworkEvent at(std::uint32_t edge, double offset, double weight = 1) { return {edge, offset, offset, weight}; }

std::vector<RoadPlace> centres_of(const Network& network, Metres piece) {
    std::vector<RoadPlace> centres;
    for (const Lixel& lixel : lixels_of(network, piece, Metres(0))) centres.push_back(lixel.centre());
    return centres;
}

/// Midpoint rule over pieces of a tenth of a metre or less.
double integral(const Network& network, std::span<const NetworkEvent> events, const NetworkDensityOptions& options) {
    const auto pieces = lixels_of(network, Metres(0.1), Metres(0));
    std::vector<RoadPlace> centres;
    for (const Lixel& piece : pieces) centres.push_back(piece.centre());
    const auto density = network_density(network, events, centres, options, {});
    double sum = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) sum += density[i] * pieces[i].length();
    return sum;
}

/// A road with two junctions: a fork of three at 100 m, a crossing of four at 160 m, arms of 400 m.
Network forks() {
    return Network({{{0, 0}, {100, 0}},
                    {{100, 0}, {160, 0}},
                    {{100, 0}, {100, 400}},
                    {{160, 0}, {560, 0}},
                    {{160, 0}, {160, 400}},
                    {{160, 0}, {160, -400}}});
}

std::vector<NetworkEvent> random_events(Rng& rng, const Network& network, int count) {
    std::vector<NetworkEvent> events;
    for (int i = 0; i < count; ++i) {
        const auto edge = rng.below(static_cast<std::uint32_t>(network.edges().size()));
        const double length = network.edges()[edge].length, from = rng.uniform(0, length);
        switch (i % 4) {
            case 0: events.push_back(at(edge, 0, 2)); break;  // at a junction
            case 1: events.push_back({edge, from, rng.uniform(from, length), 0.5}); break;
            default: events.push_back(at(edge, from)); break;
        }
    }
    return events;
}

constexpr JunctionRule all_rules[] = {JunctionRule::discontinuous, JunctionRule::continuous, JunctionRule::simple};

}  // namespace

TEST_CASE("along one road the density is the kernel") {
    const Network network({{{0, 0}, {1000, 0}}});
    const std::vector<NetworkEvent> events{at(0, 400, 2)};
    const std::vector<RoadPlace> samples{{0, 400}, {0, 450}, {0, 300}, {0, 500}, {0, 501}};
    for (const JunctionRule rule : all_rules) {
        const auto density = network_density(network, events, samples, {.rule = rule, .bandwidth = 100_m}, {});
        CHECK(density[0] == Approx(2 * 15.0 / 16 / 100));
        CHECK(density[1] == Approx(2 * 15.0 / 16 * 0.75 * 0.75 / 100));
        CHECK(density[2] == 0);
        CHECK(density[3] == 0);
        CHECK(density[4] == 0);
    }
    const auto of_shape = [&](KernelShape shape) {
        return network_density(network, events, samples, {.shape = shape, .bandwidth = 100_m}, {})[1] * 50;
    };
    CHECK(of_shape(KernelShape::epanechnikov) == Approx(0.75 * 0.75));
    CHECK(of_shape(KernelShape::triangle) == Approx(0.5));
    CHECK(of_shape(KernelShape::uniform) == Approx(0.5));
}

TEST_CASE("a fork divides by two, a crossing by three, and the continuous kernel sends a part back") {
    const Network network = forks();
    const std::vector<NetworkEvent> events{at(0, 60)};  // 40 m before the fork
    const auto k = [](double metres) { return quartic(metres, 300); };
    const std::vector<RoadPlace> samples{{0, 90}, {1, 10}, {2, 10}, {3, 20}};  // 30, 50, 50 and 120 m away
    const auto split = network_density(network, events, samples, {.bandwidth = 300_m}, {});
    CHECK(split[0] == Approx(k(30)));
    CHECK(split[1] == Approx(k(50) / 2));
    CHECK(split[2] == Approx(k(50) / 2));
    CHECK(split[3] == Approx(k(120) / 6));
    const auto simple =
        network_density(network, events, samples, {.rule = JunctionRule::simple, .bandwidth = 300_m}, {});
    CHECK(simple[2] == Approx(k(50)));
    CHECK(simple[3] == Approx(k(120)));
    const auto smooth = network_density(network, events, std::vector<RoadPlace>{{0, 99.999}, {1, 0.001}, {2, 0.001}},
                                        {.rule = JunctionRule::continuous, .bandwidth = 300_m}, {});
    CHECK(smooth[0] == Approx(smooth[1]).epsilon(1e-4));
    CHECK(smooth[0] == Approx(smooth[2]).epsilon(1e-4));
}

TEST_CASE("an event at a junction goes two n-ths into each of its roads") {
    const Network network = forks();
    const std::vector<RoadPlace> samples{{1, 30}, {3, 100}};
    // At the crossing of four, whichever road it is written on.
    for (const NetworkEvent& event : {at(1, 60), at(3, 0), at(5, 0)}) {
        const auto density = network_density(network, std::span(&event, 1), samples, {.bandwidth = 200_m}, {});
        CHECK(density[0] == Approx(quartic(30, 200) / 2));
        CHECK(density[1] == Approx(quartic(100, 200) / 2));
    }
}

TEST_CASE("both equal splits keep the weight of events, around blocks and across junctions") {
    // No dead end within reach: blocks of 60 m, events in the middle.
    const Network blocks(street_grid(9, 60));
    const std::vector<NetworkEvent> inside{at(60, 17), at(61, 0, 2), {62, 10, 50, 1}};
    for (const JunctionRule rule : {JunctionRule::discontinuous, JunctionRule::continuous})
        for (const KernelShape shape : {KernelShape::quartic, KernelShape::triangle}) {
            CHECK(integral(blocks, inside, {rule, shape, 200_m}) == Approx(4).epsilon(1e-4));
            CHECK(integral(blocks, inside, {rule, shape, 350_m}) == Approx(4).epsilon(1e-4));
        }
    CHECK(integral(blocks, inside, {JunctionRule::simple, KernelShape::quartic, 200_m}) > 5);
    // A ring that the walk goes around several times.
    const Network ring({{{0, 0}, {30, 0}, {30, 30}}, {{30, 30}, {0, 30}, {0, 0}}});
    for (const JunctionRule rule : {JunctionRule::discontinuous, JunctionRule::continuous})
        CHECK(integral(ring, std::vector<NetworkEvent>{at(0, 20)}, {rule, KernelShape::quartic, 500_m}) ==
              Approx(1).epsilon(1e-4));
}

TEST_CASE("at a dead end the discontinuous kernel loses what goes beyond, the continuous one turns about") {
    const Network network({{{0, 0}, {300, 0}}});
    const std::vector<NetworkEvent> events{at(0, 0)};  // at the very end: the half that would go on is lost
    CHECK(integral(network, events, {.bandwidth = 200_m}) == Approx(0.5).epsilon(1e-4));
    CHECK(integral(network, events, {.rule = JunctionRule::continuous, .bandwidth = 200_m}) == Approx(1).epsilon(1e-4));
    CHECK(integral(network, std::vector<NetworkEvent>{at(0, 50)},
                   {.rule = JunctionRule::continuous, .bandwidth = 200_m}) == Approx(1).epsilon(1e-4));
}

TEST_CASE("a spread event is the mean of points along it") {
    Rng rng(5);
    const Network network(crooked_roads(rng, 20, 40, 400));
    const auto samples = centres_of(network, 25_m);
    for (const JunctionRule rule : all_rules) {
        const double length = network.edges()[7].length;
        const std::vector<NetworkEvent> spread{{7, 0.1 * length, 0.9 * length, 1}};
        std::vector<NetworkEvent> points;
        constexpr int many = 4000;
        for (int i = 0; i < many; ++i) points.push_back(at(7, (0.1 + 0.8 * (i + 0.5) / many) * length, 1.0 / many));
        const auto a = network_density(network, spread, samples, {.rule = rule, .bandwidth = 150_m}, {});
        const auto b = network_density(network, points, samples, {.rule = rule, .bandwidth = 150_m}, {});
        const double peak = *std::max_element(b.begin(), b.end());
        for (std::size_t i = 0; i < a.size(); ++i) CHECK(std::abs(a[i] - b[i]) < 1e-5 * peak);
    }
}

TEST_CASE("the fast kernels are those of the textbook") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Rng rng(seed);
        const Network network(seed % 2 == 0 ? crooked_roads(rng, 25, 45, 600) : street_grid(6, 80));
        std::vector<NetworkEvent> events;
        for (int i = 0; i < 30; ++i) {
            const auto edge = rng.below(static_cast<std::uint32_t>(network.edges().size()));
            events.push_back(at(edge, i % 5 == 0 ? 0 : rng.uniform(0, network.edges()[edge].length), 1 + i % 3));
        }
        const auto samples = centres_of(network, 40_m);
        for (const JunctionRule rule : all_rules) {
            const auto fast = network_density(network, events, samples, {.rule = rule, .bandwidth = 210_m}, {});
            const auto plain = rule == JunctionRule::simple ? textbook_simple(network, events, samples, 210)
                                                            : textbook_equal_split(network, events, samples, 210,
                                                                                   rule == JunctionRule::continuous);
            const double peak = *std::max_element(plain.begin(), plain.end());
            double largest = 0;
            for (std::size_t i = 0; i < fast.size(); ++i) largest = std::max(largest, std::abs(fast[i] - plain[i]));
            CHECK(largest < 1e-12 * peak);
        }
    }
}

TEST_CASE("where ways are too many to follow one by one, those alike go on as one and the density stays") {
    const Network network(street_grid(14, 31));
    Rng rng(3);
    std::vector<NetworkEvent> events;
    for (int i = 0; i < 6; ++i) events.push_back(at(rng.below(300), rng.uniform(1, 30)));
    const std::vector<RoadPlace> samples{{150, 10}, {160, 20}, {200, 5}};
    const WalkGraph graph(network);
    const std::vector<double> none(graph.arms(), 0.0);
    Walks walks(graph, JunctionRule::discontinuous, none);
    const auto steps = walks.after(graph.forward(150), 330);
    CHECK(steps.size() < 20'000);  // followed one by one: 3 + 3^2 + ... + 3^11
    const double on_last = std::accumulate(steps.begin(), steps.end(), 0.0, [](double sum, const Walks::Step& step) {
        return step.metres > 300 ? sum + step.share : sum;
    });
    CHECK(on_last == Approx(1));  // all of the weight arrives at the eleventh street
    for (const bool is_continuous : {false, true}) {
        const double bandwidth = is_continuous ? 250 : 330;
        const auto fast = network_density(network, events, samples,
                                          {is_continuous ? JunctionRule::continuous : JunctionRule::discontinuous,
                                           KernelShape::quartic, Metres(bandwidth)},
                                          {});
        const auto plain = textbook_equal_split(network, events, samples, bandwidth, is_continuous);
        for (std::size_t i = 0; i < samples.size(); ++i)
            CHECK(fast[i] == Approx(plain[i]).epsilon(is_continuous ? 5e-5 : 1e-5));
    }
    // A width that could never be followed one by one: the weight stays.
    const Network ring({{{0, 0}, {3, 0}, {3, 3}}, {{3, 3}, {0, 3}, {0, 0}}, {{0, 0}, {3, 3}}, {{3, 0}, {30, 0}}});
    CHECK(integral(ring, std::vector<NetworkEvent>{at(0, 2)},
                   {JunctionRule::continuous, KernelShape::quartic, 500_m}) == Approx(1).epsilon(1e-3));
}

TEST_CASE("as much of a reaches b as of b reaches a") {
    Rng rng(9);
    const Network network(crooked_roads(rng, 20, 45, 500));
    for (const JunctionRule rule : all_rules)
        for (int i = 0; i < 40; ++i) {
            const auto place = [&](bool is_node) {
                const auto edge = rng.below(static_cast<std::uint32_t>(network.edges().size()));
                return RoadPlace{edge, is_node ? 0 : rng.uniform(0, network.edges()[edge].length)};
            };
            const RoadPlace a = place(i % 4 == 0), b = place(i % 3 == 0);
            const auto from = [&](RoadPlace event, RoadPlace sample) {
                const NetworkEvent e = at(event.edge, event.offset);
                return network_density(network, std::span(&e, 1), std::span(&sample, 1),
                                       {.rule = rule, .bandwidth = 300_m}, {})[0];
            };
            CHECK(from(a, b) == Approx(from(b, a)).margin(1e-15));
        }
}

TEST_CASE("neither the order of events, samples and roads nor the number of threads changes a bit, a shift no more") {
    Rng rng(11);
    const auto lines = crooked_roads(rng, 60, 130, 900);
    const Network network(lines);
    const auto events = random_events(rng, network, 200);
    const auto samples = centres_of(network, 30_m);
    for (const JunctionRule rule : {JunctionRule::discontinuous, JunctionRule::continuous}) {
        const NetworkDensityOptions options{.rule = rule, .bandwidth = 220_m};
        const auto density = network_density(network, events, samples, options, {});
        Work work;
        work.threads = 3;
        CHECK(network_density(network, events, samples, options, work) == density);

        auto backwards = events;
        std::reverse(backwards.begin(), backwards.end());
        auto samples_backwards = samples;
        std::reverse(samples_backwards.begin(), samples_backwards.end());
        auto turned = network_density(network, backwards, samples_backwards, options, work);
        std::reverse(turned.begin(), turned.end());
        CHECK(turned == density);

        auto other_lines = lines;
        std::reverse(other_lines.begin(), other_lines.end());
        const Network other(other_lines);
        const auto last = static_cast<std::uint32_t>(lines.size() - 1);
        auto other_events = events;
        auto other_samples = samples;
        for (auto& event : other_events) event.edge = last - event.edge;
        for (auto& sample : other_samples) sample.edge = last - sample.edge;
        CHECK(network_density(other, other_events, other_samples, options, {}) == density);

        auto shifted_lines = lines;
        for (Line& line : shifted_lines)
            for (MapPoint& p : line) p = {p.x + 1000, p.y - 2000};
        const auto shifted = network_density(Network(shifted_lines), events, samples, options, {});
        for (std::size_t i = 0; i < density.size(); ++i) CHECK(shifted[i] == Approx(density[i]).margin(1e-12));
    }
}

TEST_CASE("every event can have a bandwidth of its own") {
    const Network network = forks();
    const std::vector<NetworkEvent> events{at(0, 60), at(3, 100), {4, 10, 60, 1}};
    const std::vector<double> bandwidths{100, 350, 200};
    const auto samples = centres_of(network, 20_m);
    for (const JunctionRule rule : all_rules) {
        const auto together = network_density(network, events, bandwidths, samples, {.rule = rule}, {});
        std::vector<double> sum(samples.size(), 0);
        for (std::size_t e = 0; e < events.size(); ++e) {
            const auto one = network_density(network, std::span(events).subspan(e, 1), samples,
                                             {.rule = rule, .bandwidth = Metres(bandwidths[e])}, {});
            for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += one[i];
        }
        for (std::size_t i = 0; i < sum.size(); ++i) CHECK(together[i] == Approx(sum[i]).margin(1e-15));
    }
}

TEST_CASE("what is not on the network is refused, and a stop is heard") {
    const Network network = forks();
    const std::vector<RoadPlace> samples{{0, 10}};
    const std::vector<NetworkEvent> events{at(0, 60)};
    const auto with = [&](NetworkEvent event, RoadPlace sample, Metres bandwidth) {
        return network_density(network, std::span(&event, 1), std::span(&sample, 1), {.bandwidth = bandwidth}, {});
    };
    CHECK_THROWS_AS(with(at(9, 0), {0, 1}, 100_m), InputError);
    CHECK_THROWS_AS(with(at(0, 101), {0, 1}, 100_m), InputError);
    CHECK_THROWS_AS(with({0, 50, 20, 1}, {0, 1}, 100_m), InputError);
    CHECK_THROWS_AS(with(at(0, 1), {0, 101}, 100_m), InputError);
    CHECK_THROWS_AS(with(at(0, 1), {0, 1}, 0_m), InputError);
    CHECK(network_density(network, {}, samples, {}, {}) == std::vector<double>{0});
    CHECK(network_density(network, events, {}, {}, {}).empty());
    std::stop_source source;
    source.request_stop();
    Work work;
    work.stop = source.get_token();
    CHECK_THROWS_AS(network_density(network, events, samples, {}, work), Cancelled);
}
