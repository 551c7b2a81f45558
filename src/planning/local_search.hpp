#pragma once
/// Plans made better one check at a time. Limits are counts of moves, never a clock: the same input gives the same
/// plan.

#include "base/random.hpp"
#include "base/work.hpp"
#include "planning/plan_state.hpp"

#include <vector>

namespace baken::planning {

/// Adds the check with the most gain until none fits that gains anything. Requirements weigh more than value, so they
/// come first.
void fill(PlanState&, const Problem&, const CandidateSet&, const std::vector<CandidateId>& from, const Work&);

/// Replaces single checks by the best other one until no replacement gains, at most `sweeps` times through the plan.
void polish(PlanState&, const Problem&, const CandidateSet&, const std::vector<CandidateId>& from, int sweeps,
            const Work&);

/// Simulated annealing (Kirkpatrick et al. 1983) by a fixed number of moves; gives the best plan met on the way.
void anneal(PlanState&, const Problem&, const CandidateSet&, const std::vector<CandidateId>& from, int moves, Rng&,
            const Work&);

[[nodiscard]] PlanState state_of(const Problem&, const CandidateSet&, const std::vector<CandidateId>& plan);

}  // namespace baken::planning
