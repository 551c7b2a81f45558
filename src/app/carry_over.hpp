#pragma once
/// What people decided, taken along when the hotspots are found or the checks are planned anew.

#include "model/project.hpp"

#include <vector>

namespace baken {

/// `found` with the reviews of the hotspots that stand where one stood before. A hotspot that is not found any more but
/// where a check was done stays, behind the others of its municipality: what was done there happened.
[[nodiscard]] std::vector<Hotspot> with_reviews_of(const Project& before, std::vector<Hotspot> found);

/// The plan of `before` for the hotspots of now: checks at places that are gone go too. Value and certificate are for
/// the caller.
[[nodiscard]] Plan plan_carried_over(const Project& before, const std::vector<Hotspot>& now);

/// The checks of a new plan, with what the plan before knows of them. A check at the same place, day, hour and theme
/// keeps its id and what was recorded of it; else one at the same place keeps the id of the nearest that is gone, so
/// that calendars and notes follow it when it moves. Others get ids that neither plan used. A check that was carried
/// out and is not in the new plan is kept: it happened.
[[nodiscard]] std::vector<Check> checks_carried_over(const std::vector<Check>& before, std::vector<Check> after);

}  // namespace baken
