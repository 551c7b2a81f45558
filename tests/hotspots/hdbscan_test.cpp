#include "hotspots/hdbscan.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "hotspots/core_distances.hpp"
#include "hotspots/hdbscan_by_definition.hpp"
#include "hotspots/spanning_tree.hpp"
#include "support/support.hpp"

#include <cmath>

using namespace baken;
using namespace baken::test;

namespace {

/// Blobs of different density over a background, some points on top of another; on a lattice distances tie all the
/// time.
std::vector<MapPoint> blobs(Rng& rng, int count, double duplicates, bool is_on_lattice) {
    std::vector<MapPoint> centres, points;
    for (int i = 0; i < 1 + count / 40; ++i) centres.push_back({rng.uniform(0, 2000), rng.uniform(0, 2000)});
    for (int i = 0; i < count; ++i) {
        if (!points.empty() && rng.chance(duplicates)) {
            points.push_back(points[rng.below(static_cast<std::uint32_t>(points.size()))]);
            continue;
        }
        MapPoint p{rng.uniform(0, 2000), rng.uniform(0, 2000)};
        if (rng.chance(0.7)) {
            const std::uint32_t which = rng.below(static_cast<std::uint32_t>(centres.size()));
            const double spread = 15.0 * (1 + which % 5);
            p = {centres[which].x + spread * rng.normal(), centres[which].y + spread * rng.normal()};
        }
        if (is_on_lattice) p = {std::round(p.x / 20) * 20, std::round(p.y / 20) * 20};
        points.push_back({180000 + p.x, 430000 + p.y});
    }
    return points;
}

NearPairs all_pairs(const std::vector<MapPoint>& points) {
    std::vector<NearPair> pairs;
    for (std::uint32_t i = 0; i < points.size(); ++i)
        for (std::uint32_t j = 0; j < i; ++j) pairs.push_back({i, j, distance(points[i], points[j])});
    return near_pairs(points.size(), pairs);
}

int count_of(const Labels& labels) { return *std::max_element(labels.begin(), labels.end()) + 1; }

}  // namespace

TEST_CASE("a dense street and a thin one are both clusters, without a reach to choose") {
    auto map = draw(R"(
        a a a a . . . . . . . . . . b . . b . . b
        a a a a . . . . . . . . . . . . . . . . .
        a a a a . . . . . . . . . . b . . b . . b
        . . . . . . . . . . . . . . . . . . . . .
        . . . . . . . . . . . . . . . . . . . . .
        . . . . . . . . . . . . . . b . . b . . b)",
                    10_m);
    map.points.push_back({100, -400});
    map.letters += 'z';
    const Labels labels = cluster_by_density(map.points, {.min_cluster_size = 5, .core_size = 3}, {});
    CHECK(map.groups(labels) == "a | b");
    CHECK(labels.back() == noise);
}

TEST_CASE("labels are those of the definition, with ties, with duplicates and with every option") {
    Rng rng(11);
    for (int round = 0; round < 400; ++round) {
        const bool is_on_lattice = round % 3 == 0;
        const auto points = blobs(rng, 5 + static_cast<int>(rng.below(250)), round % 2 == 0 ? 0.4 : 0, is_on_lattice);
        HdbscanOptions options{.min_cluster_size = 2 + static_cast<int>(rng.below(7)),
                               .core_size = 1 + static_cast<int>(rng.below(8)),
                               .selection = static_cast<Selection>(rng.below(3))};
        if (rng.chance(0.5)) options.resolution = Metres(rng.uniform(1, 40));
        if (rng.chance(0.5)) options.widest = Metres(rng.uniform(50, 900));
        INFO("round " << round << ": " << points.size() << " points, size " << options.min_cluster_size << ", core "
                      << options.core_size << ", selection " << static_cast<int>(options.selection) << ", resolution "
                      << options.resolution.value << ", widest " << options.widest.value);
        REQUIRE(cluster_by_density(points, options, {}) == HdbscanByDefinition(points, options).labels());
    }
}

TEST_CASE("links of the tree are as long as Prim's, with 40 % of 4,000 points on top of another") {
    Rng rng(12);
    const auto events = blobs(rng, 4000, 0.4, false);
    const HdbscanOptions options{.min_cluster_size = 5, .core_size = 5};
    const DistinctPoints points = distinct_points(events, {}, {});
    REQUIRE(points.at.size() < 2600);
    const PointTree tree(points.at);
    const CoreDistances cores = core_distances(points, tree, 5 * weight_steps, {});
    std::vector<double> lengths;
    for (const Link& link : spanning_tree(points, tree, cores, {.threads = 2}))
        lengths.push_back(std::sqrt(link.squared) / place_steps);
    // Events on one point hang together from their core distance on.
    std::vector<int> copies(points.at.size());
    for (const std::uint32_t place : points.place_of_event)
        if (++copies[place] > 1) lengths.push_back(std::max(std::sqrt(cores.squared[place]) / place_steps, 1e-6));
    std::sort(lengths.begin(), lengths.end());
    const std::vector<double> prim = HdbscanByDefinition(events, options).lengths();
    REQUIRE(lengths.size() == prim.size());
    double largest = 0;
    for (std::size_t i = 0; i < prim.size(); ++i) largest = std::max(largest, std::abs(lengths[i] - prim[i]));
    CHECK(largest < 3e-6);  // metres
}

