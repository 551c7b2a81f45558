#include "geo/core/area_index.hpp"

#include "geo/core/measure.hpp"
#include "geo/core/orientation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>

namespace baken {

namespace {

constexpr double most_cells = 4e6;
constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

template <class Visit>
void for_each_edge(const MultiPolygon& area, Visit&& visit) {
    const auto ring = [&](const Ring& points) {
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            if (!(points[i] == points[i + 1])) visit(points[i], points[i + 1]);
    };
    for (const Polygon& part : area) {
        ring(part.outer);
        for (const Ring& hole : part.holes) ring(hole);
    }
}

Box around(const std::vector<MultiPolygon>& areas) {
    constexpr double far = std::numeric_limits<double>::infinity();
    Box all{far, far, -far, -far};
    for (const MultiPolygon& area : areas) {
        const Box one = bounding_box(area);  // of an empty area: nowhere
        all = {std::min(all.min_x, one.min_x), std::min(all.min_y, one.min_y), std::max(all.max_x, one.max_x),
               std::max(all.max_y, one.max_y)};
    }
    return all;
}

}  // namespace

/// One area after another is drawn into the raster.
class AreaIndex::Building {
public:
    explicit Building(AreaIndex& index)
        : index_(index),
          first_filling_(static_cast<std::size_t>(index.columns_) * static_cast<std::size_t>(index.rows_), nobody),
          touched_(first_filling_.size(), 0) {}

    void add(const MultiPolygon& area, std::uint32_t number) {
        const RowsOfEdges rows = add_edges(area);
        touched_cells_.clear();
        for_each_edge(area, [&](MapPoint a, MapPoint b) { touch(a, b, number + 1); });
        for (const std::uint32_t cell : touched_cells_) {
            if (first_filling_[cell] != nobody) continue;
            const std::size_t row = cell / static_cast<std::uint32_t>(index_.columns_) - rows.first;
            // A row that only rounding has the area reach has no edges.
            const bool has_edges = row < rows.begin.size() - 1;
            borders_.push_back({cell,
                                {.area = number,
                                 .begin = has_edges ? rows.begin[row] : 0,
                                 .end = has_edges ? rows.begin[row + 1] : 0}});
        }
        for (std::size_t row = 0; row + 1 < rows.begin.size(); ++row)
            fill_row(std::span(index_.edges_).subspan(rows.begin[row], rows.begin[row + 1] - rows.begin[row]),
                     static_cast<int>(row + rows.first), number);
    }

    void finish() {
        std::sort(borders_.begin(), borders_.end(), [](const Border& a, const Border& b) {
            return a.cell != b.cell ? a.cell < b.cell : a.candidate.area < b.candidate.area;
        });
        std::vector<std::uint32_t> cells(first_filling_.size(), 0);
        for (std::size_t cell = 0; cell < cells.size(); ++cell)
            if (first_filling_[cell] != nobody) cells[cell] = 2 * first_filling_[cell] + 1;
        index_.candidates_.push_back({});  // place 0 means nobody
        std::size_t border_cells = 0;
        for (std::size_t i = 0; i < borders_.size(); ++border_cells) {
            const std::uint32_t cell = borders_[i].cell, filling = first_filling_[cell];
            cells[cell] = static_cast<std::uint32_t>(2 * index_.candidates_.size());
            for (; i < borders_.size() && borders_[i].cell == cell; ++i)
                index_.candidates_.push_back(borders_[i].candidate);
            if (filling != nobody) index_.candidates_.push_back({.area = filling, .fills = true});
            index_.candidates_.back().is_last = true;
        }
        if (!cells.empty())
            index_.share_of_border_cells_ = static_cast<double>(border_cells) / static_cast<double>(cells.size());
        put_in_tiles(cells);
    }

private:
    struct Border {
        std::uint32_t cell = 0;
        Candidate candidate;
    };
    /// Where the edges of an area stand that pass its rows of cells.
    struct RowsOfEdges {
        std::size_t first = 0;
        std::vector<std::uint32_t> begin = {};  ///< of each row, and the end of the last
    };

    [[nodiscard]] int row_of(double y) const { return std::clamp(index_.row_of(y), 0, index_.rows_ - 1); }
    [[nodiscard]] int column_of(double x) const { return std::clamp(index_.column_of(x), 0, index_.columns_ - 1); }

    RowsOfEdges add_edges(const MultiPolygon& area) {
        RowsOfEdges rows;
        bool is_empty = true;
        for_each_edge(area, [&](MapPoint, MapPoint) { is_empty = false; });
        if (is_empty) return rows;
        const Box box = bounding_box(area);
        rows.first = static_cast<std::size_t>(row_of(box.min_y));
        rows.begin.assign(static_cast<std::size_t>(row_of(box.max_y)) - rows.first + 2, 0);
        const auto visit = [&](auto&& at_row) {
            for_each_edge(area, [&](MapPoint a, MapPoint b) {
                const Edge edge = a.y <= b.y ? Edge{a, b} : Edge{b, a};
                for (int row = row_of(edge.low.y); row <= row_of(edge.high.y); ++row)
                    at_row(static_cast<std::size_t>(row) - rows.first, edge);
            });
        };
        visit([&](std::size_t row, const Edge&) { ++rows.begin[row + 1]; });
        rows.begin[0] = static_cast<std::uint32_t>(index_.edges_.size());
        for (std::size_t row = 1; row < rows.begin.size(); ++row) rows.begin[row] += rows.begin[row - 1];
        index_.edges_.resize(rows.begin.back());
        std::vector<std::uint32_t> next(rows.begin.begin(), rows.begin.end() - 1);
        visit([&](std::size_t row, const Edge& edge) { index_.edges_[next[row]++] = edge; });
        return rows;
    }

