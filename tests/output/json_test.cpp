#include "output/json.hpp"

#include "support/sample_evaluation.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <nlohmann/json.hpp>

using namespace baken;
using namespace baken::test;
using nlohmann::json;

namespace {

std::vector<std::string> keys_of(const std::string& text) {
    std::vector<std::string> keys;
    const auto parsed = nlohmann::ordered_json::parse(text);
    for (const auto& [key, value] : parsed.items()) keys.push_back(key);
    return keys;
}

}  // namespace

TEST_CASE("plan.json has the keys that the product promises") {
    const Project project = sample_project();
    CHECK(keys_of(plan_json(project)) == std::vector<std::string>{"format", "name", "year", "receipt", "municipalities",
                                                                  "hotspots", "foresight", "darkness", "findings", "plan",
                                                                  "certificate", "unmet", "unvisited", "solver",
                                                                  "predictability", "provenance"});
    CHECK(keys_of(receipts_json(project)) ==
          std::vector<std::string>{"format", "name", "year", "receipt", "municipalities", "provenance"});
    CHECK(keys_of(certificate_json(project)) ==
          std::vector<std::string>{"format", "name", "year", "certificate", "provenance"});
    CHECK(json::parse(run_json(project, {"a/plan.json"}))["outputs"] == json{"a/plan.json"});
}

TEST_CASE("an evaluation in JSON names places by their ids and what has no bound by null") {
    const json found = json::parse(evaluation_json(sample_project(), sample_evaluation()))["evaluation"];
    CHECK(found["progress"][0]["municipality_code"].is_null());
    CHECK(found["progress"][1]["municipality_code"] == "GM9001");
    CHECK(found["progress"][1]["quota"]["done"] == 2);
    CHECK(found["hit_rates"]["by_theme"][0]["theme"] == "speed");
    CHECK(found["hit_rates"]["by_hotspot"][0]["hotspot_id"] == "GM9001-H03");
    CHECK(found["hit_rates"]["all"]["per_vehicle"]["low"] == 0.0624);
    CHECK(found["hit_rates"]["all"]["per_test"].is_null());
    CHECK(found["hit_rates"]["fines"]["snelheid"] == 15);
    CHECK(found["trends"][0]["counted"] == "casualties");
    CHECK(found["before_after"][0]["hotspot_id"].is_null());
    CHECK(found["before_after"][0]["against_rest"]["high"].is_null());
    CHECK(found["before_after"][0]["smallest_visible_fall"].is_null());
}

TEST_CASE("a receipt in JSON accounts for every row and keeps every rejected one") {
    const json receipt = json::parse(receipts_json(sample_project()))["receipt"][0];
    CHECK(receipt["read"] == 450);
    CHECK(receipt["read"].get<int>() == receipt["placed"].get<int>() + receipt["unplaced"].get<int>() +
                                            receipt["rejected"].get<int>() + receipt["duplicate"].get<int>() +
                                            receipt["outside_region"].get<int>() +
                                            receipt["filtered"]["rows"].get<int>());
    CHECK(receipt["filtered"]["by"]["Rijk"] == 5);
    CHECK(receipt["columns_filled"]["zichtafstand"] == 0);
    CHECK(receipt["rejected_rows"][0] ==
          json{{"line", 17}, {"column", "x_rd"}, {"reason", "x_rd is 'abc', not a number"}});
    CHECK(receipt["notes"].size() == 2);
}

TEST_CASE("accidents are counted per municipality, year and outcome") {
    const Project project = sample_project();
    const json found = json::parse(receipts_json(project))["municipalities"];
    REQUIRE(found.size() == 6);
    CHECK(found[0]["code"] == "GM9001");
    // 70 accidents each: i = 0, 23, 46, 69 are fatal; of the multiples of five only 0 is fatal too.
    CHECK(found[0]["accidents"]["total"] == 70);
    CHECK(found[0]["accidents"]["fatal"] == 4);
    CHECK(found[0]["accidents"]["injury"] == 13);
    CHECK(found[0]["accidents"]["damage_only"] == 53);
    // Years turn with i % 3: 0, 69 fall in 2022, 46 in 2023 and 23 in 2024.
    const json& years = found[0]["accidents"]["per_year"];
    REQUIRE(years.size() == 3);
    CHECK(years[0]["year"] == 2022);
    CHECK(years[0]["total"] == 24);
    CHECK(years[0]["fatal"] == 2);
    CHECK(years[1]["fatal"] == 1);
    CHECK(years[2]["fatal"] == 1);
    CHECK(found[0]["complaints"] == 25);
    CHECK(found[0]["complainants"] == 10);
}

TEST_CASE("a check in JSON has the fields of its layer, local and in UTC") {
    const Project project = sample_project();
    const json checks = json::parse(plan_json(project))["plan"]["checks"];
    REQUIRE(checks.size() == project.plan.checks.size());
    bool has_night = false;
    for (const auto& check : checks) {
        if (check["start_time"] != "23:30") continue;
        has_night = true;
        CHECK(check["end_time"] == "01:30");
        CHECK(check["date"] == "2027-02-06");
        CHECK(check["starts_at"] == "2027-02-06T22:30:00Z");
        CHECK(check["ends_at"] == "2027-02-07T00:30:00Z");
        CHECK(check["kind"] == "dark_days");
        CHECK(check["crew"] == "Ploeg Oost");
    }
    CHECK(has_night);
}

