#include "output/charts_findings.hpp"
#include "output/findings_words.hpp"
#include "output/json.hpp"
#include "output/map_picture.hpp"
#include "output/markup.hpp"
#include "output/report.hpp"
#include "output/workbook_sheets.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <nlohmann/json.hpp>

using namespace baken;
using namespace baken::test;
using nlohmann::json;

namespace {

/// The sample, in which nothing was found beside the hotspots.
Project bare() {
    Project project = sample_project();
    project.findings = Findings{};
    return project;
}

}  // namespace

TEST_CASE("where nothing was found a sentence says why, and what would help") {
    Project project = sample_project();
    CHECK(no_stretches(project, Language::nl).empty());
    project.findings.edit().stretches.clear();
    CHECK(no_stretches(project, Language::en) == "On no road do accidents lie closer together than chance explains.");
    project.findings = Findings{};
    CHECK(has(no_stretches(project, Language::nl), "nog niet langs de weg gezocht"));
    project.region.edit().accidents.clear();
    CHECK(has(no_stretches(project, Language::nl), "geen ongevallen ingelezen"));
    project.region.edit().roads.clear();
    CHECK(has(no_stretches(project, Language::nl), "Voeg een bron met wegen toe"));
    CHECK(has(pattern_sentence({}, Language::nl), "niet berekend"));
    CHECK(cells_sentence({}, Language::nl).empty());
    CHECK(density_sentence({}, Language::nl).empty());
    CHECK(stretches_sentence({}, Language::nl).empty());
}

TEST_CASE("the pattern of the region is told with its figures, and only as surely as they allow") {
    Findings findings;
    findings.pattern =
        GlobalPattern{.units = 288, .moran_i = 0.31, .expected = -1.0 / 287, .z = 7.9, .p_value = 0.0004};
    const std::string together = pattern_sentence(findings, Language::nl);
    CHECK(has(together, "meer bij elkaar dan toeval verklaart"));
    CHECK(has(together, "Moran's I 0,31 waar toeval 0,00 geeft; p <\u00a00,001; 288 vierkanten"));
    findings.pattern->p_value = 0.051;
    CHECK(has(pattern_sentence(findings, Language::en), "together no more than chance explains"));
    // Less alike than by chance is no clustering, however small p is.
    findings.pattern = GlobalPattern{.units = 50, .moran_i = -0.4, .expected = -0.02, .z = -5, .p_value = 0.001};
    CHECK(has(pattern_sentence(findings, Language::en), "together no more than chance explains"));
}

TEST_CASE("stretches are counted, and those that may be false alarms apart") {
    // Of the eight stretches and the junction of the sample one has a q above 0.1.
    const Findings findings = *sample_project().findings;
    CHECK(has(stretches_sentence(findings, Language::nl), "Op 8 trajecten en 1 kruispunt"));
    CHECK(has(stretches_sentence(findings, Language::nl), "voor 8 daarvan"));
    Findings one;
    one.stretches.resize(1);
    one.stretches[0].q_value = 0.3;
    CHECK(has(stretches_sentence(one, Language::en), "may be chance"));
    one.stretches[0].q_value = 0.1;
    CHECK(has(stretches_sentence(one, Language::en), "closer together than chance explains"));
    CHECK(parts_text(12, Language::nl) == "12");
    CHECK(parts_text(8.3, Language::nl) == "8,3");
    CHECK(small_text(0.0231, Language::nl) == "0,023");
    CHECK(stretch_name(StretchFinding{}, Language::en) == "road without a name");
}

