#include "evaluation/before_after.hpp"

#include "base/random.hpp"
#include "evaluation/evaluate.hpp"
#include "evaluation/intervals.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace baken;

namespace {

Accident accident(int year, MapPoint at, std::string key) {
    Accident a;
    a.year = year;
    a.at = at;
    a.location = {LocationKind::section, std::move(key)};
    return a;
}

/// One municipality with a place at 1000, 1000 and one at 3000, 1000, chosen on 2024-2026 for a plan of 2027; a check
/// was done at the first. `expected` is the believed level of the first.
Project two_places(double expected) {
    Project project;
    project.settings.year = 2027;
    project.years = {2024, 2025, 2026};
    project.region.edit().municipalities.push_back({.code = {"GM0001"}, .name = "Een", .area = {}, .centre = {}});
    for (const double x : {1000.0, 3000.0}) {
        Hotspot hotspot;
        hotspot.id = {"H" + std::to_string(project.hotspots.size())};
        hotspot.at = {x, 1000};
        hotspot.expected = expected;
        project.hotspots.push_back(hotspot);
    }
    Check check;
    check.status = CheckStatus::done;
    check.date = make_date(2027, 2, 3);
    project.plan.checks = {check};
    return project;
}

void add(Project& project, int count, const Accident& a) {
    for (int i = 0; i < count; ++i) project.region.edit().accidents.push_back(a);
}

/// The rows of the first place are those of its known location.
void know(Project& project, const std::string& key) {
    for (std::uint32_t i = 0; i < project.region->accidents.size(); ++i)
        if (const Accident& a = project.region->accidents[i]; a.location.id == key && a.year < 2027)
            project.hotspots[0].accident_rows.push_back(i);
    project.hotspots[0].accidents = static_cast<int>(project.hotspots[0].accident_rows.size());
}

Evaluation evaluated(const Project& project, Language language = Language::nl) {
    return evaluate_checks(project, periods_of(project), language, {});
}

}  // namespace

TEST_CASE("accidents belong to the place that answers for their location, else to the nearest within reach") {
    Project project = two_places(6);
    add(project, 8, accident(2024, {1050, 1000}, "known"));
    add(project, 2, accident(2025, {1200, 1000}, "near"));
    add(project, 50, accident(2026, {1260, 1000}, "beyond the reach"));
    add(project, 3, accident(2026, {3100, 1000}, "of the other place"));
    know(project, "known");
    add(project, 1, accident(2027, {1050, 1000}, "known"));
    add(project, 2, accident(2027, {1200, 1000}, "near"));
    add(project, 20, accident(2027, {1260, 1000}, "beyond the reach"));

    const auto found = evaluated(project).before_after;
    REQUIRE(found.size() == 2);  // together, and the one place with a check
    CHECK(found[1].hotspot == 0u);
    CHECK(found[1].before == 10);
    CHECK(found[1].after == 3);
    CHECK(found[1].rest_before == 53);
    CHECK(found[1].rest_after == 20);
    REQUIRE(found[1].against_expected);
    // At the known location 1 after, where 6 * 20/53 were to be expected; variance as large as it can be.
    const double expected = 6 * 20.0 / 53;
    CHECK(found[1].against_expected->estimate.value ==
          Approx(1 / expected / (1 + 1.0 / 6 + 1.0 / 53 + 1.0 / 20)).epsilon(1e-9));
    CHECK(found[0].before == found[1].before);
    CHECK(found[0].places == 1);
}

TEST_CASE("other roads, accidents without a place and years outside are not counted") {
    Project project = two_places(6);
    add(project, 5, accident(2024, {1000, 1000}, "here"));
    Accident motorway = accident(2024, {1000, 1000}, "here");
    motorway.road_manager = RoadManager::national;
    add(project, 7, motorway);
    Accident street = accident(2024, {1000, 1000}, "here");
    street.link = LinkLevel::street;
    add(project, 9, street);
    add(project, 11, accident(2019, {1000, 1000}, "here"));
    CHECK(evaluated(project).before_after.at(1).before == 5);
}

