#include "hotspots/stretches.hpp"

#include "base/error.hpp"
#include "geo/network/small_networks.hpp"
#include "hotspots/road_region.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <chrono>
#include <stop_token>

using namespace baken;
using namespace baken::test;

namespace {

StretchResult search(const Region& region, const OnRoads& on, const StretchOptions& options = {},
                     std::uint64_t seed = 2027, const Work& work = {}) {
    return stretch_findings(region, on.roads, on.tally, options, seed, work);
}

/// A village of 6 by 6 crossings, 120 m apart, and a road of 900 m out of it.
RoadRegion small_town() {
    RoadRegion made(street_grid(6, 120));
    made.add_road({{180600, 430600}, {181000, 430650}, {181490, 430600}}, "Buitenweg");
    return made;
}

/// Ten roads of 600 to 1,200 m that meet at their ends, as roads with posts do.
RoadRegion country() {
    RoadRegion made;
    for (int i = 0; i < 5; ++i) {
        made.add_road({{180000 + 700.0 * i, 430000}, {180700 + 700.0 * i, 430000}}, "N322");
        made.add_road({{180000 + 700.0 * i, 430000}, {180000 + 700.0 * i, 430600 + 150.0 * i}});
    }
    return made;
}

struct Known {
    const char* as;
    int points, sections, posts;
    Metres junction_reach{0};
};

/// What two runs on the same accidents must agree on, however the rows lay.
std::vector<std::tuple<std::string, double, double, double, double, int>> told(const StretchResult& result) {
    std::vector<std::tuple<std::string, double, double, double, double, int>> told;
    for (const StretchFinding& f : result.stretches)
        told.emplace_back(f.id, f.accidents, f.length, f.p_value, f.q_value, f.injury);
    return told;
}

}  // namespace

TEST_CASE("a knot of accidents on a road is found where it is, and named") {
    RoadRegion made = small_town();
    Rng rng(5);
    made.drop_points(rng, 60);
    const std::size_t road = made.region.roads.size() - 1;
    for (int i = 0; i < 12; ++i)
        made.at_point(made.along(road, 400 + 8 * i)).outcome = i < 5 ? Outcome::injury : Outcome::damage_only;
    const OnRoads on(made.region);
    const StretchResult found = search(made.region, on);
    REQUIRE(found.stretches.size() == 1);
    const StretchFinding& f = found.stretches[0];
    CHECK(f.id == "GM0001-S01");
    CHECK(f.name == "Buitenweg");
    CHECK(f.method == StretchFinding::Method::scan);
    CHECK(f.length >= 100);
    CHECK(f.length <= 200);
    CHECK(f.accidents >= 11);
    CHECK(f.injury >= 5);
    CHECK(f.p_value == Approx(0.001));
    CHECK(f.q_value == f.p_value);
    const auto at = on.tally.local[0].points;
    CHECK(f.expected == Approx(72 * f.length / on.roads.network.total_length()));
    CHECK(verify_stretches(found.stretches, made.region, on.roads, on.tally).empty());
    CHECK(found.accounts[0].along_roads == 72);
}

TEST_CASE("what a stretch claims is held against the map, and a wrong claim is named") {
    RoadRegion made = small_town();
    Rng rng(5);
    made.drop_points(rng, 40);
    made.drop_sections(rng, 40);
    for (int i = 0; i < 12; ++i) made.on_section(20).outcome = Outcome::injury;
    for (int i = 0; i < 9; ++i) made.at_post(made.region.roads.size() - 1, 500);
    const OnRoads on(made.region);
    const std::vector<StretchFinding> right = search(made.region, on).stretches;
    REQUIRE(right.size() >= 2);
    CHECK(verify_stretches(right, made.region, on.roads, on.tally).empty());
    const auto complains = [&](auto&& tamper, const char* word) {
        std::vector<StretchFinding> wrong = right;
        tamper(wrong);
        const auto texts = verify_stretches(wrong, made.region, on.roads, on.tally);
        INFO(word << ": " << (texts.empty() ? "nothing" : texts[0]));
        return std::any_of(texts.begin(), texts.end(),
                           [&](const std::string& t) { return t.find(word) != std::string::npos; });
    };
    CHECK(complains([](auto& f) { f[0].accidents += 1; }, "lie in it"));
    CHECK(complains([](auto& f) { f[0].injury += 1; }, "hurt"));
    CHECK(complains([](auto& f) { f[0].expected *= 1.1; }, "expected"));
    CHECK(complains([](auto& f) { f[0].length += 30; }, "lines cover"));
    CHECK(complains([](auto& f) { f[0].ratio *= 2; }, "over"));
    CHECK(complains([](auto& f) { f[0].p_value = 0.9; }, "chances"));
    CHECK(complains([](auto& f) { f[1].lines = f[0].lines; }, "lies over"));
    CHECK(complains([](auto& f) { f[0].municipality = 7; }, "municipality 7"));
}

