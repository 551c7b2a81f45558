#include "output/series_events.hpp"

#include "output/series_hours.hpp"
#include "output/series_words.hpp"
#include "support/support.hpp"

#include <numeric>

using namespace baken;

namespace {

Accident accident(int year, Outcome outcome, std::uint32_t municipality = 0) {
    Accident a;
    a.year = year;
    a.outcome = outcome;
    a.municipality = municipality;
    a.road_manager = RoadManager::municipality;
    return a;
}

Complaint complaint(std::optional<Date> day, std::string who, Theme theme = Theme::speed,
                    std::optional<int> minute = {}) {
    Complaint c;
    c.date = day;
    c.complainant = std::move(who);
    c.is_complainant_known = true;
    c.theme = theme;
    c.minute_of_day = minute;
    return c;
}

/// Two municipalities near Nijmegen. Accidents, in the first: 2022 a fatal and two injury, 2024 a damage-only, and one
/// on a national road; in the second: 2023 an injury. One hotspot, which answers for rows 0, 1 and 3.
Project small_project() {
    Project project;
    project.settings.year = 2027;
    project.years = {2022, 2023, 2024};
    auto& region = project.region.edit();
    region.municipalities = {{.code = {"GM0001"}, .name = "Hoog", .area = {}, .centre = {5.85, 51.84}},
                             {.code = {"GM0002"}, .name = "Laag", .area = {}, .centre = {5.85, 51.84}}};
    region.accidents = {accident(2022, Outcome::fatal),  accident(2022, Outcome::injury),
                        accident(2022, Outcome::injury), accident(2024, Outcome::damage_only),
                        accident(2024, Outcome::injury), accident(2023, Outcome::injury, 1)};
    region.accidents[4].road_manager = RoadManager::national;
    region.accidents[0].light = Light::dark;
    region.accidents[1].light = Light::daylight;
    region.accidents[2].light = Light::dark;
    Hotspot hotspot;
    hotspot.lonlat = {5.85, 51.84};
    hotspot.accident_rows = {0, 1, 3};
    project.hotspots = {hotspot};
    return project;
}

std::vector<int> totals(const AccidentYears& series) {
    std::vector<int> found;
    for (const auto& row : series.rows) found.push_back(row.total());
    return found;
}

}  // namespace

TEST_CASE("accidents per year keep empty years and leave other roads out") {
    const Project project = small_project();
    const AccidentYears hoog = accident_years(project, {.municipality = 0});
    REQUIRE(hoog.rows.size() == 3);
    CHECK(hoog.rows[0].year == 2022);
    CHECK(hoog.rows[0].of(Outcome::fatal) == 1);
    CHECK(hoog.rows[0].of(Outcome::injury) == 2);
    CHECK(hoog.rows[0].of(Outcome::damage_only) == 0);
    CHECK(totals(hoog) == std::vector<int>{3, 0, 1});
    CHECK(hoog.total == 4);
    CHECK(hoog.on_other_roads == 1);
    CHECK(note_on(hoog, Language::en) == "1 accident on roads of other managers left out.");

    CHECK(totals(accident_years(project, {})) == std::vector<int>{3, 1, 1});
    CHECK(totals(accident_years(project, {.hotspot = 0})) == std::vector<int>{2, 0, 1});
    CHECK(accident_years(project, {.hotspot = 0}).on_other_roads == 0);
    CHECK(totals(accident_years(project, {.municipality = 0, .first_year = 2023})) == std::vector<int>{0, 1});
    CHECK(totals(accident_years(project, {.hotspot = 0, .last_year = 2023})) == std::vector<int>{2, 0});
    CHECK(accident_years(project, {.hotspot = 9}).total == 0);
}

TEST_CASE("a project without its sources says so, and does not show zeros as facts") {
    Project project = small_project();
    project.region.edit().accidents.clear();
    const AccidentYears series = accident_years(project, {.hotspot = 0});
    CHECK_FALSE(series.has_sources);
    CHECK(instead_of(series, Language::nl).starts_with("De ongevallen en meldingen zelf staan niet in"));
    CHECK(instead_of(accident_years(small_project(), {.hotspot = 0, .first_year = 2023, .last_year = 2023}),
                     Language::nl) == "Hier zijn geen ongevallen geregistreerd in 2023.");
}