TEST_CASE("a place of unnamed locations is not held against an expectation") {
    Project project = two_places(4);
    Accident point = accident(2024, {1000, 1000}, "1000,1000");
    point.location.kind = LocationKind::point;
    add(project, 6, point);
    add(project, 30, accident(2025, {9000, 1000}, "far"));
    know(project, "1000,1000");
    add(project, 9, accident(2027, {9000, 1000}, "far"));
    const auto found = evaluated(project).before_after;
    CHECK_FALSE(found.at(1).against_expected);
    CHECK(found.at(1).against_rest);
    CHECK(found.at(1).warning.find("toevallig hoog") != std::string::npos);
}

TEST_CASE("without years after, nothing is claimed and the power is told for one year") {
    Project project = two_places(7);
    add(project, 7, accident(2025, {1000, 1000}, "here"));
    add(project, 90, accident(2025, {9000, 1000}, "far"));
    add(project, 1, accident(2024, {9000, 1000}, "far"));
    add(project, 1, accident(2026, {9000, 1000}, "far"));
    know(project, "here");
    const auto found = evaluated(project).before_after.at(1);
    CHECK_FALSE(found.is_distinguishable);
    CHECK(found.finding.find("nog niets te zeggen") != std::string::npos);
    CHECK(found.power ==
          "Met 7 ongevallen in drie jaar vooraf zou na één jaar zelfs een daling tot nul niet opvallen.");
    CHECK(evaluated(project, Language::en).before_after.at(1).power ==
          "With 7 accidents in three years before, after one year not even a fall to zero would stand out.");
}

TEST_CASE("a fall that is large enough is told, without naming its cause") {
    Project project = two_places(80);
    for (int year = 2024; year <= 2026; ++year) {
        add(project, 30, accident(year, {1000, 1000}, "here"));
        add(project, 300, accident(year, {9000, 1000}, "far"));
    }
    know(project, "here");
    add(project, 6, accident(2027, {1000, 1000}, "here"));
    add(project, 300, accident(2027, {9000, 1000}, "far"));
    const auto found = evaluated(project).before_after.at(0);
    CHECK(found.is_distinguishable);
    CHECK(found.finding.find("niet bewezen") != std::string::npos);
    CHECK(found.power.find("pas een daling van") != std::string::npos);
    CHECK(found.warning.find("gekozen op 90 getelde ongevallen, waar er 80,0 te verwachten zijn") != std::string::npos);
}

TEST_CASE("no check done, no before and after") {
    Project project = two_places(4);
    project.plan.checks[0].status = CheckStatus::cancelled;
    add(project, 4, accident(2024, {1000, 1000}, "here"));
    CHECK(evaluated(project).before_after.empty());
}

TEST_CASE("places chosen for their accidents fall by themselves, the expectation is not fooled by it") {
    // 400 sites whose yearly level is Gamma with mean 1 and variance 0.5, nothing changes; the ten with most accidents
    // in three years are treated. Truth is known here: the level believed after x in three years is (2 + x) / (2 + 3) a
    // year.
    Rng rng(20270101);
    int false_by_rest = 0, false_by_expectation = 0;
    constexpr int worlds = 300;
    for (int world = 0; world < worlds; ++world) {
        struct Site {
            int before = 0, after = 0;
        };
        std::vector<Site> sites(400);
        for (Site& site : sites) {
            // Gamma of shape 2 as the sum of two exponentials.
            const double level = -(std::log(1 - rng.uniform()) + std::log(1 - rng.uniform())) / 2;
            site = {rng.poisson(3 * level), rng.poisson(3 * level)};
        }
        std::sort(sites.begin(), sites.end(), [](const Site& a, const Site& b) { return a.before > b.before; });
        TwoByTwo counts;
        double expected = 0;
        for (std::size_t i = 0; i < sites.size(); ++i) {
            (i < 10 ? counts.before : counts.rest_before) += sites[i].before;
            (i < 10 ? counts.after : counts.rest_after) += sites[i].after;
            if (i < 10) expected += 3 * (2.0 + sites[i].before) / 5;
        }
        const double growth = static_cast<double>(counts.rest_after) / counts.rest_before;
        const double relative = 1 / expected + 1.0 / counts.rest_before + 1.0 / counts.rest_after;
        const double mean = expected * growth;
        false_by_rest += odds_ratio(counts)->p_value < 0.05 ? 1 : 0;
        false_by_expectation += ratio_to_expected(counts.after, mean, relative * mean * mean).p_value < 0.05 ? 1 : 0;
    }
    CHECK(false_by_rest > worlds / 4);  // what a plain comparison would have praised
    CHECK(false_by_expectation < worlds / 20);
}
