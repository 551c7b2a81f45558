#include "synth/geojson.hpp"

#include <fmt/format.h>

#include <iterator>

namespace baken {

namespace {

/// Names of the facts hold no character that JSON would have to escape but these.
std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

/// GeoJSON wants outer rings against the clock (RFC 7946).
bool is_clockwise(const Ring& ring) {
    double twice_area = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice_area += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
    return twice_area < 0;
}

std::string coordinates(const std::vector<MapPoint>& points, const PlaceOnEarth& to_earth) {
    std::string text = "[";
    for (const MapPoint point : points) {
        const LonLat at = to_earth(point);
        fmt::format_to(std::back_inserter(text), "{}[{:.8f},{:.8f}]", text.size() > 1 ? "," : "", at.lon, at.lat);
    }
    return text + ']';
}

constexpr std::string_view head =
    "{{\"type\":\"FeatureCollection\",\"name\":\"{}\",\"description\":\"synthetic and schematic: not for any "
    "conclusion about real "
    "places\",\"features\":[\n";

std::string_view manager_name(RoadManager manager) {
    switch (manager) {
        case RoadManager::national: return "Rijk";
        case RoadManager::province: return "Provincie";
        case RoadManager::municipality: return "Gemeente";
        case RoadManager::water_board: return "Waterschap";
        case RoadManager::other: return "Overig";
    }
    return "";
}

}  // namespace

std::string municipalities_geojson(const Facts& facts, const PlaceOnEarth& to_earth) {
    std::string text = fmt::format(head, "gemeenten");
    for (std::size_t i = 0; i < facts.municipalities.size(); ++i) {
        const FactMunicipality& municipality = facts.municipalities[i];
        Ring ring = municipality.area.front().outer;
        if (is_clockwise(ring)) ring = Ring(ring.rbegin(), ring.rend());
        fmt::format_to(std::back_inserter(text),
                       "{}{{\"type\":\"Feature\",\"properties\":{{\"statcode\":{},\"statnaam\":{},\"schematic\":true}},"
                       "\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{}]}}}}",
                       i > 0 ? ",\n" : "", json_text(municipality.code), json_text(municipality.name),
                       coordinates(ring, to_earth));
    }
    return text + "\n]}\n";
}

std::string roads_geojson(const SynthNetwork& network, const PlaceOnEarth& to_earth) {
    std::string text = fmt::format(head, "wegen");
    for (std::size_t i = 0; i < network.sections.size(); ++i) {
        const SynthSection& section = network.sections[i];
        const SynthStreet& street = network.streets[section.street];
        fmt::format_to(std::back_inserter(text),
                       "{}{{\"type\":\"Feature\",\"properties\":{{\"wvk_id\":{},\"stt_naam\":{},\"wegbeheerder\":\"{}"
                       "\",\"maximum_snelheid\":{},"
                       "\"schematic\":true}},\"geometry\":{{\"type\":\"LineString\",\"coordinates\":{}}}}}",
                       i > 0 ? ",\n" : "", section.id, json_text(street.name), manager_name(street.manager),
                       street.limit, coordinates(section.line, to_earth));
    }
    return text + "\n]}\n";
}

}  // namespace baken
