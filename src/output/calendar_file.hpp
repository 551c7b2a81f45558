#pragma once
/// The calendars of a plan as .ics: checks, campaigns and consultations, each a file of its own. Local time
/// (Europe/Amsterdam, with its VTIMEZONE). No clock and no seed: the same project, the same bytes.
///
///     plan_calendar(project, {read_bytes("uitvoer/plan.ics")});      // after a change: updates and cancellations

#include "model/project.hpp"

#include <string>
#include <vector>

namespace baken {

/// One event per check, with alarms a week and two hours before. Its UID is the check's and stays the same from plan to
/// plan. `before` are calendars of this plan that were handed out earlier: an event that says something else than there
/// has a SEQUENCE one higher, and a check that is gone is cancelled (RFC 5545, 3.8.7.4). What cannot be read in them is
/// passed over.
[[nodiscard]] std::string plan_calendar(const Project&, const std::vector<std::string>& before = {});

/// Days of the campaigns; an unconfirmed one is tentative. Nobody is made busy by it.
[[nodiscard]] std::string campaign_calendar(const Project&);
/// The consultations of the settings, with the plan's figures up to then as an agenda.
[[nodiscard]] std::string meeting_calendar(const Project&);

}  // namespace baken
