#pragma once
/// What cannot be met, in a planner's words, with the smallest relaxation that would help.

#include "base/work.hpp"
#include "planning/evaluate.hpp"

#include <vector>

namespace baken::planning {

struct Explanation {
    std::vector<Unmet> unmet;      ///< requirements with a shortfall and rules that agreed checks break
    std::vector<Unmet> unvisited;  ///< complaint sites without a check
};

[[nodiscard]] Explanation explain(const PlanningInput&, const Problem&, const CandidateSet&,
                                  const std::vector<Candidate>& plan, const Work&);

}  // namespace baken::planning
