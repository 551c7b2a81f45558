#include "ui/models/plan_prices.hpp"

#include "ui/models/check_words.hpp"

#include <QStringList>

namespace baken {

namespace {

QString worth(double change, double whole, Speech say) {
    return say("%1 waarde", "%1 value").arg(price_text(change, whole, say));
}

}  // namespace

std::vector<PricedChange> priced_days(const PlanBench& bench, const std::vector<Check>& checks, const CheckId& id,
                                      Speech say) {
    const double whole = bench.value_of(checks);
    std::vector<PricedChange> days;
    for (const DayPrice& day : bench.days_for(checks, id))
        days.push_back({day.verdict,
                        day.verdict == DayVerdict::impossible ? QString() : worth(day.value_change, whole, say),
                        to_qt(day.because)});
    return days;
}

PricedChange priced(const PlanBench& bench, const std::vector<Check>& checks, const PlanEdit& edit, Speech say) {
    const Trial trial = bench.tried(checks, edit);
    if (!trial.refusal.empty()) return {DayVerdict::impossible, {}, to_qt(trial.refusal)};
    QStringList because;
    for (const std::string& one : trial.because) because << to_qt(one);
    return {because.isEmpty() ? DayVerdict::free : DayVerdict::breaks_a_rule,
            worth(trial.value - trial.value_before, trial.value_before, say), because.join("\n")};
}

}  // namespace baken
