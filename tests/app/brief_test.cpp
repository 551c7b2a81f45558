#include "app/brief.hpp"
#include "app/find_printer.hpp"
#include "print/fake_office.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <set>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    if (fs::exists(folder))
        for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
}

std::vector<std::string> ids_of(const std::vector<const Check*>& checks) {
    std::vector<std::string> ids;
    for (const Check* check : checks) ids.push_back(check->id.text);
    return ids;
}

const BriefChoice one_check{.checks = {"GM9004-2027-02"}};

}  // namespace

TEST_CASE("sheets are chosen by check and by municipality, cancelled checks only by name") {
    Project project = sample_project();
    CHECK(checks_to_brief(project, {}).size() == 24);
    CHECK(ids_of(checks_to_brief(project, {.municipality = "heumen"})) ==
          std::vector<std::string>{"GM9004-2027-01", "GM9004-2027-02", "GM9004-2027-03", "GM9004-2027-04"});
    for (Check& check : project.plan.checks)
        if (check.id.text == "GM9004-2027-02") check.status = CheckStatus::cancelled;
    CHECK(checks_to_brief(project, {.municipality = "GM9004"}).size() == 3);
    CHECK(checks_to_brief(project, one_check).size() == 1);
}

TEST_CASE("a wrong check or municipality is answered with what there is") {
    const Project project = sample_project();
    CHECK_THROWS_WITH(checks_to_brief(project, {.checks = {"GM9004-2027-2"}}), Catch::Contains("GM9004-2027-02"));
    CHECK_THROWS_WITH(checks_to_brief(project, {.municipality = "Heumn"}), Catch::Contains("Heumen"));
    Project without = project;
    without.plan.checks.clear();
    CHECK_THROWS_AS(checks_to_brief(without, {}), SettingsError);
}

TEST_CASE("PDF and Word files by default, with the page when asked") {
    const TempDir folder, scratch, program;
    const Project project = sample_project();
    const Printer printer{.office = fake_office(program, std::string(makes_both)), .scratch = scratch.path()};
    const BriefReport report = brief(project, one_check, {}, folder / "briefings", Overwrite::no, printer, {});
    CHECK(report.by == PrintedBy::libreoffice);
    const std::string stem = "2027-05-12-heumen-GM9004-2027-02";
    CHECK(names_in(folder / "briefings") == std::set<std::string>{stem + ".docx", stem + ".pdf"});
    CHECK(report.written.size() == 2);
    (void)brief(project, one_check, {BriefFormat::html}, folder / "pages", Overwrite::no, printer, {});
    CHECK(names_in(folder / "pages") == std::set<std::string>{stem + ".html"});
    CHECK_THROWS_AS(brief(project, one_check, {}, folder / "briefings", Overwrite::no, printer, {}), SettingsError);
    CHECK(brief(project, one_check, {}, folder / "briefings", Overwrite::yes, printer, {}).written.size() == 2);
}

TEST_CASE("without LibreOffice there are plain PDFs, and a page where only Word was asked for") {
    const TempDir folder, scratch;
    const Project project = sample_project();
    const Printer printer{.scratch = scratch.path()};
    const std::string stem = "2027-05-12-heumen-GM9004-2027-02";
    const BriefReport plain = brief(project, one_check, {}, folder / "a", Overwrite::no, printer, {});
    CHECK(plain.by == PrintedBy::plain);
    CHECK_FALSE(plain.remark.empty());
    CHECK(names_in(folder / "a") == std::set<std::string>{stem + ".pdf"});
    const BriefReport page = brief(project, one_check, {BriefFormat::docx}, folder / "b", Overwrite::no, printer, {});
    CHECK(names_in(folder / "b") == std::set<std::string>{stem + ".html"});
    CHECK(page.remark.find("HTML") != std::string::npos);
}

TEST_CASE("a stop leaves neither a folder nor a piece of one") {
    const TempDir folder, scratch, program;
    std::stop_source stop;
    Work work{.stop = stop.get_token()};
    work.on_progress = [&](std::string_view, double share) {
        if (share > 0.3) stop.request_stop();
    };
    const Printer printer{.office = fake_office(program, std::string(makes_both) + "\nsleep 0.1"),
                          .scratch = scratch.path()};
    CHECK_THROWS_AS(brief(sample_project(), {}, {}, folder / "briefings", Overwrite::no, printer, work), Cancelled);
    CHECK(names_in(folder.path()).empty());
    CHECK(names_in(scratch.path()).empty());
}

TEST_CASE("two checks whose ids look alike in a file name keep a sheet each") {
    const TempDir folder, scratch;
    Project project = sample_project();
    project.plan.checks.resize(2);
    project.plan.checks[1] = project.plan.checks[0];
    project.plan.checks[0].id.text = "GM9001/1";
    project.plan.checks[1].id.text = "GM9001 1";
    const auto checks = checks_to_brief(project, {});
    const BriefReport report =
        write_briefings(project, checks, {BriefFormat::html}, folder / "x", {.scratch = scratch.path()}, {});
    CHECK(names_in(folder / "x").size() == 2);
    CHECK(report.written.size() == 2);
}

TEST_CASE("LibreOffice is found on the path where it can be run, and nowhere else") {
    const TempDir one, other;
    CHECK_FALSE(office_on(""));
    CHECK_FALSE(office_on(one.path().string() + "::" + other.path().string()));
    one.write("soffice", "not a program");
    CHECK_FALSE(office_on(one.path().string()));
    const fs::path office = fake_office(other, "");
    CHECK(office_on(one.path().string() + ":" + other.path().string()) == office);
}
