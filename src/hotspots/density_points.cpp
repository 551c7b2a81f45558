#include "hotspots/density_points.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace baken {

namespace {

struct GridPoint {
    double x = 0, y = 0, weight = 0;
};

/// One order for the points of a row, whatever order they came in: by place, equal places by weight.
void sort_points(std::span<GridPoint> row, int columns) {
    const auto column_of = [&](const GridPoint& point) {
        return static_cast<std::size_t>(std::clamp(point.x, 0.0, columns - 1.0));
    };
    std::vector<std::uint32_t> next(static_cast<std::size_t>(columns) + 1, 0);
    for (const GridPoint& point : row) ++next[column_of(point) + 1];
    for (std::size_t column = 1; column < next.size(); ++column) next[column] += next[column - 1];
    std::vector<GridPoint> sorted(row.size());
    for (const GridPoint& point : row) sorted[next[column_of(point)]++] = point;
    const auto by_place = [](const GridPoint& a, const GridPoint& b) {
        if (a.x != b.x) return a.x < b.x;
        return a.y != b.y ? a.y < b.y : a.weight < b.weight;
    };
    for (std::size_t begin = 0, column = 0; column < next.size() - 1; begin = next[column++])
        std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(begin), sorted.begin() + next[column], by_place);
    std::copy(sorted.begin(), sorted.end(), row.begin());
}

/// Those at one place become one. How many are left.
std::size_t join_equal(std::span<GridPoint> row) {
    std::size_t kept = 0;
    for (const GridPoint& point : row) {
        if (kept > 0 && row[kept - 1].x == point.x && row[kept - 1].y == point.y)
            row[kept - 1].weight += point.weight;
        else
            row[kept++] = point;
    }
    return kept;
}

void require_usable(std::span<const WeightedPoint> points) {
    double sum = 0;
    bool is_positive = true;
    for (const WeightedPoint& point : points) {
        sum += (point.at.x + point.at.y + point.weight) * 0;  // not a number as soon as one is not finite
        is_positive &= point.weight >= 0;
    }
    if (std::isnan(sum)) throw InputError("a density surface asks for points that are finite");
    if (!is_positive) throw InputError("a density surface asks for weights that are not below zero");
}

/// The points that reach into the grid, and in which row each stands.
class Rows {
public:
    Rows(const DensityGrid& grid, int margin)
        : box_(grid.box),
          cell_x_((grid.box.max_x - grid.box.min_x) / grid.columns),
          cell_y_((grid.box.max_y - grid.box.min_y) / grid.rows),
          first_(-margin),
          last_(grid.rows - 1 + margin) {
        const double h = grid.bandwidth.value;
        wide_ = {box_.min_x - h, box_.min_y - h, box_.max_x + h, box_.max_y + h};
    }

    [[nodiscard]] bool reaches(const WeightedPoint& point) const {
        return wide_.contains(point.at) && point.weight > 0;
    }
    [[nodiscard]] GridPoint in_cells(const WeightedPoint& point) const {
        return {(point.at.x - box_.min_x) / cell_x_ - 0.5, (box_.max_y - point.at.y) / cell_y_ - 0.5, point.weight};
    }
    [[nodiscard]] std::size_t row_of(const WeightedPoint& point) const {
        const double row = std::floor((box_.max_y - point.at.y) / cell_y_);
        return static_cast<std::size_t>(std::clamp(row, 1.0 * first_, 1.0 * last_) - first_);
    }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(last_ - first_ + 1); }

private:
    Box box_, wide_;
    double cell_x_, cell_y_;
    int first_, last_;
};

}  // namespace

std::pair<std::size_t, std::size_t> DensityPoints::near_row(int row) const {
    const int last = static_cast<int>(begin.size()) - 1;
    const int from = std::clamp(row - reach - first_row, 0, last),
              to = std::clamp(row + reach + 1 - first_row, 0, last);
    return {begin[static_cast<std::size_t>(from)], begin[static_cast<std::size_t>(to)]};
}

DensityPoints points_in_rows(std::span<const WeightedPoint> points, const DensityGrid& grid, const Work& work) {
    require_usable(points);
    DensityPoints sorted{.columns = grid.columns, .rows = grid.rows};
    const double cell_x = (grid.box.max_x - grid.box.min_x) / grid.columns;
    const double cell_y = (grid.box.max_y - grid.box.min_y) / grid.rows;
    sorted.step_x = cell_x / grid.bandwidth.value;
    sorted.step_y = cell_y / grid.bandwidth.value;
    const double reach = 1 + std::ceil(1 / sorted.step_y);
    sorted.reach = static_cast<int>(std::min(reach, 2.0 * grid.rows));  // from there on: all of them
    const int margin = std::min(sorted.reach, grid.rows);
    sorted.first_row = -margin;

    const Rows rows(grid, margin);
    std::vector<std::size_t> begin(rows.size() + 1, 0);
    for (const WeightedPoint& point : points)
        if (rows.reaches(point)) ++begin[rows.row_of(point) + 1];
    for (std::size_t row = 1; row < begin.size(); ++row) begin[row] += begin[row - 1];
    work.check_stop();
    std::vector<GridPoint> placed(begin.back());
    std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
    for (const WeightedPoint& point : points)
        if (rows.reaches(point)) placed[next[rows.row_of(point)]++] = rows.in_cells(point);

    std::vector<std::size_t> kept(rows.size());
    in_pieces(rows.size(), 1, work, [&](std::size_t at, std::size_t) {
        const std::span<GridPoint> own(placed.data() + begin[at], begin[at + 1] - begin[at]);
        sort_points(own, grid.columns);
        kept[at] = join_equal(own);
    });
    sorted.begin.assign(1, 0);
    for (const std::size_t count : kept) sorted.begin.push_back(sorted.begin.back() + count);
    for (auto* values : {&sorted.x, &sorted.y, &sorted.weight}) values->resize(sorted.begin.back());
    for (std::size_t row = 0; row < kept.size(); ++row)
        for (std::size_t i = 0; i < kept[row]; ++i) {
            const GridPoint& point = placed[begin[row] + i];
            const std::size_t at = sorted.begin[row] + i;
            std::tie(sorted.x[at], sorted.y[at], sorted.weight[at]) = std::tie(point.x, point.y, point.weight);
        }
    return sorted;
}

}  // namespace baken
