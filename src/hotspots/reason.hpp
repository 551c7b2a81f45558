#pragma once
/// Why here, in one or two sentences that a person can say aloud in a meeting.

#include "base/language.hpp"
#include "hotspots/figures.hpp"
#include "model/hotspot.hpp"

#include <span>
#include <string>

namespace baken {

/// "2022-2024", "2024", "2020, 2022".
[[nodiscard]] std::string period_text(std::span<const int> years);

/// The first sentence counts, the second says what it is worth: the shrunk estimate against the usual, and the range of
/// the rank.
[[nodiscard]] std::string reason_of(const Hotspot&, const PlaceEvents&, const Region&, std::span<const int> years,
                                    Language);

}  // namespace baken
