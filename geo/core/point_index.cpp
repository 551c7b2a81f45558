#include "geo/core/point_index.hpp"

#include "base/error.hpp"
#include "geo/core/measure.hpp"

#include <algorithm>
#include <limits>

namespace baken {

namespace {

/// Cells along one side: more than this only costs memory, for then nearly every cell is empty.
double most_cells(std::size_t points) { return std::min(4096.0 + 16.0 * static_cast<double>(points), 1073741824.0); }

std::int64_t cell_of(double offset, double cell, std::int64_t count) {
    const double at = std::floor(offset / cell);
    if (!(at > 0)) return 0;
    return at >= static_cast<double>(count) ? count - 1 : static_cast<std::int64_t>(at);
}

struct Keyed {
    std::uint64_t key;
    std::uint32_t index;
};

/// Least significant digit first, 11 bits at a time, as many times as the largest key needs; stable.
void sort_by_key(std::vector<Keyed>& items, std::uint64_t largest) {
    constexpr unsigned bits = 11;
    std::vector<Keyed> sorted(items.size());
    std::vector<std::size_t> start(std::size_t{1} << bits);
    for (unsigned shift = 0; shift < 64 && (largest >> shift) != 0; shift += bits) {
        const auto digit = [&](const Keyed& item) { return (item.key >> shift) & (start.size() - 1); };
        std::fill(start.begin(), start.end(), 0);
        for (const auto& item : items) ++start[digit(item)];
        std::size_t before = 0;
        for (auto& count : start) before += std::exchange(count, before);
        for (const auto& item : items) sorted[start[digit(item)]++] = item;
        items.swap(sorted);
    }
}

}  // namespace

PointIndex::PointIndex(std::span<const MapPoint> points, Metres cell) : cell_(cell.value) {
    if (!(cell.value > 0) || !std::isfinite(cell.value)) throw InternalError("a point index needs a cell above 0 m");
    if (points.size() > std::numeric_limits<std::uint32_t>::max()) throw InternalError("too many points for one index");
    for (const auto& p : points)
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) throw InternalError("a point of the index is not finite");
    if (points.empty()) return;

    const Box box = bounding_box(points);
    min_x_ = box.min_x;
    min_y_ = box.min_y;
    const double width = box.max_x - min_x_, height = box.max_y - min_y_;
    if (!std::isfinite(width) || !std::isfinite(height))
        throw InternalError("the points of the index lie too far apart");
    cell_ = std::max(cell_, std::max(width, height) / most_cells(points.size()));
    columns_ = static_cast<std::int64_t>(width / cell_) + 1;
    rows_ = static_cast<std::int64_t>(height / cell_) + 1;

    std::vector<Keyed> items;
    items.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto key = static_cast<std::uint64_t>(row_of(points[i].y) * columns_ + column_of(points[i].x));
        items.push_back({key, static_cast<std::uint32_t>(i)});
    }
    sort_by_key(items, static_cast<std::uint64_t>(rows_ * columns_));

    column_.reserve(items.size());
    order_.reserve(items.size());
    sorted_.reserve(items.size());
    row_start_.assign(static_cast<std::size_t>(rows_) + 1, 0);
    for (const auto& item : items) {
        const auto columns = static_cast<std::uint64_t>(columns_);
        ++row_start_[item.key / columns + 1];
        column_.push_back(static_cast<std::uint32_t>(item.key % columns));
        order_.push_back(item.index);
        sorted_.push_back(points[item.index]);
    }
    for (std::size_t row = 1; row < row_start_.size(); ++row) row_start_[row] += row_start_[row - 1];
}

std::int64_t PointIndex::row_of(double y) const { return cell_of(y - min_y_, cell_, rows_); }
std::int64_t PointIndex::column_of(double x) const { return cell_of(x - min_x_, cell_, columns_); }

std::pair<std::size_t, std::size_t> PointIndex::range_of(std::int64_t row, std::int64_t first,
                                                         std::int64_t last) const {
    const auto begin = column_.begin() + row_start_[static_cast<std::size_t>(row)];
    const auto end = column_.begin() + row_start_[static_cast<std::size_t>(row) + 1];
    const auto from = std::lower_bound(begin, end, first);
    const auto to = std::upper_bound(from, end, last);
    return {static_cast<std::size_t>(from - column_.begin()), static_cast<std::size_t>(to - column_.begin())};
}

std::vector<std::size_t> PointIndex::within(MapPoint centre, Metres reach) const {
    std::vector<std::size_t> found;
    for_each_within(centre, reach, [&](std::size_t i) { found.push_back(i); });
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace baken