TEST_CASE("light counts the unknown apart from the dark share") {
    const LightCounts light = accident_light(small_project(), {.municipality = 0});
    CHECK(light.of(Light::dark) == 2);
    CHECK(light.of(Light::daylight) == 1);
    CHECK(light.of(Light::unknown) == 1);
    CHECK(light.known() == 3);
    CHECK(light.dark_share().value() == Approx(2.0 / 3));
    CHECK(instead_of(light, Language::nl) ==
          "Van 3 van de 4 ongevallen is het licht bekend: te weinig voor een verdeling.");
    CHECK_FALSE(LightCounts{}.dark_share());
}

TEST_CASE("complaints per month count a person once a month and once in all") {
    Project project = small_project();
    auto& all = project.region.edit().complaints;
    all = {complaint(make_date(2025, 11, 3), "a"), complaint(make_date(2025, 11, 20), "a"),
           complaint(make_date(2025, 11, 20), "b", Theme::lighting), complaint(make_date(2026, 1, 5), "a"),
           complaint({}, "c")};
    const ComplaintMonths series = complaint_months(project, {});
    REQUIRE(series.rows.size() == 3);  // November, December, January
    CHECK((series.rows[0].year == 2025 && series.rows[0].month == 11));
    CHECK(series.rows[0].total == 3);
    CHECK(series.rows[0].complainants == 2);
    CHECK(series.rows[0].by_theme[index_of(Theme::lighting)] == 1);
    CHECK(series.rows[1].total == 0);
    CHECK((series.rows[2].year == 2026 && series.rows[2].month == 1));
    CHECK(series.total == 4);
    CHECK(series.complainants == 2);
    CHECK(series.undated == 1);
    CHECK(instead_of(series, Language::en) ==
          "There are 4 complaints by 2 complainants here: too few for a course over time. The day of another 1 "
          "complaint is not known.");

    const ComplaintMonths speed = complaint_months(project, {.last_year = 2025}, Theme::speed);
    CHECK(speed.total == 2);
    CHECK(speed.complainants == 1);
    CHECK(speed.undated == 0);  // whoever asks for years asks for days
}

TEST_CASE("the week counts local weekday and hour, and invents none") {
    Project project = small_project();
    auto& all = project.region.edit().complaints;
    all = {complaint(make_date(2026, 11, 20), "a", Theme::speed, 21 * 60 + 59),  // a Friday
           complaint(make_date(2026, 11, 22), "b", Theme::speed, 0),             // a Sunday
           complaint(make_date(2026, 11, 22), "c"), complaint({}, "d", Theme::speed, 600)};
    const WeekHours week = week_hours(project, {}, EventKind::complaints);
    CHECK(week.counts[4][21] == 1);
    CHECK(week.counts[6][0] == 1);
    CHECK(week.timed == 2);
    CHECK(week.untimed == 2);
    CHECK(instead_of(week, Language::nl) ==
          "Van 2 meldingen is het uur bekend: te weinig voor een patroon in de week.");

    const WeekHours accidents = week_hours(project, {.municipality = 0}, EventKind::accidents);
    CHECK(accidents.timed == 0);
    CHECK(accidents.untimed == 4);
    CHECK(instead_of(accidents, Language::en).find("holds no hours") != std::string::npos);
}

