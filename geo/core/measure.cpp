#include "geo/core/measure.hpp"

#include <algorithm>
#include <limits>

namespace baken {

namespace {

/// Twice the signed area of a ring, and its first moments, all relative to `origin` so that no digits are lost.
struct Moments {
    double twice_area = 0, x = 0, y = 0;
};

Moments moments_of(const Ring& ring, MapPoint origin) {
    Moments sum;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double ax = ring[i].x - origin.x, ay = ring[i].y - origin.y;
        const double bx = ring[i + 1].x - origin.x, by = ring[i + 1].y - origin.y;
        const double cross = ax * by - bx * ay;
        sum.twice_area += cross;
        sum.x += (ax + bx) * cross;
        sum.y += (ay + by) * cross;
    }
    return sum;
}

/// Whichever way the ring runs, its area counts as positive.
Moments positive(Moments m) {
    if (m.twice_area >= 0) return m;
    return {-m.twice_area, -m.x, -m.y};
}

template <class Visit>
void for_each_ring(const MultiPolygon& area, Visit&& visit) {
    for (const auto& part : area) {
        visit(part.outer, 1.0);
        for (const auto& hole : part.holes) visit(hole, -1.0);
    }
}

void widen(Box& box, MapPoint p) {
    box.min_x = std::min(box.min_x, p.x);
    box.min_y = std::min(box.min_y, p.y);
    box.max_x = std::max(box.max_x, p.x);
    box.max_y = std::max(box.max_y, p.y);
}

constexpr Box nowhere() {
    constexpr double far = std::numeric_limits<double>::infinity();
    return {far, far, -far, -far};
}

bool is_on_segment(MapPoint a, MapPoint b, MapPoint p) {
    if ((b.x - a.x) * (p.y - a.y) != (b.y - a.y) * (p.x - a.x)) return false;
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

enum class Where { inside, border, outside };

Where where_in(const Ring& ring, MapPoint p) {
    bool is_inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const MapPoint a = ring[i], b = ring[i + 1];
        if (is_on_segment(a, b, p)) return Where::border;
        if ((a.y > p.y) == (b.y > p.y)) continue;
        if (p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) is_inside = !is_inside;
    }
    return is_inside ? Where::inside : Where::outside;
}

}  // namespace

Metres length(const Line& line) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) sum += distance(line[i], line[i + 1]).value;
    return Metres(sum);
}

double area(const MultiPolygon& shape) {
    double sum = 0;
    for_each_ring(shape, [&](const Ring& ring, double sign) {
        if (!ring.empty()) sum += sign * positive(moments_of(ring, ring.front())).twice_area / 2;
    });
    return sum;
}

MapPoint centroid(const MultiPolygon& shape) {
    MapPoint origin;
    MapPoint mean;
    std::size_t points = 0;
    bool has_origin = false;
    Moments total;
    for_each_ring(shape, [&](const Ring& ring, double sign) {
        if (ring.empty()) return;
        if (!has_origin) origin = ring.front();
        has_origin = true;
        const Moments m = positive(moments_of(ring, origin));
        total.twice_area += sign * m.twice_area;
        total.x += sign * m.x;
        total.y += sign * m.y;
        for (const auto& p : ring) {
            mean.x += p.x - origin.x;
            mean.y += p.y - origin.y;
        }
        points += ring.size();
    });
    if (total.twice_area > 0)
        return {origin.x + total.x / (3 * total.twice_area), origin.y + total.y / (3 * total.twice_area)};
    const double count = points == 0 ? 1 : static_cast<double>(points);
    return {origin.x + mean.x / count, origin.y + mean.y / count};
}

Box bounding_box(const MultiPolygon& shape) {
    Box box = nowhere();
    for (const auto& part : shape)
        for (const auto& p : part.outer) widen(box, p);
    return box;
}

Box bounding_box(std::span<const MapPoint> points) {
    Box box = nowhere();
    for (const auto& p : points) widen(box, p);
    return box;
}

bool contains(const MultiPolygon& shape, MapPoint p) {
    bool is_inside = false, is_on_border = false;
    for_each_ring(shape, [&](const Ring& ring, double) {
        const Where where = where_in(ring, p);
        if (where == Where::border) is_on_border = true;
        if (where == Where::inside) is_inside = !is_inside;
    });
    return is_on_border || is_inside;
}

MapPoint nearest_on(const Line& line, MapPoint p) {
    MapPoint best = line.empty() ? p : line.front();
    double best_distance = squared_distance(best, p);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const MapPoint a = line[i], b = line[i + 1];
        const double square = squared_distance(a, b);
        if (square == 0) continue;
        const double along = std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / square, 0.0, 1.0);
        const MapPoint foot = along == 1 ? b : MapPoint{a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)};
        const double d = squared_distance(foot, p);
        if (d < best_distance) {
            best_distance = d;
            best = foot;
        }
    }
    return best;
}

}  // namespace baken
