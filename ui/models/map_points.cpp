#include "ui/models/map_points.hpp"

#include "geo/core/measure.hpp"

#include <cmath>
#include <utility>

namespace baken {

namespace {

/// The sixteen bits of `v` on the even places of the result.
std::uint32_t spread(std::uint32_t v) {
    v = (v | (v << 8)) & 0x00ff00ffu;
    v = (v | (v << 4)) & 0x0f0f0f0fu;
    v = (v | (v << 2)) & 0x33333333u;
    return (v | (v << 1)) & 0x55555555u;
}

/// A code of the curve and the row that has it.
using Coded = std::pair<std::uint32_t, std::uint32_t>;

/// By code, equal codes in the order given: two passes of 16 bits, several times as fast as a sort by comparing.
std::vector<Coded> sorted_by_code(std::vector<Coded> all) {
    std::vector<Coded> other(all.size());
    for (const int shift : {0, 16}) {
        std::vector<std::size_t> next(65537, 0);
        for (const auto& one : all) ++next[((one.first >> shift) & 0xffffu) + 1];
        for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
        for (const auto& one : all) other[next[(one.first >> shift) & 0xffffu]++] = one;
        all.swap(other);
    }
    return all;
}

constexpr std::uint32_t most_told = 4096;  ///< counts above this are one class anyway

/// `points[c]`: how many points lie in cells that hold c of them. Gives the count at which a share of all is reached.
std::uint32_t count_at(const std::vector<std::size_t>& points, std::size_t all, double share) {
    std::size_t seen = 0;
    for (std::uint32_t count = 1; count < points.size(); ++count) {
        seen += points[count];
        if (static_cast<double>(seen) >= share * static_cast<double>(all)) return count;
    }
    return most_told;
}

}  // namespace

PointCloud::PointCloud(std::span<const MapPoint> points, std::span<const std::uint8_t> kinds) {
    if (points.empty()) return;
    const Box box = bounding_box(points);
    const double side = std::max({box.max_x - box.min_x, box.max_y - box.min_y, 1.0});
    while (finest_ * 65535 < side) finest_ *= 2;
    origin_ = {std::floor(box.min_x / finest_) * finest_, std::floor(box.min_y / finest_) * finest_};
    while (finest_ * 65535 < std::max(box.max_x - origin_.x, box.max_y - origin_.y)) finest_ *= 2;

    std::vector<Coded> order(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        order[i] = {spread(static_cast<std::uint32_t>((points[i].x - origin_.x) / finest_)) |
                        spread(static_cast<std::uint32_t>((points[i].y - origin_.y) / finest_)) << 1,
                    static_cast<std::uint32_t>(i)};
    order = sorted_by_code(std::move(order));

    codes_.reserve(order.size());
    rows_.reserve(order.size());
    x_.reserve(order.size());
    y_.reserve(order.size());
    kinds_.reserve(order.size());
    for (const auto& [code, row] : order) {
        codes_.push_back(code);
        rows_.push_back(row);
        x_.push_back(static_cast<float>(points[row].x - origin_.x));
        y_.push_back(static_cast<float>(points[row].y - origin_.y));
        kinds_.push_back(row < kinds.size() ? kinds[row] : std::uint8_t{0});
    }
    sum_up();
}

int PointCloud::level_for(double metres) const {
    int level = 0;
    while (level < levels && cell_size(level) < metres) ++level;
    return level;
}

void PointCloud::sum_up() {
    for (int level = 0; level <= levels; ++level) {
        std::vector<std::size_t> points(most_told + 1, 0);
        for (std::size_t first = 0; first < codes_.size();) {
            std::size_t last = first + 1;
            // Level 16 is one cell: a shift by all 32 bits is not defined.
            while (last < codes_.size() &&
                   (level == levels || codes_[last] >> (2 * level) == codes_[first] >> (2 * level)))
                ++last;
            points[std::min<std::size_t>(last - first, most_told)] += last - first;
            first = last;
        }
        auto& breaks = breaks_[static_cast<std::size_t>(level)];
        std::uint32_t before = 1;
        for (std::size_t i = 0; i < breaks.size(); ++i) {
            breaks[i] = std::max(before + 1, count_at(points, codes_.size(), 0.2 * static_cast<double>(i + 1)));
            before = breaks[i];
        }
        crowd_[static_cast<std::size_t>(level)] = count_at(points, codes_.size(), 0.9);
    }
}

}  // namespace baken
