#include "base/text.hpp"
#include "output/certificate.hpp"
#include "output/markup.hpp"
#include "output/report.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <filesystem>
#include <map>
#include <regex>

#include <nlohmann/json.hpp>

using namespace baken;
using namespace baken::test;
using nlohmann::json;

namespace {

bool has_program(const std::string& program) { return run({"sh", "-c", "command -v " + program}).exit_code == 0; }

/// Pages as another reads them: with events, hours and places behind every chart.
Project pictured_project() {
    Project project = sample_project();
    auto& region = project.region.edit();
    for (std::size_t i = 0; i < region.complaints.size(); ++i)
        region.complaints[i].minute_of_day = static_cast<int>(60 * (i % 24) + 5);
    for (std::uint32_t h = 0; h < project.hotspots.size(); ++h) {
        project.hotspots[h].ranks = {project.hotspots[h].rank, 1, 2, 8};
        for (std::uint32_t i = 0; i < 10; ++i) project.hotspots[h].accident_rows.push_back(h * 10 + i);
        for (std::uint32_t i = 0; i < 12; ++i) project.hotspots[h].complaint_rows.push_back((h / 6) * 25 + i);
    }
    return project;
}

/// Chromium without a screen, with a profile of its own that goes with the folder.
Ran browser(const TempDir& folder, std::vector<std::string> more) {
    std::vector<std::string> command{"timeout",
                                     "120",
                                     "chromium",
                                     "--headless",
                                     "--no-sandbox",
                                     "--disable-gpu",
                                     "--disable-quic",
                                     "--no-first-run",
                                     "--disable-background-networking",
                                     "--disable-component-update",
                                     "--disable-sync",
                                     "--enable-logging=stderr",
                                     "--user-data-dir=" + (folder / "profile").string()};
    command.insert(command.end(), more.begin(), more.end());
    return run(command);
}

std::string url_of(const std::filesystem::path& file) { return "file://" + file.string(); }

/// Looks at a page in a frame of this width, and says in JSON: the width its content wants, what it fetched, the words
/// of pictures that stand outside of them or on each other, and the text.
constexpr const char* look_script = R"JS(
addEventListener('load', () => {
  const frame = document.querySelector('iframe'), inside = frame.contentDocument, view = frame.contentWindow;
  const clipped = [], covered = [];
  for (const picture of inside.querySelectorAll('.chart svg')) {
    const sheet = picture.viewBox.baseVal, words = [...picture.querySelectorAll('text')].filter(t => t.textContent.trim());
    const boxes = words.map(t => t.getBBox());
    boxes.forEach((b, i) => {
      if (b.x < -1 || b.x + b.width > sheet.width + 1 || b.y < -2 || b.y + b.height > sheet.height + 3) clipped.push(words[i].textContent);
      for (let k = i + 1; k < boxes.length; ++k) {
        const c = boxes[k], w = Math.min(b.x + b.width, c.x + c.width) - Math.max(b.x, c.x),
              h = Math.min(b.y + b.height, c.y + c.height) - Math.max(b.y, c.y);
        if (w > 2 && h > 5) covered.push(words[i].textContent + ' / ' + words[k].textContent);
      }
    });
  }
  const found = {width: inside.documentElement.scrollWidth, frame: view.innerWidth, charts: inside.querySelectorAll('.chart svg').length,
    fetched: view.performance.getEntriesByType('resource').map(e => e.name), clipped, covered,
    text: inside.body.innerText.length, focusable_unnamed: [...inside.querySelectorAll('[tabindex]')].filter(e => !e.getAttribute('aria-label')).length};
  document.getElementById('found').textContent = JSON.stringify(found);
});
)JS";

