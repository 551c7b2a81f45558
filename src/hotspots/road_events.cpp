#include "hotspots/road_events.hpp"

#include "geo/core/point_index.hpp"
#include "geo/network/snap.hpp"

#include <algorithm>

namespace baken {

namespace {

constexpr Metres junction_tolerance(25), section_tolerance(10), point_tolerance(30);
constexpr double post_accuracy = 100;  // metres each way (the register's manual)

/// Places the accidents one by one.
class Placer {
public:
    Placer(const Region& region, const RoadNetwork& roads)
        : region_(region), roads_(roads), snapper_(roads.network), nodes_(roads.network.nodes(), junction_tolerance) {}

    /// Nothing where no road is near enough.
    [[nodiscard]] std::vector<RoadShare> shares_of(std::uint32_t accident) const {
        const Accident& a = region_.accidents[accident];
        std::vector<RoadShare> shares;
        switch (a.location.kind) {
            case LocationKind::junction: shares = at_junction(a); break;
            case LocationKind::section: shares = along_section(a); break;
            case LocationKind::hectometre: shares = at_post(a); break;
            case LocationKind::point: shares = at_point(a); break;
        }
        for (RoadShare& share : shares) share.accident = accident;
        return shares;
    }

private:
    [[nodiscard]] const Network& network() const { return roads_.network; }

    [[nodiscard]] std::vector<RoadShare> at_junction(const Accident& a) const {
        const auto known = roads_.node_of_junction.find(a.location.id);
        if (known != roads_.node_of_junction.end()) return at_node(known->second);
        std::optional<std::size_t> nearest;
        nodes_.for_each_within(a.at, junction_tolerance, [&](std::size_t node) {
            const auto metres = [&](std::size_t n) { return squared_distance(network().nodes()[n], a.at); };
            if (!nearest || metres(node) < metres(*nearest) || (metres(node) == metres(*nearest) && node < *nearest))
                nearest = node;
        });
        if (!nearest) return at_point(a);
        return at_node(static_cast<std::uint32_t>(*nearest));
    }

    [[nodiscard]] std::vector<RoadShare> at_node(std::uint32_t node) const {
        const RoadPlace place = network().place_of(node);
        return {{0, place.edge, place.offset, place.offset, 1}};
    }

    [[nodiscard]] std::vector<RoadShare> along_section(const Accident& a) const {
        const auto known = roads_.edges_of_section.find(a.location.id);
        if (known != roads_.edges_of_section.end()) return along(known->second);
        const auto snapped = snapper_.nearest(a.at, section_tolerance);
        if (!snapped) return {};
        return along({snapped->place.edge});
    }

    /// A section of several lines has of each as much as its length is of all.
    [[nodiscard]] std::vector<RoadShare> along(const std::vector<std::uint32_t>& edges) const {
        double sum = 0;
        for (const std::uint32_t e : edges) sum += network().edges()[e].length;
        std::vector<RoadShare> shares;
        for (const std::uint32_t e : edges) {
            const double length = network().edges()[e].length;
            shares.push_back({0, e, 0, length, length / sum});
        }
        return shares;
    }

    [[nodiscard]] std::vector<RoadShare> at_post(const Accident& a) const {
        const auto snapped = snapper_.nearest(a.at, point_tolerance);
        if (!snapped) return {};
        const RoadPlace place = snapped->place;
        const double length = network().edges()[place.edge].length;
        return {{0, place.edge, std::max(0.0, place.offset - post_accuracy),
                 std::min(length, place.offset + post_accuracy), 1}};
    }

    [[nodiscard]] std::vector<RoadShare> at_point(const Accident& a) const {
        const auto snapped = snapper_.nearest(a.at, point_tolerance);
        if (!snapped) return {};
        return {{0, snapped->place.edge, snapped->place.offset, snapped->place.offset, 1}};
    }

    const Region& region_;
    const RoadNetwork& roads_;
    Snapper snapper_;
    PointIndex nodes_;
};

}  // namespace

RoadNetwork road_network(const Region& region, const HotspotSettings& settings) {
    RoadNetwork roads;
    std::vector<Line> lines;
    for (std::uint32_t i = 0; i < region.roads.size(); ++i) {
        const auto& manager = region.roads[i].manager;
        const auto& ours = settings.road_managers;
        if (manager && std::find(ours.begin(), ours.end(), *manager) == ours.end()) continue;
        lines.push_back(region.roads[i].line);
        roads.road.push_back(i);
    }
    roads.network = Network(std::move(lines));
    for (std::uint32_t e = 0; e < roads.network.edges().size(); ++e) {
        const RoadSegment& road = roads.road_of(e, region);
        roads.edges_of_section[road.id].push_back(e);
        const Network::Edge& edge = roads.network.edges()[e];
        if (!road.from_junction.empty()) roads.node_of_junction.try_emplace(road.from_junction, edge.from);
        if (!road.to_junction.empty()) roads.node_of_junction.try_emplace(road.to_junction, edge.to);
    }
    return roads;
}

RoadEvents road_events(const Region& region, const RoadNetwork& roads, std::span<const std::uint32_t> accidents,
                       const Work& work) {
    RoadEvents events;
    const Placer placer(region, roads);
    for (std::size_t i = 0; i < accidents.size(); ++i) {
        if (i % 4096 == 0) work.check_stop();
        const auto shares = placer.shares_of(accidents[i]);
        if (shares.empty()) events.off_road.push_back(accidents[i]);
        events.shares.insert(events.shares.end(), shares.begin(), shares.end());
    }
    std::sort(events.off_road.begin(), events.off_road.end());
    return events;
}

}  // namespace baken
