#pragma once
/// The region's roads as a network, with its accidents on them as exactly as the register knows where they were.
///
///     const RoadNetwork roads = road_network(region, settings);
///     const RoadEvents events = road_events(region, roads, accidents, work);
///
/// An accident tied to a junction stands at that node. One tied to a section may have happened anywhere along it (the
/// register's point is the section's middle, for presentation only), so it is spread evenly over the section. One
/// tied to a hectometre post is good to 100 m and spread over as much. A point of its own stands at its nearest road.

#include "base/work.hpp"
#include "geo/network/network.hpp"
#include "model/region.hpp"
#include "model/settings.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace baken {

struct RoadNetwork {
    Network network;
    std::vector<std::uint32_t> road;  ///< of every line of the network, its index among the region's roads
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> edges_of_section;  ///< by the road's id
    std::map<std::string, std::uint32_t, std::less<>> node_of_junction;

    [[nodiscard]] const RoadSegment& road_of(std::uint32_t edge, const Region& region) const {
        return region.roads[road[network.edges()[edge].line]];
    }
};

/// Of the roads that the settings look at; those of an unknown manager are not known to be another's.
[[nodiscard]] RoadNetwork road_network(const Region&, const HotspotSettings&);

/// A part of one accident, evenly along an edge between two offsets; a point where the two are equal. The shares of an
/// accident add up to 1.
struct RoadShare {
    std::uint32_t accident = 0;  ///< index into the region's
    std::uint32_t edge = 0;
    double from = 0, to = 0;  ///< metres along the edge
    double share = 1;
};

struct RoadEvents {
    std::vector<RoadShare> shares;        ///< by accident, then edge
    std::vector<std::uint32_t> off_road;  ///< accidents with no road of the network near enough, ascending
};

/// `accidents` are indices into the region's. An id that the roads do not know (the register and the road file are of
/// different years) is looked for by position: a junction's node within 25 m, a section whose road passes within 10 m
/// of its middle, a post's or point's road within 30 m.
[[nodiscard]] RoadEvents road_events(const Region&, const RoadNetwork&, std::span<const std::uint32_t> accidents,
                                     const Work&);

}  // namespace baken
