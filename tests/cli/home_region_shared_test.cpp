#include "cli/region.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"

#include <map>
#include <set>
#include <tuple>

using namespace baken;
using namespace baken::test;

namespace {

/// (municipality, year, outcome) -> accidents, as published.
std::map<std::tuple<std::string, int, std::string>, int> published_counts() {
    const std::string text = content_of(shared("truth/bron_tweestromenland_counts.csv"));
    std::map<std::tuple<std::string, int, std::string>, int> counts;
    CsvReader reader(text, ',');
    reader.next();
    while (reader.next()) {
        const auto& row = reader.fields();
        const std::string name(row[0]);
        const int year = std::stoi(std::string(row[1]));
        counts[{name, year, "fatal"}] = std::stoi(std::string(row[2]));
        counts[{name, year, "injury"}] = std::stoi(std::string(row[3]));
        counts[{name, year, "damage_only"}] = std::stoi(std::string(row[4]));
    }
    return counts;
}

}  // namespace

TEST_CASE("the home region: counts as published, every municipality its checks, proven within half a per cent") {
    BAKEN_NEEDS_SHARED();
    const TempDir folder;
    const auto settings = folder.write("baken.toml", home_settings());
    const Ran ran = test::baken({"run", settings.string(), "--no-pdf", "--json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto result = parsed(ran);

    std::map<std::tuple<std::string, int, std::string>, int> counts;
    for (const auto& municipality : result["municipalities"])
        for (const auto& year : municipality["accidents"]["per_year"])
            for (const char* outcome : {"fatal", "injury", "damage_only"})
                counts[{municipality["name"], year["year"], outcome}] = year[outcome];
    CHECK(counts == published_counts());

    const auto receipt = receipt_of(result, "accidents");
    CHECK(receipt["read"] == 3125);
    CHECK(receipt["read"].get<int>() == receipt["placed"].get<int>() + receipt["unplaced"].get<int>() +
                                            receipt["rejected"].get<int>() + receipt["duplicate"].get<int>() +
                                            receipt["outside_region"].get<int>() +
                                            receipt["filtered"]["rows"].get<int>());

    std::map<std::string, int> targeted, dark;
    for (const auto& check : result["plan"]["checks"]) {
        if (check["kind"] != "dark_days") ++targeted[check["municipality"]];
        if (check["kind"] == "dark_days" && check["date"].get<std::string>() >= "2027-10-01") {
            ++dark[check["municipality"]];
            CHECK(check["dark_share"].get<double>() == 1.0);
        }
    }
    for (const char* name : {"Berg en Dal", "Beuningen", "Druten", "Heumen", "West Maas en Waal", "Wijchen"}) {
        INFO(name);
        CHECK(targeted[name] >= 3);
        CHECK(dark[name] >= 1);
    }
    CHECK(result["solver"]["gap"].get<double>() <= 0.005);
    CHECK(result["solver"]["bound"].get<double>() >= result["solver"]["best"].get<double>());
    for (const auto& clause : result["certificate"]["clauses"]) {
        INFO(clause.dump());
        CHECK(clause["ok"] == true);
    }

    const Ran verified =
        test::baken({"verify", (folder / "tweestromenland-2027/tweestromenland-2027.gpkg").string(), "--json"});
    INFO(verified.err);
    CHECK(verified.exit_code == 0);
    CHECK(parsed(verified)["certificate"] == result["certificate"]);
}

TEST_CASE("Assen: hotspots of accidents and complaints together, other categories left out by name") {
    BAKEN_NEEDS_SHARED();
    const TempDir folder;
    const auto settings = folder.write("assen.toml", assen_settings());
    const Ran ran = test::baken({"run", settings.string(), "--no-pdf", "--json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto result = parsed(ran);

    const auto accidents = receipt_of(result, "accidents");
    CHECK(accidents["read"] == 382421);
    const auto complaints = receipt_of(result, "complaints");
    CHECK(complaints["read"] == 3024);
    // What is not about traffic is named and counted: the waste reports alone are 763.
    int left_out = 0;
    for (const auto& [category, rows] : complaints["filtered"]["by"].items()) left_out += rows.get<int>();
    CHECK(left_out == complaints["filtered"]["rows"].get<int>());
    CHECK(left_out > 2000);
    CHECK(complaints["placed"].get<int>() > 150);

    int with_both = 0;
    for (const auto& hotspot : result["hotspots"])
        if (hotspot["accidents"].get<int>() > 0 && hotspot["complaints"].get<int>() > 0) ++with_both;
    CHECK(with_both >= 3);
    CHECK(result["solver"]["gap"].get<double>() <= 0.005);
    CHECK(test::baken({"verify", (folder / "assen-2027/assen-2027.gpkg").string()}).exit_code == 0);
}

TEST_CASE("the same seed gives the same bytes with one thread and two, another seed another plan nearly as good") {
    BAKEN_NEEDS_SHARED();
    const TempDir folder;
    const auto settings = folder.write("baken.toml", home_settings());
    const auto run_with = [&](const std::string& name, std::vector<std::string> options) {
        std::vector<std::string> arguments{"run",    settings.string(), "--no-pdf",
                                           "--json", "--out",           (folder / name).string()};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Ran ran = test::baken(arguments);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return parsed(ran);
    };
    const auto one = run_with("one", {"--threads", "1"});
    const auto two = run_with("two", {"--threads", "2"});
    const auto other = run_with("other", {"--seed", "99"});
    for (const char* file : {"plan.json", "plan.ics", "certificate.html"})
        CHECK(content_of(folder / "one" / file) == content_of(folder / "two" / file));
    CHECK(content_of(folder / "one/tweestromenland-2027.gpkg") == content_of(folder / "two/tweestromenland-2027.gpkg"));

    CHECK(content_of(folder / "one/plan.ics") != content_of(folder / "other/plan.ics"));
    CHECK(other["solver"]["best"] == one["solver"]["best"]);
    CHECK(other["solver"]["value"].get<double>() >= 0.95 * one["solver"]["best"].get<double>());
    CHECK(one["solver"]["value"].get<double>() >= 0.95 * one["solver"]["best"].get<double>());
}

TEST_CASE("the seed stands in no output that leaves the team") {
    BAKEN_NEEDS_SHARED();
    const TempDir folder;
    const std::string seed = "730219846551";
    const auto settings = folder.write("baken.toml", replaced(home_settings(), "seed = 2027", "seed = " + seed));
    REQUIRE(test::baken({"run", settings.string(), "--no-pdf", "--out", (folder / "out").string()}).exit_code == 0);
    for (const char* file : {"plan.json", "plan.ics", "certificate.html"}) {
        INFO(file);
        CHECK(content_of(folder / "out" / file).find(seed) == std::string::npos);
    }
}
