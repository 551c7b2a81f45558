#include "planning/plan_state.hpp"

#include <algorithm>
#include <array>

namespace baken::planning {

namespace {

std::array<std::size_t, 3> groups_of(const Problem& problem, const Candidate& c) {
    return {problem.groups_of_pair(c), problem.group_of_hotspot(c.hotspot), problem.group_of_cluster(c.hotspot)};
}

}  // namespace

PlanState::PlanState(const Problem& problem, const CandidateSet& set)
    : problem_(&problem),
      set_(&set),
      in_group_(problem.groups.size(), 0),
      in_municipality_(problem.municipality_count, 0),
      met_(problem.requirements.size(), 0),
      week_left_(set.week_capacity) {
    for (const Requirement& requirement : problem.requirements) penalty_ += requirement.weight * requirement.need;
}

bool PlanState::fits(CandidateId id) const {
    const Candidate& c = (*set_)[id];
    const std::uint32_t m = problem_->municipality_of(c);
    if (in_municipality_[m] >= problem_->maximum[m]) return false;
    const bool is_pinned = c.is_locked() && set_->is_pinned[static_cast<std::size_t>(c.lock)];
    if (!is_pinned && !c.on_region_day() && week_left_[c.crew][static_cast<std::size_t>(problem_->week[c.day])] <= 0)
        return false;
    return std::none_of(plan_.begin(), plan_.end(),
                        [&](CandidateId other) { return set_->exclude(*problem_, c, (*set_)[other]); });
}

double PlanState::value_gain(CandidateId id) const {
    const Candidate& c = (*set_)[id];
    double gain = c.value;
    for (const std::size_t group : groups_of(*problem_, c)) gain -= problem_->groups[group].loss(in_group_[group] + 1);
    return gain;
}

double PlanState::gain(CandidateId id) const {
    double gain = value_gain(id);
    problem_->for_each_requirement((*set_)[id], [&](std::size_t r) {
        if (met_[r] < problem_->requirements[r].need) gain += problem_->requirements[r].weight;
    });
    return gain;
}

void PlanState::count(CandidateId id, int sign) {
    const Candidate& c = (*set_)[id];
    value_ += sign * c.value;
    for (const std::size_t group : groups_of(*problem_, c)) {
        const int rank = sign > 0 ? ++in_group_[group] : in_group_[group]--;
        value_ -= sign * problem_->groups[group].loss(rank);
    }
    problem_->for_each_requirement(c, [&](std::size_t r) {
        const Requirement& requirement = problem_->requirements[r];
        const int rank = sign > 0 ? ++met_[r] : met_[r]--;
        if (rank <= requirement.need) penalty_ -= sign * requirement.weight;
    });
    in_municipality_[problem_->municipality_of(c)] += sign;
    const bool is_pinned = c.is_locked() && set_->is_pinned[static_cast<std::size_t>(c.lock)];
    if (!is_pinned && !c.on_region_day()) week_left_[c.crew][static_cast<std::size_t>(problem_->week[c.day])] -= sign;
}

void PlanState::add(CandidateId id) {
    plan_.push_back(id);
    count(id, +1);
}

CandidateId PlanState::remove(std::size_t position) {
    const CandidateId id = plan_[position];
    plan_[position] = plan_.back();
    plan_.pop_back();
    count(id, -1);
    return id;
}

}  // namespace baken::planning
