#pragma once
/// plan.ics: one event per check, in local time (Europe/Amsterdam, with its VTIMEZONE), with a UID that stays the same
/// from plan to plan for the same check id. No clock and no seed: the same plan, the same bytes.

#include "model/project.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string plan_calendar(const Project&);

}  // namespace baken
