#include "hotspots/kde_plus.hpp"

#include "base/error.hpp"
#include "geo/network/small_networks.hpp"
#include "hotspots/road_region.hpp"
#include "hotspots/simulation.hpp"
#include "hotspots/stretches.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <numeric>

using namespace baken;
using namespace baken::test;

namespace {

KdePlusResult search(const Region& region, const OnRoads& on, const KdePlusOptions& options = {},
                     std::uint64_t seed = 2027, const Work& work = {}) {
    return kde_plus_findings(region, on.roads, on.tally, options, seed, work);
}

/// A road of 2 km and one of 1.5 km that meet.
RoadRegion two_roads() {
    RoadRegion made;
    made.add_road({{180000, 430000}, {182000, 430000}}, "Dijk");
    made.add_road({{182000, 430000}, {182000, 431500}}, "Veldweg");
    made.add_road({{182000, 430000}, {182300, 430000}}, "Pad");
    return made;
}

}  // namespace

TEST_CASE("the density along a road is the kernel's, and adds up to the accidents that are not near its ends") {
    const std::vector<double> one{500};
    const auto density = density_along(1000, one, 100, 1000);
    CHECK(density[499] == Approx(0.75 / 100).epsilon(1e-4));  // at 499.5 m
    CHECK(density[549] == Approx(0.75 * (1 - 0.495 * 0.495) / 100));
    CHECK(density[399] == 0);
    CHECK(density[601] == 0);
    const std::vector<double> three{150, 500, 880};
    const auto sum_of = [](const std::vector<double>& d) { return std::accumulate(d.begin(), d.end(), 0.0); };
    CHECK(sum_of(density_along(1000, three, 100, 1000)) == Approx(3).epsilon(1e-4));
    CHECK(sum_of(density_along(1000, std::vector<double>{0}, 100, 1000)) == Approx(0.5).epsilon(1e-4));
}

TEST_CASE("a knot on a road is a cluster with a strength, and accidents at even distances are none") {
    KdeRoad road{2000, {100, 500, 900, 1000, 1010, 1020, 1025, 1030, 1400, 1800}, {}};
    const auto clusters = kde_clusters(road, 100_m, {}, 1, "a");
    const auto peak =
        std::find_if(clusters.begin(), clusters.end(), [](const KdeCluster& c) { return c.p_value < 0.05; });
    REQUIRE(peak != clusters.end());
    CHECK(peak->from > 900);
    CHECK(peak->from < 1000);
    CHECK(peak->to > 1030);
    CHECK(peak->to < 1130);
    CHECK(peak->strength > 0.1);
    CHECK(peak->strength < 1);
    KdeRoad even{2000, {100, 300, 500, 700, 900, 1100, 1300, 1500, 1700, 1900}, {}};
    for (const KdeCluster& c : kde_clusters(even, 100_m, {}, 1, "a")) CHECK(c.p_value > 0.5);
    // The more accidents the knot has of all, the stronger the cluster.
    KdeRoad heavier = road;
    for (int i = 0; i < 5; ++i) heavier.exact.push_back(1012 + i);
    std::sort(heavier.exact.begin(), heavier.exact.end());
    const auto strength_at = [](double place, const std::vector<KdeCluster>& all) {
        for (const KdeCluster& c : all)
            if (c.from <= place && place <= c.to) return c.strength;
        return 0.0;
    };
    CHECK(strength_at(1020, kde_clusters(heavier, 100_m, {}, 1, "a")) > strength_at(1020, clusters));
}

