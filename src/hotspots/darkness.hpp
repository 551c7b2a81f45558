#pragma once
/// Whether it was dark, and what darkness does (docs/methods/darkness.md).
///
///     const std::vector<Light> lights = lights_of(region);          // one per accident
///     dark_odds({.seen = 6, .among = 9}, {.seen = 300, .among = 1200});
///     darkness_odds(region, accidents, lights);                     // of the region; nothing without times

#include "hotspots/theme_weights.hpp"
#include "model/project.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace baken {

/// The light at each accident: from the sun where its day and time are known and its municipality has a place on
/// earth, else what the register says.
[[nodiscard]] std::vector<Light> lights_of(const Region&);

/// Odds of darkness here against the region's: 1 is as usual. The share of few accidents is drawn to the region's as
/// the signs of themes are. Nothing where the light is known of none, or where the region knows only dark or only
/// light.
[[nodiscard]] std::optional<double> dark_odds(const Share& here, const Share& region);

/// The odds ratio of Johansson, Wanvik & Elvik (2009) over these accidents of the region (indices). Every hour of the
/// clock that is dark on some days and light on others is compared with itself; the hours that are light all year, on
/// the same days, take out what season and traffic do. Hours put together as Mantel & Haenszel (1959) do; the interval
/// (95 %, on the logarithm) counts an accident of the hours compared with once, though all hours lean on it. Nothing
/// where there are too few times for a ratio.
[[nodiscard]] std::optional<DarknessOdds> darkness_odds(const Region&, std::span<const std::uint32_t> accidents);

}  // namespace baken
