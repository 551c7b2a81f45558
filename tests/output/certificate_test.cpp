#include "output/certificate.hpp"

#include "base/text.hpp"
#include "output/certificate_groups.hpp"
#include "output/markup.hpp"
#include "output/words.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

TEST_CASE("the certificate shows quota and dark days as met of required") {
    const std::string page = certificate_page(sample_project());
    CHECK(has(page, "<b>18/18</b>"));
    CHECK(has(page, "<b>6/6</b>"));
    CHECK(has(page, "1 van 19 bepalingen niet gehaald"));
    CHECK(has(page, "Kleinste versoepeling:</b> Ploeg Oost: 3 controles per week in plaats van 2"));
    CHECK(has(page, "31 van de 97 letselongevallen van 2024 (32,0\u00a0%)"));
}

TEST_CASE("a clause names the day and place of each check that meets it") {
    const Project project = sample_project();
    const std::string page = certificate_page(project);
    for (const auto& check : project.plan.checks) {
        CHECK(has(page, "href=\"#" + check.id.text + "\""));
        CHECK(has(page, "<tr id=\"" + check.id.text + "\"><th scope=\"row\" class=\"when\">" +
                            day_text(check.date, Language::nl)));
    }
    CHECK(has(page, "23:30\u201301:30"));
}

TEST_CASE("nothing that came from a file becomes markup") {
    const std::string page = certificate_page(sample_project());
    CHECK_FALSE(has(page, "<winter>"));
    CHECK_FALSE(has(page, "Hof <b>"));
    CHECK_FALSE(has(page, "<N322>"));
    CHECK(has(page, "&#39;t Hof &lt;b&gt;"));
    CHECK(badly_nested(page).empty());
}

TEST_CASE("the certificate keeps the seed, scripts and the network out") {
    const std::string page = certificate_page(sample_project());
    for (const std::string_view banned :
         {"18446744073709551557", "18446744", "<script", "http://", "https://", "src=", "url(", "/home/"})
        CHECK_FALSE(has(page, banned));
}

TEST_CASE("clauses stand in tables: state, clause, the checks that meet it, how many of how many") {
    const std::string page = certificate_page(sample_project());
    const auto rows = table_in(page, "Gerichte controles per gemeente");
    REQUIRE(rows.size() == 6);
    REQUIRE(rows[3].size() == 4);
    CHECK(rows[3][0] == "\u2713 gehaald");
    CHECK(rows[3][1] == "Heumen: 3 gerichte controles in 2027");
    // 3 + 3 x 3 = 12 May at its second place, 8 October at its third.
    CHECK(has(rows[3][2], "wo 12 mei &#39;t Zand"));
    CHECK(has(rows[3][2], "vr 8 okt Nijmeegsebaan, Heumen"));
    CHECK(rows[3][3] == "3/3");
    const auto prohibitions = table_in(page, "Wat niet mag");
    REQUIRE(prohibitions.size() == 3);
    CHECK(prohibitions[1] ==
          std::vector<std::string>{"\u2713 in orde", "Geen controle op een feestdag of gesloten dag"});
}

TEST_CASE("the certificate on paper says the same, without what a word processor cannot lay out") {
    const Project project = sample_project();
    const std::string page = certificate_page(project, PageFor::print);
    CHECK(badly_nested(page).empty());
    for (const std::string_view banned : {"<svg", "grid", "flex", "var(", "<details", "href=", "18446744", "<section"})
        CHECK_FALSE(has(page, banned));
    for (const auto& clause : project.certificate.clauses) CHECK(has(page, xml_escaped(clause.text)));
    for (const auto& check : project.plan.checks) CHECK(has(page, day_text(check.date, Language::nl)));
    CHECK(has(page, "size:21cm 29.7cm"));
    CHECK(has(page, "1 van 19 bepalingen niet gehaald"));
    // Rows of a month stay together, under the month's name.
    CHECK(has(page, "<h3>oktober 2027</h3>"));
    CHECK(times(page, "page-break-inside:avoid") > 10);
}

