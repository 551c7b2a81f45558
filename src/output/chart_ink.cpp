#include "output/chart_ink.hpp"

#include "output/ink.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

struct ToneColour {
    std::string_view name, light, dark;
};

/// In the order of Tone. The dark ones keep 3:1 (marks) and 4.5:1 (texts) on #1d2128, the surface of a chart.
constexpr std::array<ToneColour, 24> tones{
    {{"text", ink::text, "#e7e9ed"},         {"soft", ink::soft, "#a5acb8"},
     {"line", ink::line, "#3d4450"},         {"surface", ink::surface, "#1d2128"},
     {"raised", ink::raised, "#272c35"},     {"fatal", ink::fatal, "#f0793a"},
     {"injury", ink::injury, "#e69f00"},     {"damage", ink::damage_only, "#868d98"},
     {"complaint", "#4f94cd", "#3d86bd"},    {"complainant", "#003f66", "#b5dcf7"},
     {"check", ink::check, "#2bb892"},       {"cancelled", "#868d98", "#868d98"},
     {"bad", ink::bad, "#ff9b92"},           {"dark", ink::dark, "#9a8ff0"},
     {"twilight", ink::twilight, "#b8a9e0"}, {"daylight", ink::daylight, "#ead98a"},
     {"step1", ink::steps[0], "#26324a"},    {"step2", ink::steps[1], "#33507f"},
     {"step3", ink::steps[2], "#5d88c9"},    {"step4", ink::steps[3], "#8fb2e6"},
     {"step5", ink::steps[4], "#d3e2fb"},    {"onlight", ink::text, "#e7e9ed"},
     {"onmark", "#000000", "#14171c"},       {"ondark", "#ffffff", "#14171c"}}};

const ToneColour& colours(Tone tone) { return tones.at(static_cast<std::size_t>(tone)); }

SvgAttributes with(SvgAttributes first, SvgAttributes more) {
    first.insert(first.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return first;
}

}  // namespace

std::string_view colour_of(Tone tone) { return colours(tone).light; }

SvgAttributes painted(Tone fill, SvgAttributes more) {
    return with({{"class", fmt::format("f-{}", colours(fill).name)}, {"fill", std::string(colour_of(fill))}},
                std::move(more));
}

SvgAttributes drawn(Tone stroke, double width, SvgAttributes more) {
    return with({{"class", fmt::format("l-{}", colours(stroke).name)},
                 {"fill", "none"},
                 {"stroke", std::string(colour_of(stroke))},
                 {"stroke-width", svg_number(width)}},
                std::move(more));
}

SvgAttributes painted(Tone fill, Tone stroke, double width, SvgAttributes more) {
    return with({{"class", fmt::format("f-{} l-{}", colours(fill).name, colours(stroke).name)},
                 {"fill", std::string(colour_of(fill))},
                 {"stroke", std::string(colour_of(stroke))},
                 {"stroke-width", svg_number(width)}},
                std::move(more));
}

Tone step_tone(int step) { return static_cast<Tone>(static_cast<int>(Tone::step1) + std::clamp(step, 0, 4)); }

Tone tone_on_step(int step) {
    if (step < 2) return Tone::on_light_step;
    return step == 2 ? Tone::on_mark : Tone::on_dark_step;
}

std::string chart_sheet() {
    std::string rules;
    for (const ToneColour& tone : tones)
        rules += fmt::format(".chart .f-{0}{{fill:{1}}} .chart .l-{0}{{stroke:{1}}}\n", tone.name, tone.dark);
    return "@media screen and (prefers-color-scheme: dark) {\n" + rules + "}\n";
}

}  // namespace baken
