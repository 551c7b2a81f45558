#pragma once
/// What depends on all hotspots of one municipality together.

#include "model/hotspot.hpp"
#include "model/settings.hpp"

#include <span>

namespace baken {

/// Fills score (the gain over the largest), rank, the rank under each weight set and the best and worst of them all.
/// `gains` are those of the choice, in the order of the hotspots, the largest first; `complaint_share` is the weight
/// that complaints got there.
void rank_hotspots(std::span<Hotspot>, std::span<const double> gains, double complaint_share, const HotspotSettings&);

/// The rank under each weight set and the best and worst of them and the rank that stands; scores and ranks stay.
void rank_under_weights(std::span<Hotspot>, double complaint_share, const HotspotSettings&);

/// Accidents against complaints. High is above nothing, and not below the middle of the municipality's hotspots. Only
/// with complaints in the region: without any, nobody can be said to have kept silent.
void find_quadrants(std::span<Hotspot>);

}  // namespace baken
