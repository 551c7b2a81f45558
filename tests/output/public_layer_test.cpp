#include "output/public_layer.hpp"

#include "output/look.hpp"
#include "output/public_counts.hpp"
#include "output/public_names.hpp"
#include "output/public_times.hpp"
#include "output/public_world.hpp"
#include "support/catch.hpp"
#include "support/sample_project.hpp"

#include <algorithm>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

std::string cell(const FeatureTable& table, std::size_t row, const std::string& field) {
    return text_of(table.rows.at(row).values.at(table.field(field)));
}

Hotspot place(const Project& project, std::uint32_t m, int rank, const std::string& name, int accidents) {
    Hotspot hotspot;
    hotspot.id = {"H" + std::to_string(m) + std::to_string(rank)};
    hotspot.municipality = m;
    hotspot.rank = rank;
    hotspot.name = name;
    hotspot.at = middle_of(project, m, rank, rank);
    hotspot.at.x += 31.5;
    hotspot.accidents = accidents;
    hotspot.theme_weight[index_of(Theme::speed)] = 1;
    hotspot.theme_weight[index_of(Theme::lighting)] = 0.5;
    hotspot.theme_weight[index_of(Theme::seatbelt)] = 0.4;
    return hotspot;
}

Check check_on(std::size_t hotspot, Date day, int start) {
    Check check;
    check.id = {"C" + to_iso(day)};
    check.hotspot = hotspot;
    check.date = day;
    check.start = start;
    check.end = start + 120;
    return check;
}

std::vector<std::string> periods(const Project& project, std::size_t hotspot = 0) {
    std::vector<std::string> words;
    const PublicTimes times = public_times(project, project.settings.privacy.k);
    for (const MonthSpan& span : times.of(hotspot).periods) words.push_back(name_of(span, Language::nl));
    return words;
}

/// One place, one crew on all days, blocks of the product.
Project one_place() {
    Project project = bare_project(1, 20, 20, 5);
    project.hotspots = {place(project, 0, 1, "Dorpsstraat, Dorp", 30)};
    project.settings.crews = {CrewSettings{.name = "Team"}};
    return project;
}

}  // namespace

TEST_CASE("a count is told as the multiple of k that it exceeds") {
    for (const int k : {3, 5, 10})
        for (std::size_t count = 0; count <= 100; ++count) {
            const auto told = told_count(count, k);
            // By trying all multiples, the definition itself.
            std::optional<int> expected;
            for (int multiple = k; multiple < static_cast<int>(count); multiple += k) expected = multiple;
            CHECK(told == expected);
        }
}

TEST_CASE("squares lie on whole hundreds of the RD grid and are called by their south-west corner") {
    const Square square = Square::around({180'649.9, 428'500});
    CHECK(square.name() == "E1806N4285");
    CHECK(square.centre() == MapPoint{180'650, 428'550});
    const auto area = square.area();
    for (const MapPoint p : area.front().outer) {
        CHECK(std::fmod(p.x, 100) == 0);
        CHECK(std::fmod(p.y, 100) == 0);
    }
    CHECK(Square::around({180'600, 428'500}) == square);
    CHECK(Square::around({180'599.999, 428'500}) != square);
}

TEST_CASE("a square counts people and not reports, and those whom no source names by their place") {
    Project project = bare_project(1, 60, 60, 5);
    const MapPoint busy = middle_of(project, 0, 1, 1), quiet = middle_of(project, 0, 3, 3),
                   unnamed = middle_of(project, 0, 5, 5);
    for (int i = 0; i < 30; ++i) {
        add_complaint(project, 0, busy, "m" + std::to_string(i % 7));
        add_complaint(project, 0, quiet, "m" + std::to_string(i % 5));
        add_complaint(project, 0, unnamed, "adres|dag " + std::to_string(i) + "|soort");
        project.region.edit().complaints.back().is_complainant_known = false;
    }
    const FeatureTable cells = public_layers(project)[0];
    REQUIRE(cells.rows.size() == 1);
    CHECK(cell(cells, 0, "cell") == Square::around(busy).name());
    CHECK(cell(cells, 0, "complainants_over") == "5");
    CHECK(cell(cells, 0, "accidents_over").empty());
    CHECK(cell(cells, 0, "shows") == "complaints");
}

TEST_CASE("a square on a border is counted for each side by itself") {
    Project project = bare_project(2, 60, 60, 5);
    const MapPoint shared = middle_of(project, 1, 0, 0);
    for (int i = 0; i < 6; ++i) add_accident(project, 1, shared);
    for (int i = 0; i < 5; ++i) add_accident(project, 0, shared);
    const FeatureTable cells = public_layers(project)[0];
    REQUIRE(cells.rows.size() == 1);
    CHECK(cell(cells, 0, "municipality") == "Gemeente 2");
    CHECK(cell(cells, 0, "accidents_over") == "5");
}

