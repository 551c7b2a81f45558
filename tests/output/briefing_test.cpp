#include "base/error.hpp"
#include "base/text.hpp"
#include "output/base64.hpp"
#include "output/briefing.hpp"
#include "output/briefing_words.hpp"
#include "output/html.hpp"
#include "output/theme_lists.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <set>

using namespace baken;
using namespace baken::test;

namespace {

bool says_it(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

/// The words of a page as a reader meets them: without tags and pictures.
std::string read_aloud(const std::string& html) {
    std::string words;
    bool is_tag = false;
    for (const char c : html.substr(html.find("<body"))) {
        if (c == '<') is_tag = true;
        if (!is_tag) words += c;
        if (c == '>') {
            is_tag = false;
            words += ' ';
        }
    }
    return words;
}

const Check& check_of(const Project& project, std::string_view id) {
    for (const Check& check : project.plan.checks)
        if (check.id.text == id) return check;
    throw InternalError("no such check in the sample");
}

/// Every "<" that begins a tag has its own kind of tag, each tag is closed, and no sign of the data gets in between.
void check_well_formed(const std::string& html) {
    std::vector<std::string> open;
    static const std::set<std::string> empty{"meta", "img", "br", "!DOCTYPE"};
    static const std::set<std::string> known{"html", "head", "title", "style", "body", "table", "tr",
                                             "td",   "p",    "h1",    "h2",    "b",    "span"};
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const bool is_end = html[at + 1] == '/';
        const std::size_t from = at + (is_end ? 2 : 1);
        const std::string name = html.substr(from, html.find_first_of(" >", from) - from);
        if (empty.contains(name)) continue;
        INFO(html.substr(at, 60));
        REQUIRE(known.contains(name));
        if (!is_end) {
            open.push_back(name);
            continue;
        }
        REQUIRE_FALSE(open.empty());
        REQUIRE(open.back() == name);
        open.pop_back();
    }
    CHECK(open.empty());
}

}  // namespace

TEST_CASE("a sheet reads in the order in which a crew asks: which, where, when, light, place, why, what, results") {
    const Project project = sample_project();
    const std::string page = read_aloud(briefing_page(project, check_of(project, "GM9004-2027-02")));
    std::size_t last = 0;
    for (const std::string_view what : {"GM9004-2027-02",
                                        "Zand &quot;Oost&quot;",
                                        "Datum",
                                        "wo 12 mei 2027",
                                        "15:00\u201317:00",
                                        "snelheid",
                                        "Reservedatum",
                                        "De plek",
                                        "Limiet",
                                        "Handhaafbaar",
                                        "Veilige stopplaats",
                                        "Inzet",
                                        "Ploeg Oost",
                                        "Waarom hier",
                                        "15 ongevallen",
                                        "8 klachten van 6 melders",
                                        "Waar u op let",
                                        "Eerdere controles hier",
                                        "Uitslag",
                                        "Voertuigen",
                                        "Waarschuwingen",
                                        "Opmerking",
                                        "Bronnen",
                                        "Intern",
                                        "Baken 0.1.0"}) {
        const std::size_t at = page.find(what, last);
        INFO(what);
        REQUIRE(at != std::string::npos);
        last = at;
    }
}

TEST_CASE("every kind, theme and language gives a whole page with a heading, alternative texts and its language") {
    Project project = sample_project();
    for (const Language language : {Language::nl, Language::en}) {
        project.settings.language = language;
        for (Check check : project.plan.checks)
            for (const Theme theme : all_themes) {
                check.theme = theme;
                const std::string page = briefing_page(project, check);
                check_well_formed(page);
                CHECK(says_it(page, language == Language::nl ? "<html lang=\"nl\">" : "<html lang=\"en\">"));
                CHECK(page.find("<h1") == page.rfind("<h1"));
                CHECK(says_it(page, "<h2"));
                for (std::size_t at = page.find("<img"); at != std::string::npos; at = page.find("<img", at + 1)) {
                    const std::string tag = page.substr(at, page.find('>', at) - at);
                    CHECK(says_it(tag, " alt=\""));
                    CHECK_FALSE(says_it(tag, " alt=\"\""));
                }
                for (const auto line : what_to_check(theme, language)) CHECK(says_it(page, xml_escaped(line)));
            }
    }
}

TEST_CASE("a sheet says what was measured, and asks on a speed check whether it still holds") {
    Project project = sample_project();
    Check check = project.plan.checks.front();
    check.hotspot = 0;
    check.theme = Theme::speed;
    const std::string page = briefing_page(project, check);
    CHECK(says_it(page, "Gemeten binnen 250 m: V85 62 km/u, 37\u00a0% boven de limiet."));
    CHECK(says_it(page, "Klopt de gemeten V85 nog (62 km/u, limiet 50)?"));
    CHECK_FALSE(says_it(page, "Dichtstbijzijnde school"));
    check.theme = Theme::school_zone;
    CHECK(says_it(briefing_page(project, check), "Dichtstbijzijnde school: 180 m"));
    CHECK_FALSE(says_it(briefing_page(project, check), "Klopt de gemeten"));
    check.theme = Theme::speed;
    project.hotspots[0].share_over.reset();
    project.hotspots[0].speed_limit.reset();
    CHECK(says_it(briefing_page(project, check), "Gemeten binnen 250 m: V85 62 km/u."));
    CHECK(says_it(briefing_page(project, check), "Klopt de gemeten V85 nog (62 km/u)?"));
    check.hotspot = 1;
    CHECK_FALSE(says_it(briefing_page(project, check), "V85"));
}

