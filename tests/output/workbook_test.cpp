#include "output/workbook.hpp"

#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "output/series_plan.hpp"
#include "output/workbook_sheets.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <set>

using namespace baken;
using namespace baken::test;

namespace {

std::size_t column_named(const Sheet& sheet, const std::string& heading) {
    for (std::size_t c = 0; c < sheet.columns.size(); ++c)
        if (sheet.columns[c].heading == heading) return c;
    FAIL(sheet.name << " has no column " << heading);
    return 0;
}

const SheetCell& cell_in(const Sheet& sheet, std::size_t row, const std::string& heading) {
    return sheet.rows.at(row).at(column_named(sheet, heading));
}

std::string everything_in(const Workbook& book) {
    std::string all = book.title + "\n" + book.note + "\n";
    const auto add = [&](const SheetCell& cell) {
        if (const auto* text = std::get_if<std::string>(&cell)) all += *text + "\n";
        if (const auto* count = std::get_if<std::int64_t>(&cell)) all += std::to_string(*count) + "\n";
    };
    for (const Sheet& sheet : book.sheets) {
        for (const auto& row : sheet.rows)
            for (const auto& cell : row) add(cell);
        for (const auto& fact : sheet.facts) add(fact.value);
    }
    return all;
}

}  // namespace

TEST_CASE(
    "a workbook has five sheets, and one of stretches where there are any, in the language of the plan, each row as "
    "wide as its headings") {
    Project project = sample_project();
    const auto names = [&] {
        std::vector<std::string> all;
        for (const Sheet& sheet : workbook_of(project).sheets) {
            all.push_back(sheet.name);
            std::set<std::string> headings;
            for (const auto& column : sheet.columns) headings.insert(column.heading);
            CHECK(headings.size() == sheet.columns.size());
            for (const auto& row : sheet.rows) CHECK(row.size() == sheet.columns.size());
            if (!sheet.totals.empty()) CHECK(sheet.totals.size() == sheet.columns.size());
        }
        return all;
    };
    CHECK(names() ==
          std::vector<std::string>{"Plan", "Aandachtslocaties", "Trajecten", "Norm", "Belasting", "Bronnen"});
    project.settings.language = Language::en;
    CHECK(names() == std::vector<std::string>{"Plan", "Hotspots", "Stretches", "Quota", "Load", "Sources"});
    project.findings = Findings{};
    CHECK(names() == std::vector<std::string>{"Plan", "Hotspots", "Quota", "Load", "Sources"});
}

TEST_CASE("the plan has a row per check with a real day and real hours, results where there are any") {
    Project project = sample_project();
    Sheet sheet = plan_sheet(project);
    REQUIRE(sheet.rows.size() == project.plan.checks.size());
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        const Check& check = project.plan.checks[i];
        CHECK(std::get<Date>(cell_in(sheet, i, "Datum")) == check.date);
        CHECK(std::get<ClockTime>(cell_in(sheet, i, "Van")).minute == check.start);
        CHECK(std::get<std::string>(cell_in(sheet, i, "Plek")) == project.hotspots[check.hotspot].name);
        CHECK(std::get<double>(cell_in(sheet, i, "In het donker")) == check.dark_share);
        CHECK(std::get<std::string>(cell_in(sheet, i, "Status")) == "gepland");
    }
    const std::size_t without = sheet.columns.size();
    project.plan.checks[2].status = CheckStatus::done;
    project.plan.checks[2].result = CheckResult{
        .vehicles = 120, .tests = 40, .warnings = 3, .fines = {{"snelheid", 9}, {"telefoon", 2}}, .remark = "nat"};
    sheet = plan_sheet(project);
    CHECK(sheet.columns.size() == without + 6);
    CHECK(std::get<std::string>(cell_in(sheet, 2, "Status")) == "gedaan");
    CHECK(std::get<std::int64_t>(cell_in(sheet, 2, "Gecontroleerde voertuigen")) == 120);
    CHECK(std::get<std::int64_t>(cell_in(sheet, 2, "Bekeuringen")) == 11);
    CHECK(std::get<std::string>(cell_in(sheet, 2, "Bekeuringen naar soort")) == "snelheid 9, telefoon 2");
    CHECK(std::holds_alternative<std::monostate>(cell_in(sheet, 3, "Bekeuringen")));
}

