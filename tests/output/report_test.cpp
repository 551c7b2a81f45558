#include "output/report.hpp"

#include "base/text.hpp"
#include "output/markup.hpp"
#include "output/words.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <array>
#include <map>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

/// The sample, with events behind its first hotspot and hours in its complaints.
Project full_project() {
    Project project = sample_project();
    auto& region = project.region.edit();
    for (std::size_t i = 0; i < region.complaints.size(); ++i)
        region.complaints[i].minute_of_day = static_cast<int>(60 * (i % 24) + 5);
    for (std::uint32_t i = 0; i < 20; ++i) project.hotspots[0].accident_rows.push_back(i);
    for (std::uint32_t i = 0; i < 12; ++i) project.hotspots[0].complaint_rows.push_back(i);
    return project;
}

std::string text_of(int number) { return std::to_string(number); }

}  // namespace

TEST_CASE("the report nests, escapes what came from files, and carries no script and nothing to fetch") {
    const Project project = full_project();
    for (const PageFor target : {PageFor::screen, PageFor::print}) {
        std::string page = report_page(project, target);
        CHECK(badly_nested(page).empty());
        for (const std::string_view hostile : {"<winter>", "Hof <b>", "<N322>", "<racen>", "<2027>"})
            CHECK_FALSE(has(page, hostile));
        page = replaced(page, "xmlns=\"http://www.w3.org/2000/svg\"", "");
        for (const std::string_view banned :
             {"<script", "http:", "https:", "url(", "@import", "<link", "<iframe", "src=\"/"})
            CHECK_FALSE(has(page, banned));
        CHECK(times(page, "src=") == times(page, "src=\"data:image/svg+xml;base64,"));
        CHECK(times(page, "href=") == times(page, "href=\"#"));
    }
}

TEST_CASE("neither the seed nor a complainant nor the words of a complaint are in the report") {
    const Project project = full_project();
    for (const PageFor target : {PageFor::screen, PageFor::print}) {
        const std::string page = report_page(project, target);
        for (const std::string_view secret : {"18446744073709551557", "18446744", "secret-hash", "Geheimstraat",
                                              "racen", "Te hard rijden", "SIG-10", "/home/somebody"})
            CHECK_FALSE(has(page, secret));
    }
}

TEST_CASE("the figures of the region's accidents are those of the events") {
    const Project project = full_project();
    const std::string page = report_page(project);
    std::map<int, std::array<int, 3>> years;
    std::map<std::pair<std::uint32_t, int>, int> by_municipality;
    std::array<int, 4> light{};
    for (const Accident& accident : project.region->accidents) {
        ++years[accident.year][static_cast<std::size_t>(accident.outcome)];
        ++by_municipality[{accident.municipality, accident.year}];
        ++light[static_cast<std::size_t>(accident.light)];
    }
    const auto rows = table_in(page, "Ongevallen per jaar, naar afloop");
    REQUIRE(rows.size() == years.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& counts = years.at(2022 + static_cast<int>(i));
        CHECK(rows[i] == std::vector<std::string>{text_of(2022 + static_cast<int>(i)), text_of(counts[2]),
                                                  text_of(counts[1]), text_of(counts[0]),
                                                  text_of(counts[0] + counts[1] + counts[2])});
    }
    const auto lights = table_in(page, "Ongevallen naar lichtgesteldheid");
    REQUIRE(lights.size() == 4);
    CHECK(lights[0][1] == text_of(light[static_cast<std::size_t>(Light::daylight)]));
    CHECK(lights[2][1] == text_of(light[static_cast<std::size_t>(Light::dark)]));
    const auto trend = table_in(page, "Ongevallen per gemeente per jaar");
    REQUIRE(trend.size() == 18);
    for (std::uint32_t m = 0; m < 6; ++m)
        for (int year = 0; year < 3; ++year)
            CHECK(trend[m * 3 + static_cast<std::size_t>(year)][2] == text_of(by_municipality[{m, 2022 + year}]));
}

