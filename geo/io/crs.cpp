#include "geo/io/crs.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"

#include <array>
#include <cmath>
#include <string_view>

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>
#include <proj.h>

namespace baken {

namespace {

/// EPSG:4833, "Amersfoort to WGS 84 (4)", written out: the operation PROJ takes where no correction grid is installed.
constexpr const char* rd_to_lonlat =
    "+proj=pipeline "
    "+step +inv +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 "
    "+ellps=bessel "
    "+step +proj=push +v_3 "
    "+step +proj=cart +ellps=bessel "
    "+step +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524 +rx=0.398957388243134 +ry=-0.343987817378283 "
    "+rz=1.87740163998045 +s=4.0725 +convention=coordinate_frame "
    "+step +inv +proj=cart +ellps=WGS84 "
    "+step +proj=pop +v_3 "
    "+step +proj=unitconvert +xy_in=rad +xy_out=deg";
constexpr const char* pinned_name = "RD New to WGS 84 by EPSG:4833 (seven parameters, no correction grid)";
/// Metres; beyond it a coordinate means nothing on a map of the Netherlands. Maps of the world run to twice as far.
constexpr double farthest = 1e7;

struct DestroyContext {
    void operator()(PJ_CONTEXT* c) const { proj_context_destroy(c); }
};
struct DestroyPj {
    void operator()(PJ* p) const { proj_destroy(p); }
};
struct DestroyList {
    void operator()(PJ_OBJ_LIST* l) const { proj_list_destroy(l); }
};
struct DestroyFactory {
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* f) const { proj_operation_factory_context_destroy(f); }
};
struct FreeText {
    void operator()(char* text) const { CPLFree(text); }
};
using Context = std::unique_ptr<PJ_CONTEXT, DestroyContext>;
using Pj = std::unique_ptr<PJ, DestroyPj>;

Context new_context() {
    Context context(proj_context_create());
    if (!context) throw InternalError("PROJ cannot be started");
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

[[noreturn]] void refuse(const std::string& crs, const std::string& why) {
    throw InputError(
        fmt::format("the coordinate system '{}' {}; give one such as EPSG:28992 (RD New) or EPSG:4326 "
                    "(longitude and latitude)",
                    crs.size() > 200 ? crs.substr(0, 200) + "..." : crs, why));
}

/// The CRS of a plane, without heights and with east or longitude first.
OGRSpatialReference parsed(const std::string& crs) {
    const GdalMessages said;
    OGRSpatialReference srs;
    const std::string text(trimmed(crs));
    if (text.empty() ||
        srs.SetFromUserInput(text.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE)
        refuse(crs, "is unknown");
    if (srs.IsCompound()) srs.StripVertical();
    if (srs.IsGeocentric() || srs.IsVertical() || srs.IsLocal() || (!srs.IsGeographic() && !srs.IsProjected()))
        refuse(crs, "has no map plane");
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

bool is_epsg(const OGRSpatialReference& srs, int code) {
    OGRSpatialReference known;
    known.importFromEPSG(code);
    static constexpr std::array options{"CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
                                        "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", static_cast<const char*>(nullptr)};
    return srs.IsSame(&known, options.data()) != FALSE;
}

bool has_datum_amersfoort(const OGRSpatialReference& srs) {
    const char* datum = srs.GetAttrValue("DATUM");
    return datum != nullptr && folded(datum).find("amersfoort") != std::string::npos;
}

Pj crs_in_proj(PJ_CONTEXT* context, const OGRSpatialReference& srs, const std::string& written) {
    char* raw = nullptr;
    static constexpr std::array options{"FORMAT=WKT2_2019", static_cast<const char*>(nullptr)};
    srs.exportToWkt(&raw, options.data());
    const std::unique_ptr<char, FreeText> wkt(raw);
    Pj crs(wkt ? proj_create(context, wkt.get()) : nullptr);
    if (!crs) refuse(written, "cannot be used");
    return crs;
}

/// The best operation between two CRSs that needs no file with corrections, so that it is the same on every machine.
Pj operation_without_grids(PJ_CONTEXT* context, const PJ* from, const PJ* to, bool in_netherlands) {
    const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, DestroyFactory> factory(
        proj_create_operation_factory_context(context, nullptr));
    if (in_netherlands)
        proj_operation_factory_context_set_area_of_interest(context, factory.get(), 3.3, 50.7, 7.3, 53.6);
    proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                         PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(context, factory.get(), PROJ_GRID_AVAILABILITY_IGNORED);
    const std::unique_ptr<PJ_OBJ_LIST, DestroyList> found(proj_create_operations(context, from, to, factory.get()));
    const int count = found ? proj_list_get_count(found.get()) : 0;
    for (int i = 0; i < count; ++i) {
        Pj candidate(proj_list_get(context, found.get(), i));
        if (!candidate || proj_coordoperation_get_grid_used_count(context, candidate.get()) > 0) continue;
        if (proj_coordoperation_has_ballpark_transformation(context, candidate.get()) != 0 && in_netherlands) continue;
        Pj easting_first(proj_normalize_for_visualization(context, candidate.get()));
        if (easting_first) return easting_first;
    }
    return in_netherlands ? operation_without_grids(context, from, to, false) : nullptr;
}

bool is_sound(double x, double y) { return std::abs(x) <= farthest && std::abs(y) <= farthest; }

}  // namespace

struct Projector::Inside {
    enum class Way { identity, lonlat, to_rd, to_lonlat } way = Way::identity;
    bool is_in_degrees = false;
    Context context = new_context();
    Pj pinned;  ///< RD to longitude and latitude
    Pj source;  ///< from the source to RD or to longitude and latitude
    std::string operation;

    [[nodiscard]] std::optional<MapPoint> from_lonlat(double lon, double lat) const {
        if (!(std::abs(lon) <= 360 && std::abs(lat) <= 90)) return std::nullopt;
        return checked(proj_trans(pinned.get(), PJ_INV, proj_coord(lon, lat, 0, 0)));
    }
    [[nodiscard]] static std::optional<MapPoint> checked(PJ_COORD got) {
        if (!is_sound(got.xy.x, got.xy.y)) return std::nullopt;
        return MapPoint{got.xy.x, got.xy.y};
    }
};

Projector::Projector(const std::string& crs) : inside_(std::make_unique<Inside>()) {
    start_gdal();
    Inside& in = *inside_;
    in.pinned.reset(proj_create(in.context.get(), rd_to_lonlat));
    if (!in.pinned) throw InternalError("PROJ does not know the operation between RD New and WGS 84");
    const OGRSpatialReference srs = parsed(crs);
    in.is_in_degrees = srs.IsGeographic() != FALSE;
    if (is_epsg(srs, 28992)) {
        in.operation = "RD New as it is";
        return;
    }
    if (is_epsg(srs, 4326)) {
        in.way = Inside::Way::lonlat;
        in.operation = pinned_name;
        return;
    }
    const bool is_dutch_datum = has_datum_amersfoort(srs);
    in.way = is_dutch_datum ? Inside::Way::to_rd : Inside::Way::to_lonlat;
    const Pj from = crs_in_proj(in.context.get(), srs, crs);
    const Pj to(proj_create(in.context.get(), is_dutch_datum ? "EPSG:28992" : "EPSG:4326"));
    if (to) in.source = operation_without_grids(in.context.get(), from.get(), to.get(), true);
    if (!in.source) refuse(crs, "cannot be brought to RD New");
    const PJ_PROJ_INFO info = proj_pj_info(in.source.get());
    in.operation = info.description != nullptr ? info.description : "";
    if (!is_dutch_datum) in.operation += fmt::format(", then {}", pinned_name);
}

Projector::~Projector() = default;
Projector::Projector(Projector&&) noexcept = default;
Projector& Projector::operator=(Projector&&) noexcept = default;

std::optional<MapPoint> Projector::forward(double x, double y) const {
    const Inside& in = *inside_;
    if (!std::isfinite(x) || !std::isfinite(y)) return std::nullopt;
    const bool is_on_its_map = in.is_in_degrees ? std::abs(x) <= 360 && std::abs(y) <= 90 : is_sound(x / 3, y / 3);
    if (!is_on_its_map) return std::nullopt;
    if (in.way == Inside::Way::identity) return is_sound(x, y) ? std::optional(MapPoint{x, y}) : std::nullopt;
    if (in.way == Inside::Way::lonlat) return in.from_lonlat(x, y);
    const PJ_COORD got = proj_trans(in.source.get(), PJ_FWD, proj_coord(x, y, 0, 0));
    return in.way == Inside::Way::to_rd ? Inside::checked(got) : in.from_lonlat(got.xy.x, got.xy.y);
}

std::optional<MapPoint> Projector::backward(MapPoint p) const {
    const Inside& in = *inside_;
    if (in.way == Inside::Way::identity) return p;
    const PJ_COORD start = in.way == Inside::Way::to_rd
                               ? proj_coord(p.x, p.y, 0, 0)
                               : proj_trans(in.pinned.get(), PJ_FWD, proj_coord(p.x, p.y, 0, 0));
    const PJ_COORD got = in.way == Inside::Way::lonlat ? start : proj_trans(in.source.get(), PJ_INV, start);
    if (!std::isfinite(got.xy.x) || !std::isfinite(got.xy.y)) return std::nullopt;
    return MapPoint{got.xy.x, got.xy.y};
}

LonLat Projector::to_lonlat(MapPoint p) const {
    const PJ_COORD got = proj_trans(inside_->pinned.get(), PJ_FWD, proj_coord(p.x, p.y, 0, 0));
    return {got.xy.x, got.xy.y};
}

std::string Projector::operation() const { return inside_->operation; }

bool is_on_rd_map(double x, double y) { return x >= 0 && x <= 280000 && y >= 300000 && y <= 625000; }
bool is_in_netherlands(LonLat p) { return p.lon >= 3.3 && p.lon <= 7.3 && p.lat >= 50.7 && p.lat <= 53.6; }

}  // namespace baken