TEST_CASE("distances at which more lie together than chance explains are told in runs") {
    Project project = bare();
    NetworkK k;
    k.distance = {100, 200, 300, 400, 500, 600};
    k.observed = {5, 1, 5, 5, 5, 1};
    k.low = {0, 0, 0, 0, 0, 0};
    k.high = {2, 2, 2, 2, 5, 2};  // at 500 it is on the edge, which is not above
    project.findings.edit().k_function = k;
    const NetworkDistances series = network_distances(project);
    REQUIRE(series.rows.size() == 6);
    REQUIRE(series.above.size() == 2);
    CHECK(series.above[1].from == 300);
    CHECK(series.above[1].to == 400);
    CHECK(has(note_on(series, Language::nl), "liggen zij op 100 m en van 300 tot 400 m."));
    CHECK(has(note_on(series, Language::en), "more than chance explains at 100 m and from 300 to 400 m."));
    project.findings.edit().k_function->observed = {0, 0, 0, 0, 0, 0};
    CHECK(network_distances(project).above.empty());
    CHECK(has(note_on(network_distances(project), Language::nl), "niet meer bij elkaar"));
}

TEST_CASE("the chart of distances draws its band and line, and says why where there is nothing") {
    const Chart chart = network_k_chart(network_distances(sample_project()), Language::nl, {.width = 680});
    CHECK(chart.instead.empty());
    CHECK(badly_nested(chart.svg).empty());
    CHECK(chart.figures.rows.size() == 20);
    // 100 m: 0.42 and 1.1 (1 - e^(-2/3)) = 0.535; by chance 0.37 to 0.45 and 0.12.
    CHECK(chart.figures.rows[1] == std::vector<std::string>{"100", "0,96", "0,37", "0,57"});
    CHECK(has(chart.svg, "gevonden"));
    CHECK(has(chart.svg, "bij toeval"));
    CHECK(has(network_k_chart(network_distances(bare()), Language::nl).instead, "nog niet gerekend"));
    Project roadless = bare();
    roadless.region.edit().roads.clear();
    CHECK(has(network_k_chart(network_distances(roadless), Language::en).instead, "Without roads"));
    CHECK(network_k_chart(network_distances(roadless), Language::en).svg.empty());
}

TEST_CASE("a chart of distances has a scale that holds its highest number, whatever its size") {
    for (const double top : {0.003, 0.7, 1.0, 9.6, 430.0, 51000.0}) {
        Project project = bare();
        project.findings.edit().k_function = NetworkK{{100, 200}, {top / 2, top}, {0, 0}, {top / 3, top / 2}};
        const std::string svg = network_k_chart(network_distances(project), Language::en, {.width = 460}).svg;
        CHECK(badly_nested(svg).empty());
        for (const char* wrong : {" nan", "Mnan", "Lnan", " -nan"}) CHECK_FALSE(has(svg, wrong));
        CHECK_FALSE(has(svg, "inf"));
        CHECK_FALSE(has(svg, "-1."));  // nothing above the top of the sheet
    }
}

TEST_CASE("the report lists the stretches by rank with what chance would give, in both languages and on paper") {
    Project project = sample_project();
    const std::string page = report_page(project);
    const auto rows = table_in(page, "Trajecten en kruispunten met opvallend veel ongevallen");
    REQUIRE(rows.size() == 9);
    CHECK(rows[0][0] == "1");
    CHECK(has(rows[0][1], "N320"));
    CHECK(has(rows[0][1], "Berkendam"));
    CHECK(has(rows[0][3], "14"));
    CHECK(has(rows[0][3], "5 letsel"));
    CHECK(rows[0][4] == "3,2");
    CHECK(rows[0][5] == "4,4\u00d7");
    CHECK(rows[0][6] == "0,012");
    CHECK(rows[0][7] == "scan langs de weg");
    CHECK(has(rows[1][3], "8,2"));  // 8.25
    CHECK(rows[1][7] == "KDE+");
    CHECK(rows[7][7] == "kruispunt");
    CHECK(has(rows[8][1], "weg zonder naam"));
    CHECK(has(page, "Waar op de weg"));
    CHECK(has(page, "Hoe ongevallen langs de weg bij elkaar liggen"));
    CHECK(has(page, "Hoe druk een weg is, telt niet mee"));
    CHECK(has(page, "stukjes weg van ongeveer 200 m"));
    project.settings.language = Language::en;
    for (const PageFor target : {PageFor::screen, PageFor::print}) {
        const std::string english = report_page(project, target);
        CHECK(badly_nested(english).empty());
        CHECK(has(english, "Where along the road"));
        CHECK(has(english, "Moran"));
        CHECK_FALSE(has(english, "<N322>"));
    }
}