TEST_CASE("the figures of complaints are those of the events") {
    const Project project = full_project();
    const std::string page = report_page(project);
    std::map<std::string, std::pair<int, std::set<std::string>>> months;
    std::array<std::array<int, 24>, 7> week{};
    for (const Complaint& complaint : project.region->complaints) {
        if (!complaint.date) continue;
        const std::string month = short_day_text(*complaint.date, Language::nl).substr(3);
        auto& [count, people] = months[month.substr(month.find(' ') + 1) + " 2026"];
        ++count;
        people.insert(complaint.complainant);
        ++week.at(weekday_of(*complaint.date) - 1).at(static_cast<std::size_t>(*complaint.minute_of_day / 60));
    }
    const auto rows = table_in(page, "Meldingen en melders per maand");
    // No dated complaint in January; none in July either, which stands between others.
    REQUIRE(rows.size() == 11);
    CHECK(rows[5] == std::vector<std::string>{"jul 2026", "0", "0"});
    for (const auto& row : rows) {
        INFO(row[0]);
        CHECK(row[1] == text_of(months[row[0]].first));
        CHECK(row[2] == text_of(static_cast<int>(months[row[0]].second.size())));
    }
    const auto grid = table_in(page, "Meldingen per weekdag en uur");
    REQUIRE(grid.size() == 8);
    for (std::size_t day = 0; day < 7; ++day)
        for (std::size_t hour = 0; hour < 24; ++hour)
            CHECK(grid[day][hour + 1] == (week[day][hour] > 0 ? text_of(week[day][hour]) : std::string()));
}

TEST_CASE("the figures of the plan are those of its checks") {
    const Project project = full_project();
    const std::string page = report_page(project);
    std::array<int, 6> quota{}, dark{};
    std::map<std::string, int> crews, themes;
    for (const Check& check : project.plan.checks) {
        if (check.kind == CheckKind::dark_days)
            dark.at(check.municipality) += check.date >= make_date(2027, 10, 1) ? 1 : 0;
        else
            ++quota.at(check.municipality);
        ++crews[project.settings.crew_name(check.crew)];
        ++themes[std::string(name_of(check.theme, Language::nl))];
    }
    const auto rows = table_in(page, "Afgesproken controles per gemeente, in aantallen");
    REQUIRE(rows.size() == 6);
    for (std::size_t m = 0; m < 6; ++m) {
        CHECK(rows[m][1] == "3");
        CHECK(rows[m][2] == text_of(quota.at(m)));
        CHECK(rows[m][6] == text_of(dark.at(m)));
    }
    for (const auto& row : table_in(page, "Controles per ploeg")) CHECK(row[1] == text_of(crews.at(row[0])));
    const auto by_theme = table_in(page, "Controles per thema");
    CHECK(by_theme.size() == themes.size());
    for (const auto& row : by_theme) CHECK(row[1] == text_of(themes.at(row[0])));
    const auto list = table_in(page, "De controles van 2027, op datum");
    REQUIRE(list.size() == project.plan.checks.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Check& check = project.plan.checks[i];
        CHECK(list[i][0].starts_with(day_text(check.date, Language::nl)));
        CHECK(list[i][1] == window_text(check));
        CHECK(has(list[i][3], xml_escaped(project.hotspots[check.hotspot].name)));
        CHECK(has(list[i][3], xml_escaped(check.reason)));
    }
    int in_weeks = 0;
    for (const auto& row : table_in(page, "Controles per ploeg per week"))
        in_weeks += std::stoi(row[2]) + std::stoi(row[3]) + std::stoi(row[4]);
    CHECK(in_weeks == static_cast<int>(project.plan.checks.size()));
}

TEST_CASE("each hotspot has its reason, its estimate, its chance and the range of its rank") {
    const Project project = full_project();
    const std::string page = report_page(project);
    const auto rows = table_in(page, "De eerste 6 aandachtslocaties van Heumen");
    REQUIRE(rows.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) {
        const Hotspot& hotspot = project.hotspots[3 * 6 + i];
        CHECK(rows[i][0] == text_of(hotspot.rank));
        CHECK(has(rows[i][1], xml_escaped(hotspot.name)));
        CHECK(has(rows[i][1], xml_escaped(hotspot.reason)));
        CHECK(rows[i][2].starts_with(text_of(hotspot.accidents)));
        CHECK(rows[i][3].starts_with(fixed_text(hotspot.expected, 1, true)));
        CHECK(has(rows[i][3], "(" + fixed_text(hotspot.expected_low, 1, true) + "\u2013" +
                                  fixed_text(hotspot.expected_high, 1, true) + ")"));
        CHECK(rows[i][4] == percent_text(hotspot.prob_above, 0, Language::nl));
        CHECK(rows[i][6] == text_of(hotspot.rank_best) + "\u2013" + text_of(hotspot.rank_worst));
        CHECK(rows[i][7].starts_with(text_of(hotspot.complainants)));
    }
    // On paper the reasons stand under the table.
    const std::string paper = report_page(project, PageFor::print);
    for (const Hotspot& hotspot : project.hotspots) CHECK(has(paper, xml_escaped(hotspot.reason)));
}

