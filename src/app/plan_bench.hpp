#pragma once
/// Changing the plan of a project by hand, and other plans to put beside it.
///
///     const PlanBench bench = plan_bench(project);        // anew when settings or hotspots change
///     const Trial trial = bench.tried(project.plan.checks, MoveCheck{id, day});
///     const std::vector<Plan> others = plan_alternatives(project, 4, work);     // seconds: in a job

#include "base/work.hpp"
#include "model/project.hpp"
#include "planning/edit_plan.hpp"

#include <vector>

namespace baken {

/// Throws SettingsError when a crew names a municipality that is not there.
[[nodiscard]] PlanBench plan_bench(const Project&);

/// Plans nearly as good as the best; what each keeps of the rules, certified() says.
[[nodiscard]] std::vector<Plan> plan_alternatives(const Project&, int count, const Work&);

/// The planning year of a project: campaigns, closed days, seasons, blocks.
[[nodiscard]] Calendar calendar_of(const Project&);

}  // namespace baken
