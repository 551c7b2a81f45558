#include "planning/clause_ids.hpp"
#include "planning/verify_bench.hpp"

#include <algorithm>
#include <map>

namespace baken::verification {

namespace {

long long days_between(const Check& a, const Check& b) {
    const auto apart = (a.date - b.date).count();
    return apart < 0 ? -apart : apart;
}

bool works_on(const CrewSettings& crew, Date day) {
    const bool is_away = std::any_of(crew.away.begin(), crew.away.end(),
                                     [day](const ClosedDays& away) { return away.from <= day && day <= away.to; });
    return !is_away && std::find(crew.weekdays.begin(), crew.weekdays.end(), weekday_of(day)) != crew.weekdays.end();
}

Clause maximum_clause_of(const Bench& bench, std::size_t m) {
    const Municipality& municipality = bench.input.municipalities[m];
    const int most = std::max(0, bench.rules().max_per_municipality);
    Clause clause = at_least(bench, planning::maximum_clause(municipality.code),
                             bench.text("Gemeente {}: ten hoogste {} controles.", "Municipality {}: at most {} checks.",
                                        municipality.name, most),
                             0, [m](const Check& check) { return check.municipality == m; });
    clause.required = most;
    clause.ok = clause.met <= most;
    if (clause.ok) clause.checks.clear();
    return clause;
}

Clause week_clause(const Bench& bench) {
    std::map<std::pair<std::size_t, IsoWeek>, std::vector<const Check*>> weeks;
    for (const Check* check : bench.checks)
        if (!bench.is_on_region_day(*check)) weeks[{check->crew, iso_week(check->date)}].push_back(check);
    std::set<const Check*> breaking;
    for (const auto& [key, members] : weeks)
        if (static_cast<int>(members.size()) > std::max(0, bench.crews[key.first].checks_per_week))
            breaking.insert(members.begin(), members.end());
    return nothing_in("crew_week",
                      bench.text("Geen ploeg heeft meer controles in een week dan afgesproken.",
                                 "No crew has more checks in a week than agreed."),
                      breaking, bench);
}

}  // namespace

std::vector<Clause> place_clauses(const Bench& bench) {
    const Rules& rules = bench.rules();
    std::vector<Clause> clauses;
    for (std::size_t m = 0; m < bench.input.municipalities.size(); ++m) clauses.push_back(maximum_clause_of(bench, m));
    clauses.push_back(no_pair(bench, "revisit",
                              bench.text("Tussen twee controles op een locatie liggen ten minste {} dagen.",
                                         "At least {} days lie between two checks at one site.", rules.revisit.value),
                              [&](const Check& a, const Check& b) {
                                  return a.hotspot == b.hotspot && days_between(a, b) < rules.revisit.value;
                              }));
    clauses.push_back(no_pair(bench, "spacing",
                              bench.text("Controles op een thema binnen {} dagen liggen ten minste {} m uit elkaar.",
                                         "Checks on one theme within {} days lie at least {} m apart.",
                                         rules.spacing_days.value, static_cast<long long>(rules.spacing.value)),
                              [&](const Check& a, const Check& b) {
                                  const bool is_near =
                                      a.hotspot == b.hotspot ||
                                      distance(bench.hotspot(a).at, bench.hotspot(b).at) < rules.spacing;
                                  return a.theme == b.theme && days_between(a, b) < rules.spacing_days.value && is_near;
                              }));
    clauses.push_back(no_pair(
        bench, "gap",
        bench.text("Tussen twee controles in een gemeente liggen ten minste {} dagen.",
                   "At least {} days lie between two checks in one municipality.", rules.municipality_gap.value),
        [&](const Check& a, const Check& b) {
            return a.municipality == b.municipality && days_between(a, b) < rules.municipality_gap.value;
        }));
    clauses.push_back(no_check(bench, "sites",
                               bench.text("Geen controle op een afgewezen of niet handhaafbare locatie.",
                                          "No check at a site that is rejected or not enforceable."),
                               [&](const Check& check) {
                                   return bench.hotspot(check).status == "rejected" ||
                                          bench.hotspot(check).enforceable == "no";
                               }));
    return clauses;
}

std::vector<Clause> crew_clauses(const Bench& bench) {
    const auto crew_of = [&](const Check& check) -> const CrewSettings& { return bench.crews[check.crew]; };
    const auto same_crew_elsewhere = [&](const Check& a, const Check& b) {
        return a.crew == b.crew && !bench.is_on_region_day(a) && !bench.is_on_region_day(b);
    };
    std::vector<Clause> clauses;
    clauses.push_back(no_check(
        bench, "crew_municipalities",
        bench.text("Elke ploeg werkt alleen in haar gemeenten.", "Each crew works in its own municipalities only."),
        [&](const Check& check) {
            const auto& allowed = crew_of(check).municipalities;
            return !allowed.empty() && std::none_of(allowed.begin(), allowed.end(), [&](const std::string& name) {
                return is_named(bench.input.municipalities[check.municipality], name);
            });
        }));
    clauses.push_back(no_check(bench, "crew_days",
                               bench.text("Geen ploeg werkt op een dag waarop zij er niet is.",
                                          "No crew works on a day on which it is not there."),
                               [&](const Check& check) { return !works_on(crew_of(check), check.date); }));
    clauses.push_back(no_check(
        bench, "crew_hours",
        bench.text("Elke controle valt binnen de uren van haar ploeg.", "Each check lies within its crew's hours."),
        [&](const Check& check) { return check.start < crew_of(check).from || check.end > crew_of(check).until; }));
    clauses.push_back(
        no_pair(bench, "crew_day",
                bench.text("Geen ploeg heeft twee controles op een dag, behalve op de 24-uursactie.",
                           "No crew has two checks on one day, the 24-hour action excepted."),
                [&](const Check& a, const Check& b) { return same_crew_elsewhere(a, b) && a.date == b.date; }));
    clauses.push_back(no_pair(
        bench, "crew_overlap",
        bench.text("Geen twee controles van een ploeg lopen door elkaar.", "No two checks of one crew overlap."),
        [&](const Check& a, const Check& b) {
            using std::chrono::minutes;
            const UtcTime a_from = a.date + minutes{a.start}, a_to = a.date + minutes{a.end};
            const UtcTime b_from = b.date + minutes{b.start}, b_to = b.date + minutes{b.end};
            return same_crew_elsewhere(a, b) && a.date != b.date && a_from < b_to && b_from < a_to;
        }));
    clauses.push_back(week_clause(bench));
    return clauses;
}

}  // namespace baken::verification
