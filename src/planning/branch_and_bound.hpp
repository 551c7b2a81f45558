#pragma once
/// Proof: splits the plans into halves, each with its own bound, until none can hold a better one.

#include "planning/relaxation.hpp"

#include <vector>

namespace baken::planning {

struct Proof {
    std::vector<CandidateId> plan;  ///< the best met, never worse than the one given
    double objective = 0;
    double bound = 0;          ///< over all plans of the relaxation's columns
    bool is_complete = false;  ///< nothing is left open: the plan is optimal over the columns
};

/// At most `nodes` nodes; what is open then stands in the bound.
[[nodiscard]] Proof branch_and_bound(const Problem&, const CandidateSet&, Relaxation&, std::vector<CandidateId> plan,
                                     int nodes, const Work&);

/// Rounds a solution of the relaxation to a plan: largest shares first, then what gains most.
[[nodiscard]] std::vector<CandidateId> rounded(const Problem&, const CandidateSet&, const Relaxation&, const Work&);

}  // namespace baken::planning