TEST_CASE("what a check gave stands in the JSON, and what it did not give yet is null") {
    Project project = sample_project();
    project.plan.checks[0].status = CheckStatus::done;
    project.plan.checks[0].result = CheckResult{
        .vehicles = 120, .tests = 30, .warnings = 4, .fines = {{"snelheid", 9}, {"telefoon", 2}}, .remark = "droog"};
    project.plan.checks[1].status = CheckStatus::cancelled;
    const json checks = json::parse(plan_json(project))["plan"]["checks"];
    CHECK(checks[0]["status"] == "done");
    CHECK(checks[0]["result"] == json::parse(R"({"vehicles": 120, "tests": 30, "warnings": 4,
                                                 "fines": {"snelheid": 9, "telefoon": 2}, "remark": "droog"})"));
    CHECK(checks[1]["status"] == "cancelled");
    CHECK(checks[1]["result"].is_null());
    CHECK(checks[2]["status"] == "planned");
}

TEST_CASE("a hotspot in JSON says how sure it is, who was in it and what lies near") {
    const Project project = sample_project();
    const json found = json::parse(plan_json(project));
    const json& hotspot = found["hotspots"][5];
    CHECK(hotspot["expected_low"] == project.hotspots[5].expected_low);
    CHECK(hotspot["expected_high"] == project.hotspots[5].expected_high);
    CHECK(hotspot["dark_odds"] == 2.0);
    CHECK(hotspot["with_bicycle"] == 0);
    CHECK(hotspot["with_pedestrian"] == 0);
    CHECK(hotspot["with_moped"] == 0);
    CHECK(hotspot["nearby"] == json{"GM9001-H01", "GM9001-H02"});
    CHECK(found["darkness"]["ratio"] == 1.37);
    CHECK(found["darkness"]["in_dark"] == 31);
}

TEST_CASE("what is not known is null in JSON, not zero") {
    const json hotspots = json::parse(hotspots_json(sample_project()))["hotspots"];
    CHECK(hotspots[2]["dark_share"].is_null());
    CHECK(hotspots[0]["dark_share"] == 0.1);
    CHECK(hotspots[4]["road_manager"].is_null());
    CHECK(hotspots[5]["speed_limit"].is_null());
    CHECK(hotspots[0]["v85"] == 61.5);
    CHECK(hotspots[0]["share_over"] == 0.37);
    CHECK(hotspots[1]["school_distance_m"] == 360.5);
    CHECK(hotspots[1]["v85"].is_null());
    CHECK(hotspots[1]["share_over"].is_null());
    CHECK(hotspots[2]["school_distance_m"].is_null());
    CHECK(hotspots[0]["themes"][0]["theme"] == "speed");
    CHECK(hotspots[0]["themes"][1]["weight"] == 0.5);
    Project project = sample_project();
    project.foresight.reset();
    project.darkness.reset();
    project.hotspots[0].expected_low = project.hotspots[0].expected_high = 0;  // of an earlier version
    const json bare = json::parse(plan_json(project));
    CHECK(bare["foresight"].is_null());
    CHECK(bare["darkness"].is_null());
    CHECK(bare["hotspots"][0]["expected_low"].is_null());
    CHECK(bare["hotspots"][0]["expected_high"].is_null());
    project.provenance.notes = {"a note"};
    CHECK(json::parse(plan_json(project))["provenance"]["notes"] == json::array({"a note"}));
}

TEST_CASE("JSON that leaves the team tells neither seed, complainant nor folder") {
    Project project = sample_project();
    project.region.edit().receipts[0].source = "/home/somebody/secret/bron.csv";
    project.provenance.inputs[0].name = "/home/somebody/secret/bron.csv";
    const std::string text = plan_json(project);
    for (const std::string_view banned :
         {"18446744073709551557", "18446744", "/home/", "secret", "Geheimstraat", "\"seed\""})
        CHECK(text.find(banned) == std::string::npos);
    CHECK(json::parse(text)["receipt"][0]["source"] == "bron.csv");
    CHECK(json::parse(text)["provenance"]["inputs"][0]["path"] == "bron.csv");
}

TEST_CASE("the same project gives the same JSON") { CHECK(plan_json(sample_project()) == plan_json(sample_project())); }

TEST_CASE("text that is no UTF-8 cannot break the JSON") {
    Project project = sample_project();
    project.hotspots[0].name = "Caf\xe9straat";
    CHECK(json::parse(plan_json(project))["hotspots"][0]["name"] == "Caf\uFFFDstraat");
}

TEST_CASE("an inspection in JSON") {
    const json found = json::parse(inspection_json({.format = "CSV",
                                                    .encoding = "Windows-1252",
                                                    .separator = ";",
                                                    .crs = "EPSG:28992",
                                                    .profile = "bron-2022",
                                                    .rows = 12,
                                                    .columns = {"a", "b"},
                                                    .mapping = {{"x", "a"}},
                                                    .first_rows = {{"1", "2"}},
                                                    .warnings = {"w"}}));
    CHECK(found["rows"] == 12);
    CHECK(found["mapping"]["x"] == "a");
    CHECK(found["first_rows"][0][1] == "2");
}
