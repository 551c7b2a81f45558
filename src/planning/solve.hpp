#pragma once
/// The best plan that a given effort finds, and how good it is proven to be.

#include "planning/candidates.hpp"

#include "base/work.hpp"

#include <vector>

namespace baken::planning {

/// Counts, never seconds: the same effort gives the same plan on a slow machine.
struct Effort {
    int pricing_rounds = 300;
    int moves = 200000;
    int sweeps = 20;
    int nodes = 60;              ///< of branch and bound when the columns are many
    int nodes_of_small = 20000;  ///< ... when they are few
    std::size_t small = 6000;    ///< columns
};
[[nodiscard]] inline Effort quick_effort() { return {120, 20000, 4, 0, 400, 1500}; }

struct Solution {
    std::vector<CandidateId> plan;
    double value = 0;
    double penalty = 0;
    double bound = 0;  ///< no plan that meets as much is worth more
    SolveStatus status = SolveStatus::within_gap;
    [[nodiscard]] double gap() const { return bound > 0 ? (bound - value) / bound : 0; }
};

[[nodiscard]] Solution solve(const Problem&, const CandidateSet&, const Effort&, const Work&);

}  // namespace baken::planning
