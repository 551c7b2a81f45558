#pragma once
/// Why here, in one or two sentences that a person can say aloud in a meeting (docs/methods/reason.md).
///
///     hotspot.reason = reason_of(hotspot, {.region = region, .years = years, .lights = lights, .neighbour = next_to,
///                                          .language = Language::nl});

#include "base/language.hpp"
#include "model/hotspot.hpp"
#include "model/region.hpp"

#include <span>
#include <string>

namespace baken {

/// "2022-2024", "2024", "2020, 2022".
[[nodiscard]] std::string period_text(std::span<const int> years);

/// What a sentence about a hotspot needs beside its figures.
struct ReasonGround {
    const Region& region;
    std::span<const int> years;
    std::span<const Light> lights;       ///< one per accident of the region (hotspots/darkness)
    const Hotspot* neighbour = nullptr;  ///< the first of `nearby`; none: not spoken of
    Language language = Language::nl;
};

/// The first sentence says what happened, who complained and what was measured; the second what to reckon with, how
/// sure that is, the rank with its range, and the hotspot next door. From the events and figures of the hotspot: what
/// is not known, or is as everywhere, is not spoken of.
[[nodiscard]] std::string reason_of(const Hotspot&, const ReasonGround&);

}  // namespace baken
