#include "support/support.hpp"

#include <map>

using namespace baken::test;

namespace fs = std::filesystem;

namespace {

/// The demo region after its run, made once: the folder of outputs and the project in it.
struct Demo {
    TempDir folder;
    fs::path outputs, project;
    Demo() {
        const Ran ran = baken::test::baken({"demo", "--no-pdf", (folder / "demo").string(), "--lang", "nl"});
        REQUIRE(ran.exit_code == 0);
        for (const auto& entry : fs::recursive_directory_iterator(folder / "demo"))
            if (entry.path().extension() == ".gpkg" && entry.path().stem() != "public" &&
                fs::exists(entry.path().parent_path() / "plan.json"))
                project = entry.path();
        REQUIRE_FALSE(project.empty());
        outputs = project.parent_path();
    }
    /// With the surface that the QGIS project inside speaks of.
    [[nodiscard]] fs::path copy(const TempDir& to) const {
        fs::copy_file(project, to / project.filename().string());
        fs::copy_file(outputs / "density.tif", to / "density.tif");
        return to / project.filename().string();
    }
};

const Demo& demo() {
    static const Demo made;
    return made;
}

std::string replaced_once(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("export gives what the run gave, byte for byte") {
    const TempDir folder;
    const Ran ran =
        baken::test::baken({"export", demo().project.string(), "--no-pdf", "--out", (folder / "again").string()});
    REQUIRE(ran.exit_code == 0);
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "again")) {
        if (!entry.is_regular_file()) continue;
        const fs::path name = fs::relative(entry.path(), folder / "again");
        INFO(name.string());
        CHECK((content_of(entry.path()) == content_of(demo().outputs / name)));
        ++files;
    }
    CHECK(files >= 40);
    CHECK(baken::test::baken({"export", demo().project.string(), "--no-pdf", "--out", (folder / "again").string()})
              .exit_code == 2);
    CHECK(baken::test::baken({"export", (folder / "none.gpkg").string()}).exit_code == 1);
}

TEST_CASE("a review goes out, is filled in, and comes back into the project") {
    const TempDir folder;
    const fs::path project = demo().copy(folder), table = folder / "review.csv";
    REQUIRE(baken::test::baken({"review", project.string(), "--export", table.string()}).exit_code == 0);
    const std::string before = content_of(project);
    Ran ran = baken::test::baken({"review", project.string(), "--import", table.string()});
    CHECK(ran.exit_code == 0);
    CHECK((content_of(project) == before));

    folder.write("filled.csv", replaced_once(content_of(table), ";voorgesteld;", ";aanvaard;"));
    ran = baken::test::baken({"review", project.string(), "--import", (folder / "filled.csv").string()});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.starts_with("1 "));
    CHECK((content_of(project) != before));
    CHECK(fs::exists(folder / "versions"));
    CHECK_FALSE(fs::exists(project.string() + ".edits"));
    CHECK_FALSE(fs::exists(project.string() + ".lock"));
    REQUIRE(baken::test::baken({"review", project.string(), "--export", table.string(), "--force"}).exit_code == 0);
    CHECK((content_of(table) == content_of(folder / "filled.csv")));

    const std::string after = content_of(project);
    folder.write("wrong.csv", replaced_once(content_of(table), ";aanvaard;", ";prima;"));
    ran = baken::test::baken({"review", project.string(), "--import", (folder / "wrong.csv").string()});
    CHECK(ran.exit_code == 3);
    CHECK(ran.err.find("regel 2") != std::string::npos);
    CHECK((content_of(project) == after));
    CHECK(baken::test::baken({"review", project.string()}).exit_code == 2);
}

TEST_CASE("a saved project is planned again in place, and the same plan comes of it") {
    const TempDir folder;
    const fs::path project = demo().copy(folder);
    const Ran again = baken::test::baken({"plan", project.string(), "--json", "--quiet"});
    CHECK(again.exit_code == 0);
    CHECK((again.out == content_of(demo().outputs / "plan.json")));
    CHECK((content_of(project) == content_of(demo().project)));
    const Ran other = baken::test::baken({"plan", project.string(), "--json", "--quiet", "--seed", "99"});
    CHECK(other.exit_code == 0);
    CHECK(other.out != again.out);
    CHECK(baken::test::baken({"verify", project.string()}).exit_code == 0);
}

TEST_CASE("a project that another machine has open is not changed, and who has it is said") {
    const TempDir folder;
    const fs::path project = demo().copy(folder);
    const std::string before = content_of(project);
    folder.write(project.filename().string() + ".lock", "jansen\nandere-laptop\n4711\n");
    const Ran ran = baken::test::baken({"plan", project.string()});
    CHECK(ran.exit_code == 6);
    for (const char* part : {"jansen", "andere-laptop", "4711", ".gpkg.lock"})
        CHECK(ran.err.find(part) != std::string::npos);
    CHECK((content_of(project) == before));
    CHECK(baken::test::baken({"verify", project.string()}).exit_code == 0);
}
