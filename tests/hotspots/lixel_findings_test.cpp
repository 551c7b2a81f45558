#include "hotspots/lixel_findings.hpp"

#include "base/random.hpp"
#include "hotspots/small_region.hpp"
#include "support/support.hpp"

#include <algorithm>

using namespace baken;
using namespace baken::test;

namespace {

MultiPolygon square(double x0, double y0, double x1, double y1) {
    return {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, {}}};
}

/// A street of four sections of 500 m from west to east, the border of two municipalities half way.
SmallRegion street() {
    SmallRegion small(2);
    Region& region = small.region;
    region.municipalities[0].area = square(0, -500, 1000, 500);
    region.municipalities[1].area = square(1000, -500, 1900, 500);
    for (int i = 0; i < 4; ++i) {
        const double x = 500.0 * i;
        region.roads.push_back({std::to_string(i + 1),
                                "Dorpsweg",
                                RoadManager::municipality,
                                {{x, 0}, {x + 500, 0}},
                                "J" + std::to_string(i),
                                "J" + std::to_string(i + 1)});
    }
    return small;
}

LixelResult findings_of(const Region& region, const HotspotSettings& settings = {}) {
    const auto years = years_that_count(region, settings);
    return lixel_findings(region, road_network(region, settings), accident_evidence(region, settings, years),
                          years.size(), settings, {});
}

double accidents_in(const LixelResult& found, int years) {
    double sum = 0;
    for (const LixelFinding& lixel : found.lixels) sum += lixel.density * lixel.length / 1000 * years;
    return sum;
}

}  // namespace

TEST_CASE("lixels cover all roads and carry the accidents per km and year") {
    SmallRegion small = street();
    small.add_many(6, "J2", {1000, 0}, 2023);
    small.add_many(4, "J1", {500, 0}, 2024);
    const LixelResult found = findings_of(small.region);
    CHECK(found.lixels.size() == 40);
    CHECK(found.on_road == 10);
    CHECK(found.bandwidth == 250_m);
    CHECK(accidents_in(found, 2) == Approx(10).epsilon(0.01));
    for (const LixelFinding& lixel : found.lixels) {
        CHECK(lixel.length == Approx(50));
        CHECK(lixel.line.front().x + 50 == Approx(lixel.line.back().x));
    }
    // 25 m from the junction with six in two years, and out of reach of the other.
    CHECK(found.lixels[20].road_id == "3");
    CHECK(found.lixels[20].density == Approx(1000.0 / 2 * 6 * 15 / 16 / 250 * 0.99 * 0.99));
    CHECK(found.lixels[39].density == 0);
}

TEST_CASE("a lixel is of the municipality that has its middle, else of the nearest") {
    SmallRegion small = street();
    small.add("J2", {1000, 0});
    const LixelResult found = findings_of(small.region);
    CHECK(found.lixels[19].municipality == 0);
    CHECK(found.lixels[20].municipality == 1);
    CHECK(found.lixels[39].municipality == 1);  // 1,975 m: beyond the border of both
}

TEST_CASE("accidents of which only the section is known make no peak at its middle") {
    SmallRegion small = street();
    for (int i = 0; i < 20; ++i) small.add("2", {750, 0}).location = {LocationKind::section, "2"};
    const LixelResult found = findings_of(small.region);
    CHECK(accidents_in(found, 1) == Approx(20).epsilon(0.01));
    // The section's own density is 40 per km; stacked at the middle it would be 75 there.
    const auto highest = std::max_element(found.lixels.begin(), found.lixels.end(),
                                          [](const auto& a, const auto& b) { return a.density < b.density; });
    CHECK(highest->density < 40 * 1.0001);
    CHECK(found.lixels[12].density == Approx(found.lixels[17].density));
    CHECK(found.lixels[14].density > 39);
}

TEST_CASE("accidents away from all roads of ours are told and not spread") {
    SmallRegion small = street();
    small.add("J1", {500, 0});
    small.add("", {500, 200}).location = {LocationKind::point, "500,200"};
    small.add("3", {1250, 0}).road_manager = RoadManager::national;  // not ours: no evidence at all
    const LixelResult found = findings_of(small.region);
    CHECK(found.on_road == 1);
    CHECK(found.off_road == std::vector<std::uint32_t>{1});
}

TEST_CASE("settings choose length, width and kernel, and the data choose the width where they are asked") {
    SmallRegion small = street();
    Rng rng(2);
    for (int place = 0; place < 6; ++place)
        for (int i = 0; i < 5; ++i) {
            const MapPoint at{150.0 + 300 * place + rng.uniform(-25, 25), 0};
            small.add("", at).location = {LocationKind::point, std::to_string(small.region.accidents.size())};
        }
    HotspotSettings settings;
    settings.lixel = 100_m;
    settings.network_bandwidth.reset();
    const LixelResult narrow = findings_of(small.region, settings);
    CHECK(narrow.lixels.size() == 20);
    CHECK(narrow.bandwidth <= 100_m);
    CHECK(narrow.trials.size() == 19);
    CHECK(narrow.bandwidth == best_of(narrow.trials).bandwidth);
    settings.network_kernel = NetworkKernel::simple;
    CHECK(findings_of(small.region, settings).bandwidth == narrow.bandwidth);

    settings = {};
    const auto density = [&](NetworkKernel kernel) {
        settings.network_kernel = kernel;
        SmallRegion cross = street();
        cross.region.roads.push_back({"9", "Zijweg", RoadManager::municipality, {{1000, 0}, {1000, 400}}, "J2", ""});
        cross.add("", {950, 0}).location = {LocationKind::point, "950"};
        return findings_of(cross.region, settings).lixels[20].density;
    };
    CHECK(density(NetworkKernel::simple) == Approx(2 * density(NetworkKernel::discontinuous)));
    CHECK(density(NetworkKernel::continuous) > density(NetworkKernel::discontinuous));
}

TEST_CASE("without roads there are no lixels") {
    SmallRegion small(1);
    small.add("J1", {500, 0});
    CHECK(findings_of(small.region).lixels.empty());
}
