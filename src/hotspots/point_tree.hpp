#pragma once
/// A packed tree of boxes over points that are already in an order where neighbours are near (Kamel & Faloutsos 1993):
/// leaves are runs of the points, nodes runs of four. It is walked from a leaf upwards, so that near points come first.

#include "geo/core/shape.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace baken {

class PointTree {
public:
    static constexpr std::uint32_t leaf_size = 8, fan = 4;

    /// A node: level 0 are the leaves.
    struct Node {
        std::uint32_t level = 0, index = 0;
    };

    /// The points must outlive the tree.
    explicit PointTree(std::span<const MapPoint> points);

    /// Calls `visit(leaf)` for leaves, `own` first, in about the order of their distance from `from`, a point or a box.
    /// A node is entered when `is_wanted(node, squared distance)`; what that answers may change on the way.
    template <class From, class IsWanted, class Visit>
    void walk(std::uint32_t own, const From& from, IsWanted&& is_wanted, Visit&& visit) const {
        visit(own);
        std::uint32_t child = own;
        for (std::uint32_t level = 1; level < levels(); ++level) {
            const std::uint32_t parent = child / fan;
            descend({level, parent}, child, from, is_wanted, visit);
            child = parent;
        }
    }

    [[nodiscard]] static std::uint32_t leaf_of(std::uint32_t point) { return point / leaf_size; }
    [[nodiscard]] static std::uint32_t first_of(std::uint32_t leaf) { return leaf * leaf_size; }
    [[nodiscard]] std::uint32_t end_of(std::uint32_t leaf) const {
        return std::min((leaf + 1) * leaf_size, static_cast<std::uint32_t>(points_.size()));
    }
    [[nodiscard]] const Box& box_of(Node node) const { return boxes_[number(node)]; }

    static double squared_distance_to(const Box& box, MapPoint p) {
        return squared_distance_to(box, Box{p.x, p.y, p.x, p.y});
    }
    static double squared_distance_to(const Box& a, const Box& b) {
        const double dx = std::max(std::max(a.min_x - b.max_x, b.min_x - a.max_x), 0.0);
        const double dy = std::max(std::max(a.min_y - b.max_y, b.min_y - a.max_y), 0.0);
        return dx * dx + dy * dy;
    }

    [[nodiscard]] std::uint32_t levels() const { return static_cast<std::uint32_t>(start_.size() - 1); }
    [[nodiscard]] std::uint32_t nodes(std::uint32_t level) const { return start_[level + 1] - start_[level]; }
    /// A number for every node, those of one level in a row.
    [[nodiscard]] std::uint32_t number(Node node) const { return start_[node.level] + node.index; }
    [[nodiscard]] std::uint32_t size() const { return start_.back(); }

    /// One value per node, made of those of its points: `of_point(i)`, joined by `join(a, b)`.
    template <class Value, class OfPoint, class Join>
    void fold(std::vector<Value>& values, OfPoint&& of_point, Join&& join) const {
        values.resize(size());
        for (std::uint32_t leaf = 0; leaf < nodes(0); ++leaf) {
            Value value = of_point(leaf * leaf_size);
            for (std::uint32_t i = leaf * leaf_size + 1; i < end_of(leaf); ++i) value = join(value, of_point(i));
            values[leaf] = value;
        }
        for (std::uint32_t level = 1; level < levels(); ++level) {
            for (std::uint32_t i = 0; i < nodes(level); ++i) {
                const std::uint32_t first = start_[level - 1] + i * fan;
                const std::uint32_t last = std::min(first + fan, start_[level]);
                Value value = values[first];
                for (std::uint32_t child = first + 1; child < last; ++child) value = join(value, values[child]);
                values[start_[level] + i] = value;
            }
        }
    }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// Below `top`, without its child `but`.
    template <class From, class IsWanted, class Visit>
    void descend(Node top, std::uint32_t but, const From& from, IsWanted&& is_wanted, Visit&& visit) const {
        struct Open {
            Node node;
            double squared;
        };
        std::array<Open, 3 * 16 + 4> open;  // 16 levels of fours are 2^32 leaves
        std::size_t count = 0;
        const auto push_children = [&](Node parent, std::uint32_t without) {
            const std::size_t lowest = count;
            const std::uint32_t first = parent.index * fan, last = std::min(first + fan, nodes(parent.level - 1));
            for (std::uint32_t i = first; i < last; ++i) {
                if (i == without) continue;
                const Node child{parent.level - 1, i};
                const double squared = squared_distance_to(boxes_[number(child)], from);
                if (!is_wanted(child, squared)) continue;
                std::size_t place = count++;  // the nearest is taken first
                for (; place > lowest && open[place - 1].squared < squared; --place) open[place] = open[place - 1];
                open[place] = {child, squared};
            }
        };
        push_children(top, but);
        while (count > 0) {
            const Open next = open[--count];
            if (!is_wanted(next.node, next.squared)) continue;
            if (next.node.level == 0)
                visit(next.node.index);
            else
                push_children(next.node, none);
        }
    }

    std::span<const MapPoint> points_;
    std::vector<std::uint32_t> start_;  ///< of each level's nodes, and the end
    std::vector<Box> boxes_;
};

}  // namespace baken
