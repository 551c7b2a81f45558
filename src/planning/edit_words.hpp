#pragma once
/// How a change by hand is spoken of: checks, days and refusals in the planner's words and the settings' language.

#include "base/language.hpp"
#include "calendar/calendar.hpp"
#include "model/check.hpp"
#include "model/hotspot.hpp"

#include <string>
#include <string_view>

namespace baken::planning {

[[nodiscard]] std::string day_words(Date, Language);           ///< "12 mrt", "12 Mar"
[[nodiscard]] std::string_view weekday_words(Date, Language);  ///< "zondag"
[[nodiscard]] std::string street_of(const Hotspot&);           ///< "Van Heemstraweg", without the place
[[nodiscard]] std::string check_words(const Check&, const std::vector<Hotspot>&,
                                      Language);  ///< "controle 12 mrt Van Heemstraweg"

/// Why a check cannot be changed: done, cancelled or locked. Empty: it can.
[[nodiscard]] std::string fixed_because(const Check&, const std::vector<Hotspot>&, Language);
/// Why no check can be at this hotspot: rejected or not enforceable. Empty: one can.
[[nodiscard]] std::string closed_to_checks_because(const Hotspot&, Language);
[[nodiscard]] std::string outside_the_year(Date, int year, Language);
[[nodiscard]] std::string unknown_check(const CheckId&, Language);

}  // namespace baken::planning
