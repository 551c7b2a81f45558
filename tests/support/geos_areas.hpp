#pragma once
/// Points in areas as GEOS answers, with prepared areas and a tree of their boxes: the peer of the areas benchmark and
/// the truth of the tests of AreaIndex. The areas must be valid.

#include "geo/core/shape.hpp"

#include <geos_c.h>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace baken::test {

class GeosAreas {
public:
    explicit GeosAreas(std::span<const MultiPolygon> areas) : geos_(GEOS_init_r()) {
        tree_ = GEOSSTRtree_create_r(geos_, 10);
        numbers_.reserve(areas.size());
        for (std::size_t i = 0; i < areas.size(); ++i) {
            numbers_.push_back(i);
            areas_.push_back(area_of(areas[i]));
            prepared_.push_back(GEOSPrepare_r(geos_, areas_.back()));
            if (GEOSisEmpty_r(geos_, areas_.back()) == 0)
                GEOSSTRtree_insert_r(geos_, tree_, areas_.back(), &numbers_[i]);
        }
        (void)area_at({0, 0});  // the tree is built by its first question
    }
    ~GeosAreas() {
        GEOSSTRtree_destroy_r(geos_, tree_);
        for (const auto* one : prepared_) GEOSPreparedGeom_destroy_r(geos_, one);
        for (auto* one : areas_) GEOSGeom_destroy_r(geos_, one);
        GEOS_finish_r(geos_);
    }
    GeosAreas(const GeosAreas&) = delete;
    GeosAreas& operator=(const GeosAreas&) = delete;

    /// The first that covers the point.
    std::optional<std::size_t> area_at(MapPoint p) {
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(geos_, p.x, p.y);
        candidates_.clear();
        GEOSSTRtree_query_r(
            geos_, tree_, point,
            [](void* item, void* into) {
                static_cast<std::vector<std::size_t>*>(into)->push_back(*static_cast<std::size_t*>(item));
            },
            &candidates_);
        std::sort(candidates_.begin(), candidates_.end());
        std::optional<std::size_t> found;
        for (const std::size_t i : candidates_)
            if (GEOSPreparedCovers_r(geos_, prepared_[i], point) == 1) {
                found = i;
                break;
            }
        GEOSGeom_destroy_r(geos_, point);
        return found;
    }

private:
    GEOSGeometry* ring_of(const Ring& points) {
        return GEOSGeom_createLinearRing_r(
            geos_, GEOSCoordSeq_copyFromBuffer_r(geos_, &points.front().x, static_cast<unsigned>(points.size()), 0, 0));
    }
    GEOSGeometry* area_of(const MultiPolygon& area) {
        std::vector<GEOSGeometry*> parts;
        for (const Polygon& polygon : area) {
            std::vector<GEOSGeometry*> holes;
            for (const Ring& hole : polygon.holes) holes.push_back(ring_of(hole));
            parts.push_back(GEOSGeom_createPolygon_r(geos_, ring_of(polygon.outer), holes.data(),
                                                     static_cast<unsigned>(holes.size())));
        }
        return GEOSGeom_createCollection_r(geos_, GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size()));
    }

    GEOSContextHandle_t geos_;
    GEOSSTRtree* tree_ = nullptr;
    std::vector<GEOSGeometry*> areas_;
    std::vector<const GEOSPreparedGeometry*> prepared_;
    std::vector<std::size_t> numbers_, candidates_;
};

}  // namespace baken::test