TEST_CASE("hostile and endless names neither break the page nor push the form off it") {
    Project project = sample_project();
    const std::string endless = "<b>\"'&" + std::string(300, 'W') + "\u00e9";
    Check check = check_of(project, "GM9001-2027-02");
    project.settings.name = endless;
    project.region.edit().municipalities[0].name = endless;
    for (Hotspot& hotspot : project.hotspots) hotspot.name = hotspot.remark = hotspot.black_spot_norm = endless;
    for (RoadSegment& road : project.region.edit().roads) road.name = endless;
    project.settings.crews[0].name = endless;
    check.campaign = check.partners = endless;
    check.id.text = endless;
    project.provenance.inputs.assign(12, {endless, std::string(64, 'a'), 5});
    const std::string page = briefing_page(project, check);
    check_well_formed(page);
    CHECK_FALSE(says_it(page, std::string(100, 'W')));
    CHECK(says_it(page, "en 8 andere"));
}

TEST_CASE("neither who complained nor what they wrote is on a sheet") {
    const Project project = sample_project();
    for (const Check& check : project.plan.checks) {
        const std::string page = briefing_page(project, check);
        for (const std::string_view secret : {"secret-hash", "Geheimstraat", "racen", "SIG-1", "18446744"})
            CHECK_FALSE(says_it(page, secret));
    }
}

TEST_CASE("a check past midnight says so, and one without a place still has a sheet") {
    Project project = sample_project();
    Check night = check_of(project, "GM9005-2027-01");
    night.start = 23 * 60 + 30;
    night.end = 25 * 60 + 30;
    CHECK(says_it(briefing_page(project, night), "23:30\u201301:30"));
    CHECK(says_it(briefing_page(project, night), "tot na middernacht"));
    night.hotspot = 999;
    const std::string page = briefing_page(project, night);
    check_well_formed(page);
    CHECK(says_it(page, "De plek van deze controle staat niet in het project."));
    CHECK(says_it(page, "Uitslag"));
}

TEST_CASE("earlier checks at the place are told with what they gave, the last one first") {
    Project project = sample_project();
    Check before = check_of(project, "GM9001-2027-01");
    Check later = before;
    later.id = {"GM9001-2027-09"};
    later.date = make_date(2027, 11, 5);
    before.status = CheckStatus::done;
    before.result =
        CheckResult{.vehicles = 84, .tests = 61, .warnings = 3, .fines = {{"alcohol", 2}}, .remark = "kenteken"};
    Check cancelled = before;
    cancelled.id = {"GM9001-2027-08"};
    cancelled.date = make_date(2027, 6, 1);
    cancelled.status = CheckStatus::cancelled;
    project.plan.checks = {before, cancelled, later};
    const auto lines = earlier_checks(project, later, 2);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "di 1 jun 2027, alcohol en drugs: ging niet door.");
    CHECK(says_it(lines[1], "84 voertuigen, 61 testen, 3 waarschuwingen; bonnen: alcohol 2"));
    CHECK(earlier_checks(project, before, 2).empty());
}

TEST_CASE("a sheet without events in the project tells what the hotspot knows") {
    Project project = sample_project();
    project.region.edit().accidents.clear();
    project.region.edit().complaints.clear();
    const std::string page = briefing_page(project, check_of(project, "GM9001-2027-02"));
    check_well_formed(page);
    CHECK(says_it(page, "15 ongevallen"));
}

TEST_CASE("the form has a field for everything that a result holds") {
    Project project = sample_project();
    project.settings.language = Language::en;
    const std::string page = read_aloud(briefing_page(project, check_of(project, "GM9001-2027-02")));
    for (const std::string_view field : {"Vehicles", "Tests", "Warnings", "Fine: speed", "Other fines", "Remark"})
        CHECK(says_it(page, field));
}

TEST_CASE("file names are plain, sort by day and tell the municipality") {
    const Project project = sample_project();
    CHECK(briefing_name(project, check_of(project, "GM9004-2027-02")) == "2027-05-12-heumen-GM9004-2027-02");
    CHECK(briefing_name(project, check_of(project, "GM9003-2027-02")) == "2027-05-09-t-hof-b-GM9003-2027-02");
    Check check = check_of(project, "GM9005-2027-02");
    check.id.text = "../../etc <x>";
    CHECK(briefing_name(project, check) == "2027-05-15-west-maas-en-waal-------etc--x-");
}

TEST_CASE("base64 is as RFC 4648 has it") {
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xff\x00\xfe") == "/w==");  // the literal ends at its zero
}

TEST_CASE("the same check gives the same bytes") {
    const Project project = sample_project();
    const Check& check = check_of(project, "GM9001-2027-02");
    CHECK(briefing_page(project, check) == briefing_page(sample_project(), check));
}
