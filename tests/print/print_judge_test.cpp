#include "app/find_printer.hpp"
#include "base/text.hpp"
#include "output/briefing.hpp"
#include "print/print.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <cstdlib>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

bool is_here(const std::string& program) { return run({"sh", "-c", "command -v " + program}).exit_code == 0; }

std::optional<fs::path> office() {
    const char* path = std::getenv("PATH");
    return office_on(path == nullptr ? "" : path);
}

#define BAKEN_NEEDS_OFFICE()                                                                     \
    if (!office() || !is_here("pdfinfo") || !is_here("pdftotext")) {                             \
        WARN("SKIPPED: LibreOffice Writer or poppler-utils is not here (./dev setup --judges)"); \
        return;                                                                                  \
    }

std::string told_of(const fs::path& pdf, const std::string& key) {
    for (const auto& line : split(run({"pdfinfo", pdf.string()}).out, '\n'))
        if (line.starts_with(key + ":")) return std::string(trimmed(line.substr(key.size() + 1)));
    return {};
}

/// The letters of a page without its blanks and breaks, which programs set as they like.
std::string packed(std::string text) {
    std::erase_if(text, [](unsigned char c) { return c <= ' '; });
    return replaced(text, "\u00a0", "");
}

std::string text_of(const fs::path& pdf) { return packed(run({"pdftotext", "-raw", pdf.string(), "-"}).out); }

/// The sample's checks of every kind and theme, one of them as long-winded as a sheet can be.
std::vector<PrintJob> sheets_in(const TempDir& folder, Project project) {
    Check longest = project.plan.checks[2];
    longest.id.text = "GM9001-2027-99";
    longest.date = make_date(2027, 12, 3);
    longest.end = longest.start + 120;
    longest.campaign = longest.partners = "Donkere dagen offensief met alle partners in de hele regio en verder";
    Hotspot& place = project.hotspots[longest.hotspot];
    place.name = "Burgemeester van Wijchenlaan bij de Graafseweg, West Maas en Waal en omstreken";
    place.remark =
        "Alleen veilig op de parkeerplaats van de sporthal, na overleg met de beheerder en de school daarnaast.";
    place.black_spot_norm = "10 ongevallen in 5 jaar, provincie Gelderland";
    Check done = longest;
    done.id.text = "GM9001-2027-98";
    done.date = make_date(2027, 1, 8);
    done.status = CheckStatus::done;
    done.result = CheckResult{
        .vehicles = 1084, .tests = 261, .warnings = 13, .fines = {{"alcohol", 2}, {"snelheid", 43}, {"telefoon", 8}}};
    Check again = done;
    again.id.text = "GM9001-2027-97";
    again.date = make_date(2027, 3, 1);
    for (std::size_t i = 0; i < all_themes.size(); ++i) project.plan.checks[i].theme = all_themes[i];
    project.plan.checks.push_back(done);
    project.plan.checks.push_back(again);
    project.plan.checks.push_back(longest);
    std::vector<PrintJob> jobs;
    for (const Check& check : project.plan.checks) {
        const std::string name = briefing_name(project, check);
        jobs.push_back({folder.write(name + ".html", briefing_page(project, check)), folder / (name + ".pdf"),
                        folder / (name + ".docx")});
    }
    return jobs;
}

}  // namespace

TEST_CASE("sheets printed by LibreOffice are tagged, of one A4 each, and read in order") {
    BAKEN_NEEDS_OFFICE();
    const TempDir folder, scratch;
    const auto jobs = sheets_in(folder, sample_project());
    const PrintReport report = print_pages(jobs, {.office = office(), .scratch = scratch.path()}, {.threads = 2});
    REQUIRE(report.by == PrintedBy::libreoffice);
    for (const PrintJob& job : jobs) {
        INFO(job.pdf->filename());
        CHECK(told_of(*job.pdf, "Pages") == "1");
        CHECK(told_of(*job.pdf, "Tagged") == "yes");
        CHECK(told_of(*job.pdf, "Page size").ends_with("(A4)"));
        CHECK(told_of(*job.pdf, "Title").starts_with("Briefing GM900"));
    }
    const std::string text = text_of(*jobs[5].pdf);
    std::size_t last = 0;
    for (const std::string_view what : {"Briefingverkeerscontrole", "Datum", "Tijd", "Thema", "Deplek", "Waaromhier",
                                        "Waaruoplet", "Uitslag", "Voertuigen", "Bronnen"}) {
        INFO(what);
        const std::size_t at = text.find(what, last);
        REQUIRE(at != std::string::npos);
        last = at;
    }
}

TEST_CASE("a Word file opens again in LibreOffice, on one A4 with the same words") {
    BAKEN_NEEDS_OFFICE();
    const TempDir folder, scratch, again;
    auto jobs = sheets_in(folder, sample_project());
    jobs.resize(2);
    REQUIRE(print_pages(jobs, {.office = office(), .scratch = scratch.path()}, {}).by == PrintedBy::libreoffice);
    std::vector<std::string> command{office()->string(),
                                     "-env:UserInstallation=file://" + (again / "profile").string(),
                                     "--headless",
                                     "--convert-to",
                                     "pdf",
                                     "--outdir",
                                     again.path().string()};
    for (const PrintJob& job : jobs) command.push_back(job.docx->string());
    REQUIRE(run(command).exit_code == 0);
    for (const PrintJob& job : jobs) {
        const fs::path pdf = again.path() / (job.docx->stem().string() + ".pdf");
        REQUIRE(fs::exists(pdf));
        CHECK(told_of(pdf, "Pages") == "1");
        const std::string text = text_of(pdf);
        for (const std::string_view what : {"GM900", "Datum", "Waaromhier", "Voertuigen"})
            CHECK(text.find(what) != std::string::npos);
    }
}

TEST_CASE("the same pages printed twice are the same bytes") {
    BAKEN_NEEDS_OFFICE();
    const TempDir folder, scratch;
    auto jobs = sheets_in(folder, sample_project());
    jobs.resize(1);
    const Printer printer{.office = office(), .scratch = scratch.path(), .stamp = make_date(2027, 1, 1)};
    std::vector<std::string> first;
    for (int round = 0; round < 2; ++round) {
        REQUIRE(print_pages(jobs, printer, {}).by == PrintedBy::libreoffice);
        const std::vector<std::string> now{content_of(*jobs[0].pdf), content_of(*jobs[0].docx)};
        if (round == 0) first = now;
        CHECK(now == first);
        run({"sleep", "2"});  // the clock in a ZIP file has steps of two seconds
    }
}

TEST_CASE("sheets printed plainly are of one page each and hold their words") {
    if (!is_here("pdftotext")) {
        WARN("SKIPPED: poppler-utils is not here (./dev setup --judges)");
        return;
    }
    const TempDir folder, scratch;
    const auto jobs = sheets_in(folder, sample_project());
    const PrintReport report = print_pages(jobs, {.scratch = scratch.path()}, {});
    CHECK(report.by == PrintedBy::plain);
    for (const PrintJob& job : jobs) {
        INFO(job.pdf->filename());
        CHECK(told_of(*job.pdf, "Pages") == "1");
        const std::string text = text_of(*job.pdf);
        for (const std::string_view what : {"GM900", "Datum", "Waaromhier", "Voertuigen", "Bronnen"})
            CHECK(text.find(what) != std::string::npos);
    }
}
