#include "output/charts_calendar.hpp"
#include "output/charts_events.hpp"
#include "output/charts_findings.hpp"
#include "output/charts_hours.hpp"
#include "output/charts_places.hpp"
#include "output/charts_plan.hpp"
#include "output/markup.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <map>
#include <regex>

using namespace baken;
using namespace baken::test;

namespace {

/// A project whose every series has something to draw.
Project drawn_project() {
    Project project = sample_project();
    auto& region = project.region.edit();
    for (std::size_t i = 0; i < region.complaints.size(); ++i)
        region.complaints[i].minute_of_day = static_cast<int>(60 * (i % 24) + 5);
    for (auto& hotspot : project.hotspots) hotspot.ranks = {hotspot.rank, 1, 2, 8};
    return project;
}

std::vector<Chart> all_charts(const Project& project, Language language, bool has_title) {
    const ChartLook narrow{.has_title = has_title}, middle{.width = 680, .has_title = has_title},
        wide{.width = 920, .has_title = has_title};
    return {years_chart(accident_years(project, {}), language, narrow),
            light_chart(accident_light(project, {}), language, narrow),
            complaints_chart(complaint_months(project, {}), language, narrow),
            hours_chart(week_hours(project, {}, EventKind::complaints), language, middle),
            trend_chart(accident_trend(project, TrendOf::all), language, wide),
            trend_chart(accident_trend(project, TrendOf::injury), language, wide),
            ranks_chart(rank_ranges(project, 2), language, narrow),
            crews_chart(crew_loads(project), language, wide),
            quota_chart(quota_progress(project), language, middle),
            darkness_chart(dark_months(project), language, wide),
            guessing_chart(guessing(project), language, middle),
            network_k_chart(network_distances(project), language, middle),
            calendar_chart(project, wide)};
}

double number(const std::string& tag, const std::string& name) {
    const auto at = tag.find(" " + name + "=\"");
    return at == std::string::npos ? 0 : std::stod(tag.substr(at + name.size() + 3));
}

/// Texts that reach out of their picture, by the estimate of their width.
std::vector<std::string> clipped(const std::string& svg) {
    const double width = number(svg.substr(0, 300), "width"), height = number(svg.substr(0, 300), "height");
    std::vector<std::string> out;
    static const std::regex text(R"(<text( [^>]*)>([^<]*)</text>)");
    for (std::sregex_iterator it(svg.begin(), svg.end(), text), end; it != end; ++it) {
        const std::string tag = (*it)[1], words = (*it)[2];
        const double x = number(tag, "x"), y = number(tag, "y"), size = number(tag, "font-size");
        const double length = text_width(words, size, has(tag, "bold") ? LetterWeight::bold : LetterWeight::regular);
        const double from = has(tag, "\"end\"") ? x - length : has(tag, "\"middle\"") ? x - length / 2 : x;
        if (from < -2 || from + length > width + 2 || y > height || y - size * 0.8 < -2) out.push_back(words);
    }
    return out;
}

}  // namespace

TEST_CASE("every chart draws, is well formed, says what it shows and clips no word") {
    for (const Language language : {Language::nl, Language::en}) {
        Project project = drawn_project();
        project.settings.language = language;
        for (const bool has_title : {false, true})
            for (const Chart& chart : all_charts(project, language, has_title)) {
                INFO(chart.title);
                CHECK(chart.instead.empty());
                REQUIRE_FALSE(chart.svg.empty());
                CHECK(badly_nested(chart.svg).empty());
                CHECK(has(chart.svg, "<title>"));
                CHECK(has(chart.svg, "<desc>"));
                CHECK(clipped(chart.svg) == std::vector<std::string>{});
                REQUIRE_FALSE(chart.figures.rows.empty());
                for (const auto& row : chart.figures.rows) CHECK(row.size() == chart.figures.head.size());
            }
    }
}

TEST_CASE("marks have their colour as an attribute, for programs without style sheets") {
    for (const Chart& chart : all_charts(drawn_project(), Language::nl, true)) {
        INFO(chart.title);
        static const std::regex shape(R"(<(rect|circle|polygon|text|line)( [^>]*)>)");
        for (std::sregex_iterator it(chart.svg.begin(), chart.svg.end(), shape), end; it != end; ++it) {
            INFO(it->str());
            CHECK(has((*it)[2], " fill=\""));
            if ((*it)[1] == "line") CHECK(has((*it)[2], " stroke=\"#"));
            CHECK_FALSE(has((*it)[2], "style="));
            CHECK_FALSE(has((*it)[2], "var("));
        }
    }
}

