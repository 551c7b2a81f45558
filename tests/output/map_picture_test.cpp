#include "output/map_areas.hpp"
#include "output/map_clip.hpp"
#include "output/map_frame.hpp"
#include "output/map_notes.hpp"
#include "output/map_picture.hpp"
#include "output/map_roads.hpp"
#include "output/text_width.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <set>

using namespace baken;
using namespace baken::test;

namespace {

bool says_it(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

std::size_t count_of(const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

/// A place at a crossing of two roads, with one event of each kind and one far away.
Project crossing() {
    Project project;
    project.settings.name = "Proef";
    project.settings.language = Language::nl;
    project.region.edit().municipalities = {
        Municipality{{"GM1"}, "Heumen", {Polygon{{{0, 0}, {2000, 0}, {2000, 4000}, {0, 4000}, {0, 0}}, {}}}, {}},
        Municipality{
            {"GM2"}, "Wijchen", {Polygon{{{2000, 0}, {4000, 0}, {4000, 4000}, {2000, 4000}, {2000, 0}}, {}}}, {}}};
    project.region.edit().roads = {
        RoadSegment{"1", "Rijksweg N271", RoadManager::province, {{500, 1000}, {1000, 1000}}},
        RoadSegment{"2", "Rijksweg N271", RoadManager::province, {{1000, 1000}, {1500, 1000}}},
        RoadSegment{"3", "Kerkstraat", RoadManager::municipality, {{1000, 700}, {1000, 1300}}}};
    const auto accident = [&](Outcome outcome, MapPoint at) {
        Accident one;
        one.outcome = outcome;
        one.at = at;
        one.street = "Dorpsstraat";
        project.region.edit().accidents.push_back(one);
    };
    accident(Outcome::fatal, {960, 1010});
    accident(Outcome::injury, {1040, 990});
    accident(Outcome::damage_only, {1000, 940});
    accident(Outcome::damage_only, {1900, 1000});
    Complaint complaint;
    complaint.at = {930, 960};
    complaint.category = "secret words";
    project.region.edit().complaints.push_back(complaint);
    Hotspot hotspot;
    hotspot.name = "Rijksweg N271, Heumen";
    hotspot.rank = 2;
    hotspot.at = {1000, 1000};
    hotspot.accident_rows = {0, 1, 2, 3};
    hotspot.complaint_rows = {0};
    project.hotspots = {hotspot};
    return project;
}

MapPicture near_view(const Project& project) {
    return {.view = around(project.hotspots.front().at, Metres(130)),
            .width = 440,
            .height = 330,
            .hotspot = 0,
            .paper_width = 116};
}

}  // namespace

TEST_CASE("a line is cut where it leaves the box, and goes on where it comes back") {
    const Box box{0, 0, 10, 10};
    const MultiLine pieces = clipped({{-5, 5}, {5, 5}, {5, 15}, {8, 15}, {8, 5}}, box);
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0] == Line{{0, 5}, {5, 5}, {5, 10}});
    CHECK(pieces[1] == Line{{8, 10}, {8, 5}});
    CHECK(clipped({{-5, -1}, {15, -1}}, box).empty());
    CHECK(clipped({{2, 2}, {3, 3}}, box) == MultiLine{{{2, 2}, {3, 3}}});
}

TEST_CASE("an area is cut to the part that the box holds") {
    const Box box{0, 0, 10, 10};
    const Ring whole = clipped_ring({{-5, -5}, {15, -5}, {15, 15}, {-5, 15}, {-5, -5}}, box);
    double twice = 0;
    for (std::size_t i = 0; i + 1 < whole.size(); ++i)
        twice += whole[i].x * whole[i + 1].y - whole[i + 1].x * whole[i].y;
    CHECK(std::abs(twice) == 200);
    CHECK(whole.front() == whole.back());
    CHECK(clipped_ring({{20, 20}, {30, 20}, {30, 30}, {20, 20}}, box).empty());
}

TEST_CASE("the view is wholly in sight, in the middle, and north is up") {
    const MapFrame frame({0, 0, 100, 100}, 400, 200);
    CHECK(frame.metres_per_unit() == 0.5);
    CHECK(frame.ground().min_x == -50);
    CHECK(frame.ground().max_y == 100);
    CHECK(frame.place({50, 100}).y == 0);
    CHECK(frame.place({50, 50}).x == 200);
}

TEST_CASE("plates that stand askew take the room that they cover and no more") {
    CHECK(overlap({{0, 0}, 10, 2, 0}, {{0, 0}, 10, 2, 90}));
    CHECK_FALSE(overlap({{0, 0}, 10, 2, 45}, {{5, -1}, 4, 2, 0}));
    CHECK(overlap({{0, 0}, 10, 2, 45}, {{3, 3}, 2, 2, 0}));
    MapRoom room(100, 100);
    CHECK(room.take({{50, 50}, 20, 10, 30}));
    CHECK_FALSE(room.take({{55, 50}, 20, 10, 30}));
    CHECK_FALSE(room.take({{2, 50}, 20, 10, 0}));  // over the edge
    CHECK(room.take({{50, 80}, 20, 10, 0}));
}