    /// The cells that an edge passes, and those that rounding might have it pass.
    void touch(MapPoint a, MapPoint b, std::uint32_t mark) {
        const double cell = index_.cell_, air = 1e-6 * cell, min_y = index_.box_.min_y;
        if (a.y > b.y) std::swap(a, b);
        const int last = row_of(b.y + air);
        for (int row = row_of(a.y - air); row <= last; ++row) {
            const double bottom = std::max(a.y, min_y + row * cell - air),
                         top = std::min(b.y, min_y + (row + 1) * cell + air);
            double from = a.x, to = b.x;
            if (b.y > a.y) {
                const double slope = (b.x - a.x) / (b.y - a.y);
                from = a.x + std::clamp(bottom - a.y, 0.0, b.y - a.y) * slope;
                to = a.x + std::clamp(top - a.y, 0.0, b.y - a.y) * slope;
            }
            if (from > to) std::swap(from, to);
            for (int column = column_of(from - air); column <= column_of(to + air); ++column) {
                const std::size_t at = place_of(row, column);
                if (touched_[at] == mark) continue;
                touched_[at] = mark;
                touched_cells_.push_back(static_cast<std::uint32_t>(at));
            }
        }
    }

    /// A cell without a border of the area is in it where its middle is.
    void fill_row(std::span<const Edge> edges, int row, std::uint32_t number) {
        const double y = index_.box_.min_y + (row + 0.5) * index_.cell_;
        crossings_.clear();
        for (const auto& [low, high] : edges)
            if (low.y <= y && y < high.y)
                crossings_.push_back(low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x));
        std::sort(crossings_.begin(), crossings_.end());
        for (std::size_t i = 0; i + 1 < crossings_.size(); i += 2) {
            const int last = column_of(crossings_[i + 1]);
            for (int column = column_of(crossings_[i]); column <= last; ++column) {
                const std::size_t at = place_of(row, column);
                const double middle = index_.box_.min_x + (column + 0.5) * index_.cell_;
                if (touched_[at] == number + 1 || first_filling_[at] != nobody) continue;
                if (crossings_[i] < middle && middle < crossings_[i + 1]) first_filling_[at] = number;
            }
        }
    }

    /// Tiles that are all of one kind share their cells.
    void put_in_tiles(const std::vector<std::uint32_t>& cells) {
        std::map<std::uint32_t, std::uint32_t> uniform;
        constexpr int side = tile;
        for (int row = 0; row < index_.rows_; row += side)
            for (int column = 0; column < index_.columns_; column += side) {
                Tile own{};
                for (int i = 0; i < side * side; ++i) {
                    const int r = std::min(row + i / side, index_.rows_ - 1);
                    const int c = std::min(column + i % side, index_.columns_ - 1);
                    own[static_cast<std::size_t>(i)] = cells[place_of(r, c)];
                }
                auto place = static_cast<std::uint32_t>(index_.cells_.size());
                if (std::count(own.begin(), own.end(), own[0]) == side * side)
                    place = uniform.emplace(own[0], place).first->second;
                if (place == index_.cells_.size()) index_.cells_.push_back(own);
                index_.tiles_.push_back(place);
            }
    }

    [[nodiscard]] std::size_t place_of(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(index_.columns_) +
               static_cast<std::size_t>(column);
    }

    AreaIndex& index_;
    std::vector<std::uint32_t> first_filling_, touched_;  ///< by cell: an area; one more than an area
    std::vector<Border> borders_;
    std::vector<std::uint32_t> touched_cells_;
    std::vector<double> crossings_;
};

AreaIndex::AreaIndex(const std::vector<MultiPolygon>& areas, Metres cell) {
    box_ = around(areas);
    const double width = box_.max_x - box_.min_x, height = box_.max_y - box_.min_y;
    if (width >= 0 && height >= 0) {
        cell_ = std::max(cell.value, std::sqrt(width * height / most_cells));
        cell_ = std::max(cell_, std::max(width, height) / most_cells);
        per_cell_ = 1 / cell_;
        columns_ = column_of(box_.max_x) + 1;
        rows_ = row_of(box_.max_y) + 1;
    }
    tile_columns_ = (static_cast<std::size_t>(columns_) + tile - 1) / tile;
    Building building(*this);
    for (std::uint32_t i = 0; i < areas.size(); ++i) building.add(areas[i], i);
    building.finish();
}

bool AreaIndex::has(const Candidate& candidate, MapPoint p) const {
    bool is_inside = false;
    for (std::uint32_t i = candidate.begin; i < candidate.end; ++i) {
        const auto& [low, high] = edges_[i];
        if (p.y < low.y || p.y > high.y) continue;
        const auto [west, east] = std::minmax(low.x, high.x);
        if (p.x > east) continue;
        if (low.y == high.y) {
            if (p.x >= west) return true;
            continue;
        }
        const bool is_passed = p.y < high.y;  // the upper end belongs to the next edge
        if (p.x < west) {
            is_inside ^= is_passed;
            continue;
        }
        const int side = side_of(low, high, p);
        if (side == 0) return true;
        if (side > 0) is_inside ^= is_passed;
    }
    return is_inside;
}

std::optional<std::size_t> AreaIndex::first_of(const Candidate* one, MapPoint p) const {
    for (;; ++one) {
        if (one->fills || has(*one, p)) return one->area;
        if (one->is_last) return std::nullopt;
    }
}

}  // namespace baken
