#include "hotspots/local_statistics.hpp"

#include "base/random.hpp"
#include "hotspots/distributions.hpp"
#include "hotspots/global_statistics.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

using namespace baken;

namespace {

constexpr auto rows = SpatialWeights::Style::row_standardised;

std::vector<double> poisson_counts(std::size_t units, double mean, Rng& rng) {
    std::vector<double> counts;
    for (std::size_t i = 0; i < units; ++i) counts.push_back(rng.poisson(mean));
    return counts;
}

/// The sum of unit 0's window against the mean and deviation of all choices of as many units, by trying them all.
double z_by_trying_all(const std::vector<double>& values, const std::vector<std::size_t>& window,
                       bool leave_out_first) {
    double n = 0, sum = 0, squares = 0, observed = 0;
    for (const std::size_t i : window) observed += values[i];
    for (std::uint32_t chosen = 0; chosen < 1U << values.size(); ++chosen) {
        if (static_cast<std::size_t>(std::popcount(chosen)) != window.size()) continue;
        if (leave_out_first && (chosen & 1U) != 0) continue;
        double of_chosen = 0;
        for (std::size_t i = 0; i < values.size(); ++i) of_chosen += (chosen >> i & 1U) != 0 ? values[i] : 0;
        ++n;
        sum += of_chosen;
        squares += of_chosen * of_chosen;
    }
    return (observed - sum / n) / std::sqrt(squares / n - sum / n * (sum / n));
}

std::vector<double> above(const std::vector<LocalP>& p) {
    std::vector<double> values;
    for (const LocalP& one : p) values.push_back(one.window.above);
    return values;
}

constexpr auto both_ways = {&LocalP::neighbours, &LocalP::window};

/// Largest distance between the values' distribution and the uniform one (Kolmogorov).
double distance_to_uniform(std::vector<double> p) {
    std::sort(p.begin(), p.end());
    double most = 0;
    const auto n = static_cast<double>(p.size());
    for (std::size_t i = 0; i < p.size(); ++i)
        most = std::max({most, (static_cast<double>(i) + 1) / n - p[i], p[i] - static_cast<double>(i) / n});
    return most;
}

}  // namespace

TEST_CASE("Gi and Gi* are standardised over all ways to choose as many units") {
    const std::vector<double> values{2, 0, 3.25, 5, 8, 7, 1};
    const SpatialWeights weights = weights_of({{2, 4, 5}, {0}, {0}, {0}, {0}, {0}, {}});
    CHECK(getis_ord_z(values, weights, Window::without_itself)[0] == Approx(z_by_trying_all(values, {2, 4, 5}, true)));
    CHECK(getis_ord_z(values, weights, Window::with_itself)[0] == Approx(z_by_trying_all(values, {0, 2, 4, 5}, false)));
    CHECK(getis_ord_z(values, weights, Window::without_itself)[6] == 0);  // no neighbours
    CHECK(getis_ord_z(values, weights, Window::with_itself)[6] ==
          Approx(z_by_trying_all({1, 0, 3.25, 5, 8, 7, 2}, {0}, false)));
    CHECK(getis_ord_z(std::vector<double>(7, 4.0), weights, Window::with_itself)[0] == 0);
}

TEST_CASE("local Moran adds up to the global one") {
    Rng rng(2);
    const std::vector<GridSquare> squares = whole_grid(7, 9);
    const std::vector<double> values = poisson_counts(squares.size(), 2, rng);
    for (const auto style : {SpatialWeights::Style::binary, rows}) {
        const SpatialWeights weights = grid_weights(squares, Contiguity::queen, style);
        const std::vector<double> local = local_moran(values, weights);
        double s0 = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) s0 += weights.weight(i) * weights.count(i);
        CHECK(std::accumulate(local.begin(), local.end(), 0.0) / s0 == Approx(moran_test(values, weights).i));
    }
}

TEST_CASE("patterns are read from the unit and its neighbours") {
    //  9 9 0 0
    //  9 9 0 9
    //  0 0 0 0
    const std::vector<double> values{9, 9, 0, 0, 9, 9, 0, 9, 0, 0, 0, 0};
    const SpatialWeights rook = grid_weights(whole_grid(3, 4), Contiguity::rook);
    const auto patterns = local_patterns(values, rook, std::vector<bool>(12, true));
    CHECK(patterns[0] == LocalPattern::high_high);
    CHECK(patterns[7] == LocalPattern::high_low);
    CHECK(patterns[6] == LocalPattern::low_high);  // between two
    CHECK(patterns[10] == LocalPattern::low_low);
    CHECK(local_patterns(values, rook, std::vector<bool>(12, false))[0] == LocalPattern::none);
}

