#pragma once
/// Hotspots changed by hand: moved, put together, taken apart. Figures and sentence are worked out anew from the events
/// they answer for; ranks and scores of the others stay as the review found them.

#include "hotspots/find.hpp"

#include <vector>

namespace baken {

/// Throw InputError where an id is unknown, the point lies outside the municipality, the two belong to different
/// municipalities, or the one has nothing to split (fewer than two places with events).
/// `lonlat` of hotspots that got another point is left for the caller, as in find_hotspots.
[[nodiscard]] std::vector<Hotspot> with_moved(std::vector<Hotspot>, const HotspotId&, MapPoint to, const Region&,
                                              const HotspotOptions&);
[[nodiscard]] std::vector<Hotspot> with_merged(std::vector<Hotspot>, const HotspotId& into, const HotspotId& from,
                                               const Region&, const HotspotOptions&);
[[nodiscard]] std::vector<Hotspot> with_split(std::vector<Hotspot>, const HotspotId&, const Region&,
                                              const HotspotOptions&);

}  // namespace baken
