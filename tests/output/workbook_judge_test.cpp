#include "output/formula_texts.hpp"
#include "support/python.hpp"
#include "output/workbook.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

/// What a sheet's XML holds: cells with formulas, the frozen pane, the filter, the print titles, and the files' own
/// moments.
constexpr const char* look_inside = R"(
import json, sys, zipfile, xml.etree.ElementTree as xml
book = zipfile.ZipFile(sys.argv[1])
ns = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
sheets = []
for name in sorted(n for n in book.namelist() if n.startswith("xl/worksheets/sheet")):
    tree = xml.fromstring(book.read(name))
    pane = tree.find(f".//{ns}pane")
    setup = tree.find(f".//{ns}pageSetup")
    sheets.append({"formulas": len(tree.findall(f".//{ns}c/{ns}f")),
                   "frozen": None if pane is None else [pane.get("ySplit"), pane.get("state")],
                   "filter": (tree.find(f"{ns}autoFilter").get("ref") if tree.find(f"{ns}autoFilter") is not None else None),
                   "landscape": setup.get("orientation"), "fits": [setup.get("fitToWidth"), setup.get("fitToHeight")],
                   "rules": len(tree.findall(f".//{ns}cfRule"))})
titles = [d.get("name") for d in xml.fromstring(book.read("xl/workbook.xml")).findall(f".//{ns}definedName")]
print(json.dumps({"sheets": sheets, "titles": titles, "moments": sorted({str(i.date_time) for i in book.infolist()}),
                  "core": book.read("docProps/core.xml").decode()}))
)";

/// Every cell of an OpenDocument sheet that LibreOffice wrote: [sheet, row, column, type, text, has a formula].
constexpr const char* read_ods = R"(
import json, sys, zipfile, xml.etree.ElementTree as xml
t, o, x = ("{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}" % n for n in ("table", "office", "text"))
cells = []
def words(e):
    out = e.text or ""
    for c in e:
        if c.tag == x + "s": out += " " * int(c.get(x + "c", "1"))
        elif c.tag == x + "tab": out += "\t"
        elif c.tag == x + "line-break": out += "\n"
        else: out += words(c)
        out += c.tail or ""
    return out
for sheet in xml.fromstring(zipfile.ZipFile(sys.argv[1]).read("content.xml")).iter(t + "table"):
    row = 0
    for r in sheet.iter(t + "table-row"):
        column = 0
        for c in r:
            if c.tag not in (t + "table-cell", t + "covered-table-cell"): continue
            kind = c.get(o + "value-type")
            if kind or c.get(t + "formula"):
                text = "\n".join(words(p) for p in c.findall(x + "p"))
                value = c.get(o + "date-value") or c.get(o + "time-value") or c.get(o + "value") or ""
                cells.append([sheet.get(t + "name"), row, column, kind, text, c.get(t + "formula") is not None, value])
            column += int(c.get(t + "number-columns-repeated", "1"))
        row += int(r.get(t + "number-rows-repeated", "1"))
print(json.dumps(cells))
)";

bool has_office() { return run({"soffice", "--version"}).exit_code == 0; }

/// The workbook as LibreOffice sees it, by sheet, row and column.
struct OfficeCell {
    std::string kind, text, value;
    bool has_formula = false;
};
using OfficeCells = std::map<std::tuple<std::string, int, int>, OfficeCell>;

OfficeCells through_office(const TempDir& dir, const std::filesystem::path& file, const std::string& python) {
    const Ran office = run({"soffice", "-env:UserInstallation=file://" + (dir / "profile").string(), "--headless",
                            "--convert-to", "ods", "--outdir", dir.path().string(), file.string()});
    INFO(office.err);
    REQUIRE(office.exit_code == 0);
    const Ran read = run({python, "-c", read_ods, (dir / file.stem().string()).string() + ".ods"});
    INFO(read.err);
    REQUIRE(read.exit_code == 0);
    OfficeCells cells;
    for (const auto& cell : nlohmann::json::parse(read.out))
        cells[{cell[0], cell[1], cell[2]}] = {cell[3].is_null() ? "" : cell[3].get<std::string>(), cell[4], cell[6],
                                              cell[5]};
    return cells;
}

}  // namespace

