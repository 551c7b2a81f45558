#include "planning/edit_plan.hpp"

#include "planning/breaches.hpp"
#include "planning/clause_ids.hpp"
#include "planning/edit_ground.hpp"
#include "planning/edit_words.hpp"
#include "planning/verify.hpp"
#include "planning/verify_bench.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace baken {

using namespace planning;

namespace {

bool is_worse(const Clause& before, const Clause& after) {
    if (after.ok) return false;
    if (before.ok) return true;
    const bool is_requirement = after.met < after.required;
    if (is_requirement) return after.met < before.met;
    return std::any_of(after.checks.begin(), after.checks.end(), [&](const CheckId& id) {
        return std::find(before.checks.begin(), before.checks.end(), id) == before.checks.end();
    });
}

}  // namespace

struct PlanBench::Inside {
    explicit Inside(const PlanningInput& given)
        : ground(given),
          clause_reader{ground.input, ground.problem.settings.crews, {}},
          campaign_ids(campaign_clauses(ground.calendar.campaigns)) {}

    const Ground ground;
    const verification::Bench clause_reader;
    const std::vector<std::string> campaign_ids;

    [[nodiscard]] std::string words_for(const Clause& broken, const Change&) const;
    /// Whether the check counts for a requirement that depends on its day or hours.
    [[nodiscard]] bool counts_for(const Clause& requirement, const Check& check) const;
};

std::string PlanBench::Inside::words_for(const Clause& broken, const Change& change) const {
    for (const CheckId& id : change.touched) {
        const auto at =
            std::find_if(change.checks.begin(), change.checks.end(), [&](const Check& c) { return c.id == id; });
        for (Breach& breach : breaches_of(ground.problem, *at, change.checks, HowMany::all))
            if (breach.clause == broken.id) return std::move(breach.because);
    }
    if (broken.met >= broken.required) return broken.text;
    return fmt::format(fmt::runtime(says(ground.language(), "{} Dan nog {} van {}.", "{} That leaves {} of {}.")),
                       broken.text, broken.met, broken.required);
}

bool PlanBench::Inside::counts_for(const Clause& requirement, const Check& check) const {
    const std::string& id = requirement.id;
    const MunicipalityId& code = ground.municipalities[check.municipality].code;
    if (id == region_day_clause(code))
        return check.kind == CheckKind::region_day && ground.calendar.region_day == check.date;
    if (id == dark_clause(code)) {
        const Season* season = ground.calendar.season_of(check.date);
        return check.kind == CheckKind::dark_days && check.dark_share >= 1 && season != nullptr &&
               season->starts_in == ground.calendar.year;
    }
    for (std::size_t i = 0; i < campaign_ids.size(); ++i) {
        if (campaign_ids[i] != id) continue;
        const Campaign& campaign = ground.calendar.campaigns[i];
        return check.campaign == campaign.name && check.theme == campaign.theme && campaign.from <= check.date &&
               check.date <= campaign.to;
    }
    for (std::size_t i = 0; i < ground.settings.locks.size(); ++i)
        if (lock_clause(i) == id) return verification::is_as_agreed(clause_reader, ground.settings.locks[i], check);
    return true;
}

PlanBench::PlanBench(const PlanningInput& input) : inside_(std::make_unique<Inside>(input)) {}
PlanBench::~PlanBench() = default;
PlanBench::PlanBench(PlanBench&&) noexcept = default;
PlanBench& PlanBench::operator=(PlanBench&&) noexcept = default;

