#include "app/one_municipality.hpp"

#include "output/series_plan.hpp"
#include "support/catch.hpp"
#include "support/sample_project.hpp"

#include <algorithm>

using namespace baken;
using namespace baken::test;

TEST_CASE("the municipalities' own projects together are the whole, and each speaks of itself only") {
    Project whole = sample_project();
    whole.hotspots[1].nearby = {{"GM9002-H01"}, {"GM9001-H01"}};  // across the border, and its own
    const auto& municipalities = whole.region->municipalities;
    REQUIRE(municipalities.size() > 1);
    std::size_t accidents = 0, complaints = 0, hotspots = 0, checks = 0, unvisited = 0, measurements = 0, schools = 0;
    std::size_t cells = 0, lixels = 0, stretches = 0;
    for (std::uint32_t m = 0; m < municipalities.size(); ++m) {
        const Project part = one_municipality(whole, m);
        INFO(municipalities[m].name);
        REQUIRE(part.region->municipalities.size() == 1);
        CHECK(part.region->municipalities[0].code == municipalities[m].code);
        accidents += part.region->accidents.size();
        complaints += part.region->complaints.size();
        measurements += part.region->measurements.size();
        schools += part.region->schools.size();
        hotspots += part.hotspots.size();
        checks += part.plan.checks.size();
        unvisited += part.plan.unvisited.size();
        for (const Hotspot& hotspot : part.hotspots)
            for (const HotspotId& id : hotspot.nearby) CHECK(id.text.starts_with(municipalities[m].code.text));
        if (m == 0) CHECK(part.hotspots[1].nearby == std::vector<HotspotId>{{"GM9001-H01"}});
        cells += part.findings->cells.size();
        lixels += part.findings->lixels.size();
        stretches += part.findings->stretches.size();
        for (const StretchFinding& one : part.findings->stretches) {
            CHECK(one.municipality == 0);
            CHECK(one.id.starts_with(municipalities[m].code.text));
        }
        CHECK(part.seed == 0);
        CHECK(part.settings_text.empty());
        CHECK_FALSE(part.settings.seed);

        const MunicipalityProgress whole_progress = quota_progress(whole)[m], own_progress = quota_progress(part)[0];
        CHECK(own_progress.quota.planned == whole_progress.quota.planned);
        CHECK(own_progress.quota.required == whole_progress.quota.required);
        CHECK(own_progress.dark_days.planned == whole_progress.dark_days.planned);
        for (const Clause& clause : part.certificate.clauses) {
            for (std::uint32_t other = 0; other < municipalities.size(); ++other)
                if (other != m) CHECK(clause.id.find(municipalities[other].code.text) == std::string::npos);
        }
    }
    CHECK(accidents == whole.region->accidents.size());
    CHECK(complaints == whole.region->complaints.size());
    CHECK(measurements == whole.region->measurements.size());
    CHECK(schools == whole.region->schools.size());
    CHECK(hotspots == whole.hotspots.size());
    CHECK(checks == whole.plan.checks.size());
    CHECK(unvisited == whole.plan.unvisited.size());
    CHECK(cells == whole.findings->cells.size());
    CHECK(lixels == whole.findings->lixels.size());
    CHECK(stretches == whole.findings->stretches.size());
}

TEST_CASE("a municipality's hotspots answer for the same events, and its checks stand at the same places") {
    const Project whole = sample_project();
    for (std::uint32_t m = 0; m < whole.region->municipalities.size(); ++m) {
        const Project part = one_municipality(whole, m);
        for (const Hotspot& own : part.hotspots) {
            const auto same = std::find_if(whole.hotspots.begin(), whole.hotspots.end(),
                                           [&](const Hotspot& h) { return h.id == own.id; });
            REQUIRE(same != whole.hotspots.end());
            REQUIRE(own.accident_rows.size() == same->accident_rows.size());
            for (std::size_t i = 0; i < own.accident_rows.size(); ++i)
                CHECK(part.region->accidents.at(own.accident_rows[i]).number ==
                      whole.region->accidents.at(same->accident_rows[i]).number);
            REQUIRE(own.complaint_rows.size() == same->complaint_rows.size());
            for (std::size_t i = 0; i < own.complaint_rows.size(); ++i)
                CHECK(part.region->complaints.at(own.complaint_rows[i]).id ==
                      whole.region->complaints.at(same->complaint_rows[i]).id);
        }
        for (const Check& own : part.plan.checks) {
            const auto same = std::find_if(whole.plan.checks.begin(), whole.plan.checks.end(),
                                           [&](const Check& c) { return c.id == own.id; });
            REQUIRE(same != whole.plan.checks.end());
            CHECK(part.hotspots.at(own.hotspot).id == whole.hotspots.at(same->hotspot).id);
            CHECK(own.date == same->date);
        }
    }
}