TEST_CASE("10,000 points, 40 % of them on top of another, have the labels of the definition") {
    Rng rng(13);
    const auto points = blobs(rng, 10000, 0.4, false);
    const HdbscanOptions options{.min_cluster_size = 8, .core_size = 8};
    const Labels labels = cluster_by_density(points, options, {});
    CHECK(labels == HdbscanByDefinition(points, options).labels());
    CHECK(count_of(labels) > 20);
}

TEST_CASE("neither rows, nor threads, nor a shift of the map change which events are together") {
    Rng rng(14);
    for (const bool is_on_lattice : {false, true}) {
        auto points = blobs(rng, 9000, 0.3, is_on_lattice);
        for (MapPoint& p : points) p = {std::round(p.x * 1000) / 1000, std::round(p.y * 1000) / 1000};  // to the mm
        const HdbscanOptions options{.min_cluster_size = 6, .core_size = 4, .widest = 700_m};
        const Labels labels = cluster_by_density(points, options, {});
        CHECK(cluster_by_density(points, options, {.threads = 4}) == labels);

        std::vector<MapPoint> shifted = points;
        for (MapPoint& p : shifted) p = {p.x - 123456.789, p.y + 98765.4321};
        CHECK(cluster_by_density(shifted, options, {}) == labels);

        std::vector<std::uint32_t> order(points.size());
        std::iota(order.begin(), order.end(), 0U);
        rng.shuffle(order);
        std::vector<MapPoint> shuffled;
        for (const std::uint32_t i : order) shuffled.push_back(points[i]);
        const Labels of_shuffled = cluster_by_density(shuffled, options, {});
        std::map<int, int> same;
        bool is_same = true;
        for (std::size_t i = 0; i < order.size(); ++i)
            is_same &= same.try_emplace(of_shuffled[i], labels[order[i]]).first->second == labels[order[i]];
        CHECK(is_same);
        CHECK(count_of(of_shuffled) == count_of(labels));
        CHECK((!same.contains(noise) || same.at(noise) == noise));
    }
}

TEST_CASE("an event of weight three counts as three events") {
    Rng rng(15);
    for (int round = 0; round < 40; ++round) {
        const auto points = blobs(rng, 150, 0, round % 2 == 0);
        std::vector<double> weights;
        std::vector<MapPoint> repeated;
        std::vector<std::size_t> first;
        for (const MapPoint p : points) {
            weights.push_back(1 + rng.below(3));
            first.push_back(repeated.size());
            repeated.insert(repeated.end(), static_cast<std::size_t>(weights.back()), p);
        }
        const HdbscanOptions options{.min_cluster_size = 6, .core_size = 5, .resolution = 10_m};
        const Labels weighted = cluster_by_density(points, options, {}, weights);
        const Labels plain = cluster_by_density(repeated, options, {});
        for (std::size_t i = 0; i < points.size(); ++i) REQUIRE(weighted[i] == plain[first[i]]);
    }
}

TEST_CASE("distances that the caller lists give what the map gives when they are the map's") {
    Rng rng(16);
    for (int round = 0; round < 40; ++round) {
        const auto points = blobs(rng, 120, 0.3, round % 2 == 0);
        HdbscanOptions options{.min_cluster_size = 3, .core_size = 4};
        if (round % 3 == 0) options.widest = 400_m;
        CHECK(cluster_pairs_by_density(all_pairs(points), options, {}, {}, points) ==
              cluster_by_density(points, options, {}));
    }
}

TEST_CASE("two banks of a river are two clusters along the road and one on the map") {
    // Events every 10 m along both banks, 20 m apart as the crow flies; the bridge is 400 m away. A third group far
    // off.
    std::vector<MapPoint> points;
    for (int i = 0; i < 8; ++i) points.push_back({10.0 * i, 0});
    for (int i = 0; i < 8; ++i) points.push_back({10.0 * i, 20});
    for (int i = 0; i < 8; ++i) points.push_back({10.0 * i, 9000});
    const auto along = [&](std::uint32_t i, Metres reach, auto&& visit) {
        for (std::uint32_t j = 0; j < points.size(); ++j) {
            const double way = points[i].y == points[j].y ? std::abs(points[i].x - points[j].x)
                               : std::max(points[i].y, points[j].y) < 100
                                   ? (400 - points[i].x) + 20 + (400 - points[j].x)
                                   : 1e6;
            if (way <= reach.value) visit(j, Metres(way));
        }
    };
    const NearPairs near = near_pairs(points.size(), 300_m, along);
    const HdbscanOptions options{.min_cluster_size = 5, .core_size = 3};
    Labels banks(8, 0), opposite(8, 1), third(8, 2);
    Labels expected = banks;
    expected.insert(expected.end(), opposite.begin(), opposite.end());
    expected.insert(expected.end(), third.begin(), third.end());
    CHECK(cluster_pairs_by_density(near, options, {}) == expected);
    CHECK(count_of(cluster_by_density(points, options, {})) == 2);
    // The same by DBSCAN: a reach of 30 m spans the river and not the way round.
    CHECK(cluster_pairs(near, {.reach = 30_m, .core_size = 3}, {}) == expected);
    CHECK(count_of(cluster_events(points, {.reach = 30_m, .core_size = 3}, {})) == 2);
}

