#pragma once
/// Charts of a plan: crew load per week, quota progress, the dark part of the checks' time, and how well the plan can
/// be guessed. They draw the values of output/series_plan.

#include "output/chart.hpp"
#include "output/series_plan.hpp"

namespace baken {

[[nodiscard]] Chart crews_chart(const std::vector<CrewLoad>&, Language, const ChartLook& = {.width = 920});
[[nodiscard]] Chart quota_chart(const std::vector<MunicipalityProgress>&, Language, const ChartLook& = {.width = 680});
[[nodiscard]] Chart darkness_chart(const DarkMonths&, Language, const ChartLook& = {.width = 920});
[[nodiscard]] Chart guessing_chart(const Guessing&, Language, const ChartLook& = {.width = 680});

}  // namespace baken
