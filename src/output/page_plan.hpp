#pragma once
/// The checks of a plan as tables, shared by the pages.

#include "model/project.hpp"
#include "output/page.hpp"

#include <string>

namespace baken {

enum class WithReasons { no, yes };

/// All checks by date, one table on a screen and one per month on paper. A row has the check's id to link to.
[[nodiscard]] std::string check_tables(const Project&, const PageParts&, WithReasons);

/// What cannot be met, each with the smallest relaxation. Empty where all is met.
[[nodiscard]] std::string unmet_list(const Project&, const PageParts&);
/// Places with complaints that get no check, each with its reason. Empty where there are none.
[[nodiscard]] std::string unvisited_list(const Project&, const PageParts&);

}  // namespace baken
