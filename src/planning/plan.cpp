#include "planning/plan.hpp"

#include "calendar/local_time.hpp"
#include "planning/explain.hpp"
#include "planning/randomise.hpp"
#include "planning/reason.hpp"
#include "planning/solve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace baken {

namespace {

using namespace planning;

constexpr int plans_compared = 20;

Check check_of(const Problem& problem, const Candidate& c) {
    const Slot& slot = problem.slots[c.slot];
    Check check;
    check.municipality = problem.municipality_of(c);
    check.hotspot = c.hotspot;
    check.date = problem.date(c.day);
    check.start = slot.start;
    check.end = slot.end;
    check.starts_at = to_utc(check.date, slot.start);
    check.ends_at = to_utc(check.date, slot.end);
    check.theme = all_themes[c.theme];
    if (c.campaign != nothing) check.campaign = problem.campaign_names[static_cast<std::size_t>(c.campaign)];
    check.kind = c.kind;
    check.crew = c.crew;
    if (c.kind == CheckKind::integrated || c.kind == CheckKind::region_day) check.partners = "gemeente";
    check.dark_share = darkness_of(check.date, slot.start, slot.end, (*problem.hotspots)[c.hotspot].lonlat);
    check.value = c.value;
    check.is_locked = c.is_locked();
    check.reason = reason_of(problem, c);
    return check;
}

/// By date, start and municipality; numbered by date within the municipality.
std::vector<Check> checks_of(const Problem& problem, const std::vector<Candidate>& plan) {
    std::vector<Check> checks;
    for (const Candidate& c : plan) checks.push_back(check_of(problem, c));
    std::sort(checks.begin(), checks.end(), [](const Check& a, const Check& b) {
        return std::tie(a.date, a.start, a.municipality, a.hotspot) <
               std::tie(b.date, b.start, b.municipality, b.hotspot);
    });
    std::map<std::uint32_t, int> number;
    for (Check& check : checks)
        check.id.text = fmt::format("{}-{}-{:02}", (*problem.municipalities)[check.municipality].code.text,
                                    problem.calendar->year, ++number[check.municipality]);
    return checks;
}

std::vector<Candidate> picked(const CandidateSet& set, const std::vector<CandidateId>& ids) {
    std::vector<Candidate> checks;
    for (const CandidateId id : ids) checks.push_back(set[id]);
    return checks;
}

}  // namespace

Plan make_plan(const PlanningInput& input, const Work& work) {
    work.progress("plan", 0);
    const Problem problem(input);
    const CandidateSet set = candidates_of(problem);
    const Solution best = solve(problem, set, {}, work);

    work.progress("plan", 0.8);
    const double give_up = problem.settings.rules.unpredictability;
    const auto chosen = picked(set, random_plan(problem, set, best.plan, give_up, input.seed, 1, walk_steps, work));

    Plan plan;
    plan.checks = checks_of(problem, chosen);
    plan.solver = {best.status,
                   best.value,
                   best.bound,
                   best.gap(),
                   evaluate(problem, chosen).value,
                   static_cast<long long>(set.all.size())};
    plan.predictability =
        predictability(problem, set, best.plan, give_up, input.seed, plans_compared, walk_steps, work);

    work.progress("plan", 0.9);
    Explanation explanation = explain(input, problem, set, chosen, work);
    plan.unmet = std::move(explanation.unmet);
    plan.unvisited = std::move(explanation.unvisited);
    if (work.stop.stop_requested()) plan.solver.status = SolveStatus::stopped;
    return plan;
}

}  // namespace baken
