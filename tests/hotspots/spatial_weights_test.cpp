#include "hotspots/spatial_weights.hpp"

#include "base/error.hpp"
#include "support/support.hpp"

#include <algorithm>

using namespace baken;
using namespace baken::test;

namespace {

std::vector<std::uint32_t> of(const SpatialWeights& weights, std::size_t unit) {
    const auto list = weights.of(unit);
    return {list.begin(), list.end()};
}

}  // namespace

TEST_CASE("squares of a grid touch four others by their sides and eight by their corners too") {
    const auto squares = whole_grid(3, 3);
    const SpatialWeights rook = grid_weights(squares, Contiguity::rook);
    CHECK(of(rook, 4) == std::vector<std::uint32_t>{1, 3, 5, 7});
    CHECK(of(rook, 0) == std::vector<std::uint32_t>{1, 3});
    const SpatialWeights queen = grid_weights(squares, Contiguity::queen);
    CHECK(of(queen, 4) == std::vector<std::uint32_t>{0, 1, 2, 3, 5, 6, 7, 8});
    CHECK(of(queen, 2) == std::vector<std::uint32_t>{1, 4, 5});
}

TEST_CASE("a hole in a grid has no neighbours, and squares may stand in any order") {
    const std::vector<GridSquare> squares{{-1, 5}, {0, 4}, {7, 7}, {0, 5}};
    const SpatialWeights queen = grid_weights(squares, Contiguity::queen);
    CHECK(of(queen, 0) == std::vector<std::uint32_t>{1, 3});
    CHECK(of(queen, 1) == std::vector<std::uint32_t>{0, 3});
    CHECK(queen.count(2) == 0);
    CHECK(of(grid_weights(squares, Contiguity::rook), 3) == std::vector<std::uint32_t>{0, 1});
    const std::vector<GridSquare> twice{{1, 1}, {0, 0}, {1, 1}};
    CHECK_THROWS_AS(grid_weights(twice, Contiguity::rook), InputError);
}

TEST_CASE("a distance band holds what is at most the reach away, points at one place included") {
    const std::vector<MapPoint> points{{0, 0}, {30, 40}, {0, 0}, {51, 0}};
    const SpatialWeights band = distance_band(points, 50_m);
    CHECK(of(band, 0) == std::vector<std::uint32_t>{1, 2});
    CHECK(of(band, 1) == std::vector<std::uint32_t>{0, 2, 3});  // 45.2 m from the last
    CHECK(of(band, 3) == std::vector<std::uint32_t>{1});
    CHECK(distance_band({}, 50_m).size() == 0);
}

TEST_CASE("neighbours weigh one each or one together") {
    const SpatialWeights binary = weights_of({{2, 1}, {0}, {0}, {}});
    CHECK(of(binary, 0) == std::vector<std::uint32_t>{1, 2});
    CHECK(binary.weight(0) == 1);
    const SpatialWeights rows = weights_of({{2, 1}, {0}, {0}, {}}, SpatialWeights::Style::row_standardised);
    CHECK(rows.weight(0) == 0.5);
    CHECK(rows.weight(1) == 1);
    CHECK(rows.count(3) == 0);
}

TEST_CASE("lists of neighbours that cannot be are refused") {
    CHECK_THROWS_AS(weights_of({{0}}), InputError);
    CHECK_THROWS_AS(weights_of({{1, 1}, {0}}), InputError);
    CHECK_THROWS_AS(weights_of({{1}, {2}}), InputError);
}
