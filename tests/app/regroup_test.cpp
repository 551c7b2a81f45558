// Hotspots of the demo region taken apart and put together again.
#include "hotspots/regroup.hpp"

#include "app/demo.hpp"
#include "app/stages.hpp"
#include "support/support.hpp"

#include <set>

using namespace baken;

namespace {

Project demo_project(const test::TempDir& folder) {
    (void)write_region({}, folder.path(), Overwrite::yes, {});
    return with_hotspots(with_events(open_project({.settings = folder / region_settings_file}), {}), {});
}

void check_same(const Hotspot& a, const Hotspot& b) {
    INFO(a.id.text);
    CHECK(a.id == b.id);
    CHECK(a.name == b.name);
    CHECK(a.rank == b.rank);
    CHECK(a.rank_best == b.rank_best);
    CHECK(a.rank_worst == b.rank_worst);
    CHECK(a.ranks == b.ranks);
    CHECK(a.score == Approx(b.score).epsilon(1e-12));
    CHECK(a.quadrant == b.quadrant);
    CHECK(a.reason == b.reason);
    CHECK(a.accident_rows == b.accident_rows);
    CHECK(a.complaint_rows == b.complaint_rows);
    CHECK(a.accidents_per_year == b.accidents_per_year);
    CHECK(a.complainants == b.complainants);
    CHECK(a.effective_complainants == b.effective_complainants);
    CHECK(a.expected == b.expected);
    CHECK(a.prob_above == b.prob_above);
    CHECK(a.q_value == b.q_value);
    CHECK(a.theme_weight == b.theme_weight);
    CHECK(a.road_manager == b.road_manager);
    CHECK(a.speed_limit == b.speed_limit);
    CHECK(a.length == b.length);
    CHECK(a.black_spot_norm == b.black_spot_norm);
}

}  // namespace

TEST_CASE("every hotspot of the demo region can be split, no event is lost, and the halves make the whole") {
    const test::TempDir folder;
    const Project project = demo_project(folder);
    const HotspotOptions options{project.settings.hotspots, project.settings.language, project.settings.year};
    int splits = 0;
    for (const Hotspot& hotspot : project.hotspots) {
        std::vector<Hotspot> apart;
        try {
            apart = with_split(project.hotspots, hotspot.id, *project.region, options);
        } catch (const InputError&) {
            continue;  // all at one place
        }
        ++splits;
        REQUIRE(apart.size() == project.hotspots.size() + 1);
        std::multiset<std::uint32_t> before, after;
        std::set<std::string> names;
        const Hotspot* fresh = nullptr;
        for (const Hotspot& h : project.hotspots) before.insert(h.accident_rows.begin(), h.accident_rows.end());
        for (const Hotspot& h : apart) {
            after.insert(h.accident_rows.begin(), h.accident_rows.end());
            if (h.municipality != hotspot.municipality) continue;
            CHECK(names.insert(h.name).second);
            fresh = &h;
        }
        CHECK(before == after);
        CHECK(fresh->accidents + fresh->complaints > 0);
        const auto together = with_merged(apart, hotspot.id, fresh->id, *project.region, options);
        REQUIRE(together.size() == project.hotspots.size());
        for (std::size_t i = 0; i < together.size(); ++i) check_same(together[i], project.hotspots[i]);
    }
    CHECK(splits > 30);
}
