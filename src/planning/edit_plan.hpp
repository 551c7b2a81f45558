#pragma once
/// A plan changed by hand: what a change costs, which rules it breaks, and where a check could go instead.
///
///     const PlanBench bench(input);                       // once for an open project; some tens of milliseconds
///     const Trial trial = bench.tried(plan.checks, MoveCheck{id, day});     // well under 50 ms
///     if (!trial.refusal.empty()) say(trial.refusal);     // impossible, and why
///     else show(trial.value - trial.value_before, trial.broken);

#include "model/edit.hpp"
#include "planning/plan.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace baken {

using PlanEdit = std::variant<MoveCheck, SwapChecks, AddCheck, DropCheck, LockCheck>;

/// What would come of an edit.
struct Trial {
    std::string refusal;  ///< why it is impossible, in the planner's words; empty: it is possible
    std::vector<Check> checks;
    double value_before = 0, value = 0;  ///< of the whole plan, after diminishing returns
    std::vector<Clause> broken;          ///< clauses that held before and do not any more
    std::vector<Clause> mended;          ///< clauses that did not hold before and do now
};

enum class DayVerdict { free, breaks_a_rule, impossible };

/// What one day would mean for a check.
struct DayPrice {
    Date day;
    DayVerdict verdict = DayVerdict::free;
    double value_change = 0;
    std::string because;  ///< the first rule that it breaks, or why it is impossible; empty when free
};

/// Copies what it needs of the input. Thread-safe: const functions only.
class PlanBench {
public:
    explicit PlanBench(const PlanningInput&);
    ~PlanBench();
    PlanBench(PlanBench&&) noexcept;
    PlanBench& operator=(PlanBench&&) noexcept;

    [[nodiscard]] Trial tried(const std::vector<Check>&, const PlanEdit&) const;
    /// Every day of the year for one check, the others as they are.
    [[nodiscard]] std::vector<DayPrice> days_for(const std::vector<Check>&, const CheckId&) const;
    /// Of the whole list, after diminishing returns.
    [[nodiscard]] double value_of(const std::vector<Check>&) const;
    /// Clauses that would no longer hold without this check, and what the plan would be worth less.
    [[nodiscard]] Trial without(const std::vector<Check>& checks, const CheckId& id) const {
        return tried(checks, DropCheck{id});
    }
    /// The hours that a check may have on a day of its municipality, by the blocks of the calendar.
    [[nodiscard]] const std::vector<DayBlock>& blocks() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace baken
