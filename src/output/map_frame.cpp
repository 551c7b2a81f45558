#include "output/map_frame.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace baken {

namespace {

using Corners = std::array<Spot, 4>;

Corners corners_of(const Plate& plate) {
    const double angle = plate.degrees * std::numbers::pi / 180;
    const double c = std::cos(angle), s = std::sin(angle), w = plate.width / 2, h = plate.height / 2;
    const auto corner = [&](double x, double y) {
        return Spot{plate.middle.x + x * c - y * s, plate.middle.y + x * s + y * c};
    };
    return {corner(-w, -h), corner(w, -h), corner(w, h), corner(-w, h)};
}

/// Whether the directions of `one` have a gap between the two.
bool is_parted_along(const Corners& one, const Corners& other) {
    for (std::size_t i = 0; i < 2; ++i) {
        const Spot axis{one[i + 1].x - one[i].x, one[i + 1].y - one[i].y};
        const auto reach = [&](const Corners& corners) {
            std::array<double, 4> along{};
            for (std::size_t k = 0; k < 4; ++k) along[k] = corners[k].x * axis.x + corners[k].y * axis.y;
            const auto [least, most] = std::minmax_element(along.begin(), along.end());
            return std::pair{*least, *most};
        };
        const auto [a, b] = reach(one);
        const auto [c, d] = reach(other);
        if (b <= c || d <= a) return true;
    }
    return false;
}

}  // namespace

MapFrame::MapFrame(const Box& view, double width, double height) : width_(width), height_(height) {
    // A view without width, as of a single point, still is a place on the ground.
    const double across = std::max(view.max_x - view.min_x, 1.0), up = std::max(view.max_y - view.min_y, 1.0);
    units_per_metre_ = std::min(width / across, height / up);
    const double middle_x = (view.min_x + view.max_x) / 2, middle_y = (view.min_y + view.max_y) / 2;
    const double half_x = width / units_per_metre_ / 2, half_y = height / units_per_metre_ / 2;
    ground_ = {middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y};
}

Box MapFrame::ground_and(double units) const {
    const double more = units / units_per_metre_;
    return {ground_.min_x - more, ground_.min_y - more, ground_.max_x + more, ground_.max_y + more};
}

bool overlap(const Plate& a, const Plate& b) {
    const Corners one = corners_of(a), other = corners_of(b);
    return !is_parted_along(one, other) && !is_parted_along(other, one);
}

bool MapRoom::is_free(const Plate& plate) const {
    for (const Spot corner : corners_of(plate))
        if (corner.x < 1 || corner.y < 1 || corner.x > width_ - 1 || corner.y > height_ - 1) return false;
    return std::none_of(taken_.begin(), taken_.end(), [&](const Plate& other) { return overlap(plate, other); });
}

bool MapRoom::take(const Plate& plate) {
    if (!is_free(plate)) return false;
    taken_.push_back(plate);
    return true;
}

}  // namespace baken
