#include "evaluation/evaluate.hpp"

#include "evaluation/hit_rate.hpp"
#include "evaluation/progress.hpp"
#include "evaluation/sentences.hpp"
#include "evaluation/trend.hpp"

namespace baken {

Evaluation evaluate_checks(const Project& project, const Periods& periods, Language language, const Work& work) {
    Evaluation evaluation{.progress = progress_of(*project.region, project.settings, project.plan.checks),
                          .hits = hit_rates_of(project.plan.checks),
                          .trends = trends_of(*project.region, work),
                          .years_before = periods.before,
                          .years_after = periods.after,
                          .before_after = before_after_of(project, periods, work)};
    for (const Check& check : project.plan.checks)
        if (check.status == CheckStatus::done && !check.result) ++evaluation.without_result;
    for (Trend& trend : evaluation.trends) trend.sentence = trend_sentence(trend, language);
    for (BeforeAfter& found : evaluation.before_after) {
        found.finding = finding_sentence(found, periods, language);
        found.power = power_sentence(found, periods, language);
        found.warning = warning_sentence(found, language);
    }
    evaluation.notes = notes_of(evaluation, language);
    return evaluation;
}

}  // namespace baken
