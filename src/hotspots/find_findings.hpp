#pragma once
/// What stands out against chance beside the hotspots: squares, pieces of road, stretches, and whether accidents lie
/// together at all. Nothing of it chooses hotspots.
///
///     project.findings = find_findings(region, {.settings = settings.hotspots}, work);

#include "hotspots/find.hpp"
#include "model/findings.hpp"

namespace baken {

/// The simulations have a seed of their own, always the same: the same accidents give the same findings, whatever the
/// seed of the plan is. What needs roads is empty where the region has none.
[[nodiscard]] Findings find_findings(const Region&, const HotspotOptions&, const Work&);

}  // namespace baken
