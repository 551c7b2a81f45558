#include "base/error.hpp"
#include "base/random.hpp"
#include "hotspots/dbscan.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <cmath>

using namespace baken;
using namespace baken::test;

namespace {

std::vector<MapPoint> scattered(Rng& rng, int count, bool is_on_lattice) {
    std::vector<MapPoint> points;
    for (int i = 0; i < count; ++i) {
        if (!points.empty() && rng.chance(0.3)) {
            points.push_back(points[rng.below(static_cast<std::uint32_t>(points.size()))]);
            continue;
        }
        const MapPoint p{180000 + rng.uniform(0, 900), 430000 + rng.uniform(0, 900)};
        points.push_back(is_on_lattice ? MapPoint{std::round(p.x / 25) * 25, std::round(p.y / 25) * 25} : p);
    }
    return points;
}

}  // namespace

TEST_CASE("an event that weighs enough is a core by itself, and light ones together are") {
    const std::vector<MapPoint> points{{0, 0}, {1000, 0}, {1010, 0}, {1020, 0}, {2000, 0}};
    const std::vector<double> weights{3, 0.1, 0.2, 2.7, 2.9};
    const ClusterOptions options{.reach = 20_m, .core_size = 3};
    const Labels labels = cluster_events(points, options, {}, weights);
    CHECK(labels == Labels{0, 1, 1, 1, noise});  // 0.1 + 0.2 + 2.7 is 3, whichever is added first
    CHECK(verify_clusters(points, labels, options, weights).empty());
    CHECK_FALSE(verify_clusters(points, Labels{noise, 0, 0, 0, noise}, options, weights).empty());
}

TEST_CASE("an event of weight three counts as three for DBSCAN") {
    Rng rng(21);
    for (int round = 0; round < 60; ++round) {
        const auto points = scattered(rng, 120, round % 2 == 0);
        std::vector<double> weights;
        std::vector<MapPoint> repeated;
        std::vector<std::size_t> first;
        for (const MapPoint p : points) {
            weights.push_back(1 + rng.below(3));
            first.push_back(repeated.size());
            repeated.insert(repeated.end(), static_cast<std::size_t>(weights.back()), p);
        }
        const ClusterOptions options{.reach = 50_m, .core_size = 2 + static_cast<int>(rng.below(8))};
        const Labels weighted = cluster_events(points, options, {}, weights);
        const Labels plain = cluster_events(repeated, options, {});
        for (std::size_t i = 0; i < points.size(); ++i) REQUIRE(weighted[i] == plain[first[i]]);
        REQUIRE(verify_clusters(points, weighted, options, weights).empty());
    }
}

TEST_CASE("a chain wider than asked is taken apart at its gaps") {
    const auto map = draw("a a a . a a a . . b b b b . . . . . c c c . . . . . z", 20_m);
    const ClusterOptions one{.reach = 120_m, .core_size = 3};
    CHECK(cluster_events(map.points, one, {}) == Labels(map.points.size(), 0));
    const ClusterOptions options{.reach = 120_m, .core_size = 3, .widest = 130_m};
    const Labels labels = cluster_events(map.points, options, {});
    CHECK(map.groups(labels) == "a | b | c");
    CHECK(labels[map.letters.find('z')] == noise);
    CHECK(verify_clusters(map.points, labels, options).empty());
}

TEST_CASE("the verifier knows how wide clusters are taken apart") {
    Rng rng(22);
    int parted = 0;
    for (int round = 0; round < 150; ++round) {
        const auto points = scattered(rng, 20 + static_cast<int>(rng.below(120)), round % 3 == 0);
        std::vector<double> weights;
        for (std::size_t i = 0; i < points.size(); ++i) weights.push_back(round % 2 == 0 ? 1 : 1 + rng.below(3));
        const ClusterOptions options{.reach = Metres(rng.uniform(40, 150)),
                                     .core_size = 1 + static_cast<int>(rng.below(6)),
                                     .widest = Metres(rng.uniform(60, 400))};
        const Labels labels = cluster_events(points, options, {}, weights);
        INFO("round " << round);
        const auto findings = verify_clusters(points, labels, options, weights);
        for (const auto& finding : findings) UNSCOPED_INFO(finding);
        REQUIRE(findings.empty());
        ClusterOptions plain = options;
        plain.widest = ClusterOptions{}.widest;
        const Labels whole = cluster_events(points, plain, {}, weights);
        if (whole == labels) continue;
        ++parted;
        CHECK_FALSE(verify_clusters(points, whole, options, weights).empty());
        Labels tampered = labels;
        const auto labelled = std::find_if(tampered.begin(), tampered.end(), [](int label) { return label != noise; });
        if (labelled == tampered.end()) continue;
        *labelled = noise;
        CHECK_FALSE(verify_clusters(points, tampered, options, weights).empty());
    }
    CHECK(parted > 50);
}

TEST_CASE("pairs that are those of the map give the map's clusters, wide ones taken apart too") {
    Rng rng(23);
    for (int round = 0; round < 60; ++round) {
        const auto points = scattered(rng, 100, round % 2 == 0);
        std::vector<double> weights;
        for (std::size_t i = 0; i < points.size(); ++i) weights.push_back(0.5 * (1 + rng.below(4)));
        ClusterOptions options{.reach = 75_m, .core_size = 1 + static_cast<int>(rng.below(5))};
        if (round % 3 == 0) options.widest = 250_m;
        const NearPairs near = near_pairs(points.size(), 5000_m, [&](std::uint32_t i, Metres reach, auto&& visit) {
            for (std::uint32_t j = 0; j < points.size(); ++j)
                if (distance(points[i], points[j]) <= reach) visit(j, distance(points[i], points[j]));
        });
        CHECK(cluster_pairs(near, options, {}, weights, points) == cluster_events(points, options, {}, weights));
    }
}

TEST_CASE("threads do not change the clusters") {
    Rng rng(24);
    std::vector<MapPoint> points;
    for (int i = 0; i < 40000; ++i) points.push_back({rng.uniform(0, 9000), rng.uniform(0, 9000)});
    const ClusterOptions options{.reach = 50_m, .core_size = 5};
    CHECK(cluster_events(points, options, {.threads = 4}) == cluster_events(points, options, {}));
}

TEST_CASE("weights, pairs and widths that mean nothing are refused") {
    const std::vector<MapPoint> points{{0, 0}, {1, 1}};
    const std::vector<double> one{1}, not_finite{1, NAN};
    CHECK_THROWS_AS(cluster_events(points, {}, {}, one), InputError);
    CHECK_THROWS_AS(cluster_events(points, {}, {}, not_finite), InputError);
    CHECK_THROWS_AS(cluster_events(points, {.reach = 10_m, .core_size = 2, .widest = Metres(0)}, {}), InputError);
    CHECK_THROWS_AS(cluster_pairs(near_pairs(2, {}), {.reach = 10_m, .core_size = 2, .widest = 5_m}, {}), InputError);
}