json looked_at(const TempDir& folder, const std::string& page, int width) {
    const std::string wrapper = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><iframe width=\"" +
                                std::to_string(width) + "\" height=\"900\" srcdoc=\"" + xml_escaped(page) +
                                "\"></iframe><pre id=\"found\"></pre><script>" + look_script +
                                "</script></body></html>";
    const Ran ran =
        browser(folder, {"--window-size=1600,1000", "--dump-dom", url_of(folder.write("wrapper.html", wrapper))});
    const auto from = ran.out.rfind("<pre id=\"found\">") + 16;
    const std::string found = ran.out.substr(from, ran.out.find("</pre>", from) - from);
    INFO(ran.err.substr(0, 2000));
    REQUIRE(found.starts_with("{"));
    json result = json::parse(replaced(replaced(replaced(found, "&lt;", "<"), "&gt;", ">"), "&amp;", "&"));
    result["console"] = times(ran.err, "CONSOLE");
    return result;
}

int pages_of(const std::filesystem::path& pdf) {
    const Ran ran = run({"pdfinfo", pdf.string()});
    static const std::regex pages(R"(Pages:\s+(\d+))");
    std::smatch found;
    return std::regex_search(ran.out, found, pages) ? std::stoi(found[1]) : 0;
}

/// A PDF as text, single blanks between words.
std::string words_of(const std::filesystem::path& pdf) {
    std::string text = run({"pdftotext", "-layout", pdf.string(), "-"}).out;
    return std::regex_replace(text, std::regex(R"(\s+)"), " ");
}

std::map<std::string, std::string> screen_pages(const Project& project) {
    return {{"report", report_page(project)}, {"certificate", certificate_page(project)}};
}

}  // namespace

TEST_CASE("a browser shows the pages at 1280 and 400 wide: nothing fetched, nothing said, nothing cut off") {
    if (!has_program("chromium")) {
        WARN("SKIPPED: Chromium is not here (package chromium)");
        return;
    }
    const TempDir folder;
    for (const Language language : {Language::nl, Language::en}) {
        Project project = pictured_project();
        project.settings.language = language;
        for (const auto& [name, page] : screen_pages(project))
            for (const int width : {1280, 400}) {
                INFO(name << " at " << width);
                const json found = looked_at(folder, page, width);
                CHECK(found["frame"] == width);
                CHECK(found["width"].get<int>() <= width);
                CHECK(found["fetched"] == json::array());
                CHECK(found["console"] == 0);
                CHECK(found["clipped"] == json::array());
                CHECK(found["covered"] == json::array());
                CHECK(found["focusable_unnamed"] == 0);
                CHECK(found["text"].get<int>() > 3000);
                if (name == "report") CHECK(found["charts"].get<int>() > 60);
            }
    }
}

TEST_CASE("the look in the browser notices what it is there for") {
    if (!has_program("chromium")) {
        WARN("SKIPPED: Chromium is not here (package chromium)");
        return;
    }
    const TempDir folder;
    const json found =
        looked_at(folder,
                  "<!DOCTYPE html><html><body><div style=\"width:900px\">x</div><img src=\"http://127.0.0.1:9/x.png\">"
                  "<div class=\"chart\"><svg viewBox=\"0 0 100 50\" width=\"100\" height=\"50\"><text x=\"90\" "
                  "y=\"20\">over the edge</text>"
                  "<text x=\"85\" y=\"20\">again</text></svg></div><div tabindex=\"0\"></div>"
                  "<script>console.error('said')</script></body></html>",
                  400);
    CHECK(found["width"].get<int>() >= 900);
    CHECK(found["fetched"].size() == 1);
    CHECK(found["clipped"].size() == 2);
    CHECK(found["covered"].size() == 1);
    CHECK(found["console"].get<int>() >= 1);
    CHECK(found["focusable_unnamed"] == 1);
}

