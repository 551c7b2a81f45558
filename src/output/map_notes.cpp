#include "output/map_notes.hpp"

#include "base/text.hpp"
#include "output/ink.hpp"
#include "output/map_findings.hpp"
#include "output/text_width.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double edge = 6, letters = 7.5, line_height = 11;

void draw_panel(Svg& picture, double x, double y, double width, double height) {
    picture.shape("rect", {{"x", svg_number(x)},
                           {"y", svg_number(y)},
                           {"width", svg_number(width)},
                           {"height", svg_number(height)},
                           {"rx", "2"},
                           {"fill", std::string(ink::surface)},
                           {"fill-opacity", "0.9"}});
}

std::string length_text(double metres, Language language) {
    if (metres < 1000) return fmt::format("{} m", svg_number(metres));
    return fixed_text(metres / 1000, metres < 10000 && std::fmod(metres, 1000) != 0 ? 1 : 0, language == Language::nl) +
           " km";
}

SvgAttributes small_letters(std::string_view anchor = "start") {
    return {{"font-size", svg_number(letters)}, {"fill", std::string(ink::text)}, {"text-anchor", std::string(anchor)}};
}

std::string count_text(int count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// A line of the legend: its words, and what is drawn before them.
struct LegendLine {
    std::string words;
    std::function<void(Spot)> draw;
};

std::string words_of(MapMark mark, int count, Language language) {
    switch (mark) {
        case MapMark::fatal: return fmt::format("{} {}", count, name_of(Outcome::fatal, language));
        case MapMark::injury: return fmt::format("{} {}", count, name_of(Outcome::injury, language));
        case MapMark::damage_only: return fmt::format("{} {}", count, says(language, "alleen schade", "damage only"));
        case MapMark::complaint:
            return count_text(count, says(language, "klacht", "complaint"), says(language, "klachten", "complaints"));
    }
    return {};
}

std::vector<LegendLine> legend_lines(Svg& picture, const LegendContent& content, Language language) {
    std::vector<LegendLine> lines;
    const auto circle = [&picture](Spot at, double r, std::string_view fill, std::string_view stroke) {
        picture.shape("circle", {{"cx", svg_number(at.x)},
                                 {"cy", svg_number(at.y)},
                                 {"r", svg_number(r)},
                                 {"fill", std::string(fill)},
                                 {"stroke", std::string(stroke)},
                                 {"stroke-width", "1.2"}});
    };
    if (content.has_pin)
        lines.push_back({std::string(says(language, "controleplek", "place of the check")),
                         [circle](Spot at) { circle(at, 3.6, ink::accent, ink::surface); }});
    for (const MapMark mark : all_map_marks)
        if (content.events.of(mark) > 0)
            lines.push_back({words_of(mark, content.events.of(mark), language),
                             [&picture, mark](Spot at) { draw_mark(picture, mark, at, 7); }});
    if (content.events.outside > 0)
        lines.push_back({fmt::format("{} {}", content.events.outside, says(language, "buiten de kaart", "off the map")),
                         [](Spot) {}});
    if (content.has_discs)
        lines.push_back({std::string(content.has_pin ? says(language, "andere locatie", "other hotspot")
                                                     : says(language, "locatie, met rang", "hotspot, by rank")),
                         [circle, is_quiet = content.has_pin](Spot at) {
                             circle(at, 3.6, is_quiet ? ink::surface : ink::accent,
                                    is_quiet ? ink::soft : ink::surface);
                         }});
    if (content.has_checks)
        lines.push_back({std::string(says(language, "controle", "check")), [&picture](Spot at) {
                             picture.shape("rect", {{"x", svg_number(at.x - 3)},
                                                    {"y", svg_number(at.y - 3)},
                                                    {"width", "6"},
                                                    {"height", "6"},
                                                    {"fill", std::string(ink::surface)},
                                                    {"stroke", std::string(ink::check)},
                                                    {"stroke-width", "1.5"}});
                         }});
    if (content.has_stretches)
        lines.push_back({std::string(says(language, "traject, met rang", "stretch, by rank")),
                         [&picture](Spot at) { draw_stretch_sample(picture, at); }});
    if (!content.densities.empty())
        lines.push_back(
            {std::string(says(language, "ongevallen per km per jaar:", "accidents per km and year:")), [](Spot) {}});
    for (std::size_t i = content.densities.size(); i-- > 0;)
        lines.push_back({words_of(content.densities[i], language),
                         [&picture, step = road_density_step(i, content.densities.size())](Spot at) {
                             draw_density_sample(picture, at, step);
                         }});
    return lines;
}

}  // namespace