Trial PlanBench::tried(const std::vector<Check>& checks, const PlanEdit& edit) const {
    Trial trial;
    Change change = std::visit([&](const auto& one) { return inside_->ground.changed(checks, one); }, edit);
    trial.value_before = inside_->ground.value_of(checks);
    if (!change.refusal.empty()) {
        trial.refusal = std::move(change.refusal);
        trial.checks = checks;
        trial.value = trial.value_before;
        return trial;
    }
    std::stable_sort(change.checks.begin(), change.checks.end(), [](const Check& a, const Check& b) {
        return std::tie(a.date, a.start, a.municipality, a.hotspot) <
               std::tie(b.date, b.start, b.municipality, b.hotspot);
    });
    trial.value = inside_->ground.value_of(change.checks);
    // Clauses follow from settings, calendar and hotspots, so that both certificates have the same ones.
    const Certificate before = verify_plan(inside_->ground.input, checks),
                      after = verify_plan(inside_->ground.input, change.checks);
    for (std::size_t i = 0; i < after.clauses.size(); ++i) {
        const Clause &was = before.clauses[i], &is = after.clauses[i];
        if (is_worse(was, is)) {
            trial.because.push_back(inside_->words_for(is, change));
            trial.broken.push_back(is);
        }
        if (is.ok && !was.ok) trial.mended.push_back(is);
        if (is.ok && is.met < is.required && was.met >= was.required && is.required > 0 &&
            is.id.rfind("complaints.", 0) == 0)
            trial.unvisited.push_back(is);
    }
    trial.checks = std::move(change.checks);
    return trial;
}

std::vector<DayPrice> PlanBench::days_for(const std::vector<Check>& checks, const CheckId& id) const {
    const auto at = std::find_if(checks.begin(), checks.end(), [&](const Check& c) { return c.id == id; });
    if (at == checks.end() || !inside_->ground.is_known(*at)) return {};
    std::vector<DayPrice> prices(static_cast<std::size_t>(inside_->ground.problem.days));
    const std::string refusal = fixed_because(*at, inside_->ground.hotspots, inside_->ground.language());
    std::vector<Clause> served;  // requirements that would be missed without this check
    if (refusal.empty())
        for (Clause& clause : verify_plan(inside_->ground.input, checks).clauses)
            if (clause.required > 0 && clause.met <= clause.required && clause.id.rfind("maximum.", 0) != 0 &&
                clause.id.rfind("complaints.", 0) != 0 &&
                std::find(clause.checks.begin(), clause.checks.end(), id) != clause.checks.end())
                served.push_back(std::move(clause));

    for (std::size_t day = 0; day < prices.size(); ++day) {
        DayPrice& price = prices[day];
        price.day = inside_->ground.problem.date(static_cast<int>(day));
        if (!refusal.empty()) {
            price.verdict = DayVerdict::impossible;
            price.because = refusal;
            continue;
        }
        Check moved = *at;
        moved.date = price.day;
        inside_->ground.work_out(moved);
        // Its own day asks nothing: what it is worth there is what the plan counts.
        price.value_change = price.day == at->date ? 0 : moved.value - at->value;
        std::vector<Breach> breaches = breaches_of(inside_->ground.problem, moved, checks, HowMany::first);
        if (!breaches.empty()) {
            price.because = std::move(breaches.front().because);
        } else {
            const auto missed = std::find_if(served.begin(), served.end(),
                                             [&](const Clause& clause) { return !inside_->counts_for(clause, moved); });
            if (missed != served.end()) price.because = missed->text;
        }
        if (!price.because.empty()) price.verdict = DayVerdict::breaks_a_rule;
    }
    return prices;
}

std::vector<std::string> PlanBench::broken_by(const std::vector<Check>& checks, const CheckId& id) const {
    std::vector<std::string> words;
    for (const Check& check : checks)
        if (check.id == id && inside_->ground.is_known(check))
            for (Breach& breach : breaches_of(inside_->ground.problem, check, checks, HowMany::all))
                words.push_back(std::move(breach.because));
    return words;
}

Check PlanBench::worked_out(Check check) const {
    if (!inside_->ground.is_known(check) || year_of(check.date) != inside_->ground.calendar.year) return check;
    const std::string campaign = check.campaign, reason = check.reason;
    inside_->ground.work_out(check);
    if (check.status == CheckStatus::done) {
        check.campaign = campaign;
        check.reason = reason;
    }
    return check;
}

double PlanBench::value_of(const std::vector<Check>& checks) const { return inside_->ground.value_of(checks); }

const std::vector<DayBlock>& PlanBench::blocks() const { return inside_->ground.calendar.blocks; }

}  // namespace baken
