#include "cli/region.hpp"
#include "support/python.hpp"

using namespace baken;
using namespace baken::test;

TEST_CASE("every figure of the home region's hotspots is what a recount of the register's file gives") {
    BAKEN_NEEDS_SHARED();
    const auto python = python_with("sqlite3");
    if (!python) {
        WARN("SKIPPED: Python is not here (package python3)");
        return;
    }
    const TempDir folder;
    const auto settings = folder.write("baken.toml", home_settings());
    const Ran ran = test::baken({"run", settings.string(), "--no-pdf", "--quiet"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const std::string recount = std::string(BAKEN_SOURCE_DIR) + "/tests/cli/recount.py";
    const Ran held = run({*python, recount, shared("data/bron_2022_2024/tweestromenland.csv").string(),
                          (folder / "tweestromenland-2027/tweestromenland-2027.gpkg").string()});
    INFO(held.out << held.err);
    CHECK(held.exit_code == 0);
    WARN(held.out);
}
