#include "base/error.hpp"
#include "base/text.hpp"
#include "print/fake_office.hpp"
#include "print/print.hpp"
#include "print/steady.hpp"
#include "support/support.hpp"

#include <chrono>
#include <fstream>
#include <thread>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view small_page =
    "<!DOCTYPE html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Proef</title></head><body>"
    "<h1>Proef</h1><p>Een bladzijde.</p></body></html>";

std::vector<PrintJob> jobs_in(const TempDir& folder, int count) {
    std::vector<PrintJob> jobs;
    for (int i = 0; i < count; ++i) {
        const std::string name = "page <" + std::to_string(i) + ">";
        folder.write(name + ".html", std::string(small_page) + std::to_string(i));
        jobs.push_back({folder / (name + ".html"), folder / (name + ".pdf"), folder / (name + ".docx")});
    }
    return jobs;
}

std::size_t entries_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

std::size_t count_of(const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("pages are printed by LibreOffice where it is, each to its own files, and the scratch is cleared") {
    const TempDir folder, scratch, program;
    const auto jobs = jobs_in(folder, 3);
    const PrintReport report =
        print_pages(jobs, {.office = fake_office(program, std::string(makes_both)), .scratch = scratch.path()}, {});
    CHECK(report.by == PrintedBy::libreoffice);
    CHECK(report.remark.empty());
    REQUIRE(report.written.size() == 6);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(report.written[2 * i] == *jobs[i].pdf);
        CHECK(report.written[2 * i + 1] == *jobs[i].docx);
        CHECK(content_of(*jobs[i].pdf) == "%PDF-1.6 " + std::string(small_page) + std::to_string(i));
        CHECK(content_of(*jobs[i].docx) == "PK" + std::string(small_page) + std::to_string(i));
    }
    CHECK(entries_in(scratch.path()) == 0);
}

TEST_CASE("progress goes up to the whole, with two programs at once as with one") {
    for (const int threads : {1, 2}) {
        const TempDir folder, scratch, program;
        const auto jobs = jobs_in(folder, 2);
        double last = 0;
        Work work{.threads = threads};
        work.on_progress = [&](std::string_view, double share) {
            CHECK(share >= last);
            last = share;
        };
        const auto slowly = std::string(makes_both) + "\nsleep 0.15";
        (void)print_pages(jobs, {.office = fake_office(program, slowly), .scratch = scratch.path()}, work);
        CHECK(last == 1);
    }
}

TEST_CASE("what LibreOffice cannot print is printed plainly, and the reader is told why") {
    const TempDir folder, scratch, program;
    const auto jobs = jobs_in(folder, 2);
    const auto office = fake_office(program, "echo 'Error: source file could not be loaded' >&2; exit 0");
    const PrintReport report =
        print_pages(jobs, {.office = office, .scratch = scratch.path(), .language = Language::en}, {});
    CHECK(report.by == PrintedBy::plain);
    CHECK(report.remark.find("source file could not be loaded") != std::string::npos);
    CHECK(report.written.size() == 2);
    CHECK(report.left_out.size() == 2);
    CHECK(content_of(*jobs[0].pdf).starts_with("%PDF-"));
    CHECK_FALSE(fs::exists(*jobs[0].docx));
}

TEST_CASE("a LibreOffice that hangs is ended when patience is out") {
    const TempDir folder, scratch, program;
    const auto jobs = jobs_in(folder, 1);
    const auto before = std::chrono::steady_clock::now();
    const PrintReport report = print_pages(jobs,
                                           {.office = fake_office(program, "sleep 60"),
                                            .scratch = scratch.path(),
                                            .patience = std::chrono::seconds(1),
                                            .language = Language::en},
                                           {});
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
    CHECK(report.by == PrintedBy::plain);
    CHECK(report.remark.find("made nothing new for 1 seconds") != std::string::npos);
}