TEST_CASE("a cluster's strength is the area above the threshold over the area below the curve") {
    // Two simulations at a level of one half: the threshold is the lower of the two at every metre.
    const KdePlusOptions options{.step = 1_m, .simulations = 2, .level = 0.5};
    const KdeRoad road{300, {50, 140, 150, 155, 160, 250}, {}};
    const auto density = density_along(300, road.exact, 50, 300);
    std::vector<double> threshold(300, 1e9);
    for (std::uint64_t i = 0; i < 2; ++i) {
        Rng dropped = rng_of(3, "b", i);
        (void)dropped.uniform();  // where the posts begin
        std::vector<double> places;
        for (int j = 0; j < 6; ++j) places.push_back(dropped.uniform(0, 300));
        const auto by_chance = density_along(300, places, 50, 300);
        for (std::size_t m = 0; m < 300; ++m) threshold[m] = std::min(threshold[m], by_chance[m]);
    }
    const auto clusters = kde_clusters(road, 50_m, options, 3, "b");
    REQUIRE(!clusters.empty());
    std::size_t metres = 0;
    for (const KdeCluster& c : clusters) {
        double under = 0, above = 0;
        for (auto m = static_cast<std::size_t>(std::lround(c.from)); m < static_cast<std::size_t>(std::lround(c.to));
             ++m) {
            under += density[m];
            above += density[m] - threshold[m];
            ++metres;
        }
        CHECK(c.strength == Approx(above / under));
        CHECK(c.strength > 0);
        CHECK(c.strength <= 1);
    }
    std::size_t higher = 0;
    for (std::size_t m = 0; m < 300; ++m) higher += density[m] > threshold[m] * (1 + 1e-9) ? 1 : 0;
    CHECK(metres == higher);
}

TEST_CASE("accidents without a place of their own are left out and counted") {
    RoadRegion made = two_roads();
    for (int i = 0; i < 6; ++i) made.on_section(1);
    for (int i = 0; i < 5; ++i) made.at_point(made.along(0, 300 + 200 * i));
    made.on_section(0);
    made.at_point(made.along(2, 100));
    const OnRoads on(made.region);
    const KdePlusResult found = search(made.region, on);
    CHECK(found.account.without_place == 7);
    CHECK(found.account.roads_without_place == 1);
    CHECK(found.account.tested == 5);
    CHECK(found.account.too_few == 1);
    CHECK(found.account.roads == 1);
    CHECK(found.p_values.size() == 1);
    CHECK(found.account.without_place + found.account.tested + found.account.too_few ==
          on.tally.local[0].along_roads());
}

TEST_CASE("a planted knot becomes a stretch with its accidents, and what it claims holds on the map") {
    RoadRegion made = two_roads();
    Rng rng(2);
    for (int i = 0; i < 12; ++i) made.at_point(made.along(0, rng.uniform(0, 2000)));
    for (int i = 0; i < 8; ++i) made.at_point(made.along(0, 700 + 5 * i)).outcome = Outcome::injury;
    for (int i = 0; i < 7; ++i) made.at_post(1, 537);
    for (int i = 0; i < 4; ++i) made.at_post(1, 137 + 300 * i);
    const OnRoads on(made.region);
    const KdePlusResult found = search(made.region, on);
    REQUIRE(found.stretches.size() == 2);
    for (const StretchFinding& f : found.stretches) {
        CHECK(f.method == StretchFinding::Method::kde_plus);
        CHECK(f.accidents >= 7);
        CHECK(f.ratio > 2);
        CHECK(f.p_value <= 0.05);
        CHECK(f.q_value >= f.p_value);
        CHECK(f.strength > 0);
    }
    CHECK(found.stretches[0].strength >= found.stretches[1].strength);
    CHECK(found.stretches[0].id == "GM0001-K01");
    CHECK(verify_stretches(found.stretches, made.region, on.roads, on.tally).empty());
    auto wrong = found.stretches;
    wrong[0].accidents -= 2;
    CHECK(!verify_stretches(wrong, made.region, on.roads, on.tally).empty());
}

