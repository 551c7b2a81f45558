#pragma once
/// Points sorted into cells so small that two points of one cell are always within reach of each other, and with the
/// neighbouring cells of every cell at hand. For DBSCAN.

#include "base/quantity.hpp"
#include "base/work.hpp"
#include "geo/core/shape.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace baken {

struct CellGrid {
    /// Cells from `first` up to `last`, without it: neighbours in one row.
    struct Range {
        std::uint32_t first = 0, last = 0;
    };
    struct Cell {
        std::uint32_t first = 0, last = 0;  ///< its points
        std::array<Range, 5> rows;          ///< the cells within reach, itself included, row by row from below
    };

    /// Throws InputError when the reach is not above zero, a point is not finite, or the points lie so far apart that
    /// cells for this reach cannot be counted.
    CellGrid(std::span<const MapPoint>, Metres reach, const Work&);

    [[nodiscard]] std::uint32_t cells_begin(std::uint32_t cell) const {
        return cell < cells.size() ? cells[cell].first : static_cast<std::uint32_t>(points.size());
    }

    std::vector<Cell> cells;            ///< those with points, row by row
    std::vector<MapPoint> points;       ///< sorted by cell
    std::vector<std::uint32_t> events;  ///< the number that each of them had
};

}  // namespace baken
