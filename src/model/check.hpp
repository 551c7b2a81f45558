#pragma once
/// A planned traffic check, and the plan that holds them.

#include "base/date.hpp"
#include "base/id.hpp"
#include "model/calendar.hpp"
#include "model/theme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baken {

enum class CheckStatus { planned, done, cancelled };

/// What a check gave, as the crew writes it down.
struct CheckResult {
    struct Fines {
        std::string kind;  ///< "snelheid", "telefoon"
        int count = 0;
        auto operator<=>(const Fines&) const = default;
    };
    int vehicles = 0;  ///< that were checked; for a speed check those that passed
    int tests = 0;     ///< breath and saliva tests among them
    int warnings = 0;
    std::vector<Fines> fines;
    std::string remark;
    auto operator<=>(const CheckResult&) const = default;
};

struct Check {
    CheckId id;
    std::uint32_t municipality = 0;  ///< index into the region's municipalities
    std::size_t hotspot = 0;         ///< index into the hotspots
    Date date;                       ///< local date on which it begins
    int start = 0;                   ///< local minute of the day
    int end = 0;                     ///< past 1440: the next day
    UtcTime starts_at, ends_at;
    Theme theme = Theme::general_safety;
    std::string campaign;  ///< empty: none
    CheckKind kind = CheckKind::targeted;
    std::size_t crew = 0;   ///< index into the crews
    std::string partners;   ///< "gemeente" for integrated checks; empty: none
    double dark_share = 0;  ///< of its minutes
    double value = 0;       ///< what it adds to the plan, before diminishing returns
    bool is_locked = false;
    std::string reason;  ///< why this place, day and theme
    CheckStatus status = CheckStatus::planned;
    std::optional<CheckResult> result;  ///< only of a check that was done
    auto operator<=>(const Check&) const = default;
};

enum class SolveStatus { optimal, within_gap, stopped };  ///< stopped: by the user, the best plan so far

/// One value of the settings, as `with_value` (config/edit_settings) takes it.
struct SettingChange {
    std::string key;    ///< "rules.max_per_municipality"
    std::string value;  ///< TOML: "3"
    auto operator<=>(const SettingChange&) const = default;
};

/// A rule that the plan does not meet, in a planner's words.
struct Unmet {
    std::string id;                           ///< of the clause
    std::string text;                         ///< "Gemeente Heumen haalt 2 van 3 controles."
    std::string relaxation;                   ///< the smallest relaxation that clears it; empty: none of one rule does
    std::vector<SettingChange> changes = {};  ///< what of it can be written into the settings at once
};

struct SolverReport {
    SolveStatus status = SolveStatus::optimal;
    double best = 0;           ///< value of the best plan found
    double bound = 0;          ///< no plan that meets as much is worth more
    double gap = 0;            ///< (bound - best) / bound
    double value = 0;          ///< of the plan given, after the choice by seed
    long long candidates = 0;  ///< allowed (hotspot, day, block, theme, crew)
};

/// How well the plan can be guessed by one who knows all but the seed, from plans with other seeds.
struct Predictability {
    int plans = 0;
    double same_place_and_day = 0;  ///< mean share of (hotspot, day) that two of the plans have in common
    double most_likely_day = 0;     ///< largest chance of a (municipality, day)
    double entropy_bits = 0;        ///< of the day of a check within its municipality, mean
};

struct Plan {
    std::vector<Check> checks;  ///< by date, start, municipality
    SolverReport solver;
    std::vector<Unmet> unmet;
    std::vector<Unmet> unvisited;  ///< complaint sites without a check, and why
    Predictability predictability;
};

struct Clause {
    std::string id;  ///< "quota.GM0209"
    std::string text;
    int required = 0;
    int met = 0;
    bool ok = true;
    std::vector<CheckId> checks;  ///< those that meet it, or for a prohibition those that break it
};

struct Certificate {
    std::vector<Clause> clauses;
    [[nodiscard]] bool ok() const {
        for (const auto& clause : clauses)
            if (!clause.ok) return false;
        return true;
    }
};

[[nodiscard]] std::string_view code_of(CheckStatus);  ///< "planned" "done" "cancelled"

}  // namespace baken
