#include "ui/models/map_scene.hpp"

#include "support/catch.hpp"
#include "support/sample_project.hpp"
#include "ui/models/map_words.hpp"

#include <algorithm>

using namespace baken;

TEST_CASE("a scene holds what has a place: accidents tied to a street or less are counted, not drawn") {
    const MapScene scene = map_scene(test::sample_project());
    // Of the 70 accidents of each of six municipalities every eleventh, from the first on, is tied to its street only.
    CHECK(scene.accidents->size() == 6 * (70 - 7));
    CHECK(scene.accidents_without_point == 6 * 7);
    CHECK(scene.complaints->size() == 6 * 25);
    CHECK(scene.hotspots.size() == 36);
    CHECK(scene.checks.size() == 24);
    CHECK(scene.areas->size() == 6);
    CHECK(scene.need == MapNeed::nothing);
    CHECK(std::is_sorted(scene.hotspots.begin(), scene.hotspots.end(),
                         [](const auto& a, const auto& b) { return a.rank < b.rank; }));
}

TEST_CASE("a filter of events leaves the others out, and rows still name the region's") {
    const Project project = test::sample_project();
    const MapScene scene =
        map_scene(project, {.events = {.municipality = 2, .years = {2023}, .theme = Theme::lighting}});
    std::size_t expected = 0;
    for (const auto& a : project.region->accidents)
        expected += a.municipality == 2 && a.year == 2023 && a.link != LinkLevel::street;
    CHECK(scene.accidents->size() == expected);
    for (const auto row : *scene.accident_rows) CHECK(project.region->accidents[row].municipality == 2);
    for (const auto row : *scene.complaint_rows) CHECK(project.region->complaints[row].theme == Theme::lighting);
    CHECK(scene.complaints->size() > 0);
}

TEST_CASE("a period leaves complaints outside it out and keeps those without a date") {
    const Project project = test::sample_project();
    MapFilter filter;
    filter.events.from = make_date(2026, 6, 1);
    filter.events.to = make_date(2026, 6, 30);
    const MapScene scene = map_scene(project, filter);
    std::size_t expected = 0;
    for (const auto& c : project.region->complaints)
        expected += !c.date || (*c.date >= make_date(2026, 6, 1) && *c.date <= make_date(2026, 6, 30));
    CHECK(scene.complaints->size() == expected);
    CHECK(expected < project.region->complaints.size());
}

TEST_CASE("after an edit of the review the indices of events and roads are those of before") {
    Project project = test::sample_project();
    const MapScene before = map_scene(project);
    project.hotspots[0].status = "rejected";
    const MapScene after = map_scene(project, {}, before);
    CHECK(after.accidents == before.accidents);
    CHECK(after.roads == before.roads);
    REQUIRE(after.hotspot(project.hotspots[0].id));
    CHECK(after.hotspot(project.hotspots[0].id)->status == "rejected");
    project.region.edit().complaints.clear();
    CHECK(map_scene(project, {}, after).complaints->empty());
}

TEST_CASE("filters of hotspots and checks decide what is drawn") {
    MapFilter filter;
    filter.hotspot = [](const Hotspot& h) { return h.rank == 1; };
    filter.check = [](const Check& c) { return c.kind == CheckKind::dark_days; };
    const MapScene scene = map_scene(test::sample_project(), filter);
    CHECK(scene.hotspots.size() == 6);
    CHECK(scene.checks.size() == 6);
    CHECK(scene.need == MapNeed::nothing);
}

TEST_CASE("the spread of a hotspot is the hull of its events") {
    Project project = test::sample_project();
    Region& region = project.region.edit();
    region.accidents.resize(5);
    const std::vector<MapPoint> places{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {50, 60}};
    for (std::size_t i = 0; i < 5; ++i) {
        region.accidents[i].at = places[i];
        region.accidents[i].link = LinkLevel::exact;
    }
    project.hotspots[0].accident_rows = {0, 1, 2, 3, 4};
    project.hotspots[0].complaint_rows = {};
    const MapScene scene = map_scene(project);
    Line spread = scene.hotspot(project.hotspots[0].id)->spread;
    std::sort(spread.begin(), spread.end());
    CHECK(spread == Line{{0, 0}, {0, 100}, {100, 0}, {100, 100}});
}

TEST_CASE("the scene knows what is missing, and the map says how to begin") {
    const Speech say(Language::nl);
    Project project;
    CHECK(map_scene(project).need == MapNeed::region);
    CHECK(need_words(MapNeed::region, say).contains("demoregio"));
    project = test::sample_project();
    project.hotspots.clear();
    project.plan = {};
    CHECK(map_scene(project).need == MapNeed::hotspots);
    project.region.edit().accidents.clear();
    project.region.edit().complaints.clear();
    CHECK(map_scene(project).need == MapNeed::events);
    CHECK(need_words(MapNeed::nothing, say).isEmpty());
}

TEST_CASE("lengths are nice and written in the locale") {
    CHECK(nice_length(1) == 1);
    CHECK(nice_length(4.9) == 2);
    CHECK(nice_length(999) == 500);
    CHECK(nice_length(1000) == 1000);
    const Speech nl(Language::nl), en(Language::en);
    CHECK(length_words(850, nl) == "850 m");
    CHECK(length_words(2400, nl) == QStringLiteral("2,40 km"));
    CHECK(length_words(2400, en) == QStringLiteral("2.40 km"));
    CHECK(length_words(5000, nl) == "5 km");
    CHECK(place_words({187432.4, 428310.6}, nl) == "RD 187.432  428.311");
}

TEST_CASE("names are written as text in tips, however they look") {
    const MapScene scene = map_scene(test::sample_project());
    const Speech say(Language::en);
    bool has_nasty = false;
    for (const auto& h : scene.hotspots) {
        if (!h.name.contains('<')) continue;
        has_nasty = true;
        CHECK(hotspot_tip(h, say).contains("&lt;"));
        CHECK(hotspot_line(h, say).contains('<'));
    }
    CHECK(has_nasty);
}
