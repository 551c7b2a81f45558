#pragma once
/// Places. `LonLat` and `MapPoint` are different types on purpose; only `Projector` (geo/io) turns one into the other.

#include "base/quantity.hpp"

#include <cmath>
#include <compare>

namespace baken {

/// Degrees east and north, WGS 84.
struct LonLat {
    double lon = 0;
    double lat = 0;
    auto operator<=>(const LonLat&) const = default;
};

/// Metres east and north on the working map (RD New, EPSG:28992).
struct MapPoint {
    double x = 0;
    double y = 0;
    auto operator<=>(const MapPoint&) const = default;
};

[[nodiscard]] inline double squared_distance(MapPoint a, MapPoint b) {
    const double dx = a.x - b.x, dy = a.y - b.y;
    return dx * dx + dy * dy;
}
[[nodiscard]] inline Metres distance(MapPoint a, MapPoint b) { return Metres(std::sqrt(squared_distance(a, b))); }

}  // namespace baken
