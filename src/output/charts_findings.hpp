#pragma once
/// The chart of the network K function.

#include "output/chart.hpp"
#include "output/series_findings.hpp"

namespace baken {

[[nodiscard]] Chart network_k_chart(const NetworkDistances&, Language, const ChartLook& = {});

}  // namespace baken
