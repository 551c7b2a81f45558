#pragma once
/// What a check is worth before diminishing returns; the table behind it stands in docs/methods/planning.md.

#include "planning/problem.hpp"

namespace baken::planning {

enum class Attraction { none, unconfirmed, confirmed };  ///< a campaign of the check's theme runs

/// How well a theme suits a weekday and the hours around `middle` (minute of the day), 0..1.
[[nodiscard]] double profile(Theme, unsigned weekday, int middle);

/// Score x theme weight x profile x how the hours fit the darkness of the accidents x campaign x season.
[[nodiscard]] double check_value(const Problem&, const Candidate&, Attraction);

/// Minutes of the day, and the share of them that is dark.
struct Hours {
    int start = 0, end = 0;
    double dark = 0;
};
/// The same for hours that need not be a slot of the problem; the candidate's slot is not looked at.
[[nodiscard]] double check_value(const Problem&, const Candidate&, const Hours&, Attraction);

/// Lock or no lock: may this theme be checked in the dark-days season's own kind?
[[nodiscard]] bool is_dark_days_theme(Theme);

}  // namespace baken::planning
