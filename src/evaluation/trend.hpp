#pragma once
/// Is a row of yearly counts rising or falling, or is it chance?
///
///     const Trend trend = trend_of({{2022, 41}, {2023, 38}, {2024, 30}});
///     trend.is_distinguishable;       // false
///     trend.yearly_factor->interval;  // 0.66 to 1.09

#include "base/work.hpp"
#include "model/evaluation.hpp"
#include "model/region.hpp"

#include <utility>
#include <vector>

namespace baken {

/// A Poisson regression on the year, conditional on the total (Cox & Lewis 1966): the sum of year times count has a
/// known distribution when nothing changes, and a tilted one when it does. Exact up to 300 accidents, from there on by
/// its normal limit. The p-value is twice the smaller tail. Years in order, each once. Without sentence.
[[nodiscard]] Trend trend_of(const std::vector<std::pair<int, int>>& count_of_year);

/// Of the region and of every municipality, all accidents and casualties, over the complete years of the data.
[[nodiscard]] std::vector<Trend> trends_of(const Region&, const Work&);

/// Years in which the region has accidents, ascending; a last year whose days end before the middle of December is left
/// out.
[[nodiscard]] std::vector<int> complete_years(const Region&);

}  // namespace baken