TEST_CASE("a chart with nothing to show is a sentence and no picture") {
    const Project empty;
    const AccidentYears no_years;
    CHECK(years_chart(no_years, Language::nl).svg.empty());
    CHECK_FALSE(years_chart(no_years, Language::nl).instead.empty());
    const Project sample = sample_project();
    const Chart hours = hours_chart(week_hours(sample, {}, EventKind::accidents), Language::nl);
    CHECK(hours.svg.empty());
    CHECK(has(hours.instead, "Baken verzint ze niet"));
    CHECK(calendar_chart(empty).svg.empty());
    CHECK_FALSE(calendar_chart(empty).instead.empty());
}

TEST_CASE("accidents per year: the counts stand on the marks") {
    const Project project = drawn_project();
    std::map<int, std::array<int, 3>> counts;
    for (const Accident& accident : project.region->accidents)
        ++counts[accident.year][static_cast<std::size_t>(accident.outcome)];
    const Chart chart = years_chart(accident_years(project, {}), Language::nl);
    REQUIRE(chart.figures.rows.size() == 3);
    std::size_t row = 0;
    for (const auto& [year, by_outcome] : counts) {
        CHECK(chart.figures.rows[row++] ==
              std::vector<std::string>{std::to_string(year), std::to_string(by_outcome[2]),
                                       std::to_string(by_outcome[1]), std::to_string(by_outcome[0]),
                                       std::to_string(by_outcome[0] + by_outcome[1] + by_outcome[2])});
        for (const int count : by_outcome)
            if (count > 0) CHECK(has(chart.svg, ">" + std::to_string(count) + "</text>"));
    }
}

TEST_CASE("an outcome that no year has is not named beside the bars") {
    AccidentYears years;
    years.rows = {{2023, {4, 0, 0}}, {2024, {3, 2, 0}}};
    years.total = 9;
    const std::string svg = years_chart(years, Language::en).svg;
    CHECK(has(svg, ">injury</text>"));
    CHECK(has(svg, ">damage only</text>"));
    CHECK_FALSE(has(svg, ">fatal</text>"));
}

TEST_CASE("dark hours are outlined as stretches, and the counts stand in their cells") {
    WeekHours week;
    week.counts[4][21] = 12;
    week.timed = 12;
    for (const std::size_t hour : {0, 1, 2, 21, 22, 23}) week.dark_share.at(hour) = 0.8;
    const std::string svg = hours_chart(week, Language::nl).svg;
    CHECK(times(svg, "<rect class=\"l-dark\"") + times(svg, "class=\"l-dark\"") >= 2);
    CHECK(times(svg, ">donker</text>") == 2);
    CHECK(has(svg, ">12</text>"));
    CHECK(has(svg, "vr 21:00: 12"));
}

TEST_CASE("a borrowed week is tinted by the region's shares, and its numbers are the place's own") {
    WeekHours week;
    week.counts[4][21] = 1;
    week.timed = 1;
    week.timed_around = 40;
    week.shares = even_week();
    (*week.shares)[week_hour(2, 8)] = 0.5;
    const Chart chart = hours_chart(week, Language::nl);
    CHECK(chart.instead.empty());
    CHECK(has(chart.note, "Te weinig eigen tijdgegevens (1)."));
    CHECK(has(chart.svg, "di 08:00: 0; 84,0 keer een gemiddeld uur"));  // half of the week in one of 168 hours
    REQUIRE(chart.figures.rows.size() == 7 + 7 + 1);
    CHECK(chart.figures.rows[8][9] == "84,0");
    const auto fill = [&](const std::string& tip) {
        const auto at = chart.svg.find("fill=\"", chart.svg.find("<title>" + tip));
        REQUIRE(at != std::string::npos);
        return chart.svg.substr(at, chart.svg.find('"', at + 6) - at);
    };
    CHECK(fill("di 08:00: 0") != fill("di 09:00: 0"));
    CHECK(fill("vr 21:00: 1") == fill("di 09:00: 0"));  // an own event does not tint
    CHECK(has(chart.svg, ">1</text>"));
}