TEST_CASE("a pile of events on one point is no cluster of its own where positions are known to 25 m") {
    std::vector<MapPoint> points(6, MapPoint{0, 0});
    Rng rng(17);
    for (int i = 0; i < 20; ++i) points.push_back({rng.uniform(-20, 20), rng.uniform(-20, 20)});
    for (int i = 0; i < 20; ++i) points.push_back({5000 + rng.uniform(-20, 20), rng.uniform(-20, 20)});
    const Labels sharp = cluster_by_density(points, {.min_cluster_size = 5, .core_size = 5}, {});
    const Labels blurred = cluster_by_density(points, {.min_cluster_size = 5, .core_size = 5, .resolution = 25_m}, {});
    CHECK(std::count(sharp.begin(), sharp.end(), sharp[0]) < 26);
    CHECK(std::count(blurred.begin(), blurred.end(), 0) == 26);
    CHECK(std::count(blurred.begin(), blurred.end(), 1) == 20);
}

TEST_CASE("no cluster is wider than asked") {
    Rng rng(18);
    const auto points = blobs(rng, 3000, 0.2, false);
    for (const Selection selection : {Selection::excess_of_mass, Selection::leaves, Selection::widest}) {
        const Labels labels = cluster_by_density(points, {.core_size = 4, .selection = selection, .widest = 150_m}, {});
        REQUIRE(count_of(labels) > 20);
        for (int cluster = 0; cluster < count_of(labels); ++cluster) {
            double left = 1e9, right = 0, bottom = 1e9, top = 0;
            for (std::size_t i = 0; i < points.size(); ++i) {
                if (labels[i] != cluster) continue;
                left = std::min(left, points[i].x), right = std::max(right, points[i].x);
                bottom = std::min(bottom, points[i].y), top = std::max(top, points[i].y);
            }
            CHECK(std::hypot(right - left, top - bottom) <= 150);
        }
    }
}

TEST_CASE("few events and events that are all alike have an answer") {
    const HdbscanOptions options{.min_cluster_size = 2, .core_size = 2};
    CHECK(cluster_by_density(std::vector<MapPoint>{}, options, {}).empty());
    CHECK(cluster_by_density(std::vector<MapPoint>{{1, 1}}, options, {}) == Labels{noise});
    CHECK(cluster_by_density(std::vector<MapPoint>(9, MapPoint{1, 1}), options, {}) == Labels(9, noise));
    CHECK(cluster_by_density(std::vector<MapPoint>{{1, 1}, {1, 1}, {5, 5}, {5, 5}}, options, {}) == Labels{0, 0, 1, 1});
    CHECK(cluster_by_density(std::vector<MapPoint>{{1, 1}, {2, 1}}, {.core_size = 9}, {}) == Labels(2, noise));
    CHECK(cluster_pairs_by_density(near_pairs(0, {}), options, {}).empty());
    CHECK(cluster_pairs_by_density(near_pairs(3, {}), options, {}) == Labels(3, noise));
}

TEST_CASE("what cannot be clustered by density is refused in words") {
    const std::vector<MapPoint> points{{0, 0}, {1, 1}}, far{{0, 0}, {5e6, 0}}, nowhere{{0, NAN}, {0, 0}};
    CHECK_THROWS_AS(cluster_by_density(points, {.min_cluster_size = 0}, {}), InputError);
    CHECK_THROWS_AS(cluster_by_density(points, {.core_size = 0}, {}), InputError);
    CHECK_THROWS_AS(cluster_by_density(points, {.resolution = Metres(0)}, {}), InputError);
    CHECK_THROWS_AS(cluster_by_density(points, {.widest = Metres(0)}, {}), InputError);
    CHECK_THROWS_AS(cluster_by_density(far, {}, {}), InputError);
    CHECK_THROWS_AS(cluster_by_density(nowhere, {}, {}), InputError);
    const std::vector<double> too_few{1}, negative{1, -1};
    CHECK_THROWS_AS(cluster_by_density(points, {}, {}, too_few), InputError);
    CHECK_THROWS_AS(cluster_by_density(points, {}, {}, negative), InputError);
    CHECK_THROWS_AS(near_pairs(2, {{0, 2, 5_m}}), InputError);
    CHECK_THROWS_AS(near_pairs(2, {{0, 1, Metres(-1)}}), InputError);
    CHECK_THROWS_AS(cluster_pairs_by_density(near_pairs(2, {{0, 1, 5_m}}), {.widest = 9_m}, {}), InputError);
}

TEST_CASE("a stop ends clustering by density") {
    std::stop_source stop;
    stop.request_stop();
    Rng rng(19);
    CHECK_THROWS_AS(cluster_by_density(blobs(rng, 100, 0, false), {}, {.stop = stop.get_token()}), Cancelled);
}