double round_length(double most) {
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0})
        if (step * power <= most) return step * power;
    return power;
}

std::string scale_text(double scale, Language language) {
    const double power = std::pow(10, std::max(0.0, std::floor(std::log10(scale)) - 1));
    std::string digits = fmt::format("{:.0f}", std::round(scale / power) * power);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, language == Language::nl ? '.' : ',');
    return "1:" + digits;
}

void draw_scale_bar(Svg& picture, const MapFrame& frame, MapRoom& room, double paper_millimetres, Language language) {
    const double metres = round_length(frame.width() * frame.metres_per_unit() * 0.22), bar = frame.units(metres);
    std::string words = length_text(metres, language);
    if (paper_millimetres > 0)
        words +=
            " \u00b7 " + scale_text(frame.width() * frame.metres_per_unit() / (paper_millimetres / 1000), language);
    const double width = std::max(bar, text_width(words, letters)) + 10, height = 19;
    const double x = frame.width() - edge - width, y = frame.height() - edge - height;
    draw_panel(picture, x, y, width, height);
    picture.text(x + width - 5, y + 8.5, words, small_letters("end"));
    const double right = x + width - 5, base = y + 15;
    picture.shape("path",
                  {{"d", fmt::format("M{} {}v3h{}v-3", svg_number(right - bar), svg_number(base - 3), svg_number(bar))},
                   {"fill", "none"},
                   {"stroke", std::string(ink::text)},
                   {"stroke-width", "1.2"}});
    room.occupy({{x + width / 2, y + height / 2}, width, height, 0});
}

void draw_north(Svg& picture, const MapFrame& frame, MapRoom& room) {
    const double width = 16, height = 25, x = frame.width() - edge - width, y = edge, middle = x + width / 2;
    draw_panel(picture, x, y, width, height);
    picture.shape("path",
                  {{"d", fmt::format("M{0} {1}l4.5 11l-4.5 -2.6l-4.5 2.6z", svg_number(middle), svg_number(y + 2))},
                   {"fill", std::string(ink::text)}});
    picture.text(
        middle, y + 22.5, "N",
        {{"font-size", "8"}, {"font-weight", "bold"}, {"text-anchor", "middle"}, {"fill", std::string(ink::text)}});
    room.occupy({{middle, y + height / 2}, width, height, 0});
}

void draw_legend(Svg& picture, const MapFrame& frame, MapRoom& room, const LegendContent& content, Language language) {
    const auto lines = legend_lines(picture, content, language);
    if (lines.empty()) return;
    double widest = 0;
    for (const LegendLine& line : lines) widest = std::max(widest, text_width(line.words, letters));
    const double width = widest + 22, height = static_cast<double>(lines.size()) * line_height + 5;
    const double right = frame.width() - edge - width, bottom = frame.height() - edge - height;
    for (const Spot corner : {Spot{edge, bottom}, Spot{edge, edge}, Spot{right, 36}, Spot{right, bottom - 25}}) {
        if (!room.take({{corner.x + width / 2, corner.y + height / 2}, width, height, 0})) continue;
        draw_panel(picture, corner.x, corner.y, width, height);
        double y = corner.y + 2.5 + line_height / 2;
        for (const LegendLine& line : lines) {
            line.draw({corner.x + 9, y});
            picture.text(corner.x + 17, y + 2.7, line.words, small_letters());
            y += line_height;
        }
        return;
    }
}

void draw_sentence(Svg& picture, const MapFrame& frame, MapRoom& room, const std::string& sentence) {
    const double width = text_width(sentence, letters) + 10, height = 13, x = (frame.width() - width) / 2;
    for (const double y : {edge, frame.height() - edge - height})
        if (room.take({{frame.width() / 2, y + height / 2}, width, height, 0})) {
            draw_panel(picture, x, y, width, height);
            picture.text(frame.width() / 2, y + 9.2, sentence, small_letters("middle"));
            return;
        }
}

}  // namespace baken
