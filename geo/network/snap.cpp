#include "geo/network/snap.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geo/core/measure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace baken {

namespace {

/// Cells such that there are about two for every segment.
double cell_side(const Box& box, double segments) {
    const double width = box.max_x - box.min_x, height = box.max_y - box.min_y;
    const double side = std::sqrt(std::max(width, 1.0) * std::max(height, 1.0) / std::max(1.0, 2 * segments));
    return std::max({side, 1.0, std::max(width, height) / 4096});
}

}  // namespace

struct Snapper::Best {
    double squared = std::numeric_limits<double>::infinity();
    RoadPlace place;
};

Snapper::Snapper(const Network& network) {
    std::vector<Segment> segments;
    for (std::uint32_t e = 0; e < network.edges().size(); ++e) {
        const Line& line = network.line_of(e);
        double start = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double step = distance(line[i - 1], line[i]).value;
            if (step > 0) segments.push_back({line[i - 1], line[i], e, start});
            start += step;
        }
    }
    if (segments.empty()) return;
    Box box{segments[0].a.x, segments[0].a.y, segments[0].a.x, segments[0].a.y};
    for (const Segment& s : segments) {
        box.min_x = std::min({box.min_x, s.a.x, s.b.x});
        box.min_y = std::min({box.min_y, s.a.y, s.b.y});
        box.max_x = std::max({box.max_x, s.a.x, s.b.x});
        box.max_y = std::max({box.max_y, s.a.y, s.b.y});
    }
    cell_ = cell_side(box, static_cast<double>(segments.size()));
    min_x_ = box.min_x;
    min_y_ = box.min_y;
    columns_ = static_cast<std::int64_t>((box.max_x - min_x_) / cell_) + 1;
    rows_ = static_cast<std::int64_t>((box.max_y - min_y_) / cell_) + 1;

    // A segment stands in the cells of each row from where it enters the row to where it leaves it, a hair wider.
    const auto for_each_cell = [&](const Segment& s, auto&& visit) {
        const MapPoint low = s.a.y <= s.b.y ? s.a : s.b, high = s.a.y <= s.b.y ? s.b : s.a;
        const std::int64_t row_first = row_of(low.y), row_last = row_of(high.y);
        for (std::int64_t row = row_first; row <= row_last; ++row) {
            double from = low.x, to = high.x;
            if (row_first != row_last) {
                const auto x_at = [&](double y) {
                    const double share = std::clamp((y - low.y) / (high.y - low.y), 0.0, 1.0);
                    return low.x + (high.x - low.x) * share;
                };
                from = x_at(min_y_ + static_cast<double>(row) * cell_);
                to = x_at(min_y_ + static_cast<double>(row + 1) * cell_);
            }
            if (from > to) std::swap(from, to);
            const double hair = 1e-9 * (cell_ + to - from) + 1e-12 * (std::abs(from) + std::abs(to));
            for (std::int64_t column = column_of(from - hair); column <= column_of(to + hair); ++column)
                visit(static_cast<std::size_t>(row * columns_ + column));
        }
    };
    first_.assign(static_cast<std::size_t>(rows_ * columns_) + 1, 0);
    for (const Segment& s : segments) for_each_cell(s, [&](std::size_t cell) { ++first_[cell + 1]; });
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    listed_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (const Segment& s : segments) for_each_cell(s, [&](std::size_t cell) { listed_[next[cell]++] = s; });
}

std::int64_t Snapper::row_of(double y) const {
    return std::clamp(static_cast<std::int64_t>(std::floor((y - min_y_) / cell_)), std::int64_t{0}, rows_ - 1);
}

std::int64_t Snapper::column_of(double x) const {
    return std::clamp(static_cast<std::int64_t>(std::floor((x - min_x_) / cell_)), std::int64_t{0}, columns_ - 1);
}

