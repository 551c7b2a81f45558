#pragma once
/// Lines and areas on the working map, in metres.

#include "geo/core/point.hpp"

#include <variant>
#include <vector>

namespace baken {

using Line = std::vector<MapPoint>;  ///< two points or more
using Ring = std::vector<MapPoint>;  ///< closed: the last point repeats the first

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};
using MultiLine = std::vector<Line>;
using MultiPolygon = std::vector<Polygon>;

/// What a feature can have as its place; monostate: none.
using Shape = std::variant<std::monostate, MapPoint, MultiLine, MultiPolygon>;

struct Box {
    double min_x = 0, min_y = 0, max_x = 0, max_y = 0;
    [[nodiscard]] bool contains(MapPoint p) const {
        return p.x >= min_x && p.x <= max_x && p.y >= min_y && p.y <= max_y;
    }
};

}  // namespace baken
