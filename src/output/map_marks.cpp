#include "output/map_marks.hpp"

#include "geo/core/measure.hpp"
#include "output/ink.hpp"
#include "output/map_clip.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace baken {

namespace {

constexpr double mark_size = 7, mark_step = 8.4;
/// More marks than these on one place would hide the map.
constexpr int most_marks = 14;
constexpr double extent_margin = 14;  ///< metres around the outer events

std::string points_of(const std::vector<Spot>& spots) {
    std::string text;
    for (const Spot s : spots) text += (text.empty() ? "" : " ") + svg_number(s.x) + "," + svg_number(s.y);
    return text;
}

MapMark mark_of(Outcome outcome) {
    return outcome == Outcome::fatal    ? MapMark::fatal
           : outcome == Outcome::injury ? MapMark::injury
                                        : MapMark::damage_only;
}

/// A street or municipality level row has a point that says nothing.
bool has_place(const Accident& accident) {
    return accident.link == LinkLevel::exact || accident.link == LinkLevel::junction;
}

struct Placed {
    MapPoint at;
    MapMark mark;
};

std::vector<Placed> placed_events(const Project& project, const Hotspot& hotspot, int& without_place) {
    std::vector<Placed> events;
    for (const std::uint32_t row : hotspot.accident_rows) {
        if (row >= project.region->accidents.size()) continue;
        const Accident& accident = project.region->accidents[row];
        if (has_place(accident))
            events.push_back({accident.at, mark_of(accident.outcome)});
        else
            ++without_place;
    }
    for (const std::uint32_t row : hotspot.complaint_rows)
        if (row < project.region->complaints.size())
            events.push_back({project.region->complaints[row].at, MapMark::complaint});
    return events;
}

/// Andrew's monotone chain, counter-clockwise; fewer than three points stay as they are.
std::vector<MapPoint> hull_of(std::vector<MapPoint> points) {
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return points;
    const auto turns_left = [](MapPoint a, MapPoint b, MapPoint c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
    };
    std::vector<MapPoint> hull;
    for (int side = 0; side < 2; ++side) {
        const std::size_t first = hull.size();
        for (const MapPoint p : points) {
            while (hull.size() >= first + 2 && !turns_left(hull[hull.size() - 2], hull.back(), p)) hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

/// Places around a point in rings of six, twelve, eighteen: as close as marks of one step can stand.
Spot around(Spot middle, int index) {
    if (index == 0) return middle;
    int ring = 1, first = 1;
    while (index >= first + 6 * ring) first += 6 * ring++;
    const double angle = 2 * std::numbers::pi * (index - first) / (6 * ring) - std::numbers::pi / 2;
    return {middle.x + mark_step * ring * std::cos(angle), middle.y + mark_step * ring * std::sin(angle)};
}

SvgAttributes white_edge(SvgAttributes attributes) {
    attributes.emplace_back("stroke", std::string(ink::surface));
    attributes.emplace_back("stroke-width", "0.9");
    attributes.emplace_back("stroke-linejoin", "round");
    return attributes;
}

}  // namespace

std::string_view colour_of(MapMark mark) {
    switch (mark) {
        case MapMark::fatal: return ink::fatal;
        case MapMark::injury: return ink::injury;
        case MapMark::damage_only: return ink::damage_only;
        case MapMark::complaint: return ink::complaint;
    }
    return ink::soft;
}

void draw_mark(Svg& picture, MapMark mark, Spot at, double size) {
    const double r = size / 2;
    const std::string fill(colour_of(mark));
    switch (mark) {
        case MapMark::fatal: {
            const double wide = r * 1.3;
            picture.shape(
                "polygon",
                white_edge(
                    {{"points",
                      points_of({{at.x, at.y - wide}, {at.x + wide, at.y}, {at.x, at.y + wide}, {at.x - wide, at.y}})},
                     {"fill", fill}}));
            return;
        }
        case MapMark::injury:
            picture.shape("polygon", white_edge({{"points", points_of({{at.x, at.y - r * 1.2},
                                                                       {at.x + r * 1.15, at.y + r * 0.85},
                                                                       {at.x - r * 1.15, at.y + r * 0.85}})},
                                                 {"fill", fill}}));
            return;
        case MapMark::damage_only:
            picture.shape(
                "circle",
                white_edge(
                    {{"cx", svg_number(at.x)}, {"cy", svg_number(at.y)}, {"r", svg_number(r * 0.85)}, {"fill", fill}}));
            return;
        case MapMark::complaint:
            picture.shape("rect", white_edge({{"x", svg_number(at.x - r * 0.85)},
                                              {"y", svg_number(at.y - r * 0.85)},
                                              {"width", svg_number(r * 1.7)},
                                              {"height", svg_number(r * 1.7)},
                                              {"fill", fill}}));
            return;
    }
}

void draw_extent(Svg& picture, const Project& project, const Hotspot& hotspot, const MapFrame& frame) {
    int ignored = 0;
    std::vector<MapPoint> points{hotspot.at};
    for (const Placed& event : placed_events(project, hotspot, ignored)) points.push_back(event.at);
    std::vector<MapPoint> hull = hull_of(std::move(points));
    const double margin = std::max(frame.units(extent_margin), 6.0);
    SvgAttributes look{{"fill", "#e8eefa"},
                       {"stroke", "#e8eefa"},
                       {"stroke-width", svg_number(2 * margin)},
                       {"stroke-linejoin", "round"},
                       {"stroke-linecap", "round"}};
    if (hull.size() < 3) {
        const Spot a = frame.place(hull.front()), b = frame.place(hull.back());
        look.insert(look.begin(), {"points", points_of({a, {b.x + 0.01, b.y}})});
        picture.shape("polyline", look);
        return;
    }
    hull.push_back(hull.front());
    std::vector<Spot> spots;
    for (const MapPoint p : clipped_ring(hull, frame.ground_and(4 * margin))) spots.push_back(frame.place(p));
    if (spots.empty()) return;
    look.insert(look.begin(), {"points", points_of(spots)});
    picture.shape("polygon", look);
}

DrawnEvents draw_events(Svg& picture, const Project& project, const Hotspot& hotspot, const MapFrame& frame,
                        MapRoom& room) {
    DrawnEvents drawn;
    // Events whose marks would cover each other share a place: a cell as wide as a mark.
    std::map<std::pair<long long, long long>, std::vector<Placed>> places;
    const double cell = mark_size * frame.metres_per_unit();
    for (const Placed& event : placed_events(project, hotspot, drawn.outside)) {
        if (!frame.ground().contains(event.at)) {
            ++drawn.outside;
            continue;
        }
        ++drawn.counts[static_cast<std::size_t>(event.mark)];
        places[{std::llround(event.at.y / cell), std::llround(event.at.x / cell)}].push_back(event);
    }
    for (auto& [key, events] : places) {
        std::stable_sort(events.begin(), events.end(),
                         [](const Placed& a, const Placed& b) { return a.mark < b.mark; });
        const Spot middle = frame.place(events.front().at);
        const auto count = static_cast<int>(events.size());
        if (count <= most_marks) {
            // The gravest in the middle and on top.
            for (int i = count - 1; i >= 0; --i)
                draw_mark(picture, events[static_cast<std::size_t>(i)].mark, around(middle, i), mark_size);
            const double across = mark_step * (count == 1 ? 1 : count <= 7 ? 3 : 5);
            room.occupy({middle, across, across, 0});
            continue;
        }
        double y = middle.y - mark_step;
        for (const MapMark mark : all_map_marks) {
            const auto here =
                std::count_if(events.begin(), events.end(), [&](const Placed& e) { return e.mark == mark; });
            if (here == 0) continue;
            draw_mark(picture, mark, {middle.x, y}, mark_size * 1.2);
            picture.text(middle.x + mark_size, y + 2.8, "\u00d7" + std::to_string(here),
                         {{"font-size", "8"}, {"font-weight", "bold"}, {"fill", std::string(ink::text)}});
            y += mark_step * 1.2;
        }
        room.occupy({{middle.x + mark_size, middle.y}, 5 * mark_step, 5 * mark_step, 0});
    }
    return drawn;
}

void draw_pin_foot(Svg& picture, const Hotspot& hotspot, const MapFrame& frame) {
    const Spot foot = frame.place(hotspot.at);
    for (const bool is_edge : {true, false})
        picture.shape("path", {{"d", "M" + svg_number(foot.x) + " " + svg_number(foot.y - 6) + "v-24"},
                               {"stroke", std::string(is_edge ? ink::surface : ink::accent)},
                               {"stroke-width", is_edge ? "4.4" : "2.2"}});
    picture.shape("circle", {{"cx", svg_number(foot.x)},
                             {"cy", svg_number(foot.y)},
                             {"r", "5.8"},
                             {"fill", std::string(ink::surface)},
                             {"stroke", std::string(ink::accent)},
                             {"stroke-width", "1.8"}});
}

void draw_pin_head(Svg& picture, const Hotspot& hotspot, const MapFrame& frame, MapRoom& room) {
    constexpr double r = 10;
    const Spot foot = frame.place(hotspot.at);
    const Spot head{foot.x, foot.y - 37};
    picture.shape("circle", {{"cx", svg_number(head.x)},
                             {"cy", svg_number(head.y)},
                             {"r", svg_number(r)},
                             {"fill", std::string(ink::accent)},
                             {"stroke", std::string(ink::surface)},
                             {"stroke-width", "1.4"}});
    const std::string rank = std::to_string(hotspot.rank);
    picture.text(head.x, head.y + 3.8, rank,
                 {{"text-anchor", "middle"},
                  {"font-size", rank.size() > 2 ? "8.5" : "11"},
                  {"font-weight", "bold"},
                  {"fill", std::string(ink::surface)}});
    room.occupy({{foot.x, foot.y - 20}, 2 * r + 2, 54, 0});
}

std::size_t draw_discs(Svg& picture, const Project& project, const DiscChoice& choice, const MapFrame& frame,
                       MapRoom& room) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < project.hotspots.size(); ++i) {
        const Hotspot& hotspot = project.hotspots[i];
        if (i != choice.but_not && hotspot.status != "rejected" && frame.ground().contains(hotspot.at))
            order.push_back(i);
    }
    const auto is_chosen = [&](const Hotspot& h) {
        return !choice.municipality || h.municipality == *choice.municipality;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Hotspot &one = project.hotspots[a], &other = project.hotspots[b];
        return std::tuple(!is_chosen(one), one.rank) < std::tuple(!is_chosen(other), other.rank);
    });
    const double r = choice.radius;
    std::vector<std::size_t> discs;
    for (const std::size_t i : order) {
        const Hotspot& hotspot = project.hotspots[i];
        const Spot at = frame.place(hotspot.at);
        if (room.take({at, 2 * r + 1, 2 * r + 1, 0})) {
            discs.push_back(i);
            continue;
        }
        picture.shape("circle", {{"cx", svg_number(at.x)},
                                 {"cy", svg_number(at.y)},
                                 {"r", svg_number(std::max(2.2, r * 0.3))},
                                 {"fill", std::string(is_chosen(hotspot) ? ink::accent : ink::soft)},
                                 {"stroke", std::string(ink::surface)},
                                 {"stroke-width", "0.8"}});
    }
    for (auto at = discs.rbegin(); at != discs.rend(); ++at) {
        const Hotspot& hotspot = project.hotspots[*at];
        const Spot spot = frame.place(hotspot.at);
        const bool is_strong = is_chosen(hotspot) && !choice.but_not;
        picture.shape("circle", {{"cx", svg_number(spot.x)},
                                 {"cy", svg_number(spot.y)},
                                 {"r", svg_number(r)},
                                 {"fill", std::string(is_strong ? ink::accent : ink::surface)},
                                 {"stroke", std::string(is_strong ? ink::surface : ink::soft)},
                                 {"stroke-width", "1.2"}});
        picture.text(spot.x, spot.y + r * 0.38, std::to_string(hotspot.rank),
                     {{"text-anchor", "middle"},
                      {"font-size", svg_number(hotspot.rank > 99 ? r * 0.85 : r * 1.1)},
                      {"font-weight", "bold"},
                      {"fill", std::string(is_strong ? ink::surface : ink::soft)}});
    }
    return order.size();
}

std::size_t draw_checks(Svg& picture, const Project& project, const MapFrame& frame, MapRoom& room) {
    std::map<std::size_t, int> at_place;
    for (const Check& check : project.plan.checks) {
        if (check.status == CheckStatus::cancelled || check.hotspot >= project.hotspots.size()) continue;
        const MapPoint place = project.hotspots[check.hotspot].at;
        if (!frame.ground().contains(place)) continue;
        const Spot at = frame.place(place);
        const double x = at.x + 8 + 8.0 * at_place[check.hotspot]++, y = at.y - 8;
        const bool is_done = check.status == CheckStatus::done;
        picture.shape("rect", {{"x", svg_number(x - 3)},
                               {"y", svg_number(y - 3)},
                               {"width", "6"},
                               {"height", "6"},
                               {"fill", std::string(is_done ? ink::check : ink::surface)},
                               {"stroke", std::string(ink::check)},
                               {"stroke-width", "1.5"}});
        room.occupy({{x, y}, 8, 8, 0});
    }
    std::size_t drawn = 0;
    for (const auto& [hotspot, count] : at_place) drawn += static_cast<std::size_t>(count);
    return drawn;
}

}  // namespace baken
