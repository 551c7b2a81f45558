#pragma once
/// Dates, figures and names as a reader of Dutch or English writes them; shared by the pages and the calendar.

#include "base/date.hpp"
#include "base/language.hpp"
#include "model/check.hpp"
#include "model/hotspot.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string day_text(Date, Language);                            ///< "vr 12 mrt 2027", "Fri 12 Mar 2027"
[[nodiscard]] std::string short_day_text(Date, Language);                      ///< "vr 12 mrt"
[[nodiscard]] std::string_view short_month(unsigned month, Language);          ///< 3 -> "mrt", "Mar"
[[nodiscard]] std::string_view month_name(unsigned month, Language);           ///< 3 -> "maart", "March"
[[nodiscard]] std::string_view short_weekday(unsigned weekday, Language);      ///< 5 -> "vr", "Fri"
[[nodiscard]] std::string window_text(const Check&);                           ///< "21:30-23:30"
[[nodiscard]] std::string percent_text(double share, int decimals, Language);  ///< "0,3 %"
[[nodiscard]] std::string name_of(Quadrant, Language);
[[nodiscard]] std::string name_of(Outcome, Language);
[[nodiscard]] std::string name_of(Light, Language);
[[nodiscard]] std::string name_of(LinkLevel, Language);

/// What the search proved, and what the choice by seed costs: "Proven: no plan ... is more than 0.3% better ...".
[[nodiscard]] std::string solver_sentence(const SolverReport&, Language);

}  // namespace baken
