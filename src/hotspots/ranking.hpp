#pragma once
/// What depends on all hotspots of one municipality together.

#include "hotspots/choose.hpp"
#include "model/hotspot.hpp"
#include "model/settings.hpp"

#include <span>
#include <vector>

namespace baken {

/// How accidents, complaints and measured speeds come together in a rank: as in the choice.
struct Fusion {
    Shares shares;
    std::vector<double> measured = {};  ///< speed excess within reach of each hotspot; empty: nothing was measured
};
[[nodiscard]] Fusion fusion_of(std::span<const Hotspot>, const Shares&, const Evidence&, const Region&,
                               const HotspotSettings&);

/// Fills score (the gain over the largest), rank, the rank under each weight set and the best and worst of them all.
/// `gains` are those of the choice, in the order of the hotspots, the largest first.
void rank_hotspots(std::span<Hotspot>, std::span<const double> gains, const Fusion&, const HotspotSettings&);

/// The rank under each weight set and the best and worst of them and the rank that stands; scores and ranks stay.
void rank_under_weights(std::span<Hotspot>, const Fusion&, const HotspotSettings&);

/// Accidents against complaints. High is above nothing, and not below the middle of the municipality's hotspots. Only
/// with complaints in the region: without any, nobody can be said to have kept silent.
void find_quadrants(std::span<Hotspot>);

}  // namespace baken
