#pragma once
/// Points by the hundred thousand, ready to be drawn at any zoom: those in view one by one, or how many lie in each
/// cell of a grid.
///
///     const PointCloud cloud(points, kinds);
///     cloud.for_each_in(view, [&](MapPoint at, std::uint8_t kind, std::uint32_t row) { ... });
///     const int level = cloud.level_for(6 * metres_per_pixel);
///     cloud.for_each_cell(level, view, [&](MapPoint centre, std::size_t count) { ... });

#include "geo/core/shape.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace baken {

/// Kept in the order of a Z curve: whatever lies in a cell of any level is one run. Places are good to 5 cm.
class PointCloud {
public:
    static constexpr int levels = 16;

    PointCloud() = default;
    /// `kinds`: a byte per point, handed back with it; the row handed back is the place in `points`.
    PointCloud(std::span<const MapPoint> points, std::span<const std::uint8_t> kinds);

    [[nodiscard]] std::size_t size() const { return codes_.size(); }
    [[nodiscard]] bool empty() const { return codes_.empty(); }

    /// Side of a cell in metres: a power of two, twice that of the level below.
    [[nodiscard]] double cell_size(int level) const { return finest_ * static_cast<double>(1 << level); }
    /// The level with the smallest cells of at least `metres`.
    [[nodiscard]] int level_for(double metres) const;
    /// Counts at which classes 1 to 4 begin, class 0 at 1: each of the five holds about a fifth of the points, as far
    /// as whole counts allow. Strictly ascending.
    [[nodiscard]] const std::array<std::uint32_t, 4>& breaks(int level) const {
        return breaks_[static_cast<std::size_t>(level)];
    }
    /// Nine points of ten lie in a cell of this level with at most so many points.
    [[nodiscard]] std::uint32_t crowd(int level) const { return crowd_[static_cast<std::size_t>(level)]; }

    template <class Visit>
    void for_each_in(const Box& box, Visit&& visit) const {
        descend(top(), box, [&](const Node& node) {
            if (node.level > 0 && node.last - node.first > 32 && !is_inside(node, box)) return false;
            for (std::size_t i = node.first; i < node.last; ++i) {
                const MapPoint at{origin_.x + x_[i], origin_.y + y_[i]};
                if (box.contains(at)) visit(at, kinds_[i], rows_[i]);
            }
            return true;
        });
    }
    /// Every cell of the level that holds a point and touches the box.
    template <class Visit>
    void for_each_cell(int level, const Box& box, Visit&& visit) const {
        descend(top(), box, [&](const Node& node) {
            if (node.level > level) return false;
            const double side = cell_size(node.level);
            visit(MapPoint{origin_.x + (node.column + 0.5) * side, origin_.y + (node.row + 0.5) * side},
                  node.last - node.first);
            return true;
        });
    }

private:
    struct Node {
        std::size_t first, last;
        int level;
        std::uint32_t column, row;
    };

    [[nodiscard]] Node top() const { return {0, codes_.size(), levels, 0, 0}; }
    [[nodiscard]] Box box_of(const Node& node) const {
        const double side = cell_size(node.level);
        const double x = origin_.x + node.column * side, y = origin_.y + node.row * side;
        return {x, y, x + side, y + side};
    }
    [[nodiscard]] bool is_inside(const Node& node, const Box& box) const {
        const Box own = box_of(node);
        return own.min_x >= box.min_x && own.max_x <= box.max_x && own.min_y >= box.min_y && own.max_y <= box.max_y;
    }
    /// `take(node)`: true when nothing below the node is wanted any more.
    template <class Take>
    void descend(const Node& node, const Box& box, const Take& take) const {
        if (node.first == node.last) return;
        const Box own = box_of(node);
        if (own.min_x > box.max_x || own.max_x < box.min_x || own.min_y > box.max_y || own.max_y < box.min_y) return;
        if (take(node)) return;
        const int below = node.level - 1;
        std::size_t first = node.first;
        for (std::uint32_t quarter = 0; quarter < 4; ++quarter) {
            const std::uint32_t column = 2 * node.column + (quarter & 1), row = 2 * node.row + (quarter >> 1);
            const std::size_t last = quarter == 3 ? node.last : end_of(first, node.last, below, quarter);
            descend({first, last, below, column, row}, box, take);
            first = last;
        }
    }
    /// Where the quarter ends among the sorted codes of its parent.
    [[nodiscard]] std::size_t end_of(std::size_t first, std::size_t last, int level, std::uint32_t quarter) const {
        const auto is_in = [&](std::uint32_t code) { return ((code >> (2 * level)) & 3u) <= quarter; };
        return static_cast<std::size_t>(std::partition_point(codes_.begin() + static_cast<std::ptrdiff_t>(first),
                                                             codes_.begin() + static_cast<std::ptrdiff_t>(last),
                                                             is_in) -
                                        codes_.begin());
    }
    void sum_up();

    MapPoint origin_;
    double finest_ = 1;
    std::vector<std::uint32_t> codes_, rows_;
    std::vector<float> x_, y_;  ///< from the origin
    std::vector<std::uint8_t> kinds_;
    std::array<std::array<std::uint32_t, 4>, levels + 1> breaks_{};
    std::array<std::uint32_t, levels + 1> crowd_{};
};

}  // namespace baken
