#pragma once
/// Between which places a hotspot moves in its municipality's ranking when the weights change (output/series_events).

#include "output/chart.hpp"
#include "output/series_events.hpp"

namespace baken {

[[nodiscard]] Chart ranks_chart(const RankRanges&, Language, const ChartLook& = {});

/// "5-3-0,5", "alleen letsel": a set of weights as people name it.
[[nodiscard]] std::string weight_set_name(const std::string& set, Language);

}  // namespace baken