TEST_CASE("a place with too few times of its own leans on its region, and says so") {
    Project project = small_project();
    auto& all = project.region.edit().complaints;
    // Twelve complaints about speed on Friday evenings, twelve about lighting on Monday mornings; the hotspot has two
    // of the first and one without an hour.
    for (int i = 0; i < 12; ++i) {
        all.push_back(complaint(make_date(2026, 11, 20), "a", Theme::speed, 21 * 60));
        all.push_back(complaint(make_date(2026, 11, 16), "b", Theme::lighting, 8 * 60));
    }
    all.push_back(complaint(make_date(2026, 11, 17), "c", Theme::speed));
    project.hotspots[0].complaint_rows = {0, 2, 24};
    const WeekHours week = week_hours(project, {.hotspot = 0}, EventKind::complaints);
    CHECK(week.timed == 2);
    CHECK(week.untimed == 1);
    CHECK(week.timed_around == 24);
    REQUIRE(week.is_borrowed());
    CHECK(std::accumulate(week.shares->begin(), week.shares->end(), 0.0) == Approx(1));
    // Friday 21:00 by hand: the region (24 events, half of 12 stays in the hour) drawn to an even week, the theme (12,
    // half stays) drawn to that, the place (2, half stays) drawn to that.
    const double region = (6 + 20 / 168.0) / 44, theme = (6 + 20 * region) / 32, place = (1 + 20 * theme) / 22;
    CHECK((*week.shares)[week_hour(5, 21)] == Approx(place));
    CHECK(week.times_average(4, 21) == Approx(168 * place));
    CHECK((*week.shares)[week_hour(5, 21)] > 3 * (*week.shares)[week_hour(1, 8)]);
    CHECK(instead_of(week, Language::nl).empty());
    CHECK(note_on(week, Language::nl) ==
          "Te weinig eigen tijdgegevens (2). De tint is het patroon van 24 meldingen in de regio, van 1,5 tot 6 keer "
          "een gemiddeld uur.");
    CHECK(when_words(week, Language::nl) ==
          "Te weinig eigen tijdgegevens (2); in de regio vooral op werkdagen \u2019s avonds (24 meldingen).");

    project.hotspots[0].complaint_rows = {24};
    const WeekHours none = week_hours(project, {.hotspot = 0}, EventKind::complaints);
    CHECK(note_on(none, Language::en) ==
          "No times of its own. The tint is the pattern of 24 complaints in the region, from 1.5 to 6 times an average "
          "hour.");
    CHECK(when_words(none, Language::nl).starts_with("Geen eigen tijdgegevens; in de regio vooral "));

    // Enough of its own: they are drawn as they are.
    project.hotspots[0].complaint_rows = {0, 2, 4, 6, 8, 10, 12, 14, 16, 18};
    const WeekHours own = week_hours(project, {.hotspot = 0}, EventKind::complaints);
    CHECK_FALSE(own.is_borrowed());
    CHECK(when_words(own, Language::nl) == "Gemeld vooral op werkdagen \u2019s avonds (10 met een uur).");
}

TEST_CASE("where the region has no times either the hours are said to follow theme and light") {
    Project project = small_project();
    project.region.edit().complaints = {complaint(make_date(2026, 11, 20), "a", Theme::speed, 1260),
                                        complaint(make_date(2026, 11, 20), "b")};
    project.hotspots[0].complaint_rows = {0, 1};
    const WeekHours week = week_hours(project, {.hotspot = 0}, EventKind::complaints);
    CHECK_FALSE(week.shares);
    CHECK_FALSE(week.is_borrowed());
    CHECK(instead_of(week, Language::nl).find("te weinig voor een patroon") != std::string::npos);
    CHECK(when_words(week, Language::nl) == "Geen eigen tijdgegevens; het tijdvak volgt het thema en het licht.");
    const WeekHours accidents = week_hours(project, {.hotspot = 0}, EventKind::accidents);
    CHECK(when_words(accidents, Language::en) == "No times of its own; the hours follow the theme and the light.");
    project.hotspots[0].complaint_rows.clear();
    CHECK(when_words(week_hours(project, {.hotspot = 0}, EventKind::complaints), Language::nl).empty());
}

TEST_CASE("the classes of a borrowed week are multiples of an even one") {
    CHECK(busy_class(1) == -1);
    CHECK(busy_class(1.49) == -1);
    CHECK(busy_class(1.5) == 0);
    CHECK(busy_class(2.5) == 1);
    CHECK(busy_class(4.1) == 3);
    CHECK(busy_class(84) == 4);
}