TEST_CASE("every accident is in one account, and accidents at junctions take no part along roads") {
    RoadRegion made = small_town();
    Rng rng(9);
    made.drop_points(rng, 10);
    made.drop_sections(rng, 11);
    made.drop_posts(rng, 12);
    for (int i = 0; i < 13; ++i) made.add(LocationKind::junction, "j", {180120, 430120});
    for (int i = 0; i < 2; ++i) made.at_point({170000, 430000});
    const OnRoads on(made.region);
    const LocalRoads& local = on.tally.local[0];
    CHECK(local.points.size() == 10);
    CHECK(local.in_sections.size() == 11);
    CHECK(local.at_posts.size() == 12);
    CHECK(local.at_junctions.size() == 13);
    CHECK(on.tally.off_road.size() == 2);
    CHECK(on.tally.elsewhere.empty());
    const StretchResult found = search(made.region, on, {.simulations = 99, .false_share = 1});
    CHECK(found.accounts[0].along_roads == 33);
    CHECK(found.accounts[0].at_junctions == 13);
}

TEST_CASE("a point near a junction is of the junction, and crossings with many make no stretch of their arms") {
    RoadRegion made = small_town();
    Rng rng(12);
    made.drop_points(rng, 60);
    for (int i = 0; i < 12; ++i) made.at_point({180240 + 1.5 * i, 430240});  // up to 16.5 m east of a crossing
    for (int i = 0; i < 3; ++i) made.at_point({180240 + 20.5 + i, 430240});
    const OnRoads apart(made.region, 20_m), together(made.region);
    CHECK(apart.tally.local[0].points.size() + apart.tally.local[0].at_junctions.size() == 75);
    CHECK(together.tally.local[0].points.size() == 75);
    CHECK(apart.tally.local[0].at_junctions.size() >= 12);
    for (const PlacedAccident& p : apart.tally.local[0].points) {
        const MapPoint at = apart.roads.network.point_at(p.place);
        for (const MapPoint node : apart.roads.network.nodes()) {
            const bool is_end = node == MapPoint{181490, 430600} ||
                                (node.x == 180000 || node.x == 180600) && (node.y == 430000 || node.y == 430600);
            if (!is_end) CHECK(distance(at, node).value > 19.9);
        }
    }
    CHECK(!search(made.region, together).stretches.empty());
    CHECK(search(made.region, apart).stretches.empty());
}

TEST_CASE("expectations of pieces that make up all roads add up to the accidents") {
    RoadRegion made(street_grid(4, 100));
    Rng rng(3);
    for (std::size_t road = 0; road < made.region.roads.size(); ++road)
        for (std::uint32_t i = 0; i < rng.below(7); ++i) made.on_section(road);
    const OnRoads on(made.region);
    // Windows that are longer than every road are those roads, so all of them together are everything.
    const StretchOptions all{.windows = {10000_m}, .simulations = 19, .least_accidents = 1e-9, .false_share = 1};
    double more = 0, total = on.tally.local[0].along_roads();
    for (const StretchFinding& f : search(made.region, on, all).stretches) {
        CHECK(f.expected == Approx(total * f.length / on.roads.network.total_length()));
        more += f.accidents - f.expected;
    }
    const RoadChains chains = road_chains(made.region, on.roads, on.tally.order, ChainRule::along_roads);
    double expected = 0;
    for (const RoadChain& chain : chains.chains) expected += total * chain.length / on.tally.local[0].length;
    CHECK(expected == Approx(total));
    CHECK(more > 0);
}

