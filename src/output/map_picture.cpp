#include "output/map_picture.hpp"

#include "base/text.hpp"
#include "geo/core/measure.hpp"
#include "output/ink.hpp"
#include "output/map_areas.hpp"
#include "output/map_clip.hpp"
#include "output/map_findings.hpp"
#include "output/map_marks.hpp"
#include "output/map_notes.hpp"
#include "output/map_roads.hpp"
#include "output/text_width.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace baken {

namespace {

/// Streets as the accident register names them, each at the middle of its accidents in sight: what there is to go by
/// without a file of roads.
std::map<std::string, MapPoint> streets_of_accidents(const Region& region, const Box& box) {
    struct Sum {
        double x = 0, y = 0;
        int count = 0;
    };
    std::map<std::string, Sum> sums;
    for (const Accident& accident : region.accidents) {
        const bool has_place = accident.link == LinkLevel::exact || accident.link == LinkLevel::junction;
        if (accident.street.empty() || !has_place || !box.contains(accident.at)) continue;
        Sum& sum = sums[accident.street];
        sum.x += accident.at.x;
        sum.y += accident.at.y;
        ++sum.count;
    }
    std::map<std::string, MapPoint> streets;
    for (const auto& [name, sum] : sums) streets[name] = {sum.x / sum.count, sum.y / sum.count};
    return streets;
}

void draw_street_names(Svg& picture, const Region& region, const MapFrame& frame, MapRoom& room) {
    constexpr double size = 8;
    for (const auto& [name, at] : streets_of_accidents(region, frame.ground())) {
        const std::string words = shortened(name, 40);
        const Spot spot = frame.place(at);
        const double width = text_width(words, size);
        for (const double dy : {14.0, -12.0, 24.0, -34.0, 34.0, -44.0}) {
            if (!room.take({{spot.x, spot.y + dy}, width + 3, size * 1.2, 0})) continue;
            picture.text(spot.x, spot.y + dy + size * 0.36, words,
                         {{"text-anchor", "middle"},
                          {"font-size", svg_number(size)},
                          {"font-style", "italic"},
                          {"fill", std::string(ink::soft)}});
            break;
        }
    }
}

std::string what_is_missing(const Project& project, const std::vector<DrawnRoad>& roads, Language language) {
    if (project.region->roads.empty())
        return std::string(says(language, "Geen wegen in het project: de kaart toont plekken en gemeentegrenzen.",
                                "No roads in the project: the map shows places and boundaries."));
    if (roads.empty())
        return std::string(
            says(language, "Het wegenbestand heeft hier geen wegen.", "The road file has no roads here."));
    return {};
}

}  // namespace

Box around(MapPoint at, Metres reach) {
    return {at.x - reach.value, at.y - reach.value, at.x + reach.value, at.y + reach.value};
}

Box whole_region(const Project& project) {
    std::vector<MapPoint> corners;
    for (const Municipality& municipality : project.region->municipalities) {
        if (municipality.area.empty()) continue;
        const Box box = bounding_box(municipality.area);
        corners.push_back({box.min_x, box.min_y});
        corners.push_back({box.max_x, box.max_y});
    }
    if (corners.empty()) return around({155000, 463000}, Metres(1000));
    Box all = bounding_box(corners);
    const double margin = std::max(all.max_x - all.min_x, all.max_y - all.min_y) / 50;
    return {all.min_x - margin, all.min_y - margin, all.max_x + margin, all.max_y + margin};
}

