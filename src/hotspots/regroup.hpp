#pragma once
/// Hotspots changed by hand: moved, put together, taken apart. Every event stays with exactly one hotspot.
///
///     hotspots = with_split(std::move(hotspots), {"GM0209-H03"}, region, options);   // adds GM0209-H11
///
/// Figures and sentence of the changed ones come from their events with the functions of find_hotspots, held against
/// the evidence of the whole region. Of the others in the municipality, what depends on all of them together follows:
///  - ranks keep the order that people know: a merge closes the gap that it leaves, a split adds one at the end;
///  - scores add up in a merge and are shared by weight in a split, then the largest of the municipality is 1 again;
///  - ranks under the weight sets, their best and worst, the quadrant and the sentence are worked out anew.
/// Putting the two halves of a split together gives back what was.

#include "hotspots/find.hpp"

#include <vector>

namespace baken {

/// Another point to stand at; the events, the name and what depends on the other hotspots stay. Throws InputError where
/// the point lies outside the municipality. `lonlat` of a hotspot that got another point is left at zero for the
/// caller, as in find_hotspots.
[[nodiscard]] std::vector<Hotspot> with_moved(std::vector<Hotspot>, const HotspotId&, MapPoint to, const Region&,
                                              const HotspotOptions&);

/// `into` answers for the events of both; its id, name, point, status and remark stay, `from` goes. Throws InputError
/// where the two are one or belong to different municipalities.
[[nodiscard]] std::vector<Hotspot> with_merged(std::vector<Hotspot>, const HotspotId& into, const HotspotId& from,
                                               const Region&, const HotspotOptions&);

/// In two: the first stays where it stands, the second stands at the place that leaves least weight times distance to
/// the nearer of both (2-median with one given), so that a heavy cluster goes before a lone event far off. Each place
/// with events goes to the nearer. The new one is proposed, with the next free number. Throws InputError where the
/// events lie at one place.
[[nodiscard]] std::vector<Hotspot> with_split(std::vector<Hotspot>, const HotspotId&, const Region&,
                                              const HotspotOptions&);

// All throw InputError where an id is unknown; merge and split also where the events of a hotspot are not those that
// the settings count now: then the hotspots must be searched for again.

}  // namespace baken