TEST_CASE("quota and load say what the charts say, and a shortage is said in words") {
    Project project = sample_project();
    for (Check& check : project.plan.checks)
        if (check.municipality == 1 && check.kind == CheckKind::targeted) check.status = CheckStatus::cancelled;
    const Sheet quota = quota_sheet(project);
    const auto series = quota_progress(project);
    REQUIRE(quota.rows.size() == 6);
    std::int64_t counted = 0;
    for (std::size_t m = 0; m < 6; ++m) {
        CHECK(std::get<std::int64_t>(cell_in(quota, m, "Norm: telt mee")) == series[m].quota.counted());
        CHECK(std::get<std::int64_t>(cell_in(quota, m, "Donkere dagen: afgesproken")) == series[m].dark_days.required);
        counted += series[m].quota.counted();
    }
    CHECK(std::get<std::string>(cell_in(quota, 0, "Norm: stand")) == "gehaald");
    CHECK(std::get<std::string>(cell_in(quota, 1, "Norm: stand")) == "te weinig: 2 van 3");
    CHECK(std::get<std::int64_t>(quota.totals.at(column_named(quota, "Norm: telt mee"))) == counted);
    CHECK(std::holds_alternative<std::monostate>(quota.totals.at(column_named(quota, "Norm: stand"))));
    REQUIRE(quota.facts.size() == 2);
    CHECK(std::get<std::string>(quota.facts[0].value).find("Truck & Bus") != std::string::npos);
    CHECK(std::get<std::string>(quota.facts[1].value).find("handhaafbaar") != std::string::npos);

    const Sheet load = load_sheet(project);
    std::size_t row = 0;
    for (const CrewLoad& crew : crew_loads(project))
        for (const CrewWeek& week : crew.weeks) {
            CHECK(std::get<std::int64_t>(cell_in(load, row, "Gepland")) == week.planned);
            CHECK(std::get<Date>(cell_in(load, row, "Maandag")) == week.monday);
            CHECK(std::get<std::int64_t>(cell_in(load, row, "Capaciteit")) == week.capacity);
            ++row;
        }
    CHECK(row == load.rows.size());
}

TEST_CASE("the sources are accounted for: rows, rules that left rows out, hashes, and neither seed nor paths") {
    Project project = sample_project();
    project.region.edit().receipts[0].source = "/home/somebody/geheim/bron.csv";
    const Workbook book = workbook_of(project);
    const Sheet& sheet = book.sheets.back();
    REQUIRE(sheet.rows.size() == 2);
    CHECK(std::get<std::string>(cell_in(sheet, 0, "Bron")) == "bron.csv");
    CHECK(std::get<std::int64_t>(cell_in(sheet, 0, "Gelezen")) == 450);
    CHECK(std::get<std::int64_t>(cell_in(sheet, 0, "Alleen in totalen")) == 42);
    CHECK(std::get<std::string>(cell_in(sheet, 0, "Telling")) == "klopt");
    const std::string all = everything_in(book);
    for (const char* there : {"5 rijen (Rijk)", "regel 17", "0.1.0", "2026-12-22", "pinned RD to WGS 84"}) {
        INFO(there);
        CHECK(all.find(there) != std::string::npos);
    }
    CHECK(all.find(std::string(64, 'c')) != std::string::npos);
    for (const char* secret : {"18446744073709551557", "18446744", "secret-hash", "Geheimstraat", "/home/", "SIG-"}) {
        INFO(secret);
        CHECK(all.find(secret) == std::string::npos);
    }
}

