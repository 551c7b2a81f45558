#pragma once
/// Who is whose neighbour, for statistics of places: lists of neighbours, one after the other.
///
///     const SpatialWeights near = distance_band(points, 500_m);
///     for (const std::uint32_t j : near.of(i)) ...
///
/// All neighbours of a unit weigh the same: 1 each, or 1 together. A unit is never its own neighbour.

#include "base/quantity.hpp"
#include "geo/core/point.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace baken {

struct SpatialWeights {
    enum class Style {
        binary,           ///< each neighbour weighs 1
        row_standardised  ///< the neighbours of a unit weigh 1 together
    };

    std::vector<std::uint32_t> start{0};   ///< where each unit's neighbours begin, and the end
    std::vector<std::uint32_t> neighbour;  ///< ascending within a unit
    Style style = Style::binary;

    [[nodiscard]] std::size_t size() const { return start.size() - 1; }
    [[nodiscard]] std::uint32_t count(std::size_t unit) const { return start[unit + 1] - start[unit]; }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t unit) const {
        return {neighbour.data() + start[unit], count(unit)};
    }
    /// Of each neighbour of this unit.
    [[nodiscard]] double weight(std::size_t unit) const {
        return style == Style::binary || count(unit) == 0 ? 1 : 1.0 / count(unit);
    }
};

/// Neighbours as given, in any order. Throws InputError when a list names its own unit, one unit twice, or one that is
/// not there.
[[nodiscard]] SpatialWeights weights_of(const std::vector<std::vector<std::uint32_t>>& neighbours,
                                        SpatialWeights::Style = SpatialWeights::Style::binary);

/// Neighbours at most `reach` away; points at one place are neighbours.
[[nodiscard]] SpatialWeights distance_band(std::span<const MapPoint>, Metres reach,
                                           SpatialWeights::Style = SpatialWeights::Style::binary);

/// A square of a grid, by its place in it.
struct GridSquare {
    std::int32_t row = 0, column = 0;
    bool operator==(const GridSquare&) const = default;
    bool operator<(const GridSquare& other) const { return row != other.row ? row < other.row : column < other.column; }
};

enum class Contiguity {
    rook,  ///< squares that share a side
    queen  ///< a side or a corner
};

/// Neighbours among these squares of a grid, which may have holes and stand in any order. Throws InputError when a
/// square is there twice.
[[nodiscard]] SpatialWeights grid_weights(std::span<const GridSquare>, Contiguity,
                                          SpatialWeights::Style = SpatialWeights::Style::binary);

/// A whole grid, row by row.
[[nodiscard]] std::vector<GridSquare> whole_grid(std::int32_t rows, std::int32_t columns);

}  // namespace baken
