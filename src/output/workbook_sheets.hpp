#pragma once
/// The sheets of plan.xlsx, each from the project alone.

#include "model/project.hpp"
#include "output/sheet.hpp"

namespace baken {

[[nodiscard]] Sheet plan_sheet(const Project&);       ///< a row per check, by date
[[nodiscard]] Sheet hotspots_sheet(const Project&);   ///< a row per hotspot, by municipality and rank
[[nodiscard]] Sheet stretches_sheet(const Project&);  ///< a row per stretch of road, by rank
[[nodiscard]] Sheet quota_sheet(const Project&);      ///< a row per municipality; below it what is not met, and why
[[nodiscard]] Sheet load_sheet(const Project&);       ///< a row per crew and week
[[nodiscard]] Sheet sources_sheet(const Project&);    ///< a row per source; below it where the figures come from

}  // namespace baken