TEST_CASE("GDAL reads the plan back as it is, days as days") {
    const TempDir dir;
    const Project project = sample_project();
    write_workbook(workbook_of(project), dir / "plan.xlsx", Overwrite::no);
    const FeatureTable plan = read_layer(dir / "plan.xlsx", {.layer = "Plan"}, {});
    REQUIRE(plan.rows.size() == project.plan.checks.size());
    for (std::size_t i = 0; i < plan.rows.size(); ++i) {
        const Check& check = project.plan.checks[i];
        const auto at = [&](const std::string& field) { return plan.rows[i].values[plan.field(field)]; };
        CHECK(std::get<Date>(at("Datum")) == check.date);
        CHECK(text_of(at("Plek")) == project.hotspots[check.hotspot].name);
        CHECK(std::get<double>(at("In het donker")) == Approx(check.dark_share));
        CHECK(text_of(at("Controlenummer")) == check.id.text);
    }
    const FeatureTable hotspots = read_layer(dir / "plan.xlsx", {.layer = "Aandachtslocaties"}, {});
    REQUIRE(hotspots.rows.size() == 36);
    for (std::size_t i = 0; i < 36; ++i) {
        const auto at = [&](const std::string& field) { return hotspots.rows[i].values[hotspots.field(field)]; };
        CHECK(text_of(at("Naam")) == project.hotspots[i].name);
        CHECK(text_of(at("Nummer")) == project.hotspots[i].id.text);
        CHECK(text_of(at("Waarom")) == project.hotspots[i].reason);
        CHECK(std::get<double>(at("Minstens (95 %)")) == Approx(project.hotspots[i].expected_low));
        CHECK(std::get<double>(at("Hoogstens (95 %)")) == Approx(project.hotspots[i].expected_high));
        CHECK(text_of(at("Met fietser")) == std::to_string(project.hotspots[i].with_bicycle));
        CHECK(text_of(at("Met brom- of snorfietser")) == std::to_string(project.hotspots[i].with_moped));
        CHECK(text_of(hotspots.rows[i].values[hotspots.field("Ongevallen")]) ==
              std::to_string(project.hotspots[i].accidents));
        const auto said = [&](const char* heading) {
            return text_of(hotspots.rows[i].values[hotspots.field(heading)]);
        };
        CHECK(said("Waarom") == project.hotspots[i].reason);
        CHECK(said("Nummer") == project.hotspots[i].id.text);
        CHECK(said("Gemeten V85 (km/u)") == (i % 6 == 0 ? "61.5" : ""));
        CHECK(said("Aandeel boven de limiet") == (i % 6 == 0 ? "0.37" : ""));
        CHECK(said("Afstand tot school (m)") == (i % 6 == 0 ? "180" : i % 6 == 1 ? "361" : ""));
    }
}

TEST_CASE("the same project gives the same workbook, and an old one is replaced only when asked") {
    const TempDir dir;
    write_workbook(workbook_of(sample_project()), dir / "a.xlsx", Overwrite::no);
    write_workbook(workbook_of(sample_project()), dir / "b.xlsx", Overwrite::no);
    const std::string once = content_of(dir / "a.xlsx");
    CHECK(once == content_of(dir / "b.xlsx"));
    CHECK(once.starts_with("PK"));
    CHECK_THROWS_AS(write_workbook(workbook_of(sample_project()), dir / "a.xlsx", Overwrite::no), IoError);
    Project other = sample_project();
    other.settings.name = "Een ander plan";
    write_workbook(workbook_of(other), dir / "a.xlsx", Overwrite::yes);
    CHECK(content_of(dir / "a.xlsx") != once);
    std::set<std::string> left;
    for (const auto& entry : std::filesystem::directory_iterator(dir.path()))
        left.insert(entry.path().filename().string());
    CHECK(left == std::set<std::string>{"a.xlsx", "b.xlsx"});
}

TEST_CASE("an empty project gives a workbook too") {
    const TempDir dir;
    Project empty;
    empty.settings.year = 2027;
    empty.settings.name = std::string(400, '&');
    write_workbook(workbook_of(empty), dir / "leeg.xlsx", Overwrite::no);
    CHECK(content_of(dir / "leeg.xlsx").starts_with("PK"));
}
