#pragma once
/// Holds a list of checks against every rule, with code that shares nothing with the solver: it knows only the
/// settings, the calendar, the hotspots and the checks, and works out each clause anew from dates, hours and distances.

#include "model/check.hpp"
#include "planning/plan.hpp"

#include <vector>

namespace baken {

/// One clause per requirement (quota, dark days, campaigns, region day, locks, complaint sites) and per prohibition
/// (closed days, crew hours and weeks, revisit, spacing, gap, maximum, darkness, times that contradict each other,
/// double ids). A complaint site without a check is a finding with its reason and does not make the certificate fail.
[[nodiscard]] Certificate verify_plan(const PlanningInput&, const std::vector<Check>&);

}  // namespace baken
