#include "geo/io/overlay.hpp"

#include "base/error.hpp"

#include <memory>
#include <string>

#include <geos_c.h>

namespace baken {

namespace {

void keep_message(const char* message, void* into) { *static_cast<std::string*>(into) = message; }

/// A GEOS context with the last message it gave; everything made with it must go before it does.
class Geos {
public:
    Geos() : handle_(GEOS_init_r()) {
        if (handle_ == nullptr) throw InternalError("GEOS cannot be started");
        GEOSContext_setErrorMessageHandler_r(handle_, keep_message, &message_);
        GEOSContext_setNoticeMessageHandler_r(
            handle_, [](const char*, void*) {}, nullptr);
    }
    ~Geos() { GEOS_finish_r(handle_); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    operator GEOSContextHandle_t() const { return handle_; }  // NOLINT(google-explicit-constructor)
    [[noreturn]] void fail(const std::string& doing) const { throw InternalError("GEOS, " + doing + ": " + message_); }

private:
    GEOSContextHandle_t handle_;
    std::string message_;
};

template <auto destroy>
struct Destroy {
    GEOSContextHandle_t geos = nullptr;
    template <class T>
    void operator()(T* thing) const {
        destroy(geos, thing);
    }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy<GEOSGeom_destroy_r>>;

Geometry ring_of(const Geos& geos, const Ring& points) {
    static_assert(sizeof(MapPoint) == 2 * sizeof(double));
    GEOSCoordSequence* coordinates = GEOSCoordSeq_copyFromBuffer_r(geos, points.empty() ? nullptr : &points.front().x,
                                                                   static_cast<unsigned>(points.size()), 0, 0);
    if (coordinates == nullptr) geos.fail("copying a ring");
    Geometry ring(GEOSGeom_createLinearRing_r(geos, coordinates), {geos});  // owns the coordinates, also when it fails
    if (!ring) geos.fail("making a ring");
    return ring;
}

/// Hands the geometries over to GEOS, which takes them even when it fails.
std::vector<GEOSGeometry*> released(std::vector<Geometry>& owned) {
    std::vector<GEOSGeometry*> raw;
    for (auto& one : owned) raw.push_back(one.release());
    return raw;
}

Geometry geometry_of(const Geos& geos, const MultiPolygon& area) {
    std::vector<Geometry> parts;
    for (const auto& polygon : area) {
        if (polygon.outer.size() < 4) continue;
        std::vector<Geometry> holes;
        for (const auto& hole : polygon.holes)
            if (hole.size() >= 4) holes.push_back(ring_of(geos, hole));
        Geometry outer = ring_of(geos, polygon.outer);
        std::vector<GEOSGeometry*> raw = released(holes);
        parts.emplace_back(
            GEOSGeom_createPolygon_r(geos, outer.release(), raw.data(), static_cast<unsigned>(raw.size())),
            Destroy<GEOSGeom_destroy_r>{geos});
        if (!parts.back()) geos.fail("making a polygon");
    }
    std::vector<GEOSGeometry*> raw = released(parts);
    Geometry whole(GEOSGeom_createCollection_r(geos, GEOS_MULTIPOLYGON, raw.data(), static_cast<unsigned>(raw.size())),
                   {geos});
    if (!whole) geos.fail("making an area");
    return whole;
}

Ring points_of(const Geos& geos, const GEOSGeometry* ring) {
    const GEOSCoordSequence* coordinates = GEOSGeom_getCoordSeq_r(geos, ring);
    unsigned size = 0;
    if (coordinates == nullptr || GEOSCoordSeq_getSize_r(geos, coordinates, &size) == 0) geos.fail("reading a ring");
    Ring points(size);
    if (size > 0 && GEOSCoordSeq_copyToBuffer_r(geos, coordinates, &points.front().x, 0, 0) == 0)
        geos.fail("reading a ring");
    return points;
}

/// Adds the polygons of a geometry; lines and points that a repair left over are dropped.
void add_polygons(const Geos& geos, const GEOSGeometry* geometry, MultiPolygon& into) {
    const int type = GEOSGeomTypeId_r(geos, geometry);
    if (type == GEOS_POLYGON && GEOSisEmpty_r(geos, geometry) == 0) {
        Polygon polygon{points_of(geos, GEOSGetExteriorRing_r(geos, geometry)), {}};
        for (int i = 0; i < GEOSGetNumInteriorRings_r(geos, geometry); ++i)
            polygon.holes.push_back(points_of(geos, GEOSGetInteriorRingN_r(geos, geometry, i)));
        into.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(geos, geometry); ++i)
            add_polygons(geos, GEOSGetGeometryN_r(geos, geometry, i), into);
    }
}

}  // namespace

namespace {

std::vector<MultiPolygon> all_valid(const std::vector<MultiPolygon>& areas) {
    std::vector<MultiPolygon> valid;
    valid.reserve(areas.size());
    for (const MultiPolygon& area : areas) valid.push_back(made_valid(area));
    return valid;
}

}  // namespace

AreaLocator::AreaLocator(const std::vector<MultiPolygon>& areas) : index_(all_valid(areas)) {}

MultiPolygon made_valid(const MultiPolygon& area) {
    const Geos geos;
    const Geometry geometry = geometry_of(geos, area);
    if (GEOSisValid_r(geos, geometry.get()) == 1) return area;
    // The structure of the rings is kept: parts that overlap are joined, where the other method would cut them out.
    const std::unique_ptr<GEOSMakeValidParams, Destroy<GEOSMakeValidParams_destroy_r>> how(
        GEOSMakeValidParams_create_r(geos), {geos});
    GEOSMakeValidParams_setMethod_r(geos, how.get(), GEOS_MAKE_VALID_STRUCTURE);
    const Geometry valid(GEOSMakeValidWithParams_r(geos, geometry.get(), how.get()), {geos});
    if (!valid) geos.fail("repairing an area");
    MultiPolygon polygons;
    add_polygons(geos, valid.get(), polygons);
    return polygons;
}

}  // namespace baken