TEST_CASE("a report without findings says so where they would stand, and draws no empty map or table") {
    for (const PageFor target : {PageFor::screen, PageFor::print}) {
        const std::string page = report_page(bare(), target);
        CHECK(badly_nested(page).empty());
        CHECK(has(page, "Waar op de weg"));
        CHECK(has(page, "nog niet langs de weg gezocht"));
        CHECK_FALSE(has(page, "Trajecten en kruispunten met opvallend"));
        CHECK_FALSE(has(page, "onderbroken lijn"));
    }
}

TEST_CASE("a map of findings has a class of each colour, a plate with the rank of each stretch, and a legend") {
    const Project project = sample_project();
    const MapPicture asked{.view = whole_region(project),
                           .width = 960,
                           .height = 620,
                           .has_hotspots = false,
                           .has_density = true,
                           .has_stretches = true};
    const std::string map = map_picture(project, asked);
    CHECK(badly_nested(map).empty());
    for (const char* colour : {"#d07a2a", "#b95f12", "#9a4a0a", "#783706", "#4f2303", "#1f3a6e"})
        CHECK(has(map, colour));
    CHECK(has(map, "traject, met rang"));
    CHECK(has(map, "ongevallen per km per jaar:"));
    CHECK(has(map, "stroke-dasharray"));
    for (int rank = 1; rank <= 9; ++rank) CHECK(has(map, ">" + std::to_string(rank) + "<"));
    const std::string empty = map_picture(bare(), asked);
    CHECK_FALSE(has(empty, "traject, met rang"));
    CHECK_FALSE(has(empty, "#4f2303"));
}

TEST_CASE("plan.json has the counts, the pattern and every stretch by rank") {
    const json findings = json::parse(plan_json(sample_project()))["findings"];
    CHECK(findings["cells"] == 288);
    // Per municipality those within 1.26 sides of the middle: q = 0.02 + 0.05 d^2 is at most 0.1 up to d = 1.2649.
    CHECK(findings["cells_striking"] == 6 * 4);
    CHECK(findings["lixels"] == 540);
    CHECK(findings["lixel_length"] == 200);
    CHECK(findings["stretches_striking"] == 8);
    CHECK(findings["pattern"]["units"] == 288);
    CHECK(findings["network_k"].size() == 20);
    REQUIRE(findings["stretches"].size() == 9);
    CHECK(findings["stretches"][0]["stretch_id"] == "GM9001-S01");
    CHECK(findings["stretches"][0]["strength"].is_null());
    CHECK(findings["stretches"][1]["method"] == "kde_plus");
    CHECK(findings["stretches"][1]["strength"] == 0.61);
    CHECK(findings["stretches"][7]["method"] == "junction");
    CHECK(findings["stretches"][7]["strength"].is_null());
    CHECK(findings["stretches"][8]["stretch_rank"] == 9);
    const json none = json::parse(plan_json(bare()))["findings"];
    CHECK(none["stretches"].empty());
    CHECK(none["pattern"].is_null());
    CHECK(none["cells"] == 0);
}

TEST_CASE("the workbook has a sheet of stretches where there are any") {
    const Project project = sample_project();
    const Sheet sheet = stretches_sheet(project);
    REQUIRE(sheet.rows.size() == 9);
    CHECK(std::get<std::int64_t>(sheet.rows[0][0]) == 1);
    CHECK(std::get<double>(sheet.rows[0][4]) == 14);
    CHECK(std::get<std::string>(sheet.rows[1][2]) == "'t Zand \"Oost\" <N322> & co");
    CHECK(std::get<std::string>(sheet.rows[8][2]) == "weg zonder naam");
    CHECK(has(std::get<std::string>(sheet.facts.at(0).value), "Moran"));
}
