#include "output/briefing_pictures.hpp"

#include "output/ink.hpp"
#include "output/svg.hpp"
#include "output/text_width.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

SvgAttributes letters(double size, std::string_view anchor, std::string_view fill = ink::text) {
    return {{"font-size", svg_number(size)}, {"text-anchor", std::string(anchor)}, {"fill", std::string(fill)}};
}

void fill_box(Svg& picture, double x, double y, double width, double height, std::string_view fill) {
    picture.shape("rect", {{"x", svg_number(x)},
                           {"y", svg_number(y)},
                           {"width", svg_number(width)},
                           {"height", svg_number(height)},
                           {"fill", std::string(fill)}});
}

struct LightLook {
    std::string_view fill, letters, dutch, english;
};
LightLook look_of(SunBar::Light light) {
    switch (light) {
        case SunBar::Light::dark: return {ink::dark, "#ffffff", "donker", "dark"};
        case SunBar::Light::twilight: return {ink::twilight, ink::text, "schemer", "twilight"};
        case SunBar::Light::day: break;
    }
    return {ink::daylight, ink::text, "licht", "light"};
}

constexpr double letter_size = 8.5;

}  // namespace

std::string sun_bar_picture(const SunBar& bar, double width, double height, Language language) {
    const std::string words = sun_words(bar, language);
    Svg picture(width, height,
                fmt::format("{} {}\u2013{}; {}", says(language, "Balk van de dag: controle", "Bar of the day: check"),
                            clock_text(bar.check_from), clock_text(bar.check_to), words));
    constexpr double side = 9;
    const double top = 15, bottom = height - 13;
    const auto x = [&](double minute) { return side + (width - 2 * side) * minute / bar.until; };
    for (const SunBar::Part& part : bar.parts) {
        const LightLook look = look_of(part.light);
        fill_box(picture, x(part.from), top, x(part.to) - x(part.from), bottom - top, look.fill);
        const std::string word(says(language, look.dutch, look.english));
        // The frame of the check covers what lies under its edges: the word stands in the widest stretch clear of them.
        const std::array<double, 4> edges{
            static_cast<double>(part.from), std::clamp<double>(bar.check_from, part.from, part.to),
            std::clamp<double>(bar.check_to, part.from, part.to), static_cast<double>(part.to)};
        std::size_t widest_at = 0;
        for (std::size_t i = 1; i + 1 < edges.size(); ++i)
            if (edges[i + 1] - edges[i] > edges[widest_at + 1] - edges[widest_at]) widest_at = i;
        const double from = x(edges[widest_at]), to = x(edges[widest_at + 1]);
        if (to - from > text_width(word, letter_size) + 8)
            picture.text((from + to) / 2, (top + bottom) / 2 + 3, word, letters(letter_size, "middle", look.letters));
    }
    for (int hour = 0; hour * 60 <= bar.until; ++hour) {
        const bool is_named = hour % 2 == 0;
        picture.shape(
            "path",
            {{"d", fmt::format("M{} {}v{}", svg_number(x(hour * 60)), svg_number(bottom), is_named ? "3" : "1.8")},
             {"stroke", std::string(ink::soft)},
             {"stroke-width", "0.7"}});
        if (is_named)
            picture.text(x(hour * 60), height - 2, std::to_string(hour % 24), letters(7.5, "middle", ink::soft));
    }
    picture.shape("rect", {{"x", svg_number(x(bar.check_from))},
                           {"y", svg_number(top - 2)},
                           {"width", svg_number(x(bar.check_to) - x(bar.check_from))},
                           {"height", svg_number(bottom - top + 4)},
                           {"fill", "none"},
                           {"stroke", std::string(ink::fatal)},
                           {"stroke-width", "2.4"}});
    const std::string window = fmt::format("{} {}\u2013{}", says(language, "controle", "check"),
                                           clock_text(bar.check_from), clock_text(bar.check_to));
    const double half = text_width(window, 9, LetterWeight::bold) / 2;
    const double middle = std::clamp((x(bar.check_from) + x(bar.check_to)) / 2, half + 1, width - half - 1);
    SvgAttributes look = letters(9, "middle", ink::fatal);
    look.emplace_back("font-weight", "bold");
    picture.text(middle, top - 5, window, look);
    // The sun's moments stand on the other half of the line above the bar.
    const double needed = text_width(words, 8);
    const bool is_left_free = middle - half > needed + side + 8;
    if (is_left_free || width - middle - half > needed + side + 8)
        picture.text(is_left_free ? side : width - side - needed, top - 5, words, letters(8, "start", ink::text));
    return picture.done();
}

std::string accident_years_words(const AccidentYears& years, Language language) {
    std::string words;
    for (const auto& row : years.rows)
        words += fmt::format("{}{}: {} ({} {}, {} {}, {} {})", words.empty() ? "" : "; ", row.year, row.total(),
                             row.of(Outcome::fatal), name_of(Outcome::fatal, language), row.of(Outcome::injury),
                             name_of(Outcome::injury, language), row.of(Outcome::damage_only),
                             name_of(Outcome::damage_only, language));
    return words;
}

std::string accident_years_picture(const AccidentYears& years, double width, double height, Language language) {
    Svg picture(width, height,
                std::string(says(language, "Ongevallen per jaar, naar afloop: ", "Accidents per year, by outcome: ")) +
                    accident_years_words(years, language));
    struct Kind {
        Outcome outcome;
        std::string_view fill, dutch, english;
    };
    constexpr std::array kinds{Kind{Outcome::damage_only, ink::damage_only, "schade", "damage"},
                               Kind{Outcome::injury, ink::injury, "letsel", "injury"},
                               Kind{Outcome::fatal, ink::fatal, "dodelijk", "fatal"}};
    int most = 1;
    for (const auto& row : years.rows) most = std::max(most, row.total());
    const double base = height - 13, top = 24;
    const double step = (width - 4) / static_cast<double>(std::max<std::size_t>(years.rows.size(), 1));
    const double thick = std::min(step * 0.62, 44.0);
    // The legend is a line of words with their colours, the gravest first.
    double at = 2;
    for (auto kind = kinds.rbegin(); kind != kinds.rend(); ++kind) {
        const std::string word(says(language, kind->dutch, kind->english));
        fill_box(picture, at, 2, 7, 7, kind->fill);
        picture.text(at + 10, 8.6, word, letters(8, "start"));
        at += 18 + text_width(word, 8);
    }
    double middle = 2 + step / 2;
    for (const auto& row : years.rows) {
        double y = base;
        for (const Kind& kind : kinds) {
            const int count = row.of(kind.outcome);
            if (count == 0) continue;
            const double tall = (base - top) * count / most;
            fill_box(picture, middle - thick / 2, y - tall, thick, tall, kind.fill);
            if (tall > 9)
                picture.text(middle, y - tall / 2 + 2.9, std::to_string(count), letters(8, "middle", "#ffffff"));
            y -= tall;
            if (y > top) fill_box(picture, middle - thick / 2, y - 0.4, thick, 0.8, ink::surface);
        }
        SvgAttributes bold = letters(8.5, "middle");
        bold.emplace_back("font-weight", "bold");
        picture.text(middle, y - 3, std::to_string(row.total()), bold);
        picture.text(middle, height - 2, std::to_string(row.year), letters(8, "middle", ink::soft));
        middle += step;
    }
    picture.shape("path", {{"d", fmt::format("M2 {}h{}", svg_number(base), svg_number(width - 4))},
                           {"stroke", std::string(ink::soft)},
                           {"stroke-width", "0.8"}});
    return picture.done();
}

}  // namespace baken