TEST_CASE("pieces of one road become one line, and a fork stays a fork") {
    const MultiLine one = joined_lines({{{0, 0}, {10, 0}}, {{20, 0}, {10, 0}}, {{20, 0}, {30, 0}}});
    REQUIRE(one.size() == 1);
    CHECK(one.front().size() == 4);
    CHECK(std::set<double>{one.front().front().x, one.front().back().x} == std::set<double>{0, 30});
    CHECK(joined_lines({{{0, 0}, {10, 0}}, {{10, 0}, {20, 5}}, {{10, 0}, {20, -5}}}).size() == 3);
}

TEST_CASE("a scale bar is round and a scale reads as it is written") {
    CHECK(round_length(64) == 50);
    CHECK(round_length(199) == 100);
    CHECK(round_length(2600) == 2000);
    CHECK(scale_text(2500, Language::nl) == "1:2.500");
    CHECK(scale_text(2500, Language::en) == "1:2,500");
    CHECK(scale_text(27341, Language::nl) == "1:27.000");
    CHECK(scale_text(1234567, Language::nl) == "1:1.200.000");
}

TEST_CASE("words are measured by their letters and cut between them") {
    CHECK(text_width("iiii", 10) < text_width("mmmm", 10));
    CHECK(text_width("\u00e9", 10) == Approx(text_width("\u00e8", 10)));
    CHECK(shortened("Nijmeegsebaan", 20) == "Nijmeegsebaan");
    CHECK(shortened("Nijmeegsebaan", 6) == "Nijme\u2026");
    CHECK(shortened("\u00e9\u00e9\u00e9\u00e9", 3) == "\u00e9\u00e9\u2026");
    CHECK(shortened("abc def", 5) == "abc\u2026");
}

TEST_CASE("a near map has the events by shape, the names of the roads and the scale on paper") {
    const Project project = crossing();
    const std::string map = map_picture(project, near_view(project));
    CHECK(says_it(map, ">Rijksweg N271<"));
    CHECK(says_it(map, ">Kerkstraat<"));
    CHECK(says_it(map, ">1 dodelijk<"));
    CHECK(says_it(map, ">1 letsel<"));
    CHECK(says_it(map, ">1 alleen schade<"));
    CHECK(says_it(map, ">1 klacht<"));
    CHECK(says_it(map, ">1 buiten de kaart<"));
    CHECK(says_it(map, "50 m \u00b7 1:3.000"));  // 347 m on 116 mm
    CHECK(says_it(map, "<title>Kaart van Rijksweg N271, Heumen"));
    CHECK_FALSE(says_it(map, "secret"));
    CHECK(map == map_picture(project, near_view(project)));
}

TEST_CASE("a name that finds no room on its road is left out") {
    Project project = crossing();
    project.region.edit().roads[2].name = std::string(120, 'm');
    CHECK_FALSE(says_it(map_picture(project, near_view(project)), std::string(120, 'm')));
}

TEST_CASE("a map without roads says so, and names the streets of the register instead") {
    Project project = crossing();
    project.region.edit().roads.clear();
    const std::string map = map_picture(project, near_view(project));
    CHECK(says_it(map, "Geen wegen in het project"));
    CHECK(says_it(map, ">Dorpsstraat<"));
    CHECK(road_names_in(project, around({1000, 1000}, Metres(100)), {1000, 1000}) ==
          std::vector<std::string>{"Dorpsstraat"});
}

TEST_CASE("roads are named from the nearest on") {
    const Project project = crossing();
    CHECK(road_names_in(project, around({1000, 1100}, Metres(150)), {1000, 1100}) ==
          std::vector<std::string>{"Kerkstraat", "Rijksweg N271"});
}

TEST_CASE("the map of the region names its municipalities and keeps to the main roads") {
    const Project project = crossing();
    const std::string map = map_picture(project, {.view = whole_region(project), .width = 320, .height = 320});
    CHECK(says_it(map, ">Heumen<"));
    CHECK(says_it(map, ">Wijchen<"));
    CHECK_FALSE(says_it(map, ">Kerkstraat<"));
    CHECK_FALSE(says_it(map, "1:"));
}

TEST_CASE("rejected hotspots are on no map, and discs that find no room become dots") {
    Project project = sample_project();
    const MapPicture asked{.view = whole_region(project), .width = 700, .height = 420, .has_legend = false};
    const auto circles = [&] { return count_of(map_picture(project, asked), "<circle"); };
    CHECK(circles() == 30);  // 36 places of which 6 are rejected
    for (Hotspot& hotspot : project.hotspots) hotspot.status = "rejected";
    CHECK(circles() == 0);
}

TEST_CASE("hostile names and empty projects make a map all the same") {
    const Project project = sample_project();
    for (std::size_t i = 0; i < project.hotspots.size(); ++i) {
        const std::string map = map_picture(
            project,
            {.view = around(project.hotspots[i].at, Metres(150)), .hotspot = i, .municipality = 2, .has_checks = true});
        CHECK_FALSE(says_it(map, "<N322>"));
        CHECK_FALSE(says_it(map, "Hof <b>"));
    }
    Project nothing;
    CHECK(says_it(map_picture(nothing, {.view = whole_region(nothing), .hotspot = 7}), "</svg>"));
    CHECK(says_it(map_picture(nothing, {.view = {5, 5, 5, 5}}), "</svg>"));
}
