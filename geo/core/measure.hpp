#pragma once
/// Planar measures in metres and square metres.

#include "geo/core/shape.hpp"

#include <span>

namespace baken {

[[nodiscard]] Metres length(const Line&);
[[nodiscard]] double area(const MultiPolygon&);        ///< square metres, holes taken off
[[nodiscard]] MapPoint centroid(const MultiPolygon&);  ///< of the area; the mean of the points where there is no area
[[nodiscard]] Box bounding_box(const MultiPolygon&);   ///< of an area with at least one ring
[[nodiscard]] Box bounding_box(std::span<const MapPoint>);  ///< of at least one point
/// Even-odd rule over all rings; a point on the border belongs to the area.
[[nodiscard]] bool contains(const MultiPolygon&, MapPoint);
/// The point of the line that is nearest to `p`.
[[nodiscard]] MapPoint nearest_on(const Line&, MapPoint p);

}  // namespace baken
