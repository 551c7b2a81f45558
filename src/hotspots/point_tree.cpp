#include "hotspots/point_tree.hpp"

namespace baken {

PointTree::PointTree(std::span<const MapPoint> points) : points_(points) {
    start_.push_back(0);
    auto count = static_cast<std::uint32_t>((points.size() + leaf_size - 1) / leaf_size);
    while (count > 0) {
        start_.push_back(start_.back() + count);
        if (count == 1) break;
        count = (count + fan - 1) / fan;
    }
    fold(
        boxes_,
        [&](std::uint32_t i) {
            return Box{points[i].x, points[i].y, points[i].x, points[i].y};
        },
        [](const Box& a, const Box& b) {
            return Box{std::min(a.min_x, b.min_x), std::min(a.min_y, b.min_y), std::max(a.max_x, b.max_x),
                       std::max(a.max_y, b.max_y)};
        });
}

}  // namespace baken
