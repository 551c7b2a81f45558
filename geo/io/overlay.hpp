#pragma once
/// Which area a point lies in, with prepared areas (GEOS).
///
///     const AreaLocator locator(areas);          // std::vector<MultiPolygon>
///     locator.area_at(point);                    // index of the first area that covers it, or nothing

#include "geo/core/shape.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace baken {

/// Not to be shared by threads. A point on a border belongs to the area with the lowest index.
class AreaLocator {
public:
    explicit AreaLocator(const std::vector<MultiPolygon>& areas);
    ~AreaLocator();
    AreaLocator(AreaLocator&&) noexcept;
    AreaLocator& operator=(AreaLocator&&) noexcept;

    [[nodiscard]] std::optional<std::size_t> area_at(MapPoint) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// The area made valid; the same area where it is valid already.
[[nodiscard]] MultiPolygon made_valid(const MultiPolygon&);

}  // namespace baken