TEST_CASE("a stop ends the program and what it started, and leaves nothing behind") {
    const TempDir folder, scratch, program;
    const auto jobs = jobs_in(folder, 1);
    const fs::path pid_file = folder / "pid";
    std::stop_source stop;
    const Work work{.stop = stop.get_token()};
    std::thread stopper([&] {
        for (int i = 0; i < 500 && (!fs::exists(pid_file) || content_of(pid_file).empty()); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        stop.request_stop();
    });
    const auto office = fake_office(program, "sleep 60 & echo $! >'" + pid_file.string() + "'; wait");
    CHECK_THROWS_AS(print_pages(jobs, {.office = office, .scratch = scratch.path()}, work), Cancelled);
    stopper.join();
    CHECK(entries_in(scratch.path()) == 0);
    CHECK_FALSE(fs::exists(*jobs[0].pdf));
    const auto pid = parse_integer(trimmed(content_of(pid_file)));
    REQUIRE(pid);
    // It may wait a moment for whoever takes in orphans.
    bool is_gone = false;
    for (int i = 0; i < 200 && !is_gone; ++i) {
        std::ifstream status("/proc/" + std::to_string(*pid) + "/stat");
        std::string text;
        std::getline(status, text);
        is_gone = text.empty() || text.find(") Z ") != std::string::npos;
        if (!is_gone) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    CHECK(is_gone);
}

TEST_CASE("without LibreOffice a page becomes a PDF of one A4 with letters, and no .docx") {
    const TempDir folder, scratch;
    const auto jobs = jobs_in(folder, 1);
    const PrintReport report = print_pages(jobs, {.scratch = scratch.path(), .language = Language::nl}, {});
    CHECK(report.by == PrintedBy::plain);
    CHECK(report.remark.starts_with("LibreOffice is niet gevonden"));
    const std::string pdf = content_of(*jobs[0].pdf);
    CHECK(count_of(pdf, "/Type /Page\n") == 1);
    CHECK(count_of(pdf, "/Type /Font") > 0);
    CHECK_FALSE(fs::exists(*jobs[0].docx));
    const std::string first = pdf;
    (void)print_pages(jobs, {.scratch = scratch.path()}, {});
    CHECK(content_of(*jobs[0].pdf) == first);
}

TEST_CASE("a page that is not there is an error that names it") {
    const TempDir folder, scratch;
    const std::vector<PrintJob> jobs{{folder / "none.html", folder / "none.pdf"}};
    CHECK_THROWS_WITH(print_pages(jobs, {.scratch = scratch.path()}, {}), Catch::Contains("none.html"));
}

TEST_CASE("the clock goes out of a PDF without moving a byte") {
    const std::string pdf =
        "%PDF-1.6 <</CreationDate(D:20261125004503Z')/ModDate (D:20261125004503+01'00')>> "
        "<xmp:CreateDate>2026-11-25T00:45:03Z</xmp:CreateDate> <</Info 9 0 R /ID [ <B8126F0EE6E8D37A3CD6570CEB0CA44E>\n"
        "<B8126F0EE6E8D37A3CD6570CEB0CA44E> ]\n/DocChecksum /3FFAA29697C5947732FAC012078A3E1C\n>> /CreationDate(D:odd)";
    const UtcTime stamp = make_date(2027, 1, 1);
    const std::string steady = steady_pdf(pdf, stamp);
    CHECK(steady.size() == pdf.size());
    CHECK(count_of(steady, "D:20270101000000") == 2);
    CHECK(count_of(steady, "<xmp:CreateDate>2027-01-01T00:00:00Z") == 1);
    CHECK(count_of(steady, "2026") == 0);
    CHECK(count_of(steady, "B8126F0EE6E8D37A") == 0);
    CHECK(count_of(steady, "3FFAA29697C59477") == 0);
    std::string later = pdf;
    later.replace(later.find("20261125"), 8, "20271224");
    later.replace(later.find("B8126F0E"), 8, "00000000");
    CHECK(steady_pdf(later, stamp) == steady);
    CHECK(steady_pdf("no pdf at all", stamp) == "no pdf at all");
}

TEST_CASE("a file that is no ZIP, or a broken one, is left as it is") {
    for (const std::string& text :
         {std::string(), std::string("PK"), std::string("PK\x05\x06"), "PK\x05\x06" + std::string(18, '\xff')})
        CHECK(steady_zip(text) == text);
}