TEST_CASE("rows without a usable point count nowhere in public") {
    Project project = bare_project(1, 60, 60, 5);
    for (int i = 0; i < 20; ++i) {
        add_accident(project, 0, middle_of(project, 0, 1, 1));
        project.region.edit().accidents.back().link = i % 2 == 0 ? LinkLevel::street : LinkLevel::municipality;
    }
    CHECK(public_layers(project)[0].rows.empty());
    CHECK(cell(public_layers(project)[1], 0, "accidents_over").empty());
}

TEST_CASE("a place is told without counts, at the centre of its square, when enough lies behind it") {
    Project project = bare_project(1, 20, 20, 5);
    project.region.edit().roads = {{.id = "1", .name = "Dorpsstraat", .manager = {}, .line = {}}};
    project.hotspots = {place(project, 0, 1, "Dorpsstraat, Dorp", 30), place(project, 0, 5, "Geheimpad, Dorp", 12),
                        place(project, 0, 12, "Kruispunt Dorpsstraat - Geheimpad, Dorp", 6),
                        place(project, 0, 2, "Dorpsstraat (hm 1,2), Dorp", 5),
                        place(project, 0, 3, "Dorpsstraat, Dorp", 40)};
    project.hotspots[4].status = "rejected";
    const FeatureTable places = public_layers(project)[2];
    REQUIRE(places.rows.size() == 3);
    std::map<std::string, std::string> road_of_class;
    for (std::size_t row = 0; row < 3; ++row) {
        road_of_class[cell(places, row, "rank_class")] = cell(places, row, "road");
        CHECK(cell(places, row, "themes_told") == "snelheid, verlichting");
        const auto at = std::get<MapPoint>(places.rows[row].shape);
        CHECK(std::fmod(at.x, 100) == 50);
        CHECK(std::fmod(at.y, 100) == 50);
        for (const Value& value : places.rows[row].values) CHECK_FALSE(std::holds_alternative<std::int64_t>(value));
    }
    CHECK(road_of_class ==
          std::map<std::string, std::string>{{"top3", "Dorpsstraat"}, {"top10", ""}, {"other", "Dorpsstraat"}});
    // As many accidents as k and one more make a street public.
    for (int i = 0; i < 6; ++i) {
        add_accident(project, 0, middle_of(project, 0, 9, 9));
        project.region.edit().accidents.back().street = "Geheimpad";
    }
    CHECK(PublicNames(*project.region, 5).road_of(project.hotspots[2]) == "Dorpsstraat \u2013 Geheimpad");
    CHECK(PublicNames(*project.region, 6).road_of(project.hotspots[1]).empty());
}

TEST_CASE("months and parts of the day stand side by side, each once") {
    Project project = one_place();
    project.plan.checks = {check_on(0, make_date(2027, 3, 2), 1260), check_on(0, make_date(2027, 3, 29), 540),
                           check_on(0, make_date(2027, 11, 3), 1410)};
    const FeatureTable places = public_layers(project)[2];
    REQUIRE(places.rows.size() == 1);
    CHECK(cell(places, 0, "months") == "maart, november");
    CHECK(cell(places, 0, "day_parts") == "ochtend, avond, nacht");
    // Where no block of a crew begins in the morning, a check that does was agreed by itself and would stand out.
    project.settings.crews[0].from = 16 * 60;
    CHECK(cell(public_layers(project)[2], 0, "day_parts") == "avond, nacht");
    project.settings.language = Language::en;
    CHECK(cell(public_layers(project)[2], 0, "months") == "March, November");
    for (Check& check : project.plan.checks) check.status = CheckStatus::cancelled;
    CHECK(cell(public_layers(project)[2], 0, "months").empty());
    CHECK(cell(public_layers(project)[2], 0, "day_parts").empty());
}

TEST_CASE("a month with few days makes its whole quarter one, for whatever month a check is in") {
    Project project = one_place();
    project.settings.calendar.closed = {{make_date(2027, 8, 4), make_date(2027, 8, 31), "vakantie"}};
    for (const unsigned month : {7U, 8U, 9U}) {
        project.plan.checks = {check_on(0, make_date(2027, month, 2), 900)};
        CHECK(periods(project) == std::vector<std::string>{"juli\u2013september"});
    }
    project.plan.checks = {check_on(0, make_date(2027, 6, 2), 900)};
    CHECK(periods(project) == std::vector<std::string>{"juni"});
    // Closed altogether a month says nothing.
    project.settings.calendar.closed = {{make_date(2027, 8, 1), make_date(2027, 8, 31), "vakantie"}};
    project.plan.checks = {check_on(0, make_date(2027, 9, 2), 900)};
    CHECK(periods(project) == std::vector<std::string>{"september"});
}

