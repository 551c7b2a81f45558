#include "output/map_clip.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

/// The share of a segment that lies inside, by its four edges (Liang & Barsky 1984).
bool cut(MapPoint a, MapPoint b, const Box& box, double& from, double& to) {
    from = 0;
    to = 1;
    const double dx = b.x - a.x, dy = b.y - a.y;
    const std::array<std::pair<double, double>, 4> edges{
        std::pair{-dx, a.x - box.min_x}, {dx, box.max_x - a.x}, {-dy, a.y - box.min_y}, {dy, box.max_y - a.y}};
    for (const auto& [slope, distance] : edges) {
        if (slope == 0) {
            if (distance < 0) return false;
            continue;
        }
        const double at = distance / slope;
        if (slope < 0)
            from = std::max(from, at);
        else
            to = std::min(to, at);
    }
    return from < to;
}

MapPoint between(MapPoint a, MapPoint b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// One side of the box: how far inside a point lies; below zero it lies outside.
struct Side {
    double x, y, offset;
    [[nodiscard]] double inside(MapPoint p) const { return x * p.x + y * p.y + offset; }
};

}  // namespace

MultiLine clipped(const Line& line, const Box& box) {
    MultiLine pieces;
    bool goes_on = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        double from = 0, to = 1;
        if (!cut(line[i], line[i + 1], box, from, to)) {
            goes_on = false;
            continue;
        }
        if (!goes_on || from > 0) pieces.push_back({between(line[i], line[i + 1], from)});
        pieces.back().push_back(to < 1 ? between(line[i], line[i + 1], to) : line[i + 1]);
        goes_on = to >= 1;
    }
    return pieces;
}

Ring clipped_ring(const Ring& ring, const Box& box) {
    Ring rest = ring;
    if (!rest.empty() && rest.front() == rest.back()) rest.pop_back();
    for (const Side& side :
         {Side{1, 0, -box.min_x}, Side{-1, 0, box.max_x}, Side{0, 1, -box.min_y}, Side{0, -1, box.max_y}}) {
        Ring kept;
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const MapPoint here = rest[i], next = rest[(i + 1) % rest.size()];
            const double now = side.inside(here), then = side.inside(next);
            if (now >= 0) kept.push_back(here);
            if ((now < 0) != (then < 0)) kept.push_back(between(here, next, now / (now - then)));
        }
        rest = std::move(kept);
    }
    if (rest.size() < 3) return {};
    rest.push_back(rest.front());
    return rest;
}

}  // namespace baken