TEST_CASE("what is tested does not depend on threads or the order of units") {
    Rng rng(77);
    const std::vector<GridSquare> squares = whole_grid(20, 30);
    std::vector<double> values;
    for (std::size_t i = 0; i < squares.size(); ++i) values.push_back(rng.chance(0.5) ? 0 : 0.2 + rng.uniform() / 3);
    std::vector<std::size_t> order(squares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    rng.shuffle(order);
    std::vector<GridSquare> moved;  // by 1000 squares, and in another order
    std::vector<double> moved_values;
    for (const std::size_t i : order) {
        moved.push_back({squares[i].row - 1000, squares[i].column + 1000});
        moved_values.push_back(values[i]);
    }
    const SpatialWeights one = grid_weights(squares, Contiguity::queen, rows);
    const SpatialWeights other = grid_weights(moved, Contiguity::queen, rows);
    const auto z = getis_ord_z(values, one, Window::with_itself),
               other_z = getis_ord_z(moved_values, other, Window::with_itself);
    const auto moran = local_moran(values, one), other_moran = local_moran(moved_values, other);
    const auto p = permutation_tests(values, one, {}, {.threads = 1});
    const auto other_p = permutation_tests(moved_values, other, {}, {.threads = 4});
    for (std::size_t i = 0; i < order.size(); ++i) {
        REQUIRE(z[order[i]] == other_z[i]);
        REQUIRE(moran[order[i]] == other_moran[i]);
        for (const auto null : both_ways) {
            REQUIRE((p[order[i]].*null).above == (other_p[i].*null).above);
            REQUIRE((p[order[i]].*null).below == (other_p[i].*null).below);
        }
    }
}

TEST_CASE("a higher Gi* never has a higher p among units with as many neighbours") {
    Rng rng(5);
    const std::vector<GridSquare> squares = whole_grid(25, 25);
    const SpatialWeights weights = grid_weights(squares, Contiguity::queen);
    const std::vector<double> values = poisson_counts(squares.size(), 0.7, rng);
    const auto z = getis_ord_z(values, weights, Window::with_itself);
    const auto p = permutation_tests(values, weights, {}, {});
    for (const std::uint32_t neighbours : {3U, 5U, 8U}) {
        std::vector<std::pair<double, double>> both;
        for (std::size_t i = 0; i < z.size(); ++i)
            if (weights.count(i) == neighbours) both.emplace_back(z[i], p[i].window.above);
        std::sort(both.begin(), both.end());
        for (std::size_t i = 1; i < both.size(); ++i) REQUIRE(both[i].second <= both[i - 1].second + 1e-12);
        CHECK(both.size() >= 4);
    }
}

TEST_CASE("p is one of the shares that permutations can give, and 1 without neighbours") {
    const std::vector<double> values{0, 0, 0, 0, 0, 0, 0, 0, 30, 30};
    std::vector<std::vector<std::uint32_t>> lists(10);
    lists[8] = {9};
    lists[9] = {8};
    lists[0] = {1};
    const auto p = permutation_tests(values, weights_of(lists), {.permutations = 9999}, {});
    const PermutationP window = p[8].window, given = p[8].neighbours;
    CHECK(window.above == Approx(1.0 / 45).margin(0.006));  // one pair in 45 is the pair of thirties
    CHECK(window.below == 1);
    CHECK(window.two_sided() == Approx(2 * window.above));
    CHECK(given.above == Approx(1.0 / 9).margin(0.013));  // one of the nine others
    CHECK(moran_p_above(given, true) == given.above);
    CHECK(moran_p_above(given, false) == given.below);
    CHECK(p[0].window.above == 1);
    CHECK(p[2].window.above == 1);  // nobody's neighbour
    CHECK(p[2].neighbours.two_sided() == 1);
}

TEST_CASE("a test by permutations stops when it is asked to") {
    std::stop_source stop;
    stop.request_stop();
    const SpatialWeights weights = grid_weights(whole_grid(5, 5), Contiguity::queen);
    for (const int threads : {1, 3})
        CHECK_THROWS_AS(permutation_tests(std::vector<double>(25, 1.0), weights, {},
                                          {.stop = stop.get_token(), .threads = threads}),
                        Cancelled);
}

TEST_CASE("p is uniform where values lie at random") {
    // One unit of each simulated map, so that the p-values are independent.
    Rng rng(19);
    const SpatialWeights weights = grid_weights(whole_grid(8, 8), Contiguity::queen);
    constexpr int maps = 2000;
    for (const auto null : both_ways) {
        std::vector<double> upper, lower;
        for (int map = 0; map < maps; ++map) {
            std::vector<double> values;
            for (int i = 0; i < 64; ++i) values.push_back(rng.uniform());
            const auto p = permutation_tests(values, weights, {.permutations = 499, .seed = rng.next()}, {});
            upper.push_back((p[27].*null).above);
            lower.push_back((p[27].*null).below);
        }
        // The 1 % point of Kolmogorov's distance, and one step of a p.
        const double bound = 1.63 / std::sqrt(maps) + 1.0 / 500;
        CHECK(distance_to_uniform(upper) < bound);
        CHECK(distance_to_uniform(lower) < bound);
    }
}

TEST_CASE("counts that lie at random are called a hot spot on fewer maps than one in ten") {
    // Where nothing is there, every map with a call is a false discovery.
    const std::vector<GridSquare> squares = whole_grid(20, 20);
    const SpatialWeights weights = grid_weights(squares, Contiguity::queen);
    constexpr int maps = 300;
    for (const double mean : {0.3, 1.0}) {
        Rng rng(101);
        int called = 0, called_by_normal = 0, called_moran = 0;
        for (int map = 0; map < maps; ++map) {
            const std::vector<double> counts = poisson_counts(squares.size(), mean, rng);
            const NullOptions options{.permutations = 9999, .seed = rng.next()};
            const auto tests = permutation_tests(counts, weights, options, {});
            const auto q = false_discovery_rates(above(tests));
            called += *std::min_element(q.begin(), q.end()) <= 0.1 ? 1 : 0;
            std::vector<double> two_sided, normal;
            for (const LocalP& p : tests) two_sided.push_back(p.neighbours.two_sided());
            const auto moran_q = false_discovery_rates(two_sided);
            called_moran += *std::min_element(moran_q.begin(), moran_q.end()) <= 0.1 ? 1 : 0;
            for (const double z : getis_ord_z(counts, weights, Window::with_itself)) normal.push_back(normal_above(z));
            const auto normal_q = false_discovery_rates(normal);
            called_by_normal += *std::min_element(normal_q.begin(), normal_q.end()) <= 0.1 ? 1 : 0;
        }
        WARN("mean " << mean << ": of " << maps << " maps without a pattern " << called
                     << " called by permutation of Gi*, " << called_moran << " of local Moran; by the normal z "
                     << called_by_normal);
        CHECK(called <= maps / 10);
        CHECK(called_moran <= maps / 10);
    }
}

TEST_CASE("a planted cluster is found, and what is called beside it is about what the rate allows") {
    const std::vector<GridSquare> squares = whole_grid(40, 40);
    const SpatialWeights weights = grid_weights(squares, Contiguity::queen);
    for (const double times : {2.0, 3.0, 5.0}) {
        Rng rng(55);
        double found = 0, planted = 0, false_share = 0;
        constexpr int maps = 50;
        for (int map = 0; map < maps; ++map) {
            std::vector<double> counts;
            std::vector<bool> is_hot, is_touched;
            for (const GridSquare s : squares) {
                const auto within = [&](int first, int last) {
                    return s.row >= first && s.row <= last && s.column >= first && s.column <= last;
                };
                is_hot.push_back(within(10, 12) || within(25, 28));
                is_touched.push_back(within(9, 13) || within(24, 29));  // its window holds a hot square
                counts.push_back(rng.poisson(is_hot.back() ? 0.8 * times : 0.8));
            }
            const auto q = false_discovery_rates(
                above(permutation_tests(counts, weights, {.permutations = 9999, .seed = rng.next()}, {})));
            double called = 0, wrong = 0;
            for (std::size_t i = 0; i < q.size(); ++i) {
                planted += is_hot[i] ? 1 : 0;
                if (q[i] > 0.1) continue;
                ++called;
                found += is_hot[i] ? 1 : 0;
                wrong += is_touched[i] ? 0 : 1;
            }
            false_share += called > 0 ? wrong / called : 0;
        }
        WARN("planted at " << times << " times the mean of 0.8: " << std::round(100 * found / planted)
                           << " % of hot squares found, " << std::round(1000 * false_share / maps) / 10
                           << " % of calls are elsewhere");
        CHECK(false_share / maps <= 0.1);
        if (times >= 5) CHECK(found / planted > 0.75);
    }
}
