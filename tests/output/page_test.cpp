#include "output/page.hpp"

#include "output/base64.hpp"
#include "output/chart_ink.hpp"
#include "output/markup.hpp"
#include "output/page_style.hpp"
#include "support/support.hpp"

#include <cmath>
#include <cstdlib>

using namespace baken;
using namespace baken::test;

namespace {

/// Contrast of two colours "#rrggbb" (WCAG 2.1).
double contrast(std::string_view a, std::string_view b) {
    const auto luminance = [](std::string_view colour) {
        const auto channel = [&](std::size_t at) {
            const double value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    };
    const double high = std::max(luminance(a), luminance(b)), low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

/// A rule of the sheet that charts have in the dark.
std::string dark_colour(std::string_view name) {
    const std::string sheet = chart_sheet(), rule = ".chart .f-" + std::string(name) + "{fill:";
    const auto at = sheet.find(rule);
    REQUIRE(at != std::string::npos);
    return sheet.substr(at + rule.size(), 7);
}

const PageTable table{.caption = "Wat <er> is",
                      .columns = {{.head = "Plek"}, {.head = "Aantal", .width = 20, .is_number = true}},
                      .rows = {{.cells = {escaped("'t Zand & <zo>"), "12"}, .id = "a1"}}};

}  // namespace

TEST_CASE("bytes become text as RFC 4648 has it") {
    const std::vector<std::pair<std::string, std::string>> vectors{{"", ""},
                                                                   {"f", "Zg=="},
                                                                   {"fo", "Zm8="},
                                                                   {"foo", "Zm9v"},
                                                                   {"foob", "Zm9vYg=="},
                                                                   {"fooba", "Zm9vYmE="},
                                                                   {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : vectors) CHECK(base64(bytes) == text);
    CHECK(base64("\xff\xfe\x00\x80") == "//4=");  // a C string ends at the zero
    CHECK(base64(std::string_view("\xff\xfe\x00\x80", 4)) == "//4AgA==");
}

TEST_CASE("a table of a page names its columns and rows, and escapes what is plain text") {
    const std::string screen = page_table(table, PageFor::screen), paper = page_table(table, PageFor::print);
    for (const std::string& text : {screen, paper}) {
        CHECK(badly_nested(text).empty());
        CHECK(has(text, "Wat &lt;er&gt; is"));
        CHECK(has(text, "&#39;t Zand &amp; &lt;zo&gt;"));
        CHECK(times(text, "scope=\"col\"") == 2);
    }
    CHECK(has(screen, "<th scope=\"row\">"));
    CHECK(has(screen, "<td class=\"right\" data-is=\"Aantal\">12</td>"));
    CHECK(has(screen, "<tr id=\"a1\">"));
    CHECK(has(paper, "align=\"right\" width=\"20%\">12</td>"));
    PageTable none = table;
    none.rows.clear();
    CHECK(page_table(none, PageFor::screen).empty());
}

TEST_CASE("on paper only a table that fits a page must stay on one") {
    PageTable longer = table;
    longer.rows.assign(kept_rows, longer.rows.front());
    CHECK(has(page_table(longer, PageFor::print), "page-break-inside:avoid"));
    longer.rows.push_back(longer.rows.front());
    CHECK_FALSE(has(page_table(longer, PageFor::print), "page-break-inside:avoid"));
}

TEST_CASE("a section without content is not there, and neither is a list, a fact or a note") {
    const PageParts parts(Language::nl, PageFor::screen);
    CHECK(parts.section("a", "Titel", "").empty());
    CHECK(parts.list({}).empty());
    CHECK(parts.facts({{"Naam", ""}}).empty());
    CHECK(parts.note("").empty());
    CHECK(has(parts.section("a", "Ti<el", "<p></p>"), "<h2 id=\"a\">Ti&lt;el</h2>"));
}

TEST_CASE("a sentence takes its figures in order, in the language of the page") {
    CHECK(
        PageParts(Language::nl, PageFor::screen).sentence("{} van {}: {}", "{} of {}: {}", 3, std::size_t{4}, "goed") ==
        "3 van 4: goed");
    CHECK(PageParts(Language::en, PageFor::print).sentence("a", "{}{}", std::string("{}"), 2) == "{}2");
    CHECK_THROWS(PageParts(Language::nl, PageFor::screen).sentence("geen plek", "no place", 1));
}

TEST_CASE("a chart without a drawing is a sentence, and its picture on paper is an image with words") {
    const Chart empty{.title = "Ongevallen", .instead = "Te weinig & zo."};
    const Chart drawn{.title = "Ongevallen",
                      .svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"100\"></svg>",
                      .note = "Dunne lijn.",
                      .figures = {.head = {"jaar", "aantal"}, .rows = {{"2024", "7"}}}};
    const std::string screen = PageParts(Language::nl, PageFor::screen).charts({empty, drawn});
    CHECK(has(screen, "Te weinig &amp; zo."));
    CHECK(has(screen, "<svg"));
    CHECK(table_in(screen, "Ongevallen") == std::vector<std::vector<std::string>>{{"2024", "7"}});
    const std::string paper = PageParts(Language::nl, PageFor::print).charts({empty, drawn});
    CHECK_FALSE(has(paper, "<svg"));
    CHECK(has(paper, "src=\"data:image/svg+xml;base64," + base64(drawn.svg) + "\""));
    CHECK(has(paper, "alt=\"Ongevallen. 2024: aantal 7\""));
    CHECK(has(paper, "Te weinig &amp; zo."));
    CHECK(badly_nested(screen).empty());
    CHECK(badly_nested(paper).empty());
}

TEST_CASE("texts of the charts keep 4.5 to 1 and marks 3 to 1, on white and in the dark") {
    const std::string paper = "#ffffff", night = dark_colour("surface");
    for (const Tone tone : {Tone::text, Tone::soft, Tone::bad, Tone::dark}) {
        INFO(colour_of(tone));
        CHECK(contrast(colour_of(tone), paper) >= 4.5);
    }
    for (const std::string_view name : {"text", "soft", "bad", "dark"}) {
        INFO(name);
        CHECK(contrast(dark_colour(name), night) >= 4.5);
    }
    for (const Tone tone :
         {Tone::fatal, Tone::injury, Tone::damage_only, Tone::complaint, Tone::complainant, Tone::check}) {
        INFO(colour_of(tone));
        CHECK(contrast(colour_of(tone), paper) >= 3);
    }
    for (const std::string_view name : {"fatal", "injury", "damage", "complaint", "complainant", "check"}) {
        INFO(name);
        CHECK(contrast(dark_colour(name), night) >= 3);
    }
    const std::array<std::string_view, 5> steps{"step1", "step2", "step3", "step4", "step5"};
    for (int step = 0; step < 5; ++step) {
        INFO(step);
        CHECK(contrast(colour_of(step_tone(step)), colour_of(tone_on_step(step))) >= 4.5);
        const std::string_view words = step < 2 ? "onlight" : step == 2 ? "onmark" : "ondark";
        CHECK(contrast(dark_colour(steps.at(static_cast<std::size_t>(step))), dark_colour(words)) >= 4.5);
    }
    for (const Tone mark : {Tone::fatal, Tone::injury, Tone::damage_only, Tone::check})
        CHECK(contrast(colour_of(mark), colour_of(Tone::on_mark)) >= 4.5);
}

TEST_CASE("a text is cut to its room with an ellipsis, never within a letter") {
    CHECK(fitted("Kort", 100, 12) == "Kort");
    const std::string cut = fitted("Z\u00fcdw\u00eaststra\u00dfe\u00e9\u00e9n", 60, 12);
    CHECK(cut.ends_with("\u2026"));
    CHECK(text_width(cut, 12) <= 60);
    for (double width = 0; width < 120; width += 1) {
        const std::string each = fitted("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", width, 12);
        CHECK((each.size() % 2 == 0 || each.ends_with("\u2026")));
    }
    const auto lines = wrapped("een twee drie vier vijf zes zeven", 60, 12, 2);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "een twee");
    CHECK(lines[1].ends_with("\u2026"));
}

TEST_CASE("a scale of counts has whole round steps and holds the most") {
    for (int most = 0; most < 3000; most += most < 40 ? 1 : 37) {
        const CountScale scale(most);
        INFO(most);
        CHECK(scale.top >= std::max(1, most));
        CHECK(scale.top % scale.step == 0);
        CHECK(scale.top / scale.step <= 4);
        CHECK(scale.top - scale.step < std::max(1, most));
    }
    CHECK(CountScale(728).step == 200);
}
