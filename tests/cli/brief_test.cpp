#include "support/support.hpp"

#include <algorithm>

using namespace baken::test;
namespace fs = std::filesystem;

namespace {

struct Demo {
    TempDir folder;
    fs::path project;
    Demo() {
        REQUIRE(baken::test::baken({"demo", "--no-pdf", (folder / "demo").string(), "--lang", "nl"}).exit_code == 0);
        for (const auto& entry : fs::recursive_directory_iterator(folder / "demo"))
            if (entry.path().extension() == ".gpkg" && fs::exists(entry.path().parent_path() / "plan.json"))
                project = entry.path();
        REQUIRE_FALSE(project.empty());
    }
};

const Demo& demo() {
    static const Demo made;
    return made;
}

/// No LibreOffice, whatever the machine has.
const RunOptions without_office{.environment = {"PATH="}};

std::size_t files_in(const fs::path& folder, const std::string& extension) {
    std::size_t count = 0;
    if (fs::exists(folder))
        for (const auto& entry : fs::directory_iterator(folder)) count += entry.path().extension() == extension ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("brief writes a sheet for each check of a municipality and says that they are plain") {
    const TempDir folder;
    const Ran ran = baken::test::baken({"brief", demo().project.string(), "--municipality", "Heumen", "--out",
                                        (folder / "sheets").string(), "--lang", "en"},
                                       without_office);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const std::size_t sheets = files_in(folder / "sheets", ".pdf");
    CHECK(sheets >= 3);
    CHECK(files_in(folder / "sheets", ".html") == 0);
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == static_cast<std::ptrdiff_t>(sheets));
    CHECK(ran.err.find("LibreOffice was not found") != std::string::npos);
    CHECK(ran.err.find("QStandardPaths") == std::string::npos);
    // Once more only by force.
    const std::vector<std::string> again{"brief", demo().project.string(), "--out", (folder / "sheets").string()};
    CHECK(baken::test::baken(again, without_office).exit_code == 2);
}

TEST_CASE("brief refuses a check that is not there, with the nearest, and leaves nothing") {
    const TempDir folder;
    const Ran ran = baken::test::baken({"brief", demo().project.string(), "--check", "GM0252-2027-1", "--out",
                                        (folder / "sheets").string(), "--lang", "en"},
                                       without_office);
    CHECK(ran.exit_code == 2);
    CHECK(ran.err.find("GM0252-2027-01") != std::string::npos);
    CHECK(fs::is_empty(folder.path()));
    CHECK(baken::test::baken({"brief", demo().project.string(), "--format", "odt"}).exit_code == 2);
}

TEST_CASE("brief that is interrupted leaves neither the folder nor a piece of it") {
    const TempDir folder;
    // An office that never comes to an end.
    const auto office = folder.write("bin/soffice", "#!/bin/sh\nexec /bin/sleep 60\n");
    fs::permissions(office, fs::perms::owner_all);
    const Ran ran =
        baken::test::baken({"brief", demo().project.string(), "--out", (folder / "out/sheets").string()},
                           {.interrupt_after_ms = 4000,
                            .environment = {"PATH=" + (folder / "bin").string(), "TMPDIR=" + folder.path().string()}});
    CHECK(ran.exit_code == 130);
    CHECK(fs::is_empty(folder / "out"));
    for (const auto& entry : fs::directory_iterator(folder.path()))
        CHECK_FALSE(entry.path().filename().string().starts_with("baken-print"));
}
