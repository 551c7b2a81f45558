#pragma once
/// The colours of charts in pages: fixed attributes, which every program draws, and a class that a page recolours in
/// the dark.
///
///     picture.shape("rect", painted(Tone::fatal, {{"x", "8"}, {"width", "20"}}));
///     page += "<style>" + chart_sheet() + "</style>";

#include "output/svg.hpp"

#include <string>
#include <string_view>

namespace baken {

enum class Tone {
    text,
    soft,
    line,
    surface,
    raised,
    fatal,
    injury,
    damage_only,
    complaint,
    complainant,
    check,
    cancelled,
    bad,
    dark,
    twilight,
    daylight,
    step1,
    step2,
    step3,
    step4,
    step5,
    on_light_step,  ///< text on the first two steps
    on_mark,        ///< text on the middle step and on the marks of outcomes and checks
    on_dark_step    ///< text on the last two steps
};

[[nodiscard]] std::string_view colour_of(Tone);  ///< on white

[[nodiscard]] SvgAttributes painted(Tone fill, SvgAttributes more = {});
[[nodiscard]] SvgAttributes drawn(Tone stroke, double width, SvgAttributes more = {});  ///< a line, nothing filled
/// Filled and outlined.
[[nodiscard]] SvgAttributes painted(Tone fill, Tone stroke, double width, SvgAttributes more = {});

/// Step 0..4 of the five classes, and the tone of a text on it.
[[nodiscard]] Tone step_tone(int step);
[[nodiscard]] Tone tone_on_step(int step);

/// Rules for a screen in the dark, to stand in a page that holds charts.
[[nodiscard]] std::string chart_sheet();

}  // namespace baken
