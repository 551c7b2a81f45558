#pragma once
/// A coordinate system of GDAL's as text for Projector: "EPSG:28992", or else WKT.

#include <string>

class OGRSpatialReference;

namespace baken {

[[nodiscard]] std::string crs_text(const OGRSpatialReference&);

}  // namespace baken
