#pragma once
/// How far the choice can be trusted: places picked from the earlier years, held against the injury accidents of the
/// last.

#include "base/work.hpp"
#include "model/project.hpp"

#include <optional>
#include <span>

namespace baken {

/// Learns from `learned_from` with the same functions that choose the hotspots, from accidents alone, and counts the
/// injury accidents of `tested_on` (fatal ones included, on our roads, tied to a place) within reach of the places of
/// their municipality.
[[nodiscard]] Foresight foresight_of(const Region&, const HotspotSettings&, std::span<const int> learned_from,
                                     int tested_on, const Work&);

/// The same for the last of these years, learned from the others; nothing with less than two years or nothing to test
/// on.
[[nodiscard]] std::optional<Foresight> foresight_of_last(const Region&, const HotspotSettings&,
                                                         std::span<const int> years, const Work&);

}  // namespace baken