TEST_CASE("where accidents lie by chance a stretch is called in one in ten regions at most, however they are known") {
    constexpr int regions = 400;
    const auto known = GENERATE(Known{"points", 80, 0, 0}, Known{"points, 20 m round junctions apart", 120, 0, 0, 20_m},
                                Known{"sections", 0, 80, 0}, Known{"posts", 0, 0, 80}, Known{"all three", 30, 40, 20});
    int called = 0;
    std::vector<double> p_values;
    for (int i = 0; i < regions; ++i) {
        RoadRegion made = known.posts > 0 ? country() : small_town();
        Rng rng(static_cast<std::uint64_t>(1000 + i));
        made.drop_points(rng, known.points);
        made.drop_sections(rng, known.sections);
        made.drop_posts(rng, known.posts);
        const OnRoads on(made.region, known.junction_reach);
        const auto found = search(made.region, on, {.simulations = 99}, static_cast<std::uint64_t>(i));
        called += found.stretches.empty() ? 0 : 1;
        p_values.push_back(found.accounts[0].p_value);
    }
    std::sort(p_values.begin(), p_values.end());
    double too_low = 0;  // Kolmogorov-Smirnov, one-sided: windows with the same count tie, which makes p-values high
    for (int i = 0; i < regions; ++i)
        too_low = std::max(too_low, (i + 1.0) / regions - p_values[static_cast<std::size_t>(i)]);
    WARN("scan, " << known.as << ": " << called << " of " << regions << " chance regions called at q <= 0.1; p-values "
                  << "at most " << too_low << " too low");
    CHECK(called <= regions * 0.10 + 2.6 * std::sqrt(regions * 0.1 * 0.9));
    CHECK(called >= regions * 0.02);                     // not by never calling anything
    CHECK(too_low < 1.52 / std::sqrt(regions) + 0.005);  // a chance of 1 %, and half the step of 99 simulations
}

TEST_CASE("a stretch with eight times its share of accidents is found most of the time") {
    for (const int planted : {4, 6, 8, 12}) {
        int found_it = 0, right = 0;
        for (int i = 0; i < 60; ++i) {
            RoadRegion made = small_town();
            Rng rng(static_cast<std::uint64_t>(50 + i));
            made.drop_points(rng, 80);
            const std::size_t road = made.region.roads.size() - 1;
            for (int j = 0; j < planted; ++j) made.at_point(made.along(road, 300 + rng.uniform(0, 100)));
            const OnRoads on(made.region);
            const auto found = search(made.region, on, {.simulations = 99});
            found_it += found.stretches.empty() ? 0 : 1;
            for (const StretchFinding& f : found.stretches) right += f.name == "Buitenweg" ? 1 : 0;
        }
        WARN("scan: " << planted << " accidents planted in 100 m among 80 by chance (1.0 expected there): called in "
                      << found_it << " of 60 regions, " << right << " times on that road");
        if (planted == 12) CHECK(right >= 54);
    }
}

