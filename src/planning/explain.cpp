#include "planning/explain.hpp"

#include "base/text.hpp"
#include "planning/complaint_reasons.hpp"
#include "planning/relax.hpp"
#include "planning/solve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace baken::planning {

namespace {

using Met = std::map<std::string, int>;  ///< checks per clause

/// What each clause gets in the best plan of a what-if.
class Laboratory {
public:
    Laboratory(const PlanningInput& input, const Problem& problem, const Work& work)
        : input_(input), problem_(problem), work_(work) {}

    template <class Loosen>
    Met met_after(Loosen&& loosen) const {
        WhatIf what{input_.settings, input_.calendar};
        loosen(what);
        const PlanningInput input{input_.municipalities, input_.hotspots, what.settings, what.calendar, input_.seed};
        const Problem problem(input, &problem_);
        const CandidateSet set = candidates_of(problem);
        const Solution solution = solve(problem, set, quick_effort(), work_);
        std::vector<Candidate> plan;
        for (const CandidateId id : solution.plan) plan.push_back(set[id]);
        const Evaluation evaluation = evaluate(problem, plan);
        Met met;
        for (std::size_t r = 0; r < problem.requirements.size(); ++r)
            met[problem.requirements[r].clause] = evaluation.met[r];
        return met;
    }
    [[nodiscard]] bool has_stopped() const { return work_.stop.stop_requested(); }

private:
    const PlanningInput& input_;
    const Problem& problem_;
    const Work& work_;
};

std::string shortfall_text(const Problem& problem, const Requirement& requirement, int met) {
    const Language language = problem.settings.language;
    const auto fill_in = [&](std::string_view dutch, std::string_view english, const auto&... values) {
        return fmt::format(fmt::runtime(says(language, dutch, english)), values...);
    };
    const auto place = [&]() -> const std::string& { return (*problem.municipalities)[requirement.index].name; };
    switch (requirement.kind) {
        case RequirementKind::quota:
            return fill_in("Gemeente {} haalt {} van {} controles.", "Municipality {} gets {} of {} checks.", place(),
                           met, requirement.need);
        case RequirementKind::dark_days:
            return fill_in("Gemeente {} haalt {} van {} donkere-dagencontroles.",
                           "Municipality {} gets {} of {} dark-days checks.", place(), met, requirement.need);
        case RequirementKind::region_day:
            return fill_in("Gemeente {} doet niet mee aan de 24-uursactie van {}.",
                           "Municipality {} does not take part in the 24-hour action of {}.", place(),
                           to_iso(problem.date(problem.region_day)));
        case RequirementKind::campaign: {
            const Campaign& campaign = problem.calendar->campaigns[requirement.index];
            return fill_in("Campagne {} ({} t/m {}) krijgt {} van {} controles.",
                           "Campaign {} ({} to {}) gets {} of {} checks.", campaign.name, to_iso(campaign.from),
                           to_iso(campaign.to), met, requirement.need);
        }
        case RequirementKind::lock: {
            const AgreedCheck& lock = problem.locks[requirement.index];
            return fill_in("De afspraak met {} op {} kan niet worden gepland.",
                           "The check agreed with {} on {} cannot be planned.",
                           (*problem.municipalities)[lock.municipality].name, to_iso(problem.date(lock.day)));
        }
        case RequirementKind::complaints: break;
    }
    return (*problem.hotspots)[requirement.index].name;
}

/// Causes that no relaxation of a rule can mend.
std::string plain_cause(const Problem& problem, const Requirement& requirement) {
    const Language language = problem.settings.language;
    std::size_t m = requirement.index;
    if (requirement.kind == RequirementKind::campaign || requirement.kind == RequirementKind::complaints) return "";
    if (requirement.kind == RequirementKind::lock) {
        if (!problem.locks[requirement.index].hotspots.empty()) return "";
        m = problem.locks[requirement.index].municipality;
    }
    bool has_any = false, has_usable = false;
    for (std::size_t h = 0; h < problem.hotspot_count; ++h)
        if (problem.municipality_of_hotspot[h] == m) {
            has_any = true;
            has_usable = has_usable || problem.is_usable[h];
        }
    if (!has_any)
        return std::string(says(language, "Oorzaak: de gemeente heeft geen aandachtslocatie.",
                                "Cause: the municipality has no hotspot."));
    if (!has_usable || requirement.kind == RequirementKind::lock)
        return std::string(says(language, "Oorzaak: de locatie is afgewezen of niet handhaafbaar.",
                                "Cause: the site is rejected or not enforceable."));
    return "";
}

class Explainer {
public:
    Explainer(const PlanningInput& input, const Problem& problem, const Evaluation& evaluation, const Work& work)
        : problem_(problem),
          evaluation_(evaluation),
          laboratory_(input, problem, work),
          rules_(relaxations(input.settings, input.calendar)) {}

    std::vector<Unmet> unmet_requirements() {
        for (std::size_t r = 0; r < problem_.requirements.size(); ++r) {
            const Requirement& requirement = problem_.requirements[r];
            if (requirement.kind == RequirementKind::complaints || evaluation_.met[r] >= requirement.need) continue;
            Unmet unmet{requirement.clause, shortfall_text(problem_, requirement, evaluation_.met[r]), "", {}};
            const std::string cause = plain_cause(problem_, requirement);
            if (cause.empty())
                open_.push_back({unmet_.size(), requirement.need, requirement.need - evaluation_.met[r]});
            else
                unmet.text += " " + cause;
            unmet_.push_back(std::move(unmet));
        }
        set_aside_hopeless();
        try_single_rules();
        try_pairs();
        for (const Open& open : open_)
            unmet_[open.at].relaxation =
                says(problem_.settings.language, "Geen regel op zich en geen twee regels samen lossen dit op.",
                     "No rule on its own and no two rules together clear this.");
        return std::move(unmet_);
    }

private:
    struct Open {
        std::size_t at = 0;  ///< in unmet_
        int need = 0, missing = 0;
    };

