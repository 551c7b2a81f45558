// The whole pack with its PDFs, as LibreOffice prints them: nothing half-written, whatever happens meanwhile.
#include "support/catch.hpp"
#include "support/support.hpp"

#include <sys/mount.h>
#include <unistd.h>

#include <set>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

bool has_office() { return run({"/bin/sh", "-c", "command -v soffice || command -v libreoffice"}).exit_code == 0; }

/// LibreOffice's processes that print for us, which have a profile of their own in the folder for temporary files.
std::string offices_of(const TempDir& scratch) {
    return run({"/bin/sh", "-c", "ps -eo args | grep -F '" + scratch.path().string() + "' | grep -v grep || true"}).out;
}

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
}

/// The demo region after its run without PDFs: a project to export.
struct Planned {
    TempDir folder;
    fs::path project;
    Planned() {
        REQUIRE(test::baken({"demo", (folder / "demo").string(), "--no-pdf", "--lang", "nl"}).exit_code == 0);
        project = folder / "demo/uitvoer/demo-tweestromenland-2027.gpkg";
        REQUIRE(fs::exists(project));
    }
};

const Planned& planned() {
    static const Planned made;
    return made;
}

}  // namespace

TEST_CASE("the pack holds a tagged PDF and a Word file of every sheet, and says what it is doing") {
    if (!has_office()) {
        WARN("SKIPPED: LibreOffice is not here");
        return;
    }
    const TempDir folder;
    const Ran ran = test::baken({"export", planned().project.string(), "--out", (folder / "out").string()});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    for (const char* name : {"certificate.pdf", "report.pdf"}) {
        const Ran info = run({"pdfinfo", (folder / "out" / name).string()});
        CHECK(info.out.find("Tagged:          yes") != std::string::npos);
    }
    std::size_t pdf = 0, docx = 0;
    for (const auto& entry : fs::directory_iterator(folder / "out/briefings")) {
        pdf += entry.path().extension() == ".pdf" ? 1 : 0;
        docx += entry.path().extension() == ".docx" ? 1 : 0;
    }
    CHECK(pdf > 17);
    CHECK(docx == pdf);
    CHECK(
        run({"/bin/sh", "-c", "cd '" + (folder / "out").string() + "' && sha256sum --quiet -c SHA256SUMS"}).exit_code ==
        0);
}

TEST_CASE("without LibreOffice the pack is there all the same, and it is said what is plainer") {
    const TempDir folder;
    const Ran ran = test::baken({"export", planned().project.string(), "--out", (folder / "out").string()},
                                {.environment = {"PATH=/nonexistent"}});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(ran.err.find("LibreOffice") != std::string::npos);
    CHECK(fs::file_size(folder / "out/report.pdf") > 10'000);
    CHECK(fs::file_size(folder / "out/certificate.pdf") > 10'000);
    for (const auto& entry : fs::directory_iterator(folder / "out/briefings"))
        CHECK(entry.path().extension() == ".pdf");
}

TEST_CASE("a disk that fills up while pages are printed leaves the folder as it was, and a second run succeeds") {
    const TempDir folder;
    folder.write("mine.txt", "mine");
    for (const long long limit : {20'000LL, 300'000LL, 700'000LL}) {
        const Ran ran = test::baken({"export", planned().project.string(), "--out", (folder / "out").string()},
                                    {.file_size_limit = limit});
        INFO(limit << ": " << ran.err);
        CHECK(ran.exit_code == 1);
        CHECK(ran.err.find((folder / "").string()) != std::string::npos);  // names the file
        CHECK(names_in(folder.path()) == std::set<std::string>{"mine.txt"});
    }
    CHECK(test::baken({"export", planned().project.string(), "--out", (folder / "out").string()}).exit_code == 0);
}

TEST_CASE("an interrupt while LibreOffice prints ends it, and leaves nothing") {
    if (!has_office()) {
        WARN("SKIPPED: LibreOffice is not here");
        return;
    }
    int interrupted = 0;
    for (int after = 1000; after <= 9000; after += 1600) {
        const TempDir folder, scratch;
        const Ran ran =
            test::baken({"export", planned().project.string(), "--out", (folder / "out").string()},
                        {.interrupt_after_ms = after, .environment = {"TMPDIR=" + scratch.path().string()}});
        INFO(after << " ms: " << ran.exit_code << " " << ran.err);
        if (ran.exit_code != 0) {
            CHECK(ran.exit_code == 130);
            CHECK(names_in(folder.path()).empty());
            ++interrupted;
        }
        CHECK(offices_of(scratch).empty());
        CHECK(names_in(scratch.path()).empty());
    }
    CHECK(interrupted >= 1);
}

TEST_CASE("a folder where nothing may be written is named, for the pack, the sheets and a layer") {
    if (geteuid() == 0) {
        // Root may write anywhere but on a disk that is read only.
        const TempDir folder;
        const fs::path sealed = folder / "sealed";
        fs::create_directory(sealed);
        if (mount("tmpfs", sealed.c_str(), "tmpfs", MS_RDONLY, "size=64k") != 0) {
            WARN("SKIPPED: no right to mount a sealed disk here");
            return;
        }
        const std::string out = (sealed / "out").string();
        const std::string project = planned().project.string();
        std::vector<Ran> all;
        for (const std::vector<std::string>& command :
             {std::vector<std::string>{"export", project, "--out", out},
              {"export", project, "--pack", "municipality", "--out", out},
              {"brief", project, "--out", out},
              {"export", project, "--layer", "checks", "--format", "shp", "--out", out}})
            all.push_back(test::baken(command));
        umount(sealed.c_str());
        for (const Ran& ran : all) {
            INFO(ran.err);
            CHECK(ran.exit_code == 1);
            CHECK(ran.err.find(sealed.string()) != std::string::npos);
        }
    }
}