TEST_CASE("a crew of one day in the week needs longer periods as k grows") {
    Project project = one_place();
    project.settings.crews[0].weekdays = {5};
    project.plan.checks = {check_on(0, make_date(2027, 6, 4), 900)};
    project.settings.privacy.k = 4;
    CHECK(periods(project) == std::vector<std::string>{"juni"});
    project.settings.privacy.k = 5;  // May and June of 2027 have four Fridays
    CHECK(periods(project) == std::vector<std::string>{"april\u2013juni"});
    project.settings.crews[0].away = {{make_date(2027, 4, 1), make_date(2027, 5, 31), "weg"}};
    CHECK(periods(project) == std::vector<std::string>{"januari\u2013juni"});
    project.settings.crews[0].away = {{make_date(2027, 1, 1), make_date(2027, 5, 31), "weg"},
                                      {make_date(2027, 7, 1), make_date(2027, 11, 30), "weg"}};
    CHECK(periods(project) == std::vector<std::string>{"januari\u2013december"});
    project.settings.crews[0].away = {{make_date(2027, 1, 1), make_date(2027, 5, 31), "weg"},
                                      {make_date(2027, 7, 1), make_date(2027, 12, 31), "weg"}};
    CHECK(periods(project).empty());
}

TEST_CASE("the region day and short campaigns add nothing, long campaigns a month") {
    Project project = one_place();
    project.settings.calendar.region_day = make_date(2027, 10, 8);
    project.campaigns = {{"Marathon", Theme::speed, make_date(2027, 4, 20), make_date(2027, 4, 23), true, ""},
                         {"Snelheid", Theme::speed, make_date(2027, 3, 15), make_date(2027, 6, 15), true, ""}};
    const auto told_of = [&](Date day, const std::string& campaign) {
        Check check = check_on(0, day, 900);
        check.theme = Theme::speed;
        check.campaign = campaign;
        project.plan.checks = {check};
        return periods(project);
    };
    CHECK(told_of(make_date(2027, 10, 8), "").empty());
    CHECK(told_of(make_date(2027, 4, 21), "Marathon").empty());
    CHECK(told_of(make_date(2027, 4, 21), "Snelheid") == std::vector<std::string>{"april"});
    CHECK(told_of(make_date(2027, 4, 21), "Van een ander").empty());
    CHECK(told_of(make_date(2027, 10, 7), "") == std::vector<std::string>{"oktober"});
}

TEST_CASE("two parts of the day in one month do not betray the days that keep the distance of a revisit") {
    Project project = one_place();
    project.settings.rules.revisit = Days(28);
    // In a month of 31 days only the first three and the last three are 28 days apart; of 30, two and two.
    project.plan.checks = {check_on(0, make_date(2027, 6, 1), 900), check_on(0, make_date(2027, 6, 29), 1260)};
    CHECK(periods(project) == std::vector<std::string>{"april\u2013juni"});
    project.settings.rules.revisit = Days(7);
    CHECK(periods(project) == std::vector<std::string>{"juni"});
}

TEST_CASE("the public layers have words and marks of their own") {
    const Project project = sample_project();
    for (const FeatureTable& layer : public_layers(project)) {
        for (const Field& field : layer.fields) {
            INFO(layer.name << "." << field.name);
            CHECK(
                (alias_of(field.name, Language::nl) != field.name || alias_of(field.name, Language::en) != field.name));
        }
        for (const Language language : {Language::nl, Language::en}) {
            const Look look = look_of(layer, language);
            CHECK(look.shape == layer.shape_type);
            if (look.field.empty()) continue;
            std::set<std::string> codes, signs;
            for (const auto& [code, word] : codes_of(layer.name, look.field, language)) codes.insert(code);
            for (const auto& category : look.categories) {
                CHECK(codes.contains(category.value));
                signs.insert(category.mark.shape);
            }
            CHECK(signs.size() == look.categories.size());
            CHECK(codes.size() == look.categories.size());
            for (const Feature& row : layer.rows) CHECK(codes.contains(text_of(row.values[layer.field(look.field)])));
        }
    }
    std::vector<std::string> names;
    for (const FeatureTable& layer : public_layers(project)) names.push_back(layer.name);
    CHECK(names == public_layer_names());
}
