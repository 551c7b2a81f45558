#include "hotspots/cell_grid.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace baken {

namespace {

/// A cell's key with the number of an event in its lowest bits, so that sorting moves one word.
using Keyed = std::uint64_t;

constexpr std::size_t at_once = 16384;  ///< points that a thread takes

/// Stable, least significant digit first, from bit `lowest` up to the highest bit of `largest`.
void radix_sort(std::vector<Keyed>& items, unsigned lowest, Keyed largest) {
    constexpr unsigned bits = 11;
    std::vector<Keyed> sorted(items.size());
    std::array<std::uint32_t, std::size_t{1} << bits> start{};
    for (unsigned shift = lowest; shift < 64 && (largest >> shift) != 0; shift += bits) {
        const auto digit = [shift](Keyed item) { return (item >> shift) & ((1U << bits) - 1U); };
        start.fill(0);
        for (const Keyed item : items) ++start[digit(item)];
        std::uint32_t before = 0;
        for (std::uint32_t& count : start) before += std::exchange(count, before);
        for (const Keyed item : items) sorted[start[digit(item)]++] = item;
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
double side_of(Metres reach) {
    if (!(reach.value > 0) || !std::isfinite(reach.value))
        throw InputError(fmt::format("the reach of a cluster is {} m; it must be above 0", reach.value));
    return reach.value / std::sqrt(2.0) * (1 - 1e-6);
}

/// Throws where cells cannot be told apart by rounding, or not be counted beside the events in one word.
void check_extent(const Box& box, double side, unsigned event_bits, Metres reach) {
    const double largest =
        std::max({std::abs(box.max_x), std::abs(box.min_x), std::abs(box.max_y), std::abs(box.min_y)});
    const double cells = ((box.max_x - box.min_x) / side + 6) * ((box.max_y - box.min_y) / side + 6);
    if (largest / side > 1e9 || cells >= std::ldexp(1.0, static_cast<int>(63 - event_bits)))
        throw InputError(fmt::format("the points lie too far apart to cluster them with a reach of {} m", reach.value));
}

/// Fills `rows` of every cell by five pairs of cursors that only go forward: the cells are in order.
void link_rows(std::vector<CellGrid::Cell>& cells, const std::vector<std::uint64_t>& keys, std::uint64_t columns,
               const Work& work) {
    in_pieces(5, 1, work, [&](std::size_t row, std::size_t) {
        // Keys are offset by two rows and two columns (see the constructor), so that none of this goes below zero.
        std::uint32_t first = 0, last = 0;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const std::uint64_t centre = keys[c] + row * columns - 2 * columns;
            while (first < keys.size() && keys[first] < centre - 2) ++first;
            while (last < keys.size() && keys[last] <= centre + 2) ++last;
            cells[c].rows[row] = {first, last};
        }
    });
}

}  // namespace

CellGrid::CellGrid(std::span<const MapPoint> all, Metres reach, const Work& work) {
    if (all.empty()) return;
    const Box box = checked_box(all);
    const double side = side_of(reach);
    const auto event_bits = static_cast<unsigned>(std::bit_width(all.size()));
    check_extent(box, side, event_bits, reach);
    // Two empty columns at either side keep a row's neighbours from running on into the next row.
    const auto columns = static_cast<std::uint64_t>((box.max_x - box.min_x) / side) + 5;
    std::vector<Keyed> items(all.size());
    const auto key_of = [&](double x, double y) {
        const auto column = static_cast<std::uint64_t>((x - box.min_x) / side) + 2;
        const auto row = static_cast<std::uint64_t>((y - box.min_y) / side) + 2;
        return (row * columns + column) << event_bits;
    };
    in_pieces(all.size(), at_once, work, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) items[i] = key_of(all[i].x, all[i].y) | i;
    });
    radix_sort(items, event_bits, key_of(box.max_x, box.max_y));

    std::size_t filled = 1;
    for (std::size_t i = 1; i < items.size(); ++i)
        filled += items[i] >> event_bits != items[i - 1] >> event_bits ? 1U : 0U;
    std::vector<std::uint64_t> keys;
    keys.reserve(filled);
    cells.reserve(filled);
    points.resize(items.size());
    events.resize(items.size());
    in_pieces(items.size(), at_once, work, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            events[i] = static_cast<std::uint32_t>(items[i] & ((Keyed{1} << event_bits) - 1));
            points[i] = all[events[i]];
        }
    });
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const std::uint64_t key = items[i] >> event_bits;
        if (keys.empty() || keys.back() != key) {
            keys.push_back(key);
            cells.push_back(Cell{i, i, {}});
        }
        cells.back().last = i + 1;
    }
    link_rows(cells, keys, columns, work);
}

}  // namespace baken
