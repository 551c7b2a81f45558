#include "hotspots/dbscan.hpp"

#include "base/random.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <cmath>

using namespace baken;
using namespace baken::test;

namespace {

constexpr ClusterOptions near_three{.reach = 80_m, .core_size = 3};
constexpr ClusterOptions near_four{.reach = 80_m, .core_size = 4};

/// Two clusters, a border event between them (m), and noise far off (z).
AsciiMap two_streets() {
    return draw(R"(
        a a a . m . b b b . . . . . z
        a . a . . . b . b . . . . . . )",
                40_m);
}

Labels labels_of(const AsciiMap& map, const ClusterOptions& options) { return cluster_events(map.points, options, {}); }

/// Literal DBSCAN: neighbourhoods by trying all pairs, clusters by growing from the lowest core.
Labels by_definition(const std::vector<MapPoint>& points, const ClusterOptions& options) {
    const auto near = [&](std::size_t i, std::size_t j) { return distance(points[i], points[j]) <= options.reach; };
    std::vector<bool> is_core(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        int count = 0;
        for (std::size_t j = 0; j < points.size(); ++j) count += near(i, j) ? 1 : 0;
        is_core[i] = count >= options.core_size;
    }
    std::vector<int> group(points.size(), noise);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!is_core[i] || group[i] != noise) continue;
        std::vector<std::size_t> open{i};
        group[i] = static_cast<int>(i);
        while (!open.empty()) {
            const std::size_t from = open.back();
            open.pop_back();
            for (std::size_t j = 0; j < points.size(); ++j)
                if (is_core[j] && group[j] == noise && near(from, j)) {
                    group[j] = static_cast<int>(i);
                    open.push_back(j);
                }
        }
    }
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < points.size() && !is_core[i]; ++j)
            if (is_core[j] && near(i, j)) {
                group[i] = group[j];
                break;
            }
    Labels labels(points.size(), noise);
    std::vector<int> seen;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (group[i] == noise) continue;
        const auto at = std::find(seen.begin(), seen.end(), group[i]);
        labels[i] = static_cast<int>(at - seen.begin());
        if (at == seen.end()) seen.push_back(group[i]);
    }
    return labels;
}

}  // namespace

TEST_CASE("the verifier passes labels that are right") {
    const auto map = draw(R"(
        a a a . . . b b b
        a . a . . . b . b )",
                          50_m);
    // Row by row: a a a b b b / a a b b.
    CHECK(verify_clusters(map.points, {0, 0, 0, 1, 1, 1, 0, 0, 1, 1}, near_three).empty());
}

TEST_CASE("the verifier rejects tampered labels") {
    const auto map = two_streets();
    const Labels right = labels_of(map, near_four);
    REQUIRE(verify_clusters(map.points, right, near_four).empty());
    const auto is_rejected = [&](const Labels& labels) {
        return !verify_clusters(map.points, labels, near_four).empty();
    };
    const auto where = [&](char letter) { return map.letters.find(letter); };

    Labels border_to_noise = right;
    border_to_noise[where('m')] = noise;
    CHECK(is_rejected(border_to_noise));

    Labels border_to_other = right;
    border_to_other[where('m')] = 1;
    CHECK(is_rejected(border_to_other));

    Labels noise_in_cluster = right;
    noise_in_cluster[where('z')] = 1;
    CHECK(is_rejected(noise_in_cluster));

    Labels noise_as_own_cluster = right;
    noise_as_own_cluster[where('z')] = 2;
    CHECK(is_rejected(noise_as_own_cluster));

    Labels merged = right;
    for (int& label : merged)
        if (label == 1) label = 0;
    CHECK(is_rejected(merged));

    Labels split = right;
    split[0] = 2;
    CHECK(is_rejected(split));

    Labels swapped = right;
    for (int& label : swapped)
        if (label != noise) label = 1 - label;
    CHECK(is_rejected(swapped));

    Labels core_to_noise = right;
    core_to_noise[where('b')] = noise;
    CHECK(is_rejected(core_to_noise));

    Labels gap = right;
    for (int& label : gap)
        if (label == 1) label = 2;
    CHECK(is_rejected(gap));

    Labels below_noise = right;
    below_noise[where('z')] = -2;
    CHECK(is_rejected(below_noise));

    Labels too_short = right;
    too_short.pop_back();
    CHECK(is_rejected(too_short));
    CHECK(is_rejected(Labels(right.size(), noise)));
}

TEST_CASE("the verifier stops at ten findings") {
    std::vector<MapPoint> pile(100, MapPoint{5, 5});
    CHECK(verify_clusters(pile, Labels(100, noise), near_three).size() == 10);
}

TEST_CASE("a gap wider than the reach splits a street into two hotspots") {
    const auto street = draw(R"(
        a a a . . . b b b
        a . a . . . b . b )",
                             50_m);
    const Labels labels = labels_of(street, near_three);
    CHECK(street.groups(labels) == "a | b");
    CHECK(verify_clusters(street.points, labels, near_three).empty());
}

