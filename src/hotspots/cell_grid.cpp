#include "hotspots/cell_grid.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace baken {

namespace {

struct Keyed {
    std::uint64_t key;
    std::uint32_t event;
};

/// Stable, least significant digit first; only as many digits as the largest key has.
void radix_sort(std::vector<Keyed>& items, std::uint64_t largest) {
    constexpr unsigned bits = 11;
    std::vector<Keyed> sorted(items.size());
    std::array<std::uint32_t, std::size_t{1} << bits> start{};
    for (unsigned shift = 0; shift < 64 && (largest >> shift) != 0; shift += bits) {
        const auto digit = [shift](const Keyed& item) { return (item.key >> shift) & ((1U << bits) - 1U); };
        start.fill(0);
        for (const Keyed& item : items) ++start[digit(item)];
        std::uint32_t before = 0;
        for (std::uint32_t& count : start) before += std::exchange(count, before);
        for (const Keyed& item : items) sorted[start[digit(item)]++] = item;
        items.swap(sorted);
    }
}

Box checked_box(std::span<const MapPoint> points) {
    Box box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const MapPoint p : points) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y))
            throw InputError("a point to cluster is not finite; leave such rows out before clustering");
        box = {std::min(box.min_x, p.x), std::min(box.min_y, p.y), std::max(box.max_x, p.x), std::max(box.max_y, p.y)};
    }
    return box;
}

/// The side of a cell whose diagonal is the reach, less a hair: rounding may put a point a little outside its cell.
double side_of(Metres reach, const Box& box) {
    if (!(reach.value > 0) || !std::isfinite(reach.value))
        throw InputError(fmt::format("the reach of a cluster is {} m; it must be above 0", reach.value));
    const double side = reach.value / std::sqrt(2.0) * (1 - 1e-6);
    const double largest = std::max({box.max_x - box.min_x, box.max_y - box.min_y, std::abs(box.max_x),
                                     std::abs(box.min_x), std::abs(box.max_y), std::abs(box.min_y)});
    if (largest / side > 1e9)
        throw InputError(fmt::format("the points lie too far apart to cluster them with a reach of {} m", reach.value));
    return side;
}

/// Fills `rows` of every cell by five pairs of cursors that only go forward: the cells are in order.
void link_rows(std::vector<CellGrid::Cell>& cells, const std::vector<std::uint64_t>& keys, std::uint64_t columns) {
    for (std::size_t row = 0; row < 5; ++row) {
        // Keys are offset by two rows and two columns (see the constructor), so that none of this goes below zero.
        std::uint32_t first = 0, last = 0;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const std::uint64_t centre = keys[c] + row * columns - 2 * columns;
            while (first < keys.size() && keys[first] < centre - 2) ++first;
            while (last < keys.size() && keys[last] <= centre + 2) ++last;
            cells[c].rows[row] = {first, last};
        }
    }
}

}  // namespace

CellGrid::CellGrid(std::span<const MapPoint> all, Metres reach) {
    if (all.empty()) return;
    const Box box = checked_box(all);
    const double side = side_of(reach, box);
    // Two empty columns at either side keep a row's neighbours from running on into the next row.
    const auto columns = static_cast<std::uint64_t>((box.max_x - box.min_x) / side) + 5;
    std::vector<Keyed> items;
    items.reserve(all.size());
    std::uint64_t largest = 0;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const auto column = static_cast<std::uint64_t>((all[i].x - box.min_x) / side) + 2;
        const auto row = static_cast<std::uint64_t>((all[i].y - box.min_y) / side) + 2;
        items.push_back({row * columns + column, i});
        largest = std::max(largest, items.back().key);
    }
    radix_sort(items, largest);

    points.reserve(items.size());
    events.reserve(items.size());
    std::vector<std::uint64_t> keys;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        points.push_back(all[items[i].event]);
        events.push_back(items[i].event);
        if (keys.empty() || keys.back() != items[i].key) {
            keys.push_back(items[i].key);
            cells.push_back(Cell{i, i, {}});
        }
        cells.back().last = i + 1;
    }
    link_rows(cells, keys, columns);
}

}  // namespace baken
