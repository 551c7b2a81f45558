#include "app/evaluate_project.hpp"

#include "output/json.hpp"
#include "support/catch.hpp"
#include "support/sample_project.hpp"

using namespace baken;
using namespace baken::test;

namespace {

/// The sample region a year later: two more accidents, one of them where no municipality of ours is.
Region newer_region() {
    Region newer;
    newer.municipalities = {{.code = {"GM9999"}, .name = "Elders", .area = {}, .centre = {}},
                            {.code = {"GM9002"}, .name = "Beuningen", .area = {}, .centre = {}}};
    for (const std::uint32_t municipality : {0U, 1U}) {
        Accident accident;
        accident.number = "00" + std::to_string(municipality);  // before all others by number
        accident.year = 2027;
        accident.municipality = municipality;
        newer.accidents.push_back(accident);
    }
    Accident known;
    known.number = sample_project().region->accidents[3].number;
    newer.accidents.push_back(known);
    return newer;
}

}  // namespace

TEST_CASE("newer accidents join those of the project, by number, in its own municipalities") {
    Project project = sample_project();
    const std::string number = project.region->accidents[5].number;
    project.hotspots[0].accident_rows = {5};
    const std::size_t before = project.region->accidents.size();
    const Project later = with_newer_accidents(project, newer_region());
    REQUIRE(later.region->accidents.size() == before + 1);
    CHECK(later.region->accidents[0].number == "001");
    CHECK(later.region->accidents[0].municipality == 1);
    REQUIRE(later.hotspots[0].accident_rows.size() == 1);
    CHECK(later.region->accidents[later.hotspots[0].accident_rows[0]].number == number);
    CHECK(project.region->accidents.size() == before);
}

TEST_CASE("years that are asked for must be there, and on one side only") {
    const Project project = sample_project();
    CHECK_THROWS_AS(evaluated(project, {.after = {2031}}, {}), SettingsError);
    CHECK_THROWS_AS(evaluated(project, {.before = {2022, 2023}, .after = {2023}}, {}), SettingsError);
    const Evaluation found = evaluated(project, {.before = {2023, 2022}, .after = {2024}}, {});
    CHECK(found.years_before == std::vector{2022, 2023});
    CHECK(found.years_after == std::vector{2024});
    CHECK(found.progress.size() == 7);
    CHECK(found.trends.size() == 14);
}

TEST_CASE("the same project gives the same evaluation, and one that is stopped gives none") {
    const Project project = sample_project();
    CHECK(evaluation_json(project, evaluated(project, {}, {})) == evaluation_json(project, evaluated(project, {}, {})));
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(evaluated(project, {}, {.stop = stop.get_token(), .on_progress = {}}), Cancelled);
}
