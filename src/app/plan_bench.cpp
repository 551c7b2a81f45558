#include "app/plan_bench.hpp"

#include "app/named_work.hpp"
#include "planning/plan.hpp"

namespace baken {

namespace {

PlanningInput input_of(const Project& project, const Calendar& calendar) {
    return {.municipalities = project.region->municipalities,
            .hotspots = project.hotspots,
            .settings = project.settings,
            .calendar = calendar,
            .seed = project.seed};
}

}  // namespace

Calendar calendar_of(const Project& project) {
    return make_calendar(project.settings.year, project.settings.calendar, project.settings.rules.dark_days,
                         project.campaigns, project.school_holidays);
}

PlanBench plan_bench(const Project& project) {
    const Calendar calendar = calendar_of(project);
    return PlanBench(input_of(project, calendar));
}

std::vector<Plan> plan_alternatives(const Project& project, int count, const Work& work) {
    const Calendar calendar = calendar_of(project);
    return alternatives(
        input_of(project, calendar), count,
        named_work(work, project.settings.language, "andere planningen zoeken", "looking for other plans"));
}

}  // namespace baken
