#pragma once
/// Road sections from one source: a layer of lines, such as the national road file (NWB).

#include "base/work.hpp"
#include "intake/column_map.hpp"
#include "intake/locate.hpp"
#include "model/region.hpp"
#include "model/settings.hpp"

#include <vector>

namespace baken {

struct ImportedRoads {
    std::vector<RoadSegment> roads;
    Receipt receipt;
};

/// Names of columns of road files.
[[nodiscard]] const std::vector<ColumnRule>& road_rules();

/// A section is of the region when its first, middle or last point is.
[[nodiscard]] ImportedRoads import_roads(const SourceSettings&, const Locator&, const Work&);

}  // namespace baken
