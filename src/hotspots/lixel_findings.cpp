#include "hotspots/lixel_findings.hpp"

#include "geo/core/measure.hpp"
#include "geo/network/lixels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace baken {

namespace {

constexpr double shortest_piece = 0.25;  ///< of a lixel
constexpr double metres_in_km = 1000;

JunctionRule rule_of(NetworkKernel kernel) {
    switch (kernel) {
        case NetworkKernel::continuous: return JunctionRule::continuous;
        case NetworkKernel::simple: return JunctionRule::simple;
        case NetworkKernel::discontinuous: break;
    }
    return JunctionRule::discontinuous;
}

std::vector<Metres> bandwidths_to_try() {
    std::vector<Metres> bandwidths;
    for (int metres = 50; metres <= 500; metres += 25) bandwidths.emplace_back(metres);
    return bandwidths;
}

/// Finds the municipality of a place.
class Owners {
public:
    explicit Owners(const Region& region) : region_(region) {
        for (std::uint32_t m = 0; m < region.municipalities.size(); ++m)
            if (!region.municipalities[m].area.empty())
                areas_.push_back({m, bounding_box(region.municipalities[m].area)});
    }

    [[nodiscard]] std::uint32_t of(MapPoint p) const {
        for (const auto& [m, box] : areas_)
            if (box.contains(p) && contains(region_.municipalities[m].area, p)) return m;
        std::uint32_t nearest = 0;
        double least = std::numeric_limits<double>::infinity();
        for (const auto& [m, box] : areas_) {
            const double dx = std::max({box.min_x - p.x, 0.0, p.x - box.max_x});
            const double dy = std::max({box.min_y - p.y, 0.0, p.y - box.max_y});
            if (dx * dx + dy * dy >= least) continue;
            for (const Polygon& polygon : region_.municipalities[m].area) {
                const double squared = squared_distance(nearest_on(polygon.outer, p), p);
                if (squared < least) {
                    least = squared;
                    nearest = m;
                }
            }
        }
        return nearest;
    }

private:
    struct Area {
        std::uint32_t municipality;
        Box box;
    };
    const Region& region_;
    std::vector<Area> areas_;
};

}  // namespace

LixelResult lixel_findings(const Region& region, const RoadNetwork& roads, std::span<const Evidence> evidence,
                           std::size_t years, const HotspotSettings& settings, const Work& work) {
    LixelResult result;
    result.lixel = settings.lixel;
    result.bandwidth = settings.network_bandwidth.value_or(HotspotSettings{}.network_bandwidth.value());
    const Network& network = roads.network;
    if (network.edges().empty()) return result;

    std::vector<std::uint32_t> accidents;
    for (const Evidence& local : evidence)
        for (const Site& site : local.sites)
            accidents.insert(accidents.end(), site.accidents.begin(), site.accidents.end());
    const RoadEvents on_roads = road_events(region, roads, accidents, work);
    result.off_road = on_roads.off_road;
    result.on_road = static_cast<int>(accidents.size() - on_roads.off_road.size());
    std::vector<NetworkEvent> events;
    for (const RoadShare& share : on_roads.shares) events.push_back({share.edge, share.from, share.to, share.share});

    const JunctionRule rule = rule_of(settings.network_kernel);
    if (!settings.network_bandwidth && !events.empty()) {
        // The simple kernel is no density, and cannot be tried as one.
        result.trials =
            try_bandwidths(network, events, bandwidths_to_try(),
                           {.rule = rule == JunctionRule::simple ? JunctionRule::discontinuous : rule}, work);
        result.bandwidth = best_of(result.trials).bandwidth;
    }

    const std::vector<Lixel> lixels = lixels_of(network, settings.lixel, Metres(settings.lixel.value * shortest_piece));
    std::vector<RoadPlace> centres;
    for (const Lixel& lixel : lixels) centres.push_back(lixel.centre());
    const std::vector<double> per_metre =
        network_density(network, events, centres, {.rule = rule, .bandwidth = result.bandwidth}, work);
    const double scale = metres_in_km / static_cast<double>(std::max<std::size_t>(1, years));
    const Owners owners(region);
    for (std::size_t i = 0; i < lixels.size(); ++i) {
        if (i % 4096 == 0) work.check_stop();
        const RoadSegment& road = roads.road_of(lixels[i].edge, region);
        result.lixels.push_back({.road_id = road.id,
                                 .name = road.name,
                                 .municipality = owners.of(network.point_at(centres[i])),
                                 .line = network.part_of(lixels[i].edge, lixels[i].from, lixels[i].to),
                                 .length = lixels[i].length(),
                                 .density = per_metre[i] * scale});
    }
    return result;
}

}  // namespace baken
