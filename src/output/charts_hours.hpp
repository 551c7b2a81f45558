#pragma once
/// The week as a grid of 7 x 24 hours, the dark ones outlined (output/series_hours).

#include "output/chart.hpp"
#include "output/series_hours.hpp"

namespace baken {

[[nodiscard]] Chart hours_chart(const WeekHours&, Language, const ChartLook& = {.width = 680});

}  // namespace baken
