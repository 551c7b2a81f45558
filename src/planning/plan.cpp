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

/// In the order of the checks, so that their value is the same sum, to the last bit, whoever works it out.
std::vector<Candidate> picked(const Problem& problem, const CandidateSet& set, const std::vector<CandidateId>& ids) {
    std::vector<Candidate> checks;
    for (const CandidateId id : ids) checks.push_back(set[id]);
    const auto place = [&](const Candidate& c) {
        return std::tuple(c.day, problem.slots[c.slot].start, problem.municipality_of(c), c.hotspot);
    };
    std::stable_sort(checks.begin(), checks.end(),
                     [&](const Candidate& a, const Candidate& b) { return place(a) < place(b); });
    return checks;
}

/// The best plan and all that plans nearly as good are drawn from.
struct Draw {
    const PlanningInput& input;
    const Problem problem;
    const CandidateSet set;
    const Solution best;
    const Work& work;

    Draw(const PlanningInput& given, const Work& how)
        : input(given), problem(given), set(candidates_of(problem)), best(solve(problem, set, {}, how)), work(how) {}

    [[nodiscard]] double give_up() const { return problem.settings.rules.unpredictability; }
    [[nodiscard]] std::vector<CandidateId> of_stream(std::uint64_t stream) const {
        return random_plan(problem, set, best.plan, give_up(), input.seed, stream, walk_steps, work);
    }
    [[nodiscard]] Predictability predictability_of_all() const {
        return predictability(problem, set, best.plan, give_up(), input.seed, plans_compared, walk_steps, work);
    }
    [[nodiscard]] Plan plan_of(const std::vector<CandidateId>& ids) const {
        const auto chosen = picked(problem, set, ids);
        Plan plan;
        plan.checks = checks_of(problem, chosen);
        plan.solver = {best.status,
                       best.value,
                       best.bound,
                       best.gap(),
                       evaluate(problem, chosen).value,
                       static_cast<long long>(set.all.size())};
        Explanation explanation = explain(input, problem, set, chosen, work);
        plan.unmet = std::move(explanation.unmet);
        plan.unvisited = std::move(explanation.unvisited);
        if (work.stop.stop_requested()) plan.solver.status = SolveStatus::stopped;
        return plan;
    }
};

}  // namespace

Plan make_plan(const PlanningInput& input, const Work& work) {
    work.progress("plan", 0);
    const Draw draw(input, work);
    work.progress("plan", 0.8);
    const auto chosen = draw.of_stream(1);
    Predictability how_well_guessed = draw.predictability_of_all();
    work.progress("plan", 0.9);
    Plan plan = draw.plan_of(chosen);
    plan.predictability = how_well_guessed;
    return plan;
}

std::vector<Plan> alternatives(const PlanningInput& input, int count, const Work& work) {
    work.progress("plan", 0);
    const Draw draw(input, work);
    const auto sorted = [](std::vector<CandidateId> ids) {
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    // Stream 1 is the plan itself, those after it are the ones that its predictability is measured with.
    constexpr std::uint64_t first_stream = 2 + plans_compared;
    std::vector<std::vector<CandidateId>> seen{sorted(draw.of_stream(1))};
    const Predictability how_well_guessed = draw.predictability_of_all();
    std::vector<Plan> plans;
    for (int i = 0; i < count; ++i) {
        if (work.stop.stop_requested()) break;
        work.progress("plan", 0.5 + 0.5 * i / count);
        auto ids = sorted(draw.of_stream(first_stream + static_cast<std::uint64_t>(i)));
        if (std::find(seen.begin(), seen.end(), ids) != seen.end()) continue;
        plans.push_back(draw.plan_of(ids));
        plans.back().predictability = how_well_guessed;
        seen.push_back(std::move(ids));
    }
    return plans;
}

}  // namespace baken
