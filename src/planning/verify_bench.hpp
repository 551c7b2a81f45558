#pragma once
/// What the parts of the verifier share. It knows settings, calendar, hotspots and checks, and nothing of how plans are
/// made.

#include "base/language.hpp"
#include "planning/verify.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace baken::verification {

/// The checks that name a municipality, hotspot and crew that exist; the others break the clause "references" and no
/// other can be asked.
struct Bench {
    const PlanningInput& input;
    std::vector<CrewSettings> crews;
    std::vector<const Check*> checks;

    [[nodiscard]] const Hotspot& hotspot(const Check& check) const { return input.hotspots[check.hotspot]; }
    [[nodiscard]] const Rules& rules() const { return input.settings.rules; }
    [[nodiscard]] bool is_on_region_day(const Check& check) const {
        return input.calendar.region_day && check.date == *input.calendar.region_day;
    }
    /// In the settings' language, each "{}" replaced by the next word.
    template <class... Words>
    [[nodiscard]] std::string text(std::string_view dutch, std::string_view english, const Words&... words) const {
        return filled(says(input.settings.language, dutch, english), {word(words)...});
    }

private:
    static std::string word(std::string_view text) { return std::string(text); }
    static std::string word(long long number) { return std::to_string(number); }
    static std::string word(int number) { return std::to_string(number); }
    static std::string filled(std::string_view pattern, const std::vector<std::string>& words);
};

/// At least `required` checks for which `counts` holds.
template <class Counts>
Clause at_least(const Bench& bench, std::string id, std::string text, int required, Counts&& counts) {
    Clause clause{std::move(id), std::move(text), required, 0, true, {}};
    for (const Check* check : bench.checks)
        if (counts(*check)) clause.checks.push_back(check->id);
    clause.met = static_cast<int>(clause.checks.size());
    clause.ok = clause.met >= required;
    return clause;
}

/// Nothing may be in `breaking`.
Clause nothing_in(std::string id, std::string text, const std::set<const Check*>& breaking, const Bench&);

template <class Breaks>
Clause no_check(const Bench& bench, std::string id, std::string text, Breaks&& breaks) {
    std::set<const Check*> breaking;
    for (const Check* check : bench.checks)
        if (breaks(*check)) breaking.insert(check);
    return nothing_in(std::move(id), std::move(text), breaking, bench);
}

template <class Breaks>
Clause no_pair(const Bench& bench, std::string id, std::string text, Breaks&& breaks) {
    std::set<const Check*> breaking;
    for (std::size_t i = 0; i < bench.checks.size(); ++i)
        for (std::size_t j = i + 1; j < bench.checks.size(); ++j)
            if (breaks(*bench.checks[i], *bench.checks[j])) breaking.insert({bench.checks[i], bench.checks[j]});
    return nothing_in(std::move(id), std::move(text), breaking, bench);
}

/// Place, day and hours of an agreement, held against a check.
[[nodiscard]] bool is_as_agreed(const Bench&, const Lock&, const Check&);
/// A municipality or crew region as people write it: by code, or by name without regard to case, accents and blanks.
[[nodiscard]] bool is_named(const Municipality&, std::string_view written);
/// By the sun at the hotspot.
[[nodiscard]] double true_dark_share(const Bench&, const Check&);

[[nodiscard]] std::vector<Clause> requirement_clauses(const Bench&);
[[nodiscard]] std::vector<Clause> place_clauses(const Bench&);  ///< distances and days between checks, maximum
[[nodiscard]] std::vector<Clause> crew_clauses(const Bench&);
[[nodiscard]] std::vector<Clause> calendar_clauses(
    const Bench&);  ///< closed days, school, region day, darkness, campaigns
[[nodiscard]] std::vector<Clause> record_clauses(const Bench&);  ///< fields that contradict each other

}  // namespace baken::verification
