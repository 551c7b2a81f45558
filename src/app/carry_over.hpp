#pragma once
/// What people decided, taken along when the hotspots are found anew.

#include "model/project.hpp"

#include <vector>

namespace baken {

/// `found` with the reviews of the hotspots that stand where one stood before. A hotspot that is not found any more but
/// where a check was done stays, behind the others of its municipality: what was done there happened.
[[nodiscard]] std::vector<Hotspot> with_reviews_of(const Project& before, std::vector<Hotspot> found);

/// The plan of `before` for the hotspots of now: checks at places that are gone go too. Value and certificate are for
/// the caller.
[[nodiscard]] Plan plan_carried_over(const Project& before, const std::vector<Hotspot>& now);

}  // namespace baken
