#pragma once
/// Checks changed by hand: the list after an edit, with all that follows from a place, a day and hours worked out anew.
/// What the change is worth and breaks is another question, see edit_plan.hpp.

#include "planning/edit_plan.hpp"
#include "planning/problem.hpp"

#include <string>
#include <vector>

namespace baken::planning {

/// Checks after an edit, or why there are none.
struct Change {
    std::string refusal;
    std::vector<Check> checks;
    std::vector<CheckId> touched;  ///< those that stand elsewhere or are new
};

/// What edits stand on: a copy of the input without outlines and events.
struct Ground {
    explicit Ground(const PlanningInput&);
    Ground(const Ground&) = delete;  // the problem looks at its neighbours
    Ground& operator=(const Ground&) = delete;

    const std::vector<Municipality> municipalities;
    const std::vector<Hotspot> hotspots;
    const Settings settings;
    const Calendar calendar;
    const PlanningInput input;
    const Settings free_settings;  ///< without locks: locked checks say so themselves
    const Problem problem;

    [[nodiscard]] Language language() const { return settings.language; }
    /// Names a municipality, hotspot and crew that exist.
    [[nodiscard]] bool is_known(const Check&) const;

    [[nodiscard]] Change changed(std::vector<Check> checks, const MoveCheck&) const;
    [[nodiscard]] Change changed(std::vector<Check> checks, const SwapChecks&) const;
    [[nodiscard]] Change changed(std::vector<Check> checks, const AddCheck&) const;
    [[nodiscard]] Change changed(std::vector<Check> checks, const DropCheck&) const;
    [[nodiscard]] Change changed(std::vector<Check> checks, const LockCheck&) const;

    /// UTC, darkness, campaign, value and reason, from place, day, hours, theme and kind.
    void work_out(Check&) const;
    /// Sum of the checks' values less their diminishing returns.
    [[nodiscard]] double value_of(const std::vector<Check>&) const;

private:
    void choose_campaign(Check&) const;
    [[nodiscard]] bool is_in_year(Date day) const { return year_of(day) == calendar.year; }
    [[nodiscard]] CheckId next_id(const std::vector<Check>&, std::uint32_t municipality) const;
};

}  // namespace baken::planning