TEST_CASE("with scripts off a page says the same words") {
    if (!has_program("chromium") || !has_program("pdftotext")) {
        WARN("SKIPPED: Chromium or pdftotext is not here (packages chromium, poppler-utils)");
        return;
    }
    const TempDir folder;
    const auto printed = [&](const std::string& name, const std::string& page) {
        const auto pdf = folder / (name + ".pdf");
        browser(folder, {"--no-pdf-header-footer", "--print-to-pdf=" + pdf.string(),
                         url_of(folder.write(name + ".html", page))});
        return words_of(pdf);
    };
    const auto without_scripts = [](const std::string& page) {
        return replaced(page, "<head>",
                        "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">");
    };
    for (const auto& [name, page] : screen_pages(pictured_project())) {
        INFO(name);
        const std::string words = printed(name, page);
        CHECK(words.size() > 3000);
        CHECK((words == printed(name + "-off", without_scripts(page))));
    }
    // The switch does what it says.
    const std::string page =
        "<!DOCTYPE html><html><head></head><body><p>one</p><script>document.write('two')</script></body></html>";
    CHECK(has(printed("control", page), "two"));
    CHECK_FALSE(has(printed("control-off", without_scripts(page)), "two"));
    CHECK(has(printed("control-off", without_scripts(page)), "one"));
}

TEST_CASE("a browser prints the pages, charts and all, on a sensible number of sheets") {
    if (!has_program("chromium") || !has_program("pdfinfo")) {
        WARN("SKIPPED: Chromium or pdfinfo is not here (packages chromium, poppler-utils)");
        return;
    }
    const TempDir folder;
    const Project project = pictured_project();
    for (const auto& [name, page] : screen_pages(project)) {
        INFO(name);
        const auto pdf = folder / (name + ".pdf");
        browser(folder, {"--no-pdf-header-footer", "--print-to-pdf=" + pdf.string(),
                         url_of(folder.write(name + ".html", page))});
        REQUIRE(std::filesystem::exists(pdf));
        CHECK(pages_of(pdf) >= (name == "report" ? 10 : 2));
        CHECK(pages_of(pdf) <= (name == "report" ? 40 : 6));
        CHECK(has(words_of(pdf), "Nijmeegsebaan, Heumen"));
    }
}

TEST_CASE("LibreOffice makes a tagged PDF of the pages for paper: headings, table heads, pictures with words") {
    if (!has_program("soffice") || !has_program("pdfinfo")) {
        WARN("SKIPPED: LibreOffice or pdfinfo is not here (packages libreoffice-writer, poppler-utils)");
        return;
    }
    const TempDir folder;
    const Project project = pictured_project();
    const auto report = folder.write("report.html", report_page(project, PageFor::print));
    const auto certificate = folder.write("certificate.html", certificate_page(project, PageFor::print));
    const Ran ran = run({"soffice", "-env:UserInstallation=" + url_of(folder / "office"), "--headless",
                         "--infilter=HTML (StarWriter)", "--convert-to",
                         R"(pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}})", "--outdir",
                         folder.path().string(), report.string(), certificate.string()});
    INFO(ran.err);
    for (const std::string name : {"report", "certificate"}) {
        INFO(name);
        const auto pdf = folder / (name + ".pdf");
        REQUIRE(std::filesystem::exists(pdf));
        const std::string facts = run({"pdfinfo", pdf.string()}).out;
        CHECK(std::regex_search(facts, std::regex(R"(Tagged:\s+yes)")));
        CHECK(has(facts, "(A4)"));
        CHECK(has(facts, "Proefregio <2027>"));
        CHECK(pages_of(pdf) >= (name == "report" ? 10 : 3));
        CHECK(pages_of(pdf) <= (name == "report" ? 40 : 8));
        const std::string tags = run({"pdfinfo", "-struct-text", pdf.string()}).out;
        CHECK(times(tags, "H1 (block)") == 1);
        CHECK(times(tags, "H2 (block)") >= 5);
        CHECK(times(tags, "TH") >= 20);
        CHECK(has(tags, "/Scope /Column"));
        if (name == "report") CHECK(times(tags, "Figure") >= 30);
        CHECK(has(content_of(pdf), "/Lang(nl-NL)"));
        const std::string words = words_of(pdf);
        for (const Check& check : project.plan.checks)
            CHECK(has(words, clock_text(check.start) + "\u2013" + clock_text(check.end)));
        CHECK_FALSE(has(words, "18446744"));
    }
    // The words of the pictures are words in the PDF: charts came as drawings, not as grey boxes or dots.
    const std::string words = words_of(folder / "report.pdf");
    for (const std::string_view word :
         {"alleen schade", "schemer", "donker", "capaciteit", "norm van het jaar", "zeker"})
        CHECK(has(words, word));
}
