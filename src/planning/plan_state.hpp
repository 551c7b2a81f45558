#pragma once
/// A plan that is being changed: what a change would bring, without working everything out again.

#include "planning/candidates.hpp"

#include <vector>

namespace baken::planning {

class PlanState {
public:
    PlanState(const Problem&, const CandidateSet&);

    [[nodiscard]] const std::vector<CandidateId>& plan() const { return plan_; }
    [[nodiscard]] double value() const { return value_; }
    [[nodiscard]] double penalty() const { return penalty_; }
    [[nodiscard]] double objective() const { return value_ - penalty_; }
    [[nodiscard]] int met(std::size_t requirement) const { return met_[requirement]; }

    /// Whether the check can be added, every rule kept.
    [[nodiscard]] bool fits(CandidateId) const;
    /// What adding would bring to value and objective; only of use when it fits.
    [[nodiscard]] double value_gain(CandidateId) const;
    [[nodiscard]] double gain(CandidateId) const;
    void add(CandidateId);
    /// Takes out the check at this position; the last one moves there.
    CandidateId remove(std::size_t position);

private:
    void count(CandidateId, int sign);

    const Problem* problem_;
    const CandidateSet* set_;
    std::vector<CandidateId> plan_;
    std::vector<int> in_group_, in_municipality_, met_;
    std::vector<std::vector<int>> week_left_;
    double value_ = 0, penalty_ = 0;
};

}  // namespace baken::planning
