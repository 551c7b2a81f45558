#pragma once
/// How densely accidents lie along the region's roads, piece by piece.
///
///     const RoadNetwork roads = road_network(region, settings);
///     const auto evidence = accident_evidence(region, settings, years);
///     const LixelResult found = lixel_findings(region, roads, evidence, years.size(), settings, work);
///
/// Accidents per km of road and year, not weighted, by the network kernel of the settings
/// (hotspots/network_density.hpp). An accident of which only the section is known is spread over it first, so that the
/// register's midpoints make no peaks.

#include "hotspots/evidence.hpp"
#include "hotspots/network_bandwidth.hpp"
#include "hotspots/road_events.hpp"
#include "model/findings.hpp"

namespace baken {

struct LixelResult {
    std::vector<LixelFinding> lixels;                 ///< of all roads of the network, by road, along it
    Metres bandwidth = Metres(0), lixel = Metres(0);  ///< as used
    std::vector<BandwidthTrial> trials;               ///< where the settings leave the bandwidth to the data
    int on_road = 0;                                  ///< accidents that are spread
    std::vector<std::uint32_t> off_road;              ///< accidents with no road of the network near enough
};

/// `years`: how many the evidence is of, 1 or more. No lixels where there are no roads. A lixel is of the municipality
/// that has its middle, else of the nearest one.
[[nodiscard]] LixelResult lixel_findings(const Region&, const RoadNetwork&, std::span<const Evidence>,
                                         std::size_t years, const HotspotSettings&, const Work&);

}  // namespace baken
