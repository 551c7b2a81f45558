#pragma once
/// Charts of what happened: accidents per year, light, complaints per month, the trend per municipality. They draw the
/// values of output/series_events.
///
///     page += parts.chart(years_chart(accident_years(project, {.hotspot = 3}), language));

#include "output/chart.hpp"
#include "output/series_events.hpp"

namespace baken {

[[nodiscard]] Chart years_chart(const AccidentYears&, Language, const ChartLook& = {});
[[nodiscard]] Chart light_chart(const LightCounts&, Language, const ChartLook& = {});
[[nodiscard]] Chart complaints_chart(const ComplaintMonths&, Language, const ChartLook& = {});
[[nodiscard]] Chart trend_chart(const AccidentTrend&, Language, const ChartLook& = {.width = 920});

/// As short as a chart needs it: "dodelijk", "letsel", "alleen schade".
[[nodiscard]] std::string_view short_name(Outcome, Language);
[[nodiscard]] std::string_view short_name(Light, Language);

}  // namespace baken