TEST_CASE("the dark hours of Nijmegen are those of its dusk and dawn") {
    const auto share = dark_hours({5.85, 51.84}, 2027);
    // Midnight (local) is always dark at 52 degrees: the sun stands 14.7 degrees under the horizon on 21 June.
    CHECK(share[0] == Approx(1.0));
    CHECK(share[1] == Approx(1.0));
    for (std::size_t hour = 10; hour < 16; ++hour) CHECK(share[hour] == Approx(0.0).margin(1e-9));
    // Civil dusk falls before 18:00 about from the end of October to mid February, and before 22:00 but for some weeks
    // around the longest day.
    CHECK(share[18] > 0.25);
    CHECK(share[18] < 0.45);
    CHECK(share[22] > 0.7);
    for (std::size_t hour = 17; hour < 23; ++hour) CHECK(share[hour] <= share[hour + 1]);
    // Civil night takes between a third and a half of the year at this latitude.
    const double night = std::accumulate(share.begin(), share.end(), 0.0) / 24;
    CHECK(night > 0.42);
    CHECK(night < 0.48);
}

TEST_CASE("classes hold about as many counts each and never two alike") {
    CHECK(class_bounds(std::vector<int>{0, 0}).empty());
    CHECK(class_bounds(std::vector<int>{0, 2, 1, 2}) == std::vector<int>{1, 2});
    CHECK(class_bounds(std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}) == std::vector<int>{1, 3, 5, 7, 9});
    CHECK(class_bounds(std::vector<int>{1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 60}) == std::vector<int>{1, 2, 4});
    const std::vector<int> bounds{1, 3, 5};
    CHECK(class_of(0, bounds) == -1);
    CHECK(class_of(2, bounds) == 0);
    CHECK(class_of(3, bounds) == 1);
    CHECK(class_of(99, bounds) == 2);
}

TEST_CASE("a trend has the same years everywhere, each count with its exact interval") {
    const AccidentTrend trend = accident_trend(small_project(), TrendOf::all);
    REQUIRE(trend.rows.size() == 2);
    REQUIRE(trend.rows[1].points.size() == 3);
    CHECK(trend.rows[0].points[0].count == 3);
    CHECK(trend.rows[0].points[0].range.low == Approx(0.6187).margin(0.0001));
    CHECK(trend.rows[0].points[0].range.high == Approx(8.767).margin(0.001));
    CHECK(trend.rows[1].points[0].count == 0);
    CHECK(trend.rows[1].points[1].count == 1);
    const AccidentTrend injury = accident_trend(small_project(), TrendOf::injury, {.municipality = 0});
    REQUIRE(injury.rows.size() == 1);
    CHECK(injury.rows[0].points[2].count == 0);  // its only one lies on a national road
    CHECK_FALSE(instead_of(accident_trend(small_project(), TrendOf::all, {.first_year = 2024}), Language::nl).empty());
}

TEST_CASE("ranks come by rank, and only where one stands for each set of weights") {
    Project project = small_project();
    project.hotspots.assign(3, {});
    const auto set = [&](std::size_t i, int rank, std::vector<int> ranks, std::uint32_t municipality) {
        Hotspot& h = project.hotspots[i];
        h.id = {"H" + std::to_string(i)};
        h.rank = rank;
        h.rank_best = 1;
        h.rank_worst = 3;
        h.ranks = std::move(ranks);
        h.municipality = municipality;
    };
    set(0, 2, {1, 2, 2, 3}, 0);
    set(1, 1, {}, 0);
    set(2, 1, {1, 1, 1, 1}, 1);
    const RankRanges ranks = rank_ranges(project, 0);
    CHECK(ranks.sets == std::vector<std::string>{"5-3-0.5", "1-1-1", "injury", "10-10-1"});
    REQUIRE(ranks.rows.size() == 2);
    CHECK(ranks.rows[0].hotspot == 1);
    CHECK(ranks.rows[0].ranks.empty());
    CHECK(ranks.rows[1].ranks == std::vector<int>{1, 2, 2, 3});
    CHECK(instead_of(rank_ranges(project, 1), Language::en) == "There is one hotspot: nothing to rank.");
}
