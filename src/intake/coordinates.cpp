#include "intake/coordinates.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace baken {

namespace {

struct Pair {
    std::string_view x, y;
    bool is_degrees;
};
/// Folded names that belong together, the surest first.
constexpr std::array<Pair, 24> pairs{{
    {"xrd", "yrd", false},
    {"rdx", "rdy", false},
    {"xcoordinaatrd", "ycoordinaatrd", false},
    {"rdxcoordinaat", "rdycoordinaat", false},
    {"xcoordinaat", "ycoordinaat", false},
    {"xcoord", "ycoord", false},
    {"coordx", "coordy", false},
    {"x", "y", false},
    {"xcoordinate", "ycoordinate", false},
    {"pointx", "pointy", false},
    {"geox", "geoy", false},
    {"easting", "northing", false},
    {"lon", "lat", true},
    {"lng", "lat", true},
    {"long", "lat", true},
    {"longitude", "latitude", true},
    {"lengtegraad", "breedtegraad", true},
    {"lengte", "breedte", true},
    {"gpslon", "gpslat", true},
    {"gpslongitude", "gpslatitude", true},
    {"lonwgs84", "latwgs84", true},
    {"wgs84lon", "wgs84lat", true},
    {"xwgs84", "ywgs84", true},
    {"locationlng", "locationlat", true},
}};

constexpr std::string_view wgs_84 = "EPSG:4326";
constexpr std::string_view rd_new = "EPSG:28992";

bool is_wgs_84(std::string_view crs) {
    return crs == wgs_84 || crs == "OGC:CRS84" || crs == "EPSG:4258" || crs == "CRS84";
}

bool lies_on_rd(double x, double y) { return is_on_rd_map(x, y); }
bool lies_in_degrees(double x, double y) { return is_in_netherlands({x, y}); }

struct Candidate {
    std::string_view crs;
    bool is_swapped;
    double scale;
    bool (*fits)(double, double);
};
constexpr std::array<Candidate, 6> candidates{{
    {rd_new, false, 1, lies_on_rd},
    {wgs_84, false, 1, lies_in_degrees},
    {rd_new, true, 1, lies_on_rd},
    {wgs_84, true, 1, lies_in_degrees},
    {rd_new, false, 1000, lies_on_rd},
    {rd_new, true, 1000, lies_on_rd},
}};

bool fits(const Candidate& candidate, const RawPoint& point) {
    const double x = candidate.is_swapped ? point.y : point.x, y = candidate.is_swapped ? point.x : point.y;
    return candidate.fits(x * candidate.scale, y * candidate.scale);
}

std::string names_of(const PlaceColumns& where, const std::vector<std::string>& columns) {
    if (where.x && where.y) return fmt::format("{} and {}", columns[*where.x], columns[*where.y]);
    return where.wkt ? columns[*where.wkt] : "the shapes";
}

void add_notes(PlaceReading& reading, const PlaceColumns& where, const std::vector<std::string>& columns) {
    const std::string names = names_of(where, columns);
    const bool holds_degrees = is_wgs_84(reading.crs);
    if (reading.is_swapped)
        reading.notes.push_back(fmt::format("axes were swapped: {} hold {} in the other order", names,
                                            holds_degrees ? "longitude and latitude" : "RD x and y"));
    if (reading.scale != 1)
        reading.notes.push_back(
            fmt::format("{} hold RD in kilometres or with points as thousands: read as metres", names));
    if (where.claims_degrees && !holds_degrees)
        reading.notes.push_back(fmt::format("{} hold RD metres (EPSG:28992) and not degrees: read as RD", names));
    if (!where.claims_degrees && where.x && holds_degrees)
        reading.notes.push_back(fmt::format("{} hold degrees (EPSG:4326) and not RD metres: read as degrees", names));
    if (reading.fitting > 0 && reading.fitting * 2 < reading.given)
        reading.notes.push_back(
            fmt::format("only {} of {} rows with coordinates lie in the Netherlands", reading.fitting, reading.given));
}

/// The user's word for the CRS leaves only the order of the axes open.
PlaceReading read_in_crs(std::span<const RawPoint> points, const std::string& crs) {
    const Projector projector(crs);
    PlaceReading reading;
    reading.crs = crs;
    reading.found_by = "the settings";
    std::array<std::size_t, 2> fitting{};
    for (const auto& point : points) {
        if (!point.is_given || point.is_placed) continue;
        ++reading.given;
        const auto straight = projector.forward(point.x, point.y), swapped = projector.forward(point.y, point.x);
        if (straight && is_on_rd_map(straight->x, straight->y)) ++fitting[0];
        if (swapped && is_on_rd_map(swapped->x, swapped->y)) ++fitting[1];
    }
    reading.is_swapped = fitting[1] > fitting[0];
    reading.fitting = std::max(fitting[0], fitting[1]);
    return reading;
}

}  // namespace

std::vector<ColumnRule> place_rules() {
    return {{"x", {}},
            {"y", {}},
            {"shape", {"shape", "wkt", "geom", "geometry", "geometrie", "thegeom", "geo", "point", "punt", "wktgeom"}}};
}

PlaceColumns find_place_columns(const std::vector<std::string>& columns, const ColumnMap& map,
                                const std::map<std::string, std::string>& chosen) {
    PlaceColumns found;
    if (map.has("x") && map.has("y")) {
        found.x = map.at("x");
        found.y = map.at("y");
        const std::string name = folded(columns[*found.x]);
        found.claims_degrees = std::any_of(pairs.begin(), pairs.end(),
                                           [&](const Pair& pair) { return pair.is_degrees && pair.x == name; });
        return found;
    }
    if (chosen.contains("shape")) {
        found.wkt = map.at("shape");
        return found;
    }
    for (const auto& pair : pairs) {
        const auto x = find_column(columns, {pair.x}), y = find_column(columns, {pair.y});
        if (!x || !y) continue;
        found.x = x;
        found.y = y;
        found.claims_degrees = pair.is_degrees;
        return found;
    }
    found.wkt = map.at("shape");
    return found;
}