TEST_CASE("the certificate speaks the language of the settings") {
    Project project = sample_project();
    project.settings.language = Language::en;
    const std::string page = certificate_page(project);
    CHECK(has(page, "<html lang=\"en\">"));
    CHECK(has(page, "1 of 19 clauses not met"));
    CHECK(has(page, "31 of the 97 injury accidents of 2024 (32.0%)"));
    CHECK_FALSE(has(page, "Herkomst"));
}

TEST_CASE("a met certificate says so, and leaves out what there is nothing to say about") {
    Project project = sample_project();
    project.plan.unmet.clear();
    project.plan.unvisited.clear();
    project.foresight.reset();
    for (auto& clause : project.certificate.clauses) {
        clause.ok = true;
        clause.met = clause.required;
    }
    const std::string page = certificate_page(project);
    CHECK(has(page, "Alle 19 bepalingen zijn gehaald"));
    CHECK_FALSE(has(page, "\u2717"));
    CHECK_FALSE(has(page, "Voorspelkracht"));
    CHECK(badly_nested(page).empty());
}

TEST_CASE("the solver's sentence promises no more than was proved") {
    CHECK(solver_sentence({.status = SolveStatus::optimal, .best = 20, .bound = 20, .gap = 0, .value = 20},
                          Language::en) ==
          "Proven: no plan that keeps as many agreements is better than the best one found.");
    // 20.05 / 20 - 1 = 0.25 %, said as 0.3; 1 - 19 / 20 = 5 %.
    CHECK(
        solver_sentence(
            {.status = SolveStatus::within_gap, .best = 20, .bound = 20.05, .gap = 0.05 / 20.05, .value = 19},
            Language::nl) ==
        "Bewezen: geen plan dat evenveel afspraken nakomt is meer dan 0,3\u00a0% beter dan het beste dat is gevonden. "
        "Dit plan geeft daarvan hoogstens 5,0\u00a0% op, zodat het niet te voorspellen is.");
    CHECK(solver_sentence({.status = SolveStatus::stopped, .best = 20, .bound = 30, .gap = 0.3, .value = 20},
                          Language::en)
              .find("roven") == std::string::npos);
}

TEST_CASE("clauses are grouped by what they ask, and a breach never counts as more than required") {
    Certificate certificate;
    certificate.clauses = {{"spacing", "s", 0, 0, true, {}},      {"quota.GM1", "q", 3, 5, true, {}},
                           {"maximum.GM1", "m", 6, 5, true, {}},  {"quota.GM2", "q", 3, 1, false, {}},
                           {"dark.GM1", "d", 1, 1, true, {}},     {"campaign_windows", "c", 0, 0, true, {}},
                           {"something.new", "n", 2, 2, true, {}}};
    const auto sections = sections_of(certificate);
    REQUIRE(sections.size() == 4);
    CHECK(sections[0].group == ClauseGroup::quota);
    CHECK(sections[0].required() == 6);
    CHECK(sections[0].met() == 4);
    CHECK_FALSE(sections[0].ok());
    CHECK(sections[1].group == ClauseGroup::dark_days);
    CHECK(sections[2].group == ClauseGroup::other);
    CHECK(sections[3].group == ClauseGroup::prohibitions);
    CHECK(sections[3].clauses.size() == 3);
}

TEST_CASE("days are written as people write them") {
    CHECK(day_text(make_date(2027, 3, 12), Language::nl) == "vr 12 mrt 2027");
    CHECK(day_text(make_date(2027, 10, 31), Language::en) == "Sun 31 Oct 2027");
}

TEST_CASE("a complaint site without a check is told as explained, not as met") {
    const std::string page = certificate_page(sample_project());
    const auto at = page.find("Rijksstraatweg: 6 melders, dus een controle of een reden.");
    REQUIRE(at != std::string::npos);
    const std::string before = page.substr(page.rfind("<tr>", at), at - page.rfind("<tr>", at));
    CHECK(has(before, "toegelicht"));
    CHECK_FALSE(has(before, "\u2713"));
    CHECK(has(page, "de rest is toegelicht"));
}
