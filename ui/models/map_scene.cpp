#include "ui/models/map_scene.hpp"

#include "geo/core/measure.hpp"
#include "ui/models/speech.hpp"

#include <algorithm>
#include <tuple>

namespace baken {

namespace {

bool in_period(const std::optional<Date>& day, const EventFilter& filter) {
    return !day || ((!filter.from || *day >= *filter.from) && (!filter.to || *day <= *filter.to));
}

bool passes(const Accident& a, const EventFilter& filter) {
    return (!filter.municipality || a.municipality == *filter.municipality) &&
           (filter.years.empty() || std::count(filter.years.begin(), filter.years.end(), a.year) > 0) &&
           (!filter.road_manager || a.road_manager == filter.road_manager) && in_period(a.date, filter);
}

bool passes(const Complaint& c, const EventFilter& filter) {
    return (!filter.municipality || c.municipality == *filter.municipality) &&
           (!filter.theme || c.theme == *filter.theme) && in_period(c.date, filter);
}

bool has_point(const Accident& a) { return a.link == LinkLevel::exact || a.link == LinkLevel::junction; }

/// The centroid and the points of a grid, as far as they lie inside, by their distance to the centroid.
std::vector<MapPoint> label_points(const MultiPolygon& area) {
    constexpr int steps = 9;
    const Box box = bounding_box(area);
    const MapPoint middle = centroid(area);
    std::vector<MapPoint> points{middle};
    for (int i = 1; i < steps; ++i)
        for (int k = 1; k < steps; ++k)
            points.push_back(
                {box.min_x + (box.max_x - box.min_x) * i / steps, box.min_y + (box.max_y - box.min_y) * k / steps});
    std::erase_if(points, [&](MapPoint p) { return !contains(area, p); });
    std::stable_sort(points.begin(), points.end(),
                     [&](MapPoint a, MapPoint b) { return squared_distance(a, middle) < squared_distance(b, middle); });
    return points;
}

std::shared_ptr<const std::vector<MapArea>> areas_of(const Region& region) {
    auto areas = std::make_shared<std::vector<MapArea>>();
    for (std::uint32_t row = 0; row < region.municipalities.size(); ++row) {
        const Municipality& m = region.municipalities[row];
        if (!m.area.empty()) areas->push_back({row, to_qt(m.name), bounding_box(m.area), label_points(m.area)});
    }
    return areas;
}

RoadClass class_of(const RoadSegment& road) {
    if (!road.manager) return RoadClass::municipality;
    switch (*road.manager) {
        case RoadManager::national: return RoadClass::national;
        case RoadManager::province: return RoadClass::province;
        case RoadManager::water_board: return RoadClass::water_board;
        case RoadManager::municipality: return RoadClass::municipality;
        case RoadManager::other: break;
    }
    return RoadClass::other;
}

std::shared_ptr<const MapRoads> roads_of(const Region& region) {
    auto roads = std::make_shared<MapRoads>();
    for (std::uint32_t row = 0; row < region.roads.size(); ++row) {
        const RoadSegment& road = region.roads[row];
        if (road.line.size() < 2) continue;
        roads->by_class[static_cast<std::size_t>(class_of(road))].push_back(
            {row, bounding_box(road.line), to_qt(road.name)});
        roads->vertices += road.line.size();
    }
    return roads;
}

void add_accidents(MapScene& scene) {
    std::vector<MapPoint> points;
    std::vector<std::uint8_t> kinds;
    auto rows = std::make_shared<std::vector<std::uint32_t>>();
    const auto& all = scene.region->accidents;
    for (std::uint32_t row = 0; row < all.size(); ++row) {
        if (!passes(all[row], scene.filter)) continue;
        if (!has_point(all[row])) {
            ++scene.accidents_without_point;
            continue;
        }
        points.push_back(all[row].at);
        kinds.push_back(static_cast<std::uint8_t>(all[row].outcome));
        rows->push_back(row);
    }
    scene.accidents = std::make_shared<PointCloud>(points, kinds);
    scene.accident_rows = std::move(rows);
}

void add_complaints(MapScene& scene) {
    std::vector<MapPoint> points;
    auto rows = std::make_shared<std::vector<std::uint32_t>>();
    const auto& all = scene.region->complaints;
    for (std::uint32_t row = 0; row < all.size(); ++row) {
        if (!passes(all[row], scene.filter)) continue;
        points.push_back(all[row].at);
        rows->push_back(row);
    }
    scene.complaints = std::make_shared<PointCloud>(points, std::vector<std::uint8_t>{});
    scene.complaint_rows = std::move(rows);
}

Box extent_of(const MapScene& scene) {
    std::vector<MapPoint> corners;
    for (const auto& area : *scene.areas) {
        corners.push_back({area.box.min_x, area.box.min_y});
        corners.push_back({area.box.max_x, area.box.max_y});
    }
    if (corners.empty())  // a project that was saved without its boundaries
        for (const auto& hotspot : scene.hotspots) corners.push_back(hotspot.at);
    return corners.empty() ? Box{} : bounding_box(corners);
}

std::vector<MapPoint> events_of(const Hotspot& hotspot, const Region& region) {
    std::vector<MapPoint> events;
    for (const auto row : hotspot.accident_rows)
        if (row < region.accidents.size() && has_point(region.accidents[row]))
            events.push_back(region.accidents[row].at);
    for (const auto row : hotspot.complaint_rows)
        if (row < region.complaints.size()) events.push_back(region.complaints[row].at);
    return events;
}

/// Convex hull by Andrew's monotone chain, not closed.
Line hull_of(std::vector<MapPoint> points) {
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return points;
    const auto turns_left = [](MapPoint a, MapPoint b, MapPoint c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
    };
    Line hull;
    const auto add_side = [&](auto first, auto last) {
        const std::size_t base = hull.size();
        for (auto p = first; p != last; ++p) {
            while (hull.size() >= base + 2 && !turns_left(hull[hull.size() - 2], hull.back(), *p)) hull.pop_back();
            hull.push_back(*p);
        }
        hull.pop_back();  // the first of the other side
    };
    add_side(points.begin(), points.end());
    add_side(points.rbegin(), points.rend());
    return hull;
}

MapHotspot drawn(const Hotspot& h, const Region& region) {
    MapHotspot out{.id = h.id,
                   .municipality = h.municipality,
                   .municipality_name = {},
                   .rank = h.rank,
                   .rank_best = h.rank_best,
                   .rank_worst = h.rank_worst,
                   .name = to_qt(h.name),
                   .at = h.at,
                   .accidents = h.accidents,
                   .fatal = h.fatal,
                   .injury = h.injury,
                   .complaints = h.complaints,
                   .complainants = h.complainants,
                   .expected = h.expected,
                   .prob_above = h.prob_above,
                   .length = h.length,
                   .spread = {},
                   .events = events_of(h, region),
                   .quadrant = h.quadrant,
                   .status = h.status,
                   .enforceable = h.enforceable,
                   .reason = to_qt(h.reason)};
    if (h.municipality < region.municipalities.size())
        out.municipality_name = to_qt(region.municipalities[h.municipality].name);
    if (h.length > 0) out.spread = hull_of(out.events);
    return out;
}

void add_hotspots(MapScene& scene, const Project& project, const MapFilter& filter) {
    for (const auto& h : project.hotspots)
        if (!filter.hotspot || filter.hotspot(h)) scene.hotspots.push_back(drawn(h, *project.region));
    std::sort(scene.hotspots.begin(), scene.hotspots.end(), [](const MapHotspot& a, const MapHotspot& b) {
        return std::tie(a.rank, a.municipality, a.id) < std::tie(b.rank, b.municipality, b.id);
    });
}

void add_checks(MapScene& scene, const Project& project, const MapFilter& filter) {
    for (const auto& c : project.plan.checks) {
        if (c.hotspot >= project.hotspots.size() || (filter.check && !filter.check(c))) continue;
        const Hotspot& place = project.hotspots[c.hotspot];
        MapCheck out{.id = c.id, .hotspot = place.id, .at = place.at, .place = to_qt(place.name), .crew = {}};
        if (c.crew < project.settings.crews.size()) out.crew = to_qt(project.settings.crews[c.crew].name);
        out.date = c.date;
        out.start = c.start;
        out.end = c.end;
        out.theme = c.theme;
        out.kind = c.kind;
        out.status = c.status;
        out.is_locked = c.is_locked;
        scene.checks.push_back(std::move(out));
    }
    std::sort(scene.checks.begin(), scene.checks.end(), [](const MapCheck& a, const MapCheck& b) {
        return std::tie(a.date, a.start, a.id) < std::tie(b.date, b.start, b.id);
    });
}

MapNeed need_of(const Project& project) {
    if (!project.hotspots.empty()) return MapNeed::nothing;
    if (project.region->municipalities.empty()) return MapNeed::region;
    if (project.region->accidents.empty() && project.region->complaints.empty()) return MapNeed::events;
    return MapNeed::hotspots;
}

}  // namespace

MapScene map_scene(const Project& project, const MapFilter& filter, const MapScene& before) {
    MapScene scene;
    scene.region = project.region;
    scene.chosen = filter.chosen;
    scene.filter = filter.events;
    const bool is_same_region = &*before.region == &*project.region;
    scene.areas = is_same_region ? before.areas : areas_of(*project.region);
    scene.roads = is_same_region ? before.roads : roads_of(*project.region);
    if (is_same_region && before.filter == filter.events && before.accident_rows) {
        scene.accidents = before.accidents;
        scene.complaints = before.complaints;
        scene.accident_rows = before.accident_rows;
        scene.complaint_rows = before.complaint_rows;
        scene.accidents_without_point = before.accidents_without_point;
    } else {
        add_accidents(scene);
        add_complaints(scene);
    }
    scene.findings =
        is_same_region && &*before.findings->found == &*project.findings ? before.findings : map_findings(project);
    add_hotspots(scene, project, filter);
    add_checks(scene, project, filter);
    scene.extent = extent_of(scene);
    scene.need = need_of(project);
    return scene;
}

const MapHotspot* MapScene::hotspot(const HotspotId& id) const {
    const auto at = std::find_if(hotspots.begin(), hotspots.end(), [&](const auto& h) { return h.id == id; });
    return at == hotspots.end() ? nullptr : &*at;
}

const MapCheck* MapScene::check(const CheckId& id) const {
    const auto at = std::find_if(checks.begin(), checks.end(), [&](const auto& c) { return c.id == id; });
    return at == checks.end() ? nullptr : &*at;
}

}  // namespace baken
