#include "ui/models/alternative_list.hpp"

#include "app/plan_bench.hpp"
#include "app/stages.hpp"
#include "ui/models/check_words.hpp"

#include <algorithm>
#include <set>

namespace baken {

namespace {

using Places = std::set<std::pair<std::size_t, Date>>;

Places places_of(const std::vector<Check>& checks) {
    Places places;
    for (const Check& check : checks) places.emplace(check.hotspot, check.date);
    return places;
}

QString short_date(Date day, Speech say) {
    return QStringLiteral("%1 %2").arg(day_of_month(day)).arg(say.short_month(month_of(day)));
}

std::vector<Alternative::Row> rows_of(const Project& project, const Places& now, Speech say) {
    std::vector<Alternative::Row> rows;
    for (const Municipality& municipality : project.region->municipalities)
        rows.push_back({to_qt(municipality.name), {}});
    for (const Check& check : project.plan.checks)
        if (check.municipality < rows.size())
            rows[check.municipality].days.push_back({check.date, check.theme, now.contains({check.hotspot, check.date}),
                                                     short_date(check.date, say),
                                                     check_story(project, check, {}, say).join("\n")});
    return rows;
}

void count_rules(Alternative& alternative, const Certificate& certificate, Speech say) {
    alternative.broken = static_cast<int>(std::count_if(certificate.clauses.begin(), certificate.clauses.end(),
                                                        [](const Clause& clause) { return !clause.ok; }));
    alternative.rules_text = alternative.broken == 0 ? say("alle regels gehaald", "all rules met")
                             : alternative.broken == 1
                                 ? say("1 regel niet gehaald", "1 rule not met")
                                 : say("%1 regels niet gehaald", "%1 rules not met").arg(alternative.broken);
}

}  // namespace

AlternativeList alternative_list(const Project& present, std::vector<Plan> others, Speech say) {
    const Places now = places_of(present.plan.checks);
    const PlanBench bench = plan_bench(present);
    const double value_now = bench.value_of(present.plan.checks);
    std::stable_sort(others.begin(), others.end(),
                     [&](const Plan& a, const Plan& b) { return bench.value_of(a.checks) > bench.value_of(b.checks); });
    others.insert(others.begin(), present.plan);
    AlternativeList list;
    Project project = present;
    for (Plan& plan : others) {
        project.plan = std::move(plan);
        Alternative one;
        one.is_current = list.empty();
        one.title = one.is_current ? say("Nu", "Now") : say("Plan %1", "Plan %1").arg(list.size() + 1);
        one.value = one.is_current
                        ? say("de huidige planning", "the present plan")
                        : say("%1 waarde", "%1 value")
                              .arg(price_text(bench.value_of(project.plan.checks) - value_now, value_now, say));
        for (const Check& check : project.plan.checks)
            one.differing += now.contains({check.hotspot, check.date}) ? 0 : 1;
        one.differing_text = one.is_current ? say("%1 controles", "%1 checks").arg(project.plan.checks.size())
                                            : say("%1 van %2 controles anders", "%1 of %2 checks differ")
                                                  .arg(one.differing)
                                                  .arg(project.plan.checks.size());
        count_rules(one, certified(project), say);
        one.rows = rows_of(project, now, say);
        one.plan = std::move(project.plan);
        list.push_back(std::move(one));
    }
    return list;
}

}  // namespace baken
