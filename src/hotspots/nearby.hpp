#pragma once
/// Hotspots that lie by each other: one crew can see to both.

#include "base/quantity.hpp"
#include "model/hotspot.hpp"

#include <span>

namespace baken {

/// Of every hotspot the others within twice the reach, of any municipality, the nearest first and of equals the lower
/// id. Twice, because events up to the reach from each belong to it: farther apart no event lies between the two.
void find_nearby(std::span<Hotspot>, Metres reach);

}  // namespace baken
