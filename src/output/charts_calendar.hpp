#pragma once
/// The year of a plan on one sheet: a row per municipality, twelve months wide, a tile per check, the confirmed
/// campaigns as bands above and the dark season behind.

#include "model/project.hpp"
#include "output/chart.hpp"

namespace baken {

[[nodiscard]] Chart calendar_chart(const Project&, const ChartLook& = {.width = 920});

}  // namespace baken
