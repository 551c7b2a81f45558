// edited(): what each edit makes of a project.
#include "app/desk.hpp"

#include "app/carry_over.hpp"
#include "app/check_locks.hpp"
#include "app/plan_bench.hpp"
#include "app/stages.hpp"
#include "config/read_settings.hpp"
#include "geo/io/crs.hpp"
#include "hotspots/regroup.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace baken {

namespace {

using Checks = std::vector<Check>;

template <class... Values>
[[noreturn]] void refuse(const Project& project, std::string_view dutch, std::string_view english,
                         const Values&... values) {
    throw InputError(fmt::format(fmt::runtime(says(project.settings.language, dutch, english)), values...));
}

Hotspot& hotspot_of(Project& project, const HotspotId& id) {
    const auto found =
        std::find_if(project.hotspots.begin(), project.hotspots.end(), [&](const Hotspot& h) { return h.id == id; });
    if (found == project.hotspots.end())
        refuse(project, "Aandachtslocatie {} is er niet (meer).", "There is no hotspot {} (any more).", id.text);
    return *found;
}

Check& check_of(Project& project, const CheckId& id) {
    Checks& checks = project.plan.checks;
    const auto found = std::find_if(checks.begin(), checks.end(), [&](const Check& c) { return c.id == id; });
    if (found == checks.end())
        refuse(project, "Controle {} staat niet in de planning.", "Check {} is not in the plan.", id.text);
    return *found;
}

void require_code(const Project& project, const std::string& code, std::initializer_list<std::string_view> known) {
    if (std::find(known.begin(), known.end(), code) != known.end()) return;
    refuse(project, "'{}' is hier geen oordeel; mogelijk zijn: {}", "'{}' is no judgement here; possible are: {}", code,
           fmt::join(known, ", "));
}

bool has_plan(const Project& project) { return !project.plan.checks.empty() || !project.certificate.clauses.empty(); }

/// Value, certificate, and of what was not met what is still not met.
void settle(Project& project) {
    if (!has_plan(project)) return;
    const double value = plan_bench(project).value_of(project.plan.checks);
    // The same checks added up in another order differ in the last digit; that is no change.
    if (std::abs(value - project.plan.solver.value) > 1e-9) project.plan.solver.value = value;
    project.certificate = certified(project);
    std::map<std::string, const Clause*> clauses;
    for (const Clause& clause : project.certificate.clauses) clauses.emplace(clause.id, &clause);
    const auto is_over = [&](const Unmet& unmet) {
        const auto clause = clauses.find(unmet.id);
        return clause == clauses.end() || clause->second->met >= clause->second->required;
    };
    std::erase_if(project.plan.unmet, is_over);
    std::erase_if(project.plan.unvisited, is_over);
}

HotspotOptions options_of(const Project& project) {
    return {.settings = project.settings.hotspots,
            .language = project.settings.language,
            .plan_year = project.settings.year};
}

/// Other hotspots for a project: checks follow theirs by id (`gone` to `heir`), places on the globe are filled in, and
/// the checks of a municipality that changed are weighed anew.
void regroup(Project& project, std::vector<Hotspot> hotspots, std::uint32_t municipality, const HotspotId& gone = {},
             const HotspotId& heir = {}) {
    std::map<HotspotId, std::size_t> index;
    const Projector projector("EPSG:28992");
    for (std::size_t i = 0; i < hotspots.size(); ++i) {
        index.emplace(hotspots[i].id, i);
        if (hotspots[i].lonlat == LonLat{}) hotspots[i].lonlat = projector.to_lonlat(hotspots[i].at);
    }
    for (Check& check : project.plan.checks) {
        const HotspotId& id = project.hotspots.at(check.hotspot).id;
        check.hotspot = index.at(id == gone ? heir : id);
    }
    project.hotspots = std::move(hotspots);
    if (project.plan.checks.empty()) return;
    const PlanBench bench = plan_bench(project);
    for (Check& check : project.plan.checks)
        if (check.municipality == municipality) check = bench.worked_out(std::move(check));
}

void take_trial(Project& project, const PlanEdit& edit) {
    Trial trial = plan_bench(project).tried(project.plan.checks, edit);
    if (!trial.refusal.empty()) throw InputError(trial.refusal);
    project.plan.checks = std::move(trial.checks);
}

void apply(Project& project, const ReviewHotspot& edit) {
    Hotspot& hotspot = hotspot_of(project, edit.hotspot);
    if (edit.status) require_code(project, *edit.status, {"proposed", "accepted", "rejected"});
    if (edit.enforceable) require_code(project, *edit.enforceable, {"yes", "no", "unknown"});
    if (edit.status) hotspot.status = *edit.status;
    if (edit.enforceable) hotspot.enforceable = *edit.enforceable;
    if (edit.remark) hotspot.remark = *edit.remark;
    if (edit.status == "rejected" && hotspot.remark.empty())
        refuse(project, "Schrijf bij het afwijzen van {} waarom, als opmerking.",
               "Write why {} is rejected, as a remark.", hotspot.name);
}

void apply(Project& project, const MoveHotspot& edit) {
    const std::uint32_t municipality = hotspot_of(project, edit.hotspot).municipality;
    regroup(project, with_moved(project.hotspots, edit.hotspot, edit.to, *project.region, options_of(project)),
            municipality);
}

void apply(Project& project, const MergeHotspots& edit) {
    const std::uint32_t municipality = hotspot_of(project, edit.into).municipality;
    auto merged = with_merged(project.hotspots, edit.into, edit.from, *project.region, options_of(project));
    const std::string settings = with_locks_at(project, edit.from, edit.into);
    regroup(project, std::move(merged), municipality, edit.from, edit.into);
    use_settings(project, settings);
}

void apply(Project& project, const SplitHotspot& edit) {
    const std::uint32_t municipality = hotspot_of(project, edit.hotspot).municipality;
    regroup(project, with_split(project.hotspots, edit.hotspot, *project.region, options_of(project)), municipality);
}

void apply(Project& project, const MoveCheck& edit) { take_trial(project, edit); }
void apply(Project& project, const SwapChecks& edit) { take_trial(project, edit); }
void apply(Project& project, const AddCheck& edit) { take_trial(project, edit); }
void apply(Project& project, const DropCheck& edit) { take_trial(project, edit); }

void apply(Project& project, const LockCheck& edit) {
    const Check check = check_of(project, edit.check);
    if (!edit.is_locked && check.status == CheckStatus::done)
        refuse(project, "Een uitgevoerde controle ligt vast.", "A check that was carried out stays as it is.");
    take_trial(project, edit);
    use_settings(project, edit.is_locked ? with_check_locked(project, check) : with_check_unlocked(project, check));
}

void apply(Project& project, const RecordResult& edit) {
    Check& check = check_of(project, edit.check);
    if (edit.result && edit.status != CheckStatus::done)
        refuse(project, "Een resultaat hoort bij een uitgevoerde controle.",
               "A result belongs to a check that was carried out.");
    if (edit.result) {
        const CheckResult& r = *edit.result;
        const bool is_negative = r.vehicles < 0 || r.tests < 0 || r.warnings < 0 ||
                                 std::any_of(r.fines.begin(), r.fines.end(), [](const auto& f) { return f.count < 0; });
        if (is_negative)
            refuse(project, "Een aantal in een resultaat is nul of meer.", "A count in a result is zero or more.");
    }
    check.status = edit.status;
    check.result = edit.result;
    if (edit.status == CheckStatus::done) {
        check.is_locked = true;
        use_settings(project, with_check_locked(project, check));
    } else if (edit.status == CheckStatus::cancelled) {
        check.is_locked = false;  // an agreement that fell through asks for nothing any more
        use_settings(project, with_check_unlocked(project, check));
    }
}

void apply(Project& project, const ReplacePlan& edit) {
    Plan plan = edit.plan;
    for (const Check& check : plan.checks) {
        const bool is_known = check.hotspot < project.hotspots.size() &&
                              project.hotspots[check.hotspot].municipality == check.municipality;
        if (!is_known)
            refuse(project, "Deze planning hoort bij andere aandachtslocaties; plan opnieuw.",
                   "This plan belongs to other hotspots; plan again.");
    }
    plan.checks = checks_carried_over(project.plan.checks, std::move(plan.checks));
    project.plan = std::move(plan);
    // Even a year without a single check is a plan: its certificate says what is missing.
    project.certificate = certified(project);
}

void apply(Project& project, const ReplaceSettings& edit) { use_settings(project, edit.text); }

}  // namespace

Project edited(const Project& project, const Edit& edit) {
    Project next = project;
    std::visit([&](const auto& one) { apply(next, one); }, edit);
    settle(next);
    return next;
}

}  // namespace baken
