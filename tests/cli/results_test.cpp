// What a check gave, written down and told again by the program.

#include "cli/region.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

struct Planned {
    TempDir folder;
    fs::path project;
    std::string first_check;

    Planned() {
        REQUIRE(
            test::baken({"synth", "--out", (folder / "region").string(), "--accidents", "300", "--complaints", "60"})
                .exit_code == 0);
        const Ran ran = test::baken(
            {"run", "--no-pdf", (folder / "region/baken.toml").string(), "--out", (folder / "out").string(), "--json"});
        first_check = parsed(ran)["plan"]["checks"][0]["check_id"];
        for (const auto& entry : fs::directory_iterator(folder / "out"))
            if (entry.path().extension() == ".gpkg") project = entry.path();
        REQUIRE(fs::exists(project));
    }
    [[nodiscard]] Ran results(std::vector<std::string> more) const {
        more.insert(more.begin(), {"results", project.string()});
        return test::baken(more);
    }
};

}  // namespace

TEST_CASE("the result of a check is written down, and evaluate tells it again") {
    const Planned planned;
    const Ran written = planned.results({"--check", planned.first_check, "--vehicles", "148", "--tests", "40",
                                         "--fines", "snelheid=12,telefoon=3,snelheid=2", "--warnings", "5"});
    INFO(written.err);
    REQUIRE(written.exit_code == 0);
    const Ran told = test::baken({"evaluate", planned.project.string(), "--json"});
    INFO(told.out);
    const auto evaluation = parsed(told);
    // 17 fines on 148 vehicles.
    CHECK(told.out.find("148") != std::string::npos);
    CHECK(told.out.find("17") != std::string::npos);
    CHECK(test::baken({"verify", planned.project.string()}).exit_code == 0);
}

TEST_CASE("a check that is not there, and fines that are no numbers, are refused by name") {
    const Planned planned;
    const Ran unknown = planned.results({"--check", planned.first_check + "x", "--vehicles", "1"});
    CHECK(unknown.exit_code == 2);
    CHECK(unknown.err.find(planned.first_check) != std::string::npos);
    const Ran odd = planned.results({"--check", planned.first_check, "--fines", "snelheid=veel"});
    CHECK(odd.exit_code == 2);
    CHECK(odd.err.find("snelheid=veel") != std::string::npos);
}
