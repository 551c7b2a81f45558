#pragma once

#include "geo/core/point.hpp"

#include <functional>

namespace baken {

/// From the map to longitude and latitude.
using PlaceOnEarth = std::function<LonLat(MapPoint)>;

}  // namespace baken
