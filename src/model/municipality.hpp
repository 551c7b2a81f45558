#pragma once

#include "base/id.hpp"
#include "geo/core/shape.hpp"

#include <string>

namespace baken {

struct Municipality {
    MunicipalityId code;
    std::string name;
    MultiPolygon area;
    LonLat centre;  ///< of the area; where the sun is taken for things that have no place of their own
};

}  // namespace baken
