#pragma once
/// What a list of checks is worth, meets and breaks, worked out from scratch: the truth that faster code is held
/// against.

#include "planning/candidates.hpp"

#include <string>
#include <vector>

namespace baken::planning {

struct BrokenRule {
    std::string clause;               ///< id, as in the certificate
    std::vector<std::size_t> checks;  ///< positions in the list, ascending
    auto operator<=>(const BrokenRule&) const = default;
};

struct Evaluation {
    double value = 0;                ///< after diminishing returns
    double penalty = 0;              ///< for what is missing
    std::vector<int> met;            ///< per requirement
    std::vector<BrokenRule> broken;  ///< each clause once
    [[nodiscard]] double objective() const { return value - penalty; }
};

[[nodiscard]] Evaluation evaluate(const Problem&, const std::vector<Candidate>&);

/// May this list be a plan: no rule is broken but by pinned locks among themselves, and each lock is there at most
/// once.
[[nodiscard]] bool is_feasible(const Problem&, const CandidateSet&, const std::vector<CandidateId>&);

}  // namespace baken::planning