TEST_CASE("the global test of KDE+ calls one chance road in ten at a level of 0.9, with points and with posts") {
    constexpr int roads = 400;
    struct Known {
        const char* as;
        bool at_posts = false;
        double apart = 0;  ///< metres at either end that belong to junctions
    };
    for (const auto& [known, at_posts, apart] :
         {Known{"points"}, Known{"posts", true}, Known{"points, 40 m round junctions apart", false, 40}}) {
        int called = 0, local = 0;
        for (int i = 0; i < roads; ++i) {
            Rng rng(static_cast<std::uint64_t>(500 + i));
            KdeRoad road{apart > 0 ? 300 : 1200 + rng.uniform(0, 800), {}, {}, apart, apart};
            for (int j = 0; j < 15; ++j) {
                double at = rng.uniform(apart, road.length - apart);
                if (at_posts) {
                    at = 37 + 100 * std::round((at - 37) / 100);
                    if (at > road.length) at -= 100;
                }
                (at_posts ? road.at_posts : road.exact).push_back(at);
            }
            const auto clusters =
                kde_clusters(road, 100_m, {.simulations = 99, .level = 0.9}, static_cast<std::uint64_t>(i), "chance");
            local += clusters.empty() ? 0 : 1;
            called += std::any_of(clusters.begin(), clusters.end(),
                                  [](const KdeCluster& c) { return c.p_value <= 0.1 + 1e-9; })
                          ? 1
                          : 0;
        }
        WARN("KDE+, " << known << ": global test calls " << called << " of " << roads
                      << " chance roads at 10 %; the pointwise threshold alone " << local);
        CHECK(called <= roads * 0.10 + 2.6 * std::sqrt(roads * 0.1 * 0.9));
        CHECK(called >= roads * 0.02);
        CHECK(local > called);
    }
}

TEST_CASE("clusters along roads do not depend on the order of rows, on a shift of the map or on threads") {
    RoadRegion made = two_roads();
    Rng rng(2);
    made.drop_points(rng, 40);
    made.drop_posts(rng, 20);
    for (int i = 0; i < 8; ++i) made.at_point(made.along(0, 700 + 5 * i)).outcome = Outcome::injury;
    const auto told = [](const Region& region, const Work& work = {}) {
        std::vector<std::tuple<std::string, double, int, double, double>> rows;
        for (const StretchFinding& f : search(region, OnRoads(region), {.simulations = 199}, 5, work).stretches)
            rows.emplace_back(f.id, f.accidents, f.injury, f.p_value, f.q_value);
        return rows;
    };
    const auto first = told(made.region);
    REQUIRE(!first.empty());
    Region shuffled = made.region;
    rng.shuffle(shuffled.accidents);
    rng.shuffle(shuffled.roads);
    CHECK(told(shuffled) == first);
    Work work;
    work.threads = 2;
    CHECK(told(made.region, work) == first);
    Region shifted = made.region;
    for (RoadSegment& road : shifted.roads)
        for (MapPoint& p : road.line) p = {p.x + 1024, p.y - 512};
    for (Accident& a : shifted.accidents) a.at = {a.at.x + 1024, a.at.y - 512};
    CHECK(told(shifted) == first);
}

TEST_CASE("a built-up road is looked at with half the bandwidth") {
    const auto length_of_cluster = [](bool is_built_up) {
        RoadRegion made = two_roads();
        for (int i = 0; i < 8; ++i) made.at_point(made.along(0, 700 + i));
        for (Accident& a : made.region.accidents) a.is_built_up = is_built_up;
        const OnRoads on(made.region);
        return search(made.region, on).stretches.at(0).length;
    };
    CHECK(length_of_cluster(true) < 0.7 * length_of_cluster(false));
}

TEST_CASE("options of KDE+ that make no sense are refused") {
    const KdeRoad road{100, {10, 20}, {}};
    CHECK_THROWS_AS(kde_clusters(road, 100_m, {.simulations = 5}, 1, ""), InputError);
    CHECK_THROWS_AS(kde_clusters(road, 100_m, {.level = 1}, 1, ""), InputError);
    CHECK_THROWS_AS(kde_clusters(road, 100_m, {.step = 0_m}, 1, ""), InputError);
}
