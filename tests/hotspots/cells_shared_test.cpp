/// Squares of the real register.

#include "base/random.hpp"
#include "hotspots/cells.hpp"
#include "hotspots/distributions.hpp"
#include "hotspots/global_statistics.hpp"
#include "intake/import.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <chrono>

using namespace baken;
using namespace baken::test;

namespace {

Region imported(const char* boundaries, const char* accidents) {
    Settings settings;
    settings.region.boundaries = shared(boundaries);
    SourceSettings source;
    source.path = shared(accidents);
    settings.sources.push_back(source);
    return import_region(settings, {});
}

Region home() {
    return imported("data/municipalities/tweestromenland_2022_wgs84.geojson",
                    "data/bron_2022_2024/tweestromenland.csv");
}

struct Called {
    int hot = 0, with_accidents = 0, patterns = 0, hot_by_normal = 0;
};
Called called(const CellFindings& found) {
    Called count;
    std::vector<double> normal;
    for (const CellFinding& cell : found.cells) normal.push_back(normal_above(cell.gi_z));
    for (const double q : false_discovery_rates(normal)) count.hot_by_normal += q <= 0.1 ? 1 : 0;
    for (const CellFinding& cell : found.cells) {
        count.hot += cell.q_value <= 0.1 ? 1 : 0;
        count.with_accidents += cell.accidents > 0 ? 1 : 0;
        count.patterns += cell.pattern != LocalPattern::none ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("squares of the home region count every placed accident once, at every size") {
    BAKEN_NEEDS_SHARED();
    const Region region = home();
    const HotspotSettings settings;
    const auto evidence = accident_evidence(region, settings, years_that_count(region, settings));
    std::size_t placed = 0;
    for (const Accident& accident : region.accidents)
        placed += has_place(accident) && is_on_our_roads(accident, settings) ? 1U : 0U;
    for (const double side : {100.0, 250.0, 500.0}) {
        const auto start = std::chrono::steady_clock::now();
        const CellFindings found = cell_findings(region, settings, evidence, {}, {.side = Metres(side)});
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        std::size_t accidents = 0;
        for (const CellFinding& cell : found.cells) accidents += static_cast<std::size_t>(cell.accidents);
        CHECK(accidents == placed);
        const Called count = called(found);
        REQUIRE(found.pattern);
        WARN("squares of " << side << " m: " << found.cells.size() << " units, " << count.with_accidents
                           << " with accidents, " << count.hot << " hot at q 0.1 (" << count.hot_by_normal
                           << " by the normal z), " << count.patterns << " with a local pattern, Moran's I "
                           << found.pattern->moran_i << " (z " << found.pattern->z << "), " << seconds << " s");
        CHECK(found.pattern->z > 2);  // accidents do lie together
    }
}

TEST_CASE("the home region's accidents dealt over its squares by chance are seldom called") {
    BAKEN_NEEDS_SHARED();
    const Region region = home();
    const HotspotSettings settings;
    const auto years = years_that_count(region, settings);
    const CellFindings observed =
        cell_findings(region, settings, accident_evidence(region, settings, years), {}, {.permutations = 999});
    Rng rng(1);
    int maps_called = 0;
    constexpr int maps = 40;
    for (int map = 0; map < maps; ++map) {
        std::vector<std::size_t> order(observed.cells.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        rng.shuffle(order);
        // All that lies in a square is moved to another that is a unit.
        Region dealt = region;
        for (Accident& accident : dealt.accidents) {
            const auto is_here = [&](const CellFinding& cell) {
                return accident.at.x >= cell.corner.x && accident.at.x < cell.corner.x + cell.side &&
                       accident.at.y >= cell.corner.y && accident.at.y < cell.corner.y + cell.side;
            };
            const auto at = std::find_if(observed.cells.begin(), observed.cells.end(), is_here);
            if (at == observed.cells.end() || !has_place(accident) || !is_on_our_roads(accident, settings)) continue;
            const CellFinding& to = observed.cells[order[static_cast<std::size_t>(at - observed.cells.begin())]];
            accident.at = {to.corner.x + 100, to.corner.y + 100};
            accident.location.id += "*";
        }
        // Units stay the squares that had an event.
        for (const CellFinding& cell : observed.cells) {
            Complaint complaint;
            complaint.at = {cell.corner.x + 50, cell.corner.y + 50};
            dealt.complaints.push_back(complaint);
        }
        const CellFindings found =
            cell_findings(dealt, settings, accident_evidence(dealt, settings, years), {}, {.seed = rng.next()});
        REQUIRE(found.cells.size() == observed.cells.size());
        maps_called += called(found).hot > 0 ? 1 : 0;
    }
    WARN("of " << maps << " maps of the home region dealt by chance " << maps_called << " have a hot square at q 0.1");
    CHECK(maps_called <= maps / 10 + 5);  // 4 expected at most; three standard errors more
}

TEST_CASE("the squares of the nation are tested") {
    BAKEN_NEEDS_SHARED();
    const Region region =
        imported("data/municipalities/netherlands_2022_wgs84.geojson", "data/bron_2022_2024/netherlands.csv.gz");
    const HotspotSettings settings;
    const auto evidence = accident_evidence(region, settings, years_that_count(region, settings));
    const auto start = std::chrono::steady_clock::now();
    const CellFindings found = cell_findings(region, settings, evidence, {.threads = 2});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const Called count = called(found);
    WARN("nation: " << found.cells.size() << " units, " << count.hot << " hot (" << count.hot_by_normal
                    << " by the normal z), " << count.patterns << " patterns, " << seconds << " s");
    CHECK(found.cells.size() > 50000);
}
