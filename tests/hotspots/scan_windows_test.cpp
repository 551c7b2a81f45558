#include "hotspots/scan_windows.hpp"

#include "base/error.hpp"
#include "hotspots/road_region.hpp"
#include "hotspots/simulation.hpp"
#include "support/support.hpp"

#include <cmath>
#include <numeric>

using namespace baken;
using namespace baken::test;

namespace {

double log_poisson(double count, double mean) { return count * std::log(mean) - mean - std::lgamma(count + 1); }

std::vector<RoadChain> chains_of(std::vector<double> lengths) {
    std::vector<RoadChain> chains;
    for (const double length : lengths) chains.push_back({{}, length, 0});
    return chains;
}

}  // namespace

TEST_CASE("the ratio of a window is that of the best Poisson rates within and without to one rate for all") {
    const double total = 40;
    for (const double expected : {0.5, 3.0, 12.0})
        for (const double count : {1.0, 4.0, 15.0, 39.0}) {
            const double rest = total - expected;
            const double apart = log_poisson(count, count) + log_poisson(total - count, total - count);
            const double alike = log_poisson(count, expected) + log_poisson(total - count, rest);
            const double ratio = log_likelihood_ratio(count, expected, total);
            if (count > expected)
                CHECK(ratio == Approx(apart - alike).epsilon(1e-10));
            else
                CHECK(ratio == 0);
        }
    CHECK(log_likelihood_ratio(40, 10, 40) == Approx(40 * std::log(4)));
}

TEST_CASE("cells share a part of road by its metres, and the last cell takes what is left over") {
    const auto chains = chains_of({110, 10});
    const ScanCells cells(chains, 0, 25_m);
    REQUIRE(cells.size() == 5);
    CHECK(cells.start_of(cells.chains()[0], 4) == 110);
    std::vector<double> counts(cells.size(), 0);
    cells.add({0, 20, 70}, 2, counts);
    CHECK(counts == std::vector<double>{2 * 5.0 / 50, 1, 2 * 20.0 / 50, 0, 0});
    cells.add({0, 110, 110}, 1, counts);
    cells.add({1, 10, 10}, 1, counts);
    CHECK(counts[3] == 1);
    CHECK(counts[4] == 1);
}

TEST_CASE("the best window is the one that trying them all finds, and the highest ratio is its") {
    Rng rng(7);
    const std::vector<Metres> lengths{100_m, 150_m, 300_m};
    for (int round = 0; round < 50; ++round) {
        std::vector<double> metres;
        for (int i = 0; i < 8; ++i) metres.push_back(rng.uniform(5, 700));
        const auto chains = chains_of(metres);
        const ScanCells cells(chains, 0, 25_m);
        std::vector<double> counts(cells.size(), 0);
        double total = 0;
        for (int i = 0; i < 60; ++i) {
            const auto chain = rng.below(8);
            const double from = rng.uniform(0, metres[chain]);
            const double to = i % 2 == 0 ? from : rng.uniform(from, metres[chain]);
            cells.add({chain, from, to}, 1, counts);
            total += 1;
        }
        CHECK(std::accumulate(counts.begin(), counts.end(), 0.0) == Approx(total));
        double best = 0;
        std::size_t cell = 0;
        for (const double chain : metres) {
            const std::size_t n = std::max<std::size_t>(1, static_cast<std::size_t>(chain / 25));
            for (std::size_t first = 0; first < n; ++first)
                for (std::size_t last = first + 1; last <= n; ++last) {
                    const std::size_t steps = last - first;
                    const bool is_whole = steps == n && n <= 12;
                    if (!is_whole && steps != 4 && steps != 6 && steps != 12) continue;
                    double count = 0;
                    for (std::size_t c = first; c < last; ++c) count += counts[cell + c];
                    const double length =
                        (last == n ? chain : 25.0 * static_cast<double>(last)) - 25.0 * static_cast<double>(first);
                    if (count < 2 - 1e-9) continue;
                    best = std::max(best, log_likelihood_ratio(count, total * length / cells.length(), total));
                }
            cell += n;
        }
        const ScanWindows scan(cells, lengths, total, 2);
        const auto windows = scan.apart(counts);
        CHECK(scan.highest(counts) == Approx(best));
        REQUIRE(!windows.empty());
        CHECK(windows[0].ratio == Approx(best));
        for (std::size_t i = 1; i < windows.size(); ++i) {
            CHECK(windows[i].ratio <= windows[i - 1].ratio + 1e-8);
            for (std::size_t j = 0; j < i; ++j)
                CHECK((windows[i].last <= windows[j].first || windows[i].first >= windows[j].last));
        }
    }
}

TEST_CASE("windows that make no sense are refused by name") {
    const auto chains = chains_of({100});
    CHECK_THROWS_AS(ScanCells(chains, 0, 0_m), InputError);
    const ScanCells cells(chains, 0, 25_m);
    const std::vector<Metres> none{0_m};
    CHECK_THROWS_WITH(ScanWindows(cells, none, 10, 1), Catch::Matchers::Contains("0 m"));
}

TEST_CASE("rates over families are those of Benjamini and Hochberg by the best of each") {
    const std::vector<double> lowest{0.001, 0.02, 0.5, 0.9};
    const auto rates = rates_over_families(std::vector<double>{0.001, 0.02, 0.015, 0.5}, lowest);
    CHECK(rates[0] == Approx(0.004));
    CHECK(rates[1] == Approx(0.04));
    CHECK(rates[2] == Approx(0.04));  // a second find of the first family: calling it would call the second family soon
    CHECK(rates[3] == Approx(2.0 / 3));
    CHECK(rates_over_families(std::vector<double>{0.03, 0.2}, {0.03}) == std::vector<double>{0.03, 0.2});
}

TEST_CASE("a chance from simulations counts the observed one among them, and equals as reached") {
    const std::vector<double> simulated{1, 2, 3, 4};
    CHECK(p_of(5, simulated) == Approx(0.2));
    CHECK(p_of(3, simulated) == Approx(0.6));
    CHECK(p_of(3 + 1e-12, simulated) == Approx(0.6));
    CHECK(p_of(0, simulated) == 1);
}

TEST_CASE("random numbers of a simulation are its own, whatever the threads") {
    const auto draw = [](int threads) {
        std::vector<double> drawn(50);
        Work work;
        work.threads = threads;
        simulate(drawn.size(), work, [&]() -> SimulationRun {
            return [&](std::size_t i) { drawn[i] = rng_of(3, "family", i).uniform(); };
        });
        return drawn;
    };
    CHECK(draw(1) == draw(3));
    CHECK(rng_of(3, "family", 1).next() != rng_of(3, "other", 1).next());
    CHECK(rng_of(3, "family", 1).next() != rng_of(4, "family", 1).next());
    // First numbers of many streams are as uniform as one stream's.
    double sum = 0, squares = 0;
    for (std::uint64_t i = 0; i < 10000; ++i) {
        const double u = rng_of(1, "scan GM0209", i).uniform();
        sum += u;
        squares += u * u;
    }
    CHECK(sum / 10000 == Approx(0.5).margin(0.012));
    CHECK(squares / 10000 == Approx(1.0 / 3).margin(0.012));
}
