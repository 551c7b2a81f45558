#include "hotspots/road_pairs.hpp"

#include "base/random.hpp"
#include "geo/network/small_networks.hpp"
#include "geo/network/snap.hpp"
#include "hotspots/dbscan.hpp"
#include "hotspots/gather.hpp"
#include "hotspots/small_region.hpp"
#include "support/support.hpp"

#include <cmath>

using namespace baken;
using namespace baken::test;

namespace {

/// Shortest ways between all nodes by Floyd and Warshall: not the search under test.
std::vector<std::vector<double>> all_ways(const Network& network) {
    const std::size_t nodes = network.nodes().size();
    std::vector<std::vector<double>> way(nodes, std::vector<double>(nodes, 1e18));
    for (std::size_t i = 0; i < nodes; ++i) way[i][i] = 0;
    for (const Network::Edge& edge : network.edges()) {
        way[edge.from][edge.to] = std::min(way[edge.from][edge.to], edge.length);
        way[edge.to][edge.from] = way[edge.from][edge.to];
    }
    for (std::size_t k = 0; k < nodes; ++k)
        for (std::size_t i = 0; i < nodes; ++i)
            for (std::size_t j = 0; j < nodes; ++j) way[i][j] = std::min(way[i][j], way[i][k] + way[k][j]);
    return way;
}

double way_between(const Network& network, const std::vector<std::vector<double>>& way, RoadPlace a, RoadPlace b) {
    const Network::Edge &x = network.edges()[a.edge], &y = network.edges()[b.edge];
    double metres = a.edge == b.edge ? std::abs(a.offset - b.offset) : 1e18;
    for (const auto& [p, to_p] : {std::pair{x.from, a.offset}, std::pair{x.to, x.length - a.offset}})
        for (const auto& [q, to_q] : {std::pair{y.from, b.offset}, std::pair{y.to, y.length - b.offset}})
            metres = std::min(metres, to_p + way[p][q] + to_q);
    return metres;
}

}  // namespace

TEST_CASE("pairs along the roads are all those within reach, at their shortest way") {
    const Network network(street_grid(7, 90));
    const auto way = all_ways(network);
    const Snapper snapper(network);
    Rng rng(11);
    std::vector<MapPoint> events;
    for (int i = 0; i < 160; ++i) events.push_back({180000 + rng.uniform(-150, 750), 430000 + rng.uniform(-150, 750)});
    constexpr Metres reach{220};
    std::size_t along = 0, straight = 0;
    for (const int threads : {1, 3}) {
        Work work;
        work.threads = threads;
        const NearPairs near = pairs_along_roads(network, events, reach, work);
        for (std::uint32_t i = 0; i < events.size(); ++i) {
            std::vector<std::pair<std::uint32_t, double>> expected;
            for (std::uint32_t j = 0; j < events.size(); ++j) {
                if (i == j) continue;
                const auto a = snapper.nearest(events[i], beside_a_road), b = snapper.nearest(events[j], beside_a_road);
                const double metres =
                    a && b ? way_between(network, way, a->place, b->place) : distance(events[i], events[j]).value;
                if (metres <= reach.value) {
                    expected.emplace_back(j, metres);
                    ++(a && b ? along : straight);
                }
            }
            const auto found = near.of(i);
            REQUIRE(found.size() == expected.size());
            for (std::size_t k = 0; k < found.size(); ++k) {
                CHECK(found[k].event == expected[k].first);
                CHECK(found[k].distance.value == Approx(expected[k].second).margin(1e-5));
            }
        }
    }
    CHECK(along > 1000);
    CHECK(straight > 100);
}

TEST_CASE("without roads the pairs are those of the map") {
    const std::vector<MapPoint> events{{0, 0}, {30, 40}, {300, 0}};
    const NearPairs near = pairs_along_roads(Network(), events, 50_m, {});
    REQUIRE(near.of(0).size() == 1);
    CHECK(near.of(0)[0].distance == 50_m);
    CHECK(near.of(2).empty());
}

TEST_CASE("complaints on both sides of a canal are one place on the map and two along the roads") {
    SmallRegion small(1);
    Region& region = small.region;
    for (const double y : {0.0, 60.0}) {
        RoadSegment road;
        road.id = std::to_string(region.roads.size());
        road.line = {{0, y}, {400, y}};
        region.roads.push_back(std::move(road));
    }
    for (int i = 0; i < 6; ++i) {
        Complaint complaint;
        complaint.at = {50 + 10.0 * (i / 2), i % 2 == 0 ? 5.0 : 55.0};
        complaint.complainant = "the same person";
        region.complaints.push_back(complaint);
    }
    // One person about one place is one voice: the weights tell how many places there are.
    const auto places = [&](ComplaintDistance distance, ComplaintClusters clusters) {
        std::vector<Evidence> evidence(1);
        HotspotSettings settings;
        settings.complaint_distance = distance;
        settings.complaint_clusters = clusters;
        add_complaints(evidence, region, settings, 0, {});
        double weight = 0;
        for (const Voice& voice : evidence[0].voices) weight += voice.weight;
        return weight;
    };
    for (const ComplaintClusters clusters : {ComplaintClusters::dbscan, ComplaintClusters::hdbscan}) {
        CHECK(places(ComplaintDistance::road, clusters) == Approx(2));
        if (clusters == ComplaintClusters::dbscan) CHECK(places(ComplaintDistance::straight, clusters) == Approx(1));
    }

    HotspotSettings settings;
    settings.complaint_distance = ComplaintDistance::road;
    CHECK(gather(region, {.settings = settings}, {}).notes.empty());
    region.roads.clear();
    const auto notes = gather(region, {.settings = settings, .language = Language::en}, {}).notes;
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].find("as the crow flies") != std::string::npos);
    CHECK(places(ComplaintDistance::road, ComplaintClusters::dbscan) == Approx(1));
}