    [[nodiscard]] bool clears(const Met& met, const Open& open) const {
        const auto found = met.find(unmet_[open.at].id);
        return found == met.end() || found->second >= open.need;
    }

    /// What even all rules together cannot clear is not worth trying rule by rule.
    void set_aside_hopeless() {
        if (open_.empty() || laboratory_.has_stopped()) return;
        const Met most = laboratory_.met_after([&](WhatIf& what) {
            for (const RuleRelaxation& rule : rules_) rule.loosen(what, rule.steps);
        });
        std::vector<Open> left;
        for (const Open& open : open_) {
            if (clears(most, open))
                left.push_back(open);
            else
                unmet_[open.at].relaxation =
                    says(problem_.settings.language, "Ook met alle regels ruimer lukt dit niet.",
                         "Even with all rules loosened this does not work.");
        }
        open_ = std::move(left);
    }

    void try_single_rules() {
        for (const RuleRelaxation& rule : rules_) {
            std::vector<Open> left;
            for (const Open& open : open_) {
                if (laboratory_.has_stopped()) return;
                const auto step = smallest_step(rule, open);
                if (!step) {
                    left.push_back(open);
                    continue;
                }
                unmet_[open.at].relaxation = rule.says_so(*step);
                if (!rule.key.empty()) unmet_[open.at].changes = {{rule.key, std::to_string(rule.value(*step))}};
            }
            open_ = std::move(left);
        }
    }

    /// As much as is missing is often just enough, so it is tried first; then by halving: a looser rule never meets
    /// less. Nothing when not even the largest step clears it.
    std::optional<int> smallest_step(const RuleRelaxation& rule, const Open& open) {
        int fails = 0, works = std::min(rule.steps, std::max(1, open.missing));
        if (!clears(met_with(rule, works), open)) {
            fails = works;
            works = rule.steps;
            if (fails == works || !clears(met_with(rule, works), open)) return std::nullopt;
        }
        while (works - fails > 1) {
            const int middle = fails + (works - fails) / 2;
            (clears(met_with(rule, middle), open) ? works : fails) = middle;
        }
        return works;
    }

    const Met& met_with(const RuleRelaxation& rule, int step) {
        const auto [found, is_new] = tried_.try_emplace({rule.name, step});
        if (is_new) found->second = laboratory_.met_after([&](WhatIf& what) { rule.loosen(what, step); });
        return found->second;
    }

    void try_pairs() {
        for (std::size_t i = 0; i < rules_.size(); ++i)
            for (std::size_t j = i + 1; j < rules_.size(); ++j) {
                if (open_.empty() || laboratory_.has_stopped()) return;
                const Met met = laboratory_.met_after([&](WhatIf& what) {
                    rules_[i].loosen(what, rules_[i].steps);
                    rules_[j].loosen(what, rules_[j].steps);
                });
                std::vector<Open> left;
                for (const Open& open : open_) {
                    if (!clears(met, open)) {
                        left.push_back(open);
                        continue;
                    }
                    unmet_[open.at].relaxation = fmt::format(
                        fmt::runtime(says(problem_.settings.language,
                                          "Pas als twee regels samen ruimer worden lukt het: {} en {}.",
                                          "Only when two rules are loosened together it works: {} and {}.")),
                        rules_[i].name, rules_[j].name);
                }
                open_ = std::move(left);
            }
    }

    const Problem& problem_;
    const Evaluation& evaluation_;
    Laboratory laboratory_;
    std::vector<RuleRelaxation> rules_;
    std::vector<Unmet> unmet_;
    std::vector<Open> open_;
    std::map<std::pair<std::string, int>, Met> tried_;
};

std::string clash_text(const Problem& problem, const BrokenRule& broken, const std::vector<Candidate>& plan) {
    std::vector<std::string> checks;
    for (const std::size_t at : broken.checks)
        checks.push_back((*problem.municipalities)[problem.municipality_of(plan[at])].name + " " +
                         to_iso(problem.date(plan[at].day)));
    return fmt::format(
        fmt::runtime(says(problem.settings.language, "Afspraken gaan voor de regel '{}', die zij breken: {}.",
                          "Agreed checks come before the rule '{}', which they break: {}.")),
        broken.clause, joined(checks, ", "));
}

}  // namespace

Explanation explain(const PlanningInput& input, const Problem& problem, const CandidateSet& set,
                    const std::vector<Candidate>& plan, const Work& work) {
    Explanation result;
    const Evaluation evaluation = evaluate(problem, plan);
    result.unmet = Explainer(input, problem, evaluation, work).unmet_requirements();
    for (const BrokenRule& broken : evaluation.broken)
        result.unmet.push_back({broken.clause, clash_text(problem, broken, plan), "", {}});

    const ComplaintReasons reasons(problem, set, plan);
    for (std::size_t r = 0; r < problem.requirements.size(); ++r) {
        const Requirement& requirement = problem.requirements[r];
        if (requirement.kind != RequirementKind::complaints || evaluation.met[r] >= requirement.need) continue;
        const Hotspot& hotspot = (*problem.hotspots)[requirement.index];
        result.unvisited.push_back(
            {requirement.clause,
             fmt::format(fmt::runtime(says(problem.settings.language, "{}: {} melders, geen controle; {}.",
                                           "{}: {} complainants, no check; {}.")),
                         hotspot.name, hotspot.complainants, reasons.reason(requirement.index)),
             "",
             {}});
    }
    return result;
}

}  // namespace baken::planning