TEST_CASE("every sheet has its headings frozen, a filter, a page that fits, and no moment of its own") {
    const auto python = python_with("zipfile");
    if (!python) {
        WARN("SKIPPED: Python is not here (package python3)");
        return;
    }
    const TempDir dir;
    write_workbook(workbook_of(sample_project()), dir / "plan.xlsx", Overwrite::no);
    const Ran ran = run({*python, "-c", look_inside, (dir / "plan.xlsx").string()});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto found = nlohmann::json::parse(ran.out);
    REQUIRE(found["sheets"].size() == 6);
    for (const auto& sheet : found["sheets"]) {
        CHECK(sheet["formulas"] == 0);
        CHECK(sheet["frozen"] == nlohmann::json({"1", "frozen"}));
        CHECK(sheet["filter"].get<std::string>().starts_with("A1:"));
        CHECK(sheet["landscape"] == "landscape");
        CHECK(sheet["fits"][1] == "0");
        CHECK(sheet["rules"].get<int>() > 0);
    }
    const auto titles = found["titles"].get<std::vector<std::string>>();
    CHECK(std::count(titles.begin(), titles.end(), "_xlnm.Print_Titles") == 6);
    CHECK(found["moments"] == nlohmann::json({"(1980, 1, 1, 0, 0, 0)"}));
    CHECK(found["core"].get<std::string>().find("2027-01-01T00:00:00Z") != std::string::npos);
}

TEST_CASE("LibreOffice sees days, hours and numbers, and a hundred texts that look like formulas as texts") {
    const auto python = python_with("zipfile");
    if (!python || !has_office()) {
        WARN("SKIPPED: LibreOffice and Python are not both here (packages libreoffice-calc, python3)");
        return;
    }
    const auto payloads = formula_texts();
    REQUIRE(payloads.size() == 100);
    Project project = sample_project();
    // Wherever a text of somebody else comes in: names, campaigns, remarks, reasons, crews, sources.
    for (std::size_t i = 0; i < project.hotspots.size(); ++i) {
        project.hotspots[i].name = payloads[i % payloads.size()];
        project.hotspots[i].remark = payloads[(i + 36) % payloads.size()];
        project.hotspots[i].reason = payloads[(i + 64) % payloads.size()];
    }
    for (std::size_t i = 0; i < project.plan.checks.size(); ++i) {
        project.plan.checks[i].campaign = payloads[(i + 72) % payloads.size()];
        project.plan.checks[i].reason = payloads[(i + 20) % payloads.size()];
    }
    project.settings.crews[0].name = payloads[0];
    project.plan.unmet[0].text = payloads[3];
    project.region.edit().municipalities[0].name = payloads[1];
    project.region.edit().receipts[0].source = payloads[2];
    const TempDir dir;
    write_workbook(workbook_of(project), dir / "plan.xlsx", Overwrite::no);
    const OfficeCells cells = through_office(dir, dir / "plan.xlsx", *python);

    std::set<std::string> texts;
    for (const auto& [place, cell] : cells) {
        CHECK_FALSE(cell.has_formula);
        if (cell.kind == "string") texts.insert(cell.text);
    }
    // The file format itself has no carriage return and no tab at the edges of a text that LibreOffice would keep.
    const auto plain = [](std::string text) {
        std::erase_if(text, [](char c) { return c == '\r' || c == '\n' || c == '\t' || c == ' '; });
        return text;
    };
    std::set<std::string> plain_texts;
    for (const auto& text : texts) plain_texts.insert(plain(text));
    for (std::size_t i = 0; i < 36 + 36 + 24 + 4; ++i) {
        INFO(payloads[i % 100]);
        CHECK(plain_texts.contains(plain(payloads[i % 100])));
    }

    for (std::size_t i = 0; i < project.plan.checks.size(); ++i) {
        const Check& check = project.plan.checks[i];
        const int row = static_cast<int>(i) + 1;
        const OfficeCell& day = cells.at({"Plan", row, 0});
        CHECK(day.kind == "date");
        CHECK(day.value == to_iso(check.date));
        const OfficeCell& from = cells.at({"Plan", row, 1});
        CHECK(from.kind == "time");
        CHECK(from.text == clock_text(check.start));
        CHECK(cells.at({"Plan", row, 2}).text == clock_text(check.end));
    }
    for (std::size_t i = 0; i < project.hotspots.size(); ++i) {
        const OfficeCell& accidents = cells.at({"Aandachtslocaties", static_cast<int>(i) + 1, 4});
        CHECK(accidents.kind == "float");
        CHECK(accidents.value == std::to_string(project.hotspots[i].accidents));
    }
}