void Snapper::look_in(std::int64_t row, std::int64_t column, MapPoint p, Best& best) const {
    const auto cell = static_cast<std::size_t>(row * columns_ + column);
    for (std::size_t i = first_[cell]; i < first_[cell + 1]; ++i) {
        const Segment& s = listed_[i];
        const double dx = s.b.x - s.a.x, dy = s.b.y - s.a.y, squared_length = dx * dx + dy * dy;
        const double share = std::clamp(((p.x - s.a.x) * dx + (p.y - s.a.y) * dy) / squared_length, 0.0, 1.0);
        const double squared = squared_distance(p, {s.a.x + share * dx, s.a.y + share * dy});
        if (squared > best.squared) continue;
        const RoadPlace place{s.edge, s.start + share * std::sqrt(squared_length)};
        if (squared < best.squared || place < best.place) best = {squared, place};
    }
}

std::optional<Snapped> Snapper::nearest(MapPoint p, Metres tolerance) const {
    if (!std::isfinite(p.x) || !std::isfinite(p.y))
        throw InputError("a point with a coordinate that is not a number has no nearest road");
    if (listed_.empty()) return std::nullopt;
    Best best;
    const double limit = tolerance.value;
    const std::int64_t row = row_of(p.y), column = column_of(p.x);
    // Whatever lies outside the ring of cells looked at so far is at least this far from the point.
    const auto clearance = [&](std::int64_t ring) {
        const double west = p.x - (min_x_ + static_cast<double>(column - ring) * cell_);
        const double east = min_x_ + static_cast<double>(column + ring + 1) * cell_ - p.x;
        const double south = p.y - (min_y_ + static_cast<double>(row - ring) * cell_);
        const double north = min_y_ + static_cast<double>(row + ring + 1) * cell_ - p.y;
        constexpr double none = std::numeric_limits<double>::infinity();
        return std::min({column - ring <= 0 ? none : west, column + ring >= columns_ - 1 ? none : east,
                         row - ring <= 0 ? none : south, row + ring >= rows_ - 1 ? none : north});
    };
    for (std::int64_t ring = 0;; ++ring) {
        const std::int64_t c0 = column - ring, c1 = column + ring;
        for (std::int64_t r = std::max<std::int64_t>(row - ring, 0); r <= std::min(row + ring, rows_ - 1); ++r) {
            if (r == row - ring || r == row + ring) {
                for (std::int64_t c = std::max<std::int64_t>(c0, 0); c <= std::min(c1, columns_ - 1); ++c)
                    look_in(r, c, p, best);
            } else {
                if (c0 >= 0) look_in(r, c0, p, best);
                if (c1 < columns_) look_in(r, c1, p, best);
            }
        }
        // A hair less than the clearance: a road at exactly that distance may stand in the next ring.
        const double clear = clearance(ring) * (1 - 1e-9) - 1e-9;
        if (clear > limit || std::sqrt(best.squared) < clear) break;
        if (std::isinf(clear)) break;
    }
    const double metres = std::sqrt(best.squared);
    if (metres > limit) return std::nullopt;
    return Snapped{best.place, metres};
}

std::vector<std::optional<Snapped>> Snapper::nearest(std::span<const MapPoint> points, Metres tolerance,
                                                     const Work& work) const {
    std::vector<std::optional<Snapped>> snapped(points.size());
    if (listed_.empty()) return snapped;
    // Neighbours one after another find their segments in the processor's cache.
    std::vector<std::uint32_t> order(points.size());
    {
        std::vector<std::uint32_t> count(first_.size(), 0);
        std::vector<std::uint32_t> cell(points.size());
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y))
                throw InputError("a point with a coordinate that is not a number has no nearest road");
            cell[i] = static_cast<std::uint32_t>(row_of(points[i].y) * columns_ + column_of(points[i].x));
            ++count[cell[i] + 1];
        }
        for (std::size_t i = 1; i < count.size(); ++i) count[i] += count[i - 1];
        for (std::uint32_t i = 0; i < points.size(); ++i) order[count[cell[i]]++] = i;
    }
    in_pieces(points.size(), 4096, work, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) snapped[order[i]] = nearest(points[order[i]], tolerance);
    });
    return snapped;
}

}  // namespace baken
