#pragma once
/// Agreed checks win from every rule, also from each other. Those that can keep the rules choose among what lets them;
/// the others are pinned to one place, theme, hours and crew, so that the rest of the plan can be built around them.

#include "planning/problem.hpp"

#include <vector>

namespace baken::planning {

struct SettledLocks {
    std::vector<std::vector<Candidate>> choices;  ///< per lock; empty only when there was nothing to choose from
    std::vector<bool> is_pinned;
    std::vector<std::vector<int>> week_capacity;  ///< per crew and week, less pinned locks, at least 0
};

[[nodiscard]] SettledLocks settle_locks(const Problem&, std::vector<std::vector<Candidate>> choices);

}  // namespace baken::planning
