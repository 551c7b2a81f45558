#pragma once
/// Why a complaint site with enough complainants gets no check, in a planner's words.

#include "planning/candidates.hpp"
#include "planning/problem.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace baken::planning {

/// The first that holds: rejected, not enforceable, no free day, the municipality at its maximum, no crew time left. To
/// the last two the nearest visited site within the spacing is added, because its check reaches this one. All three
/// outlive the object.
class ComplaintReasons {
public:
    ComplaintReasons(const Problem&, const CandidateSet&, const std::vector<Candidate>& plan);
    [[nodiscard]] std::string reason(std::size_t hotspot) const;

private:
    [[nodiscard]] std::string no_room(std::size_t hotspot) const;
    [[nodiscard]] std::string near_check(std::size_t hotspot) const;

    const Problem& problem_;
    const std::vector<Candidate>& plan_;
    std::vector<bool> has_candidate_;
    Language language_;
};

}  // namespace baken::planning
