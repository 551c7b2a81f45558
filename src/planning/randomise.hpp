#pragma once
/// A plan that cannot be guessed: a seeded walk among the plans that are nearly as good as the best.

#include "planning/solve.hpp"

#include <cstdint>
#include <vector>

namespace baken::planning {

inline constexpr int walk_steps = 30000;

/// A plan worth at least (1 - give_up) of the best one, that meets each requirement as far as the best one does.
/// Nothing to give up: the best one itself.
[[nodiscard]] std::vector<CandidateId> random_plan(const Problem&, const CandidateSet&,
                                                   const std::vector<CandidateId>& best, double give_up,
                                                   std::uint64_t seed, std::uint64_t stream, int steps, const Work&);

/// From plans of other streams of the same seed.
[[nodiscard]] Predictability predictability(const Problem&, const CandidateSet&, const std::vector<CandidateId>& best,
                                            double give_up, std::uint64_t seed, int plans, int steps, const Work&);

}  // namespace baken::planning