TEST_CASE("a border event between two clusters goes to the lowest-numbered core's") {
    // m is within reach of a core on either side and has no three events within reach... but the two it touches.
    const auto map = draw("a a a . m . b b b", 50_m);
    const ClusterOptions options{.reach = 100_m, .core_size = 4};
    const Labels labels = labels_of(map, options);
    CHECK(verify_clusters(map.points, labels, options).empty());
    CHECK(labels == by_definition(map.points, options));
}

TEST_CASE("two events at exactly the reach are within reach") {
    const std::vector<MapPoint> line{{0, 0}, {100, 0}, {200, 0}, {300.0001, 0}};
    CHECK(cluster_events(line, {.reach = 100_m, .core_size = 2}, {}) == Labels{0, 0, 0, noise});
}

TEST_CASE("a pile of duplicates is one cluster") {
    CHECK(cluster_events(std::vector<MapPoint>(7, {193970.02, 420604.01}), {.reach = 1_m, .core_size = 7}, {}) ==
          Labels(7, 0));
    CHECK(cluster_events(std::vector<MapPoint>(6, {193970.02, 420604.01}), {.reach = 1_m, .core_size = 7}, {}) ==
          Labels(6, noise));
}

TEST_CASE("no events give no labels, and one event alone is a core of size one") {
    CHECK(cluster_events({}, near_three, {}).empty());
    CHECK(verify_clusters({}, {}, near_three).empty());
    CHECK(cluster_events(std::vector<MapPoint>{{1, 2}}, {.reach = 10_m, .core_size = 1}, {}) == Labels{0});
    CHECK(cluster_events(std::vector<MapPoint>{{1, 2}}, near_three, {}) == Labels{noise});
}

TEST_CASE("a reach that is not above zero and points that are not finite are refused") {
    const std::vector<MapPoint> one{{1, 2}};
    const std::vector<MapPoint> broken{{1, 2}, {std::nan(""), 0}};
    CHECK_THROWS_AS(cluster_events(one, {.reach = 0_m, .core_size = 2}, {}), InputError);
    CHECK_THROWS_AS(cluster_events(broken, near_three, {}), InputError);
}

TEST_CASE("clusters of random points equal those of the literal definition") {
    Rng rng(20240607);
    for (int round = 0; round < 400; ++round) {
        const int count = 1 + static_cast<int>(rng.below(120));
        const double extent = rng.uniform(50, 900);
        const bool is_on_lattice = round % 3 == 0;  // whole metres: many distances exactly at the reach
        std::vector<MapPoint> points;
        for (int i = 0; i < count; ++i) {
            if (!points.empty() && rng.chance(0.3)) {
                points.push_back(points[rng.below(static_cast<std::uint32_t>(points.size()))]);
                continue;
            }
            const MapPoint p{180000 + rng.uniform(0, extent), 430000 + rng.uniform(0, extent)};
            points.push_back(is_on_lattice ? MapPoint{std::round(p.x / 25) * 25, std::round(p.y / 25) * 25} : p);
        }
        const ClusterOptions options{.reach = Metres(is_on_lattice ? 50 : rng.uniform(20, 120)),
                                     .core_size = 1 + static_cast<int>(rng.below(7))};
        const Labels labels = cluster_events(points, options, {});
        REQUIRE(labels == by_definition(points, options));
        REQUIRE(verify_clusters(points, labels, options).empty());
    }
}

TEST_CASE("the order of events changes their numbers only") {
    Rng rng(7);
    std::vector<MapPoint> points;
    for (int i = 0; i < 300; ++i) points.push_back({rng.uniform(0, 1500), rng.uniform(0, 1500)});
    const ClusterOptions options{.reach = 90_m, .core_size = 4};
    const std::vector<bool> cores = core_events(points, options);
    std::vector<MapPoint> reversed(points.rbegin(), points.rend());
    std::vector<bool> cores_reversed = core_events(reversed, options);
    std::reverse(cores_reversed.begin(), cores_reversed.end());
    CHECK(cores == cores_reversed);
    const Labels a = cluster_events(points, options, {}), b = cluster_events(reversed, options, {});
    CHECK(*std::max_element(a.begin(), a.end()) == *std::max_element(b.begin(), b.end()));
}

TEST_CASE("points too far apart for cells of this reach are refused, and a country at one metre is not") {
    const std::vector<MapPoint> worlds{{0, 0}, {1e15, 0}};
    const std::vector<MapPoint> country{{0, 300000}, {280000, 620000}, {280000.5, 620000}};
    CHECK_THROWS_AS(cluster_events(worlds, {.reach = 1_m, .core_size = 2}, {}), InputError);
    CHECK(cluster_events(country, {.reach = 1_m, .core_size = 2}, {}) == Labels{noise, 0, 0});
}
