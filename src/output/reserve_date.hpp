#pragma once
/// The day to fall back on when a check cannot go on.

#include "calendar/calendar.hpp"
#include "model/project.hpp"

#include <optional>

namespace baken {

/// The next day after the check on which the same crew can do the same check at the same hours within the rules: the
/// same weekday before any other; in the campaign that it carries, in its dark season where it is a dark-days check, as
/// dark as it has to be, on a school day where it is about schools, within the planning year. Nothing where there is
/// none, and for the region day, which has no other.
[[nodiscard]] std::optional<Date> reserve_date(const Project&, const Calendar&, const Check&);

}  // namespace baken
