#pragma once
/// Which of many areas a point lies in.
///
///     const AreaIndex index(areas);              // std::vector<MultiPolygon>, each valid by itself
///     index.area_at(point);                      // number of the first area that has the point, or nothing
///
/// A raster of square cells knows for every cell the first area that fills it, and which areas have their border in it
/// before that. Only points in cells with a border are tested, against the edges that pass their height, exactly. So
/// the answer is that of testing every area in turn.

#include "geo/core/shape.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace baken {

/// A point on a border belongs to the area with the lowest number. May be shared by threads.
class AreaIndex {
public:
    /// Areas may overlap each other, the rings of one may not cross: a point that an odd number of its rings surround
    /// is in it. Cells are made larger than asked where there would be more than four million.
    explicit AreaIndex(const std::vector<MultiPolygon>& areas, Metres cell = Metres(250));

    [[nodiscard]] std::optional<std::size_t> area_at(MapPoint p) const {
        if (!box_.contains(p)) return std::nullopt;  // not a number is in no box
        const auto row = static_cast<unsigned>(row_of(p.y)), column = static_cast<unsigned>(column_of(p.x));
        const Tile& cells = cells_[tiles_[std::size_t{row / tile} * tile_columns_ + column / tile]];
        const std::uint32_t owner = cells[row % tile * tile + column % tile];
        if (owner % 2 == 1) return owner / 2;
        if (owner == 0) return std::nullopt;
        return first_of(&candidates_[owner / 2], p);
    }

    [[nodiscard]] double share_of_border_cells() const { return share_of_border_cells_; }

private:
    struct Edge {
        MapPoint low, high;  ///< by y
    };
    /// An area that may have points of a cell; the last one of a cell fills it or is the last that may.
    struct Candidate {
        std::uint32_t area = 0;
        bool fills = false, is_last = false;
        std::uint32_t begin = 0, end = 0;  ///< of its edges that pass the cell's row
    };
    class Building;
    /// Squares of four by four cells: most are all of one area and shared, so that what points ask for stays near the
    /// processor.
    static constexpr unsigned tile = 4;
    using Tile = std::array<std::uint32_t, tile * tile>;

    [[nodiscard]] int row_of(double y) const { return static_cast<int>((y - box_.min_y) * per_cell_); }
    [[nodiscard]] int column_of(double x) const { return static_cast<int>((x - box_.min_x) * per_cell_); }
    /// Of the candidates from this one to the last of its cell.
    [[nodiscard]] std::optional<std::size_t> first_of(const Candidate*, MapPoint) const;
    [[nodiscard]] bool has(const Candidate&, MapPoint) const;

    Box box_;
    double cell_ = 1, per_cell_ = 1;
    int columns_ = 0, rows_ = 0;
    std::size_t tile_columns_ = 0;
    std::vector<std::uint32_t> tiles_;  ///< which cells each has
    std::vector<Tile> cells_;  ///< of a cell, 0: nobody; odd: 2 area + 1; else twice the place of its candidates
    std::vector<Candidate> candidates_;
    std::vector<Edge> edges_;  ///< of one area after another, by the row of cells that they pass
    double share_of_border_cells_ = 0;
};

}  // namespace baken
