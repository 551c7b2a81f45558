#include "hotspots/spatial_weights.hpp"

#include "base/error.hpp"
#include "geo/core/point_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace baken {

namespace {

/// Ends the list of the next unit, in ascending order.
void end_list(SpatialWeights& weights) {
    std::sort(weights.neighbour.begin() + weights.start.back(), weights.neighbour.end());
    if (weights.neighbour.size() > std::numeric_limits<std::uint32_t>::max())
        throw InputError("there are too many neighbours to list; take a shorter reach");
    weights.start.push_back(static_cast<std::uint32_t>(weights.neighbour.size()));
}

void check_list(const SpatialWeights& weights, std::size_t unit) {
    const auto list = weights.of(unit);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] >= weights.size())
            throw InputError(
                fmt::format("unit {} has neighbour {}, but there are {} units", unit, list[i], weights.size()));
        if (list[i] == unit) throw InputError(fmt::format("unit {} is listed as its own neighbour", unit));
        if (i > 0 && list[i] == list[i - 1])
            throw InputError(fmt::format("unit {} has neighbour {} twice", unit, list[i]));
    }
}

}  // namespace

SpatialWeights weights_of(const std::vector<std::vector<std::uint32_t>>& neighbours, SpatialWeights::Style style) {
    SpatialWeights weights;
    weights.style = style;
    for (const auto& list : neighbours) {
        weights.neighbour.insert(weights.neighbour.end(), list.begin(), list.end());
        end_list(weights);
    }
    for (std::size_t unit = 0; unit < weights.size(); ++unit) check_list(weights, unit);
    return weights;
}

SpatialWeights distance_band(std::span<const MapPoint> points, Metres reach, SpatialWeights::Style style) {
    SpatialWeights weights;
    weights.style = style;
    if (points.empty()) return weights;
    const PointIndex index(points, reach);
    for (std::size_t i = 0; i < points.size(); ++i) {
        index.for_each_within(points[i], reach, [&](std::size_t j) {
            if (j != i) weights.neighbour.push_back(static_cast<std::uint32_t>(j));
        });
        end_list(weights);
    }
    return weights;
}

SpatialWeights grid_weights(std::span<const GridSquare> squares, Contiguity contiguity, SpatialWeights::Style style) {
    std::vector<std::uint32_t> order(squares.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return squares[a] < squares[b]; });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (squares[order[i]] == squares[order[i - 1]])
            throw InputError(fmt::format("the square in row {}, column {} is there twice", squares[order[i]].row,
                                         squares[order[i]].column));
    SpatialWeights weights;
    weights.style = style;
    for (const GridSquare square : squares) {
        for (std::int32_t row = square.row - 1; row <= square.row + 1; ++row) {
            const std::int32_t aside = contiguity == Contiguity::queen || row == square.row ? 1 : 0;
            auto at = std::lower_bound(order.begin(), order.end(), GridSquare{row, square.column - aside},
                                       [&](std::uint32_t i, const GridSquare& s) { return squares[i] < s; });
            const GridSquare last{row, square.column + aside};
            for (; at != order.end() && !(last < squares[*at]); ++at)
                if (squares[*at] != square) weights.neighbour.push_back(*at);
        }
        end_list(weights);
    }
    return weights;
}

std::vector<GridSquare> whole_grid(std::int32_t rows, std::int32_t columns) {
    std::vector<GridSquare> squares;
    for (std::int32_t row = 0; row < rows; ++row)
        for (std::int32_t column = 0; column < columns; ++column) squares.push_back({row, column});
    return squares;
}

}  // namespace baken
