#include "ui/models/plan_words.hpp"

#include "output/words.hpp"
#include "ui/models/hotspot_facts.hpp"

#include <algorithm>

namespace baken {

QString verdict_line(const Project& project, const Speech& say) {
    if (project.plan.checks.empty())
        return say("Er is nog geen plan. Kies Jaar plannen (Ctrl+J).",
                   "There is no plan yet. Choose Plan the year (Ctrl+J).");
    const QuotaCount quota = quota_of(project), dark = dark_days_of(project);
    const auto broken = std::count_if(project.certificate.clauses.begin(), project.certificate.clauses.end(),
                                      [](const Clause& clause) { return !clause.ok; });
    const QString counts = say("%1 van %2 afgesproken controles, %3 van %4 in de donkere dagen.",
                               "%1 of %2 agreed checks, %3 of %4 in the dark days.")
                               .arg(quota.met)
                               .arg(quota.required)
                               .arg(dark.met)
                               .arg(dark.required);
    if (broken == 0) return say("\u2713  De afspraak is gehaald: ", "\u2713  The agreement is met: ") + counts;
    return say("\u2717  %1 van %2 bepalingen niet gehaald. ", "\u2717  %1 of %2 clauses are not met. ")
               .arg(broken)
               .arg(project.certificate.clauses.size()) +
           counts;
}

QString search_line(const Project& project, const Speech& say) {
    if (project.plan.checks.empty()) return {};
    return to_qt(solver_sentence(project.plan.solver, say.language()));
}

QString check_line(const Project& project, const Check& check, const Speech& say) {
    return QStringList{say.day(check.date), to_qt(window_text(check)), to_qt(project.hotspots.at(check.hotspot).name),
                       to_qt(name_of(check.theme, say.language()))}
        .join(QStringLiteral(", "));
}

}  // namespace baken