std::string map_picture(const Project& project, const MapPicture& asked) {
    const Language language = project.settings.language;
    const Region& region = *project.region;
    const MapFrame frame(asked.view, asked.width, asked.height);
    MapRoom room(asked.width, asked.height);
    Svg picture(asked.width, asked.height, map_words(project, asked));
    const Hotspot* hotspot =
        asked.hotspot && *asked.hotspot < project.hotspots.size() ? &project.hotspots[*asked.hotspot] : nullptr;
    const auto roads = roads_in_sight(region, frame);
    const bool is_near = frame.metres_per_unit() < 4;

    draw_ground(picture, region, frame, asked.municipality);
    if (hotspot != nullptr) draw_extent(picture, project, *hotspot, frame);
    draw_roads(picture, roads, frame);
    LegendContent legend{.has_pin = hotspot != nullptr};
    if (asked.has_density) legend.densities = draw_density(picture, *project.findings, frame);
    if (asked.has_stretches) legend.has_stretches = draw_stretches(picture, *project.findings, frame) > 0;
    draw_boundaries(picture, region, frame, asked.municipality);
    draw_scale_bar(picture, frame, room, asked.paper_width, language);
    draw_north(picture, frame, room);

    // Names in the surface of a road come below the marks, and so are placed after the marks took their room: the
    // marks' shapes are kept apart until then.
    Svg marks(asked.width, asked.height, "");
    if (hotspot != nullptr) {
        draw_pin_foot(marks, *hotspot, frame);
        legend.events = draw_events(marks, project, *hotspot, frame, room);
        draw_pin_head(marks, *hotspot, frame, room);
    }
    if (asked.has_hotspots)
        legend.has_discs =
            draw_discs(
                marks, project,
                {.but_not = asked.hotspot, .municipality = asked.municipality, .radius = asked.width < 360 ? 7.0 : 8.0},
                frame, room) > 0;
    if (asked.has_stretches) draw_stretch_ranks(marks, *project.findings, frame, room);
    if (asked.has_checks) legend.has_checks = draw_checks(marks, project, frame, room) > 0;
    if (asked.has_legend) draw_legend(marks, frame, room, legend, language);
    if (is_near || hotspot != nullptr)
        if (const std::string missing = what_is_missing(project, roads, language); !missing.empty())
            draw_sentence(marks, frame, room, missing);
    if (!is_near || areas_in_sight(region, frame).size() > 1)
        draw_area_names(marks, region, frame, room, asked.municipality);
    if (asked.has_road_names) draw_road_names(picture, roads, frame, room);
    if (is_near && roads.empty()) draw_street_names(marks, region, frame, room);
    picture.add(marks);
    picture.shape("rect", {{"x", "0.5"},
                           {"y", "0.5"},
                           {"width", svg_number(asked.width - 1)},
                           {"height", svg_number(asked.height - 1)},
                           {"fill", "none"},
                           {"stroke", std::string(ink::line)}});
    return picture.done();
}

std::string map_words(const Project& project, const MapPicture& asked) {
    const Language language = project.settings.language;
    if (asked.hotspot && *asked.hotspot < project.hotspots.size()) {
        const Hotspot& hotspot = project.hotspots[*asked.hotspot];
        return fmt::format(fmt::runtime(says(language, "Kaart van {} met de ongevallen en klachten van de locatie",
                                             "Map of {} with the accidents and complaints of the hotspot")),
                           shortened(hotspot.name, 80));
    }
    if (asked.municipality && *asked.municipality < project.region->municipalities.size())
        return fmt::format(fmt::runtime(says(language, "Kaart van {} met de aandachtslocaties op rang",
                                             "Map of {} with the hotspots by rank")),
                           shortened(project.region->municipalities[*asked.municipality].name, 80));
    if (asked.has_stretches || asked.has_density)
        return fmt::format(fmt::runtime(says(language, "Kaart van {} met de ongevallen langs de weg",
                                             "Map of {} with the accidents along the road")),
                           shortened(project.settings.name, 80));
    return fmt::format(fmt::runtime(says(language, "Kaart van {} met de aandachtslocaties op rang",
                                         "Map of {} with the hotspots by rank")),
                       shortened(project.settings.name, 80));
}

std::vector<std::string> road_names_in(const Project& project, const Box& box, MapPoint from) {
    std::map<std::string, double> nearest;
    const auto see = [&](const std::string& name, double squared) {
        if (name.empty()) return;
        const auto [at, is_new] = nearest.emplace(name, squared);
        if (!is_new) at->second = std::min(at->second, squared);
    };
    for (const RoadSegment& road : project.region->roads)
        for (const Line& piece : clipped(road.line, box))
            see(road.name, squared_distance(from, nearest_on(piece, from)));
    if (project.region->roads.empty())
        for (const auto& [name, at] : streets_of_accidents(*project.region, box)) see(name, squared_distance(from, at));
    std::vector<std::pair<std::string, double>> order(nearest.begin(), nearest.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<std::string> names;
    for (const auto& [name, squared] : order) names.push_back(name);
    return names;
}

}  // namespace baken
