#pragma once
/// From hotspots to a year of checks.
///
///     const PlanningInput input{.municipalities = region.municipalities, .hotspots = hotspots, .settings = settings,
///                               .calendar = calendar, .seed = seed};
///     const Plan plan = make_plan(input, work);
///     const Certificate certificate = verify_plan(input, plan.checks);

#include "base/work.hpp"
#include "calendar/calendar.hpp"
#include "model/check.hpp"
#include "model/hotspot.hpp"
#include "model/municipality.hpp"
#include "model/settings.hpp"

#include <cstdint>
#include <vector>

namespace baken {

struct PlanningInput {
    const std::vector<Municipality>& municipalities;
    const std::vector<Hotspot>& hotspots;  ///< rejected ones and those marked "not enforceable" are never planned
    const Settings& settings;
    const Calendar& calendar;
    std::uint64_t seed = 0;
};

/// The best plan within the crews there are, then a seeded choice among the plans nearly as good
/// (`rules.unpredictability`). Requirements come before value; a plan always exists, and what it cannot meet is in
/// `unmet`. The same input and seed give the same plan for any number of threads. A stop gives the best plan so far
/// with SolveStatus::stopped. Throws SettingsError when a lock names an unknown municipality or site, or two locks
/// contradict each other.
[[nodiscard]] Plan make_plan(const PlanningInput&, const Work&);

/// `count` other plans of the same seed, each within `rules.unpredictability` of the best and meeting as much as
/// make_plan()'s; none is that one. Fewer when the rules leave no choice or after a stop.
[[nodiscard]] std::vector<Plan> alternatives(const PlanningInput&, int count, const Work&);

}  // namespace baken
