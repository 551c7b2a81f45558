#pragma once
/// Areas as they come from files: made valid (GEOS), and which of them a point lies in.
///
///     const AreaLocator locator(areas);          // std::vector<MultiPolygon>
///     locator.area_at(point);                    // index of the first area that covers it, or nothing

#include "geo/core/area_index.hpp"

#include <optional>
#include <vector>

namespace baken {

/// An index of areas that are made valid first. A point on a border belongs to the area with the lowest index. May be
/// shared by threads.
class AreaLocator {
public:
    explicit AreaLocator(const std::vector<MultiPolygon>& areas);

    [[nodiscard]] std::optional<std::size_t> area_at(MapPoint p) const { return index_.area_at(p); }

private:
    AreaIndex index_;
};

/// The area made valid; the same area where it is valid already.
[[nodiscard]] MultiPolygon made_valid(const MultiPolygon&);

}  // namespace baken
