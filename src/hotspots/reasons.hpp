#pragma once
/// The sentences of many hotspots, each with the one it lies next to.

#include "hotspots/figures.hpp"
#include "hotspots/reason.hpp"

#include <functional>
#include <span>

namespace baken {

/// Writes `reason` of those for which `is_told` holds. `nearby` must be known (hotspots/nearby).
void tell_reasons(std::span<Hotspot>, const Region&, const RegionFigures&, Language,
                  const std::function<bool(const Hotspot&)>& is_told);

}  // namespace baken
