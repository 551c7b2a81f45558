#include "cli/region.hpp"

#include "base/text.hpp"

using namespace baken;
using namespace baken::test;

TEST_CASE("RD metres in columns named lon and lat are placed where they belong, and the receipt says so") {
    BAKEN_NEEDS_SHARED();
    const TempDir folder;
    const auto settings = folder.write("baken.toml", replaced(home_settings(), "bron_2022_2024/tweestromenland.csv",
                                                              "dirty/bron_rd_metres_in_lonlat_columns.csv"));
    const Ran ran = test::baken({"import", settings.string(), "--json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto receipt = receipt_of(parsed(ran), "accidents");
    CHECK(receipt["read"] == 200);
    CHECK(receipt["rejected"] == 0);
    CHECK(receipt["placed"].get<int>() + receipt["unplaced"].get<int>() == 200);
    CHECK(receipt["notes"].dump().find("RD") != std::string::npos);
}

TEST_CASE("swapped axes on the other side of the world are refused and named") {
    BAKEN_NEEDS_SHARED();
    const TempDir folder;
    const auto settings = folder.write(
        "baken.toml", home_settings() + "\n[[source]]\nkind = \"complaints\"\nprofile = \"generic\"\npath = \"" +
                          shared("data/dirty/nz_cas_swapped_axes.csv").string() + "\"\n");
    const Ran ran = test::baken({"run", settings.string(), "--no-pdf", "--out", (folder / "out").string()});
    INFO(ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(ran.err.find("nz_cas_swapped_axes.csv") != std::string::npos);
    CHECK(ran.err.find("swapped") != std::string::npos);
    CHECK(!std::filesystem::exists(folder / "out"));
}

TEST_CASE("inspect says what a real file is") {
    BAKEN_NEEDS_SHARED();
    const Ran ran = test::baken({"inspect", shared("data/complaints_assen/meldingen.csv").string(), "--json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto found = parsed(ran);
    CHECK(found["profile"] == "signalen");
    CHECK(found["rows"] == 3024);
    CHECK(found["columns"].size() == 12);
}
