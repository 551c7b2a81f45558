#pragma once
/// All allowed checks of the year. Nothing is left out for being worth little: a bound over these is a bound over all
/// plans.

#include "planning/conflict.hpp"
#include "planning/problem.hpp"

#include <cstdint>
#include <vector>

namespace baken::planning {

using CandidateId = std::uint32_t;

struct CandidateSet {
    /// Those of the locks first, lock by lock; then the free ones by hotspot, day, slot, theme, crew, kind, campaign.
    std::vector<Candidate> all;
    std::vector<std::vector<CandidateId>> of_lock;
    /// Locks that cannot keep every rule, or whose place, hours and crew are given: free candidates that do not go with
    /// them are not in `all`, and they are held against nothing else.
    std::vector<bool> is_pinned;
    /// Per crew and week: what is left for all but pinned locks.
    std::vector<std::vector<int>> week_capacity;
    std::size_t first_free = 0;
    /// For the solver: all less those that another one of the same place, day, theme, crew, kind and campaign is worth
    /// at least as much as; the hours are all they differ in, and no rule looks at the hours. Ascending.
    std::vector<CandidateId> undominated;

    [[nodiscard]] const Candidate& operator[](CandidateId id) const { return all[id]; }
    /// Whether the two exclude each other; a pinned lock excludes no other lock.
    [[nodiscard]] bool exclude(const Problem& p, const Candidate& a, const Candidate& b) const {
        if (a.is_locked() && b.is_locked()) {
            if (a.lock == b.lock) return true;
            if (is_pinned[static_cast<std::size_t>(a.lock)] || is_pinned[static_cast<std::size_t>(b.lock)])
                return false;
            return agreed_clash(p, a, b);
        }
        return broken_by(p, a, b) != PairRule::none;
    }
};

[[nodiscard]] CandidateSet candidates_of(const Problem&);

/// What forbids a candidate on its own, lock or not: 0 for an allowed one. The number of rules that it breaks.
[[nodiscard]] int filters_broken(const Problem&, const Candidate&);

}  // namespace baken::planning
