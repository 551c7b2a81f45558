#pragma once
/// A plan changed by hand: what a change costs, which rules it breaks, and where a check could go instead.
///
///     const PlanBench bench(input);                       // anew when settings or hotspots change; a few milliseconds
///     const Trial trial = bench.tried(plan.checks, MoveCheck{id, day});
///     if (!trial.refusal.empty()) say(trial.refusal);     // impossible, and why
///     else show(trial.value - trial.value_before, trial.because);
///
/// What an edit breaks and mends is the difference of two certificates of verify_plan(). Every day of a year at once is
/// worked out by faster code that tests hold against it.

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
    std::string refusal;                 ///< why it is impossible, in the planner's words; empty: it is possible
    std::vector<Check> checks;           ///< by date, start, municipality; as they were where it is impossible
    double value_before = 0, value = 0;  ///< of the whole plan, after diminishing returns
    std::vector<Clause> broken;          ///< clauses that fail and held before, or fail by more than before
    std::vector<std::string>
        because;                    ///< one per broken clause: "te dicht op controle 12 mrt ...: 4 dagen, afspraak 21"
    std::vector<Clause> mended;     ///< clauses that did not hold before and do now
    std::vector<Clause> unvisited;  ///< complaint sites that lose their only check: a finding, no breach
};

enum class DayVerdict { free, breaks_a_rule, impossible };

/// What one day would mean for a check.
struct DayPrice {
    Date day;
    DayVerdict verdict = DayVerdict::free;
    double value_change = 0;
    std::string because;  ///< the first rule that it breaks there, or why it is impossible; empty when free
};

/// Copies what it needs of the input. Thread-safe: const functions only.
class PlanBench {
public:
    explicit PlanBench(const PlanningInput&);
    ~PlanBench();
    PlanBench(PlanBench&&) noexcept;
    PlanBench& operator=(PlanBench&&) noexcept;

    [[nodiscard]] Trial tried(const std::vector<Check>&, const PlanEdit&) const;
    /// Every day of the year for one check with its hours, the others as they are. A day is free when the check keeps
    /// every rule there and no requirement that is met now would be missed; its own day may break a rule too. Empty for
    /// an unknown check.
    [[nodiscard]] std::vector<DayPrice> days_for(const std::vector<Check>&, const CheckId&) const;
    /// The rules that a check of the list breaks as it stands, in words.
    [[nodiscard]] std::vector<std::string> broken_by(const std::vector<Check>&, const CheckId&) const;
    /// A check whose hotspot was moved or weighed anew: times, share in the dark, campaign, value and reason follow
    /// from place, day, hours and theme. One that was carried out keeps its campaign and reason.
    [[nodiscard]] Check worked_out(Check) const;
    /// Of the whole list, after diminishing returns.
    [[nodiscard]] double value_of(const std::vector<Check>&) const;
    /// What the plan would lose with this check.
    [[nodiscard]] Trial without(const std::vector<Check>& checks, const CheckId& id) const {
        return tried(checks, DropCheck{id});
    }
    /// The blocks of the calendar, from which a person chooses hours.
    [[nodiscard]] const std::vector<DayBlock>& blocks() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace baken
