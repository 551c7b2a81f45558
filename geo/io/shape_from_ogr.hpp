#pragma once
/// From a geometry as GDAL reads it to a shape on the working map.

#include "geo/core/shape.hpp"
#include "geo/io/crs.hpp"

class OGRGeometry;

namespace baken {

/// Heights and measures are dropped, curves made straight, rings closed, invalid areas made valid. Several points
/// become their mean; of a mixed collection the areas count, or else the lines, or else the points. No shape where the
/// geometry is empty or a coordinate cannot be on the map. `is_y_first`: the file gives north or latitude first.
[[nodiscard]] Shape shape_from_ogr(const OGRGeometry&, const Projector&, bool is_y_first);

}  // namespace baken