TEST_CASE("the method says what darkness does, or that it cannot be told") {
    Project project = full_project();
    CHECK(has(report_page(project),
              "er in het donker 1,37 keer zoveel ongevallen als in het licht (95\u00a0%: 0,81 tot "
              "2,32)"));
    project.darkness.reset();
    CHECK(has(report_page(project), "Wat donker op zichzelf doet, is hier niet te zeggen"));
}

TEST_CASE("a municipality lists ten places and draws three of them closely") {
    Project project = full_project();
    for (int rank = 7; rank <= 14; ++rank) {
        Hotspot more = project.hotspots[5];
        more.id = {"GM9001-H" + std::to_string(rank)};
        more.rank = rank;
        more.name = "Extra plek " + std::to_string(rank);
        project.hotspots.push_back(more);
    }
    const std::string page = report_page(project);
    CHECK(table_in(page, "De eerste 10 aandachtslocaties van Berkendam").size() == 10);
    CHECK_FALSE(has(page, "<h4>4. "));
    CHECK(times(page, "<h4>3. ") == 6);
}

TEST_CASE("what cannot be met, what is not visited, and what was left out are told") {
    const std::string page = report_page(full_project());
    CHECK(has(page, "1 van 19 bepalingen van de afspraken niet gehaald"));
    CHECK(has(page, "Kleinste versoepeling:</b> Ploeg Oost: 3 controles per week in plaats van 2"));
    CHECK(has(page, "De weg is niet als handhaafbaar beoordeeld."));
    const auto intake = table_in(page, "Waar elke gelezen rij bleef");
    REQUIRE(intake.size() == 2);
    CHECK(intake[0] == std::vector<std::string>{"bron.csv", "ongevallen", "450", "378", "42", "2", "1", "20", "7"});
    CHECK(has(page, "42 ongevallen zijn alleen op straat of gemeente geregistreerd"));
    CHECK(has(page, "Uren worden nergens verzonnen"));
    CHECK(has(page, "Baken verzint ze niet"));
    CHECK(has(page, std::string(64, 'c')));
    CHECK(has(page, std::string(64, 'a')));
    CHECK(has(page, "di 22 dec 2026"));
}

TEST_CASE("headings come in order, the contents lead to every section, and landmarks are there") {
    const std::string page = report_page(full_project());
    CHECK(times(page, "<h1") == 1);
    int level = 1;
    for (std::size_t at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
        if (page[at + 2] < '1' || page[at + 2] > '6') continue;
        const int here = page[at + 2] - '0';
        CHECK(here <= level + 1);
        level = here;
    }
    for (std::size_t at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
        const std::string id = page.substr(at + 7, page.find('"', at + 7) - at - 7);
        INFO(id);
        CHECK(times(page, "id=\"" + id + "\"") == 1);
    }
    for (const std::string_view landmark :
         {"<header>", "<nav ", "<main id=\"inhoud\">", "class=\"skip\" href=\"#inhoud\""})
        CHECK(has(page, landmark));
    CHECK(times(page, "<table") == times(page, "<caption"));
}

TEST_CASE("the report speaks the language of the settings, and a project without a plan still has one") {
    Project project = full_project();
    project.settings.language = Language::en;
    const std::string english = report_page(project);
    CHECK(has(english, "<html lang=\"en\">"));
    CHECK(has(english, "Accidents per year, by outcome"));
    for (const std::string_view dutch : {"Ongevallen", "Meldingen", "gemeenten", "Werkwijze", "Cijfers", "Gelezen"})
        CHECK_FALSE(has(english, dutch));
    project.settings.language = Language::nl;
    project.plan = {};
    project.certificate = {};
    project.hotspots.clear();
    for (const PageFor target : {PageFor::screen, PageFor::print}) {
        const std::string early = report_page(project, target);
        CHECK(badly_nested(early).empty());
        CHECK(has(early, "Er is nog geen plan gemaakt."));
        CHECK_FALSE(has(early, "Aandachtslocaties per gemeente"));
    }
    CHECK(report_page(full_project()) == report_page(full_project()));
}