std::optional<RawPoint> parse_wkt_point(std::string_view text) {
    const auto open = text.find('('), close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    const std::string kind = folded(text.substr(0, open));
    if (kind.find("point") == std::string::npos || kind.find("multi") != std::string::npos) return std::nullopt;
    const std::string_view inside = trimmed(text.substr(open + 1, close - open - 1));
    const auto blank = inside.find_first_of(" \t");
    if (blank == std::string_view::npos) return std::nullopt;
    const std::string_view rest = trimmed(inside.substr(blank));
    const auto x = parse_number(inside.substr(0, blank));
    const auto y = parse_number(rest.substr(0, rest.find_first_of(" \t")));
    if (!x || !y) return std::nullopt;
    return RawPoint{*x, *y, true, false};
}

PlaceReading read_places(std::span<const RawPoint> points, const PlaceColumns& where,
                         const std::vector<std::string>& columns, const std::string& crs) {
    const bool has_own_shapes =
        std::any_of(points.begin(), points.end(), [](const RawPoint& point) { return point.is_placed; });
    if (has_own_shapes) {
        PlaceReading reading;
        reading.found_by = "the file's own shapes";
        reading.given = static_cast<std::size_t>(
            std::count_if(points.begin(), points.end(), [](const RawPoint& p) { return p.is_placed; }));
        reading.fitting = static_cast<std::size_t>(std::count_if(
            points.begin(), points.end(), [](const RawPoint& p) { return p.is_placed && is_on_rd_map(p.x, p.y); }));
        return reading;
    }
    PlaceReading reading;
    if (!crs.empty()) {
        reading = read_in_crs(points, crs);
    } else {
        reading.found_by = "the values";
        std::array<std::size_t, candidates.size()> fitting{};
        for (const auto& point : points) {
            if (!point.is_given) continue;
            ++reading.given;
            for (std::size_t i = 0; i < candidates.size(); ++i) fitting[i] += fits(candidates[i], point) ? 1 : 0;
        }
        const auto best = std::max_element(fitting.begin(), fitting.end());
        const Candidate& chosen = candidates[static_cast<std::size_t>(best - fitting.begin())];
        reading.fitting = *best;
        reading.crs = *best > 0 ? chosen.crs : where.claims_degrees ? wgs_84 : rd_new;
        reading.is_swapped = *best > 0 && chosen.is_swapped;
        reading.scale = *best > 0 ? chosen.scale : 1;
    }
    add_notes(reading, where, columns);
    return reading;
}

std::string nowhere_message(std::span<const RawPoint> points, const PlaceColumns& where,
                            const std::vector<std::string>& columns) {
    std::size_t given = 0, impossible = 0, possible_swapped = 0;
    double min_x = 0, max_x = 0, min_y = 0, max_y = 0;
    for (const auto& point : points) {
        if (!point.is_given) continue;
        min_x = given == 0 ? point.x : std::min(min_x, point.x);
        max_x = given == 0 ? point.x : std::max(max_x, point.x);
        min_y = given == 0 ? point.y : std::min(min_y, point.y);
        max_y = given == 0 ? point.y : std::max(max_y, point.y);
        ++given;
        if (std::abs(point.y) > 90 && std::abs(point.y) <= 180) ++impossible;
        if (std::abs(point.x) <= 90) ++possible_swapped;
    }
    const std::string names = names_of(where, columns);
    if (given == 0) return fmt::format("no row has coordinates: {} hold no numbers", names);
    std::string text = fmt::format("nothing lies in the Netherlands: {} run from {} to {} and from {} to {}", names,
                                   number_text(min_x), number_text(max_x), number_text(min_y), number_text(max_y));
    const bool looks_swapped = impossible * 2 > given && possible_swapped * 2 > given;
    if (looks_swapped)
        text +=
            "; the axes look swapped (latitudes beyond 90 degrees), but the other way round it lies outside the "
            "Netherlands and the region too";
    if (!where.are_found()) return text + "; the file's own CRS may be wrong: say which with crs = \"EPSG:...\"";
    return text +
           "; name the right columns with columns = { x = \"...\", y = \"...\" } or the CRS with crs = \"EPSG:...\"";
}

Placer::Placer(const PlaceReading& reading) : reading_(reading) {
    if (reading_.crs != rd_new) projector_ = std::make_unique<Projector>(reading_.crs);
}

std::optional<MapPoint> Placer::at(const RawPoint& raw) const {
    if (!raw.is_given) return std::nullopt;
    std::optional<MapPoint> point;
    if (raw.is_placed) {
        point = MapPoint{raw.x, raw.y};
    } else {
        const double x = (reading_.is_swapped ? raw.y : raw.x) * reading_.scale;
        const double y = (reading_.is_swapped ? raw.x : raw.y) * reading_.scale;
        point = projector_ ? projector_->forward(x, y) : MapPoint{x, y};
    }
    if (point && !is_on_rd_map(point->x, point->y)) return std::nullopt;
    return point;
}

std::string Placer::why_not(const RawPoint& raw) const {
    if (!raw.is_given) return "it has no coordinates";
    const bool fits_swapped = at({raw.y, raw.x, true, raw.is_placed}).has_value();
    return fmt::format("{}, {} lies outside the Netherlands{}", number_text(raw.x), number_text(raw.y),
                       fits_swapped ? "; the axes of this row look swapped" : "");
}

std::string Placer::operation() const { return projector_ ? projector_->operation() : std::string{}; }

}  // namespace baken