TEST_CASE("stretches do not depend on the order of rows, on a shift of the map or on threads") {
    RoadRegion made = small_town();
    Rng rng(21);
    made.drop_points(rng, 50);
    made.drop_sections(rng, 50);
    made.drop_posts(rng, 20);
    for (int i = 0; i < 10; ++i) made.at_point(made.along(36, 20 + 9 * i)).outcome = Outcome::injury;
    for (int i = 0; i < 9; ++i) made.on_section(12);
    const StretchOptions options{.simulations = 199};
    const OnRoads on(made.region);
    const auto first = search(made.region, on, options);
    REQUIRE(first.stretches.size() >= 2);

    Region shuffled = made.region;
    rng.shuffle(shuffled.accidents);
    rng.shuffle(shuffled.roads);
    CHECK(told(search(shuffled, OnRoads(shuffled), options)) == told(first));

    Work work;
    work.threads = 3;
    CHECK(told(search(made.region, on, options, 2027, work)) == told(first));

    Region shifted = made.region;
    const auto shift = [](MapPoint p) { return MapPoint{p.x + 4096.5, p.y - 2048.25}; };
    for (RoadSegment& road : shifted.roads)
        for (MapPoint& p : road.line) p = shift(p);
    for (Accident& a : shifted.accidents) a.at = shift(a.at);
    const auto moved = search(shifted, OnRoads(shifted), options);
    REQUIRE(moved.stretches.size() == first.stretches.size());
    for (std::size_t i = 0; i < moved.stretches.size(); ++i) {
        CHECK(moved.stretches[i].p_value == first.stretches[i].p_value);
        CHECK(moved.stretches[i].accidents == Approx(first.stretches[i].accidents));
        const MapPoint from = first.stretches[i].lines[0][0], to = moved.stretches[i].lines[0][0];
        CHECK(distance(shift(from), to).value < 1e-6);
    }
}

TEST_CASE("two municipalities are searched apart, and q goes over both") {
    RoadRegion made = small_town();
    const auto square = [](double x0, double x1) {
        return MultiPolygon{{{{x0, 420000}, {x1, 420000}, {x1, 440000}, {x0, 440000}, {x0, 420000}}, {}}};
    };
    made.region.municipalities = {{MunicipalityId{"GM0001"}, "West", square(170000, 180310), {}},
                                  {MunicipalityId{"GM0002"}, "Oost", square(180310, 190000), {}}};
    Rng rng(4);
    made.drop_points(rng, 80);
    for (int i = 0; i < 12; ++i) made.at_point(made.along(made.region.roads.size() - 1, 400 + 8 * i));
    const OnRoads on(made.region);
    CHECK(on.tally.local[0].along_roads() + on.tally.local[1].along_roads() == 92);
    const auto found = search(made.region, on);
    REQUIRE(!found.stretches.empty());
    CHECK(found.stretches[0].municipality == 1);
    CHECK(found.stretches[0].p_value == Approx(0.001));
    CHECK(found.stretches[0].q_value == Approx(0.002));
    CHECK(verify_stretches(found.stretches, made.region, on.roads, on.tally).empty());
}

TEST_CASE("a region without accidents or without roads has no stretches") {
    const RoadRegion empty = small_town();
    CHECK(search(empty.region, OnRoads(empty.region)).stretches.empty());
    RoadRegion roadless;
    roadless.at_point({0, 0});
    const auto found = search(roadless.region, OnRoads(roadless.region));
    CHECK(found.stretches.empty());
    CHECK(found.accounts.size() == 1);
    CHECK_THROWS_AS(search(empty.region, OnRoads(empty.region), {.windows = {}}), InputError);
    CHECK_THROWS_AS(search(empty.region, OnRoads(empty.region), {.simulations = 5}), InputError);
}

TEST_CASE(
    "a municipality of 3,000 roads and 3,000 accidents is scanned 999 times in about two seconds, and stops when "
    "asked") {
    RoadRegion made(street_grid(39, 100));
    REQUIRE(made.region.roads.size() == 2964);
    Rng rng(1);
    std::uint32_t roads = 2964;
    for (int i = 0; i < 3000; ++i) {  // of equal length, so any is as likely
        const std::size_t road = rng.below(roads);
        if (i % 3 == 0)
            made.at_point(made.along(road, rng.uniform(0, 100)));
        else
            made.on_section(road);
    }
    const OnRoads on(made.region);
    const auto start = std::chrono::steady_clock::now();
    const auto found = search(made.region, on);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    WARN("scan of " << made.region.roads.size() << " roads, 3000 accidents, 999 simulations: " << seconds << " s");
    std::stop_source stop;
    Work work;
    work.stop = stop.get_token();
    stop.request_stop();
    CHECK_THROWS_AS(search(made.region, on, {}, 1, work), Cancelled);
}
