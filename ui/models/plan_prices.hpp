#pragma once
/// What a change of the plan costs, in the words that stand at the pointer.
///
///     const auto days = priced_days(*bench, checks, id, say);      // a year: milliseconds, in a job
///     show(days[day].price, days[day].because);

#include "app/plan_bench.hpp"
#include "ui/models/speech.hpp"

#include <QString>

#include <vector>

namespace baken {

struct PricedChange {
    DayVerdict verdict = DayVerdict::free;
    QString price;    ///< "−0,8 % waarde"; empty where the change is impossible
    QString because;  ///< rules that break, or why it is impossible
};

/// One per day of the year, 1 January first; empty for an unknown check.
[[nodiscard]] std::vector<PricedChange> priced_days(const PlanBench&, const std::vector<Check>&, const CheckId&,
                                                    Speech);
[[nodiscard]] PricedChange priced(const PlanBench&, const std::vector<Check>&, const PlanEdit&, Speech);

}  // namespace baken
