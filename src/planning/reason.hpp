#pragma once
/// The sentence on the briefing sheet: why this place, this day and this theme.

#include "planning/problem.hpp"

#include <string>

namespace baken::planning {

[[nodiscard]] std::string reason_of(const Problem&, const Candidate&);
/// For hours that need not be a slot of the problem, of which this share is dark.
[[nodiscard]] std::string reason_of(const Problem&, const Candidate&, double dark);

}  // namespace baken::planning
