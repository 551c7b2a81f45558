#pragma once
/// The small pictures of a briefing sheet.

#include "output/series_events.hpp"
#include "output/sun_bar.hpp"

#include <string>

namespace baken {

/// Millimetres on paper in the units of a picture: 96 to the inch, as pages count.
[[nodiscard]] constexpr double page_units(double millimetres) { return millimetres * 96 / 25.4; }

/// The hours of the day with dark, twilight and daylight, and the check framed in it.
[[nodiscard]] std::string sun_bar_picture(const SunBar&, double width, double height, Language);
/// Accidents per year, stacked by outcome, with the numbers on the bars.
[[nodiscard]] std::string accident_years_picture(const AccidentYears&, double width, double height, Language);
/// "2022: 5 (0 dodelijk, 1 letsel, 4 uitsluitend materiële schade); ..."
[[nodiscard]] std::string accident_years_words(const AccidentYears&, Language);

}  // namespace baken