TEST_CASE("a week above the capacity has a mark, not a colour alone") {
    CrewLoad crew{.crew = 0, .name = "Ploeg", .weeks = {}};
    for (int week = 0; week < 53; ++week)
        crew.weeks.push_back({.week = {2027, week + 1},
                              .monday = make_date(2027, 1, 4) + std::chrono::days{7 * week},
                              .planned = week == 20 ? 3 : 1,
                              .capacity = 2});
    const std::string svg = crews_chart({crew}, Language::nl).svg;
    CHECK(times(svg, ">!</text>") == 1);
    CHECK(times(svg, "f-surface l-check") == 53 + 1);  // and the key
}

TEST_CASE("the quota is drawn box by box: done, planned and missing") {
    const std::vector<MunicipalityProgress> rows{{.municipality = 0,
                                                  .name = "Heumen",
                                                  .quota = {.required = 3, .planned = 1, .done = 1},
                                                  .dark_days = {.required = 1, .planned = 1}}};
    const std::string svg = quota_chart(rows, Language::nl).svg;
    CHECK(has(svg, ">2/3 \u2717</text>"));
    CHECK(has(svg, ">1/1 \u2713</text>"));
    CHECK(times(svg, "f-check l-check") == 1 + 1);
    CHECK(times(svg, "f-surface l-check") == 2 + 1);
    CHECK(times(svg, "f-surface l-bad") == 1 + 1);
}

TEST_CASE("the calendar shows each check of the year on its day, and crosses out what was cancelled") {
    Project project = drawn_project();
    const Chart before = calendar_chart(project);
    CHECK(times(before.svg, "<g><title>") >= project.plan.checks.size());
    for (const auto& check : project.plan.checks)
        CHECK(has(before.svg, ">" + std::to_string(day_of_month(check.date)) + "</text>"));
    CHECK_FALSE(has(before.svg, "l-bad"));
    CHECK(has(before.svg, "BOB &lt;winter&gt;"));
    CHECK_FALSE(has(before.svg, "ROADPOL"));  // not confirmed
    project.plan.checks[3].status = CheckStatus::cancelled;
    CHECK(times(calendar_chart(project).svg, "l-bad") == 1);
}

TEST_CASE("tiles of one municipality never cover each other") {
    Project project = drawn_project();
    project.plan.checks.clear();
    for (int i = 0; i < 12; ++i)
        project.plan.checks.push_back(sample::check(project, 1, i, 1, make_date(2027, 6, 1 + 2 * i), 900, 1020,
                                                    Theme::speed, CheckKind::targeted));
    const std::string svg = calendar_chart(project).svg;
    static const std::regex tile(
        R"x(<rect x="([\d.]+)" y="([\d.]+)" width="20" height="20" class="f-surface l-check")x");
    std::vector<std::pair<double, double>> at;
    for (std::sregex_iterator it(svg.begin(), svg.end(), tile), end; it != end; ++it)
        at.emplace_back(std::stod((*it)[1]), std::stod((*it)[2]));
    REQUIRE(at.size() == 12 + 1);  // and the key
    for (std::size_t i = 0; i < at.size(); ++i)
        for (std::size_t k = i + 1; k < at.size(); ++k)
            CHECK((std::abs(at[i].first - at[k].first) >= 20 || std::abs(at[i].second - at[k].second) >= 20));
}

TEST_CASE("many municipalities, years and places still fit") {
    AccidentTrend trend;
    for (std::uint32_t m = 0; m < 23; ++m) {
        MunicipalityTrend row{.municipality = m, .name = "Gemeente met een lange naam aan de Waal", .points = {}};
        for (int year = 2010; year < 2025; ++year)
            row.points.push_back({.year = year, .count = 17, .range = {9.9, 27.2}});
        trend.rows.push_back(row);
    }
    CHECK(clipped(trend_chart(trend, Language::nl).svg) == std::vector<std::string>{});
    AccidentYears years;
    for (int year = 1995; year < 2025; ++year) years.rows.push_back({year, {1200, 250, 4}});
    years.total = 30;
    CHECK(clipped(years_chart(years, Language::nl).svg) == std::vector<std::string>{});
    ComplaintMonths months;
    for (int i = 0; i < 120; ++i)
        months.rows.push_back(
            {.year = 2015 + i / 12, .month = static_cast<unsigned>(i % 12) + 1, .total = 140, .complainants = 90});
    months.total = 120 * 140;
    CHECK(clipped(complaints_chart(months, Language::nl).svg) == std::vector<std::string>{});
}
