// The made-up region as the rest of Baken sees it: written to a folder and read back.
#include "base/csv.hpp"
#include "base/text.hpp"
#include "calendar/calendar.hpp"
#include "config/read_settings.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/overlay.hpp"
#include "geo/io/read_layer.hpp"
#include "support/support.hpp"
#include "synth/facts.hpp"
#include "synth/synth.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace baken;
namespace fs = std::filesystem;

namespace {

void write_demo(const test::TempDir& folder) {
    for (const auto& [name, content] : synthetic_region({}, {})) folder.write(name, content);
}

Settings settings_in(const test::TempDir& folder) {
    return read_settings(test::content_of(folder / "baken.toml"), folder / "baken.toml");
}

}  // namespace

TEST_CASE("the demo's settings are settings, and name files that are there") {
    const test::TempDir folder;
    write_demo(folder);
    const Settings settings = settings_in(folder);
    CHECK(settings.name == "Demo Tweestromenland 2027");
    CHECK(settings.seed == 2027U);
    CHECK(settings.region.municipalities.size() == 6);
    CHECK(fs::exists(settings.region.boundaries));
    REQUIRE(settings.sources.size() == 6);
    for (const auto& source : settings.sources) CHECK(fs::exists(source.path));
    CHECK(settings.hotspots.years == std::vector<int>{2022, 2023, 2024});
    CHECK(settings.crews.size() == 3);
    CHECK(settings.locks.size() == 1);
}

TEST_CASE("every category of the demo's complaints has its theme") {
    const test::TempDir folder;
    write_demo(folder);
    const Settings settings = settings_in(folder);
    const std::string text = windows_1252_to_utf8(test::content_of(folder / "klachten.csv"));
    CsvReader reader(text, ';');
    REQUIRE(reader.next());
    const auto column = static_cast<std::size_t>(
        std::find(reader.fields().begin(), reader.fields().end(), "categorie") - reader.fields().begin());
    std::set<std::string> categories;
    while (reader.next()) categories.emplace(reader.fields().at(column));
    for (const auto& category : categories) CHECK(settings.sources[2].themes.count(category) == 1);
    CHECK(categories.size() == settings.sources[2].themes.size());
}

TEST_CASE("the demo's year has campaigns, holidays and a region day on which crews can work") {
    const test::TempDir folder;
    write_demo(folder);
    const Settings settings = settings_in(folder);
    const Calendar calendar = make_calendar(settings.year, settings.calendar, settings.rules.dark_days,
                                            parse_campaigns(test::content_of(settings.calendar.campaigns)),
                                            parse_school_holidays(test::content_of(settings.calendar.school_holidays)));
    CHECK(calendar.campaigns.size() == 22);
    std::map<std::string, int> confirmed;
    std::set<Theme> themes;
    for (const auto& campaign : calendar.campaigns) {
        if (campaign.is_confirmed) ++confirmed[campaign.name];
        themes.insert(campaign.theme);
        CHECK_FALSE(campaign.source.empty());
    }
    CHECK(confirmed == std::map<std::string, int>{{"24-uur blauw", 1}, {"Donkere dagen offensief", 2}});
    CHECK(themes.size() == theme_count);

    REQUIRE(calendar.region_day == make_date(2027, 10, 8));
    CHECK(weekday_of(*calendar.region_day) == 5);
    int at_work = 0;
    for (const auto& crew : settings.crews) {
        const bool is_away = std::any_of(crew.away.begin(), crew.away.end(), [&](const ClosedDays& days) {
            return days.from <= *calendar.region_day && *calendar.region_day <= days.to;
        });
        if (!is_away) at_work += crew.checks_per_week;
    }
    CHECK(at_work >= 6);  // one check for each municipality
    CHECK_FALSE(calendar.is_school_day(make_date(2027, 7, 26)));
    CHECK(calendar.is_school_day(make_date(2027, 9, 14)));
    for (const auto& lock : settings.locks) CHECK_FALSE(calendar.closed_because(lock.date).has_value());
}

TEST_CASE("the boundaries come back as they were drawn, and hold every accident") {
    const test::TempDir folder;
    write_demo(folder);
    const Facts facts = read_facts();
    const FeatureTable boundaries = read_layer(folder / "gemeenten.geojson", {}, {});
    REQUIRE(boundaries.rows.size() == 6);
    std::vector<MultiPolygon> areas;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < boundaries.rows.size(); ++i) {
        areas.push_back(std::get<MultiPolygon>(boundaries.rows[i].shape));
        names.push_back(text_of(boundaries.rows[i].values.at(boundaries.field("statnaam"))));
        CHECK(names.back() == facts.municipalities[i].name);
        CHECK(area(areas.back()) == Approx(area(facts.municipalities[i].area)).epsilon(1e-5));
        CHECK(area(made_valid(areas.back())) == Approx(area(areas.back())));
    }
    const AreaLocator locator(areas);
    const std::string text = test::content_of(folder / "ongevallen.csv");
    CsvReader reader(text, ',');
    REQUIRE(reader.next());
    const std::vector<std::string> columns(reader.fields().begin(), reader.fields().end());
    const auto column = [&](const char* name) {
        return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
    };
    int elsewhere = 0, all = 0;
    while (reader.next()) {
        const auto& fields = reader.fields();
        const auto owner = locator.area_at(
            {parse_number(fields[column("x_rd")]).value(), parse_number(fields[column("y_rd")]).value()});
        ++all;
        elsewhere += owner && names[*owner] == fields[column("gemeente")] ? 0 : 1;
    }
    CHECK(all == 3000);
    CHECK(elsewhere == 0);
}

TEST_CASE("a section's accidents stand in the middle of its road") {
    const test::TempDir folder;
    write_demo(folder);
    const FeatureTable roads = read_layer(folder / "wegen.geojson", {}, {});
    std::map<std::string, Line> line_by_id;
    for (const auto& row : roads.rows)
        line_by_id[text_of(row.values.at(roads.field("wvk_id")))] = std::get<MultiLine>(row.shape).front();
    CHECK(line_by_id.size() == roads.rows.size());
    CHECK(line_by_id.size() > 2000);

    const std::string text = test::content_of(folder / "ongevallen.csv");
    CsvReader reader(text, ',');
    REQUIRE(reader.next());
    int checked = 0;
    while (reader.next()) {
        const auto& fields = reader.fields();
        const std::string section(fields[26]);
        if (section.empty()) continue;
        const Line& line = line_by_id.at(section);
        const MapPoint at{parse_number(fields[37]).value(), parse_number(fields[38]).value()};
        if (distance(nearest_on(line, at), at).value > 0.1) FAIL("section " << section << " is not at its road");
        const double from_begin = distance(line.front(), at).value, from_end = distance(line.back(), at).value;
        if (line.size() == 2 && std::abs(from_begin - from_end) > 0.1)
            FAIL("section " << section << " is not at its middle");
        ++checked;
    }
    CHECK(checked > 500);
}
