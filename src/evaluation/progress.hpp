#pragma once
/// How far the agreed checks of each municipality are.

#include "model/evaluation.hpp"
#include "model/region.hpp"
#include "model/settings.hpp"

#include <span>
#include <vector>

namespace baken {

/// The region first, then the municipalities in their order. Dark-days checks stand apart; of them count those wholly
/// in the dark, in the season that begins in the year of the plan. Of the others count those in that year.
[[nodiscard]] std::vector<QuotaProgress> progress_of(const Region&, const Settings&, std::span<const Check>);

}  // namespace baken
