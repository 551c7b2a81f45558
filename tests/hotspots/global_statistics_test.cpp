#include "hotspots/global_statistics.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "hotspots/local_statistics.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace baken;

namespace {

constexpr auto rows = SpatialWeights::Style::row_standardised;

/// Mean and variance of a statistic over all orders of the values.
template <class Statistic>
std::pair<double, double> over_all_orders(std::vector<double> values, Statistic&& statistic) {
    std::sort(values.begin(), values.end());
    double n = 0, sum = 0, squares = 0;
    do {
        const double x = statistic(values);
        ++n;
        sum += x;
        squares += x * x;
    } while (std::next_permutation(values.begin(), values.end()));
    return {sum / n, squares / n - sum / n * (sum / n)};
}

/// No symmetry: unit 3 has a neighbour that does not name it back.
const std::vector<std::vector<std::uint32_t>> odd_lists{{1, 2}, {0}, {0, 3, 4}, {2, 1}, {2}, {}};
const std::vector<double> odd_values{0, 1, 1.5, 4, 9, 2.5};

}  // namespace

TEST_CASE("expectation and variance of Moran's I are those over all orders of the values") {
    for (const auto style : {SpatialWeights::Style::binary, rows}) {
        const SpatialWeights weights = weights_of(odd_lists, style);
        const auto [mean, variance] =
            over_all_orders(odd_values, [&](const auto& values) { return moran_test(values, weights).i; });
        const MoranTest test = moran_test(odd_values, weights);
        CHECK(test.expected == Approx(mean).epsilon(1e-10));
        CHECK(test.randomisation.variance == Approx(variance).epsilon(1e-10));
        CHECK(test.randomisation.z == Approx((test.i - mean) / std::sqrt(variance)));
    }
}

TEST_CASE("expectation and variance of the general G are those over all orders of the values") {
    for (const auto style : {SpatialWeights::Style::binary, rows}) {
        const SpatialWeights weights = weights_of(odd_lists, style);
        const auto [mean, variance] =
            over_all_orders(odd_values, [&](const auto& values) { return global_g(values, weights).g; });
        const GlobalG test = global_g(odd_values, weights);
        CHECK(test.expected == Approx(mean).epsilon(1e-10));
        CHECK(test.randomisation.variance == Approx(variance).epsilon(1e-9));
    }
}

TEST_CASE("a board of alternating values has the lowest Moran's I, and halves have a high one") {
    const SpatialWeights rook = grid_weights(whole_grid(8, 8), Contiguity::rook);
    std::vector<double> board, halves;
    for (int row = 0; row < 8; ++row)
        for (int column = 0; column < 8; ++column) {
            board.push_back((row + column) % 2);
            halves.push_back(column / 4);
        }
    CHECK(moran_test(board, rook).i == Approx(-1));
    CHECK(moran_test(board, rook).randomisation.p_above > 0.999);
    CHECK(moran_test(halves, rook).i == Approx(1 - 2 * 16.0 / 224));  // 16 of 224 pairs are across
    CHECK(moran_test(halves, rook).randomisation.p_above < 1e-12);
}

TEST_CASE("values that lie at random are called together one time in twenty") {
    Rng rng(31);
    const SpatialWeights queen = grid_weights(whole_grid(15, 15), Contiguity::queen, rows);
    int called = 0, called_g = 0;
    constexpr int seeds = 1000;
    for (int i = 0; i < seeds; ++i) {
        std::vector<double> counts;
        for (int j = 0; j < 225; ++j) counts.push_back(rng.poisson(0.4));  // accidents in squares: many zeros
        called += moran_test(counts, queen).randomisation.p_above <= 0.05 ? 1 : 0;
        called_g += global_g(counts, queen).randomisation.p_two_sided <= 0.05 ? 1 : 0;
    }
    WARN("called at 5 % under no pattern: Moran's I " << called / 10.0 << " %, general G " << called_g / 10.0 << " %");
    CHECK(called <= 50 + 3 * 7);  // three standard errors of a binomial of 1000 at 5 %
    CHECK(called >= 50 - 3 * 7);
    CHECK(called_g <= 50 + 3 * 7);
}

TEST_CASE("the global statistics do not depend on the order of units") {
    Rng rng(8);
    std::vector<GridSquare> squares = whole_grid(9, 11);
    std::vector<double> values;
    for (std::size_t i = 0; i < squares.size(); ++i) values.push_back(rng.uniform(0, 3));
    std::vector<std::size_t> order(squares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    rng.shuffle(order);
    std::vector<GridSquare> other_squares;
    std::vector<double> other_values;
    for (const std::size_t i : order) {
        other_squares.push_back(squares[i]);
        other_values.push_back(values[i]);
    }
    const auto one = grid_weights(squares, Contiguity::queen, rows);
    const auto other = grid_weights(other_squares, Contiguity::queen, rows);
    CHECK(moran_test(values, one).i == moran_test(other_values, other).i);
    CHECK(moran_test(values, one).randomisation.p_above == moran_test(other_values, other).randomisation.p_above);
    CHECK(global_g(values, one).randomisation.z == global_g(other_values, other).randomisation.z);
}

TEST_CASE("where there is nothing to compare the global statistics say nothing") {
    const std::vector<double> same(6, 2.0), few{1, 2, 3};
    CHECK(moran_test(same, weights_of(odd_lists)).randomisation.p_above == 1);
    CHECK(moran_test(few, weights_of({{1}, {0}, {}})).randomisation.p_above == 1);
    CHECK(moran_test(odd_values, weights_of({{}, {}, {}, {}, {}, {}})).i == 0);
    CHECK_THROWS_AS(global_g(std::vector<double>{1, -1, 2, 3, 4, 5}, weights_of(odd_lists)), InputError);
    CHECK(normal_above(1.6448536269514722) == Approx(0.05).epsilon(1e-12));
}
