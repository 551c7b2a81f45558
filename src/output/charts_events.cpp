#include "output/charts_events.hpp"

#include "base/text.hpp"
#include "output/chart_plot.hpp"
#include "output/series_words.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::array outcomes{Outcome::fatal, Outcome::injury, Outcome::damage_only};
constexpr std::array lights{Light::daylight, Light::twilight, Light::dark, Light::unknown};

Tone tone_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::fatal: return Tone::fatal;
        case Outcome::injury: return Tone::injury;
        case Outcome::damage_only: return Tone::damage_only;
    }
    return Tone::damage_only;
}

Tone tone_of(Light light) {
    switch (light) {
        case Light::daylight: return Tone::daylight;
        case Light::twilight: return Tone::twilight;
        case Light::dark: return Tone::dark;
        case Light::unknown: return Tone::raised;
    }
    return Tone::raised;
}

/// A word beside a mark, at the height where it would like to stand.
struct SideWord {
    double y;
    std::string words;
    Outcome outcome = Outcome::fatal;
};

/// In their order from the top down, none nearer to the one above than a line.
void keep_apart(std::vector<SideWord>& words, double line, double lowest) {
    for (std::size_t i = 1; i < words.size(); ++i) words[i].y = std::max(words[i].y, words[i - 1].y + line);
    for (std::size_t i = words.size(); i-- > 0;) {
        words[i].y = std::min(words[i].y, lowest);
        lowest = words[i].y - line;
    }
}

/// One year of the stack: counts stand in their part where it is high enough, else beside it.
void year_stack(Plot& plot, const AccidentYears::Row& row, double x, double width, const CountScale& scale,
                Language language, std::vector<SideWord>& names) {
    names.clear();
    double floor = plot.bottom();
    std::vector<SideWord> beside;
    for (const Outcome outcome : {Outcome::damage_only, Outcome::injury, Outcome::fatal}) {
        const int count = row.of(outcome);
        const double height = scale.part(count) * plot.height();
        names.push_back({floor - height / 2 + 4, std::string(short_name(outcome, language)), outcome});
        if (count == 0) continue;
        floor -= height;
        plot.bar(x, floor, width, height, painted(tone_of(outcome), Tone::surface, 0.5),
                 fmt::format("{}: {} {}", row.year, count, short_name(outcome, language)));
        if (height >= 13)
            plot.label(x + width / 2, floor + height / 2 + 4, std::to_string(count), "middle", Tone::on_mark,
                       writing::small);
        else
            beside.push_back({floor + height / 2 + 4, std::to_string(count), outcome});
    }
    std::reverse(beside.begin(), beside.end());
    std::reverse(names.begin(), names.end());
    keep_apart(beside, 11, plot.bottom());
    for (const SideWord& word : beside)
        plot.label(x + width + 3, word.y, word.words, "start", Tone::text, writing::small);
    if (row.total() > 0)
        plot.label(x + width / 2, floor - 5, std::to_string(row.total()), "middle", Tone::text, writing::label, true);
}

std::string share_text(int count, int total, Language language) {
    return total > 0 ? percent_text(static_cast<double>(count) / total, 0, language) : std::string();
}

}  // namespace

std::string_view short_name(Outcome outcome, Language language) {
    switch (outcome) {
        case Outcome::fatal: return says(language, "dodelijk", "fatal");
        case Outcome::injury: return says(language, "letsel", "injury");
        case Outcome::damage_only: return says(language, "alleen schade", "damage only");
    }
    return {};
}

std::string_view short_name(Light light, Language language) {
    switch (light) {
        case Light::daylight: return says(language, "daglicht", "daylight");
        case Light::twilight: return says(language, "schemer", "twilight");
        case Light::dark: return says(language, "donker", "dark");
        case Light::unknown: return says(language, "onbekend", "unknown");
    }
    return {};
}

Chart years_chart(const AccidentYears& series, Language language, const ChartLook& look) {
    Chart chart{
        .title = std::string(says(language, "Ongevallen per jaar, naar afloop", "Accidents per year, by outcome")),
        .instead = instead_of(series, language),
        .note = note_on(series, language)};
    chart.figures.head = {std::string(says(language, "jaar", "year"))};
    for (const Outcome outcome : outcomes) chart.figures.head.emplace_back(short_name(outcome, language));
    chart.figures.head.emplace_back(says(language, "totaal", "total"));
    int most = 0;
    for (const auto& row : series.rows) {
        chart.figures.rows.push_back({std::to_string(row.year), std::to_string(row.of(Outcome::fatal)),
                                      std::to_string(row.of(Outcome::injury)),
                                      std::to_string(row.of(Outcome::damage_only)), std::to_string(row.total())});
        most = std::max(most, row.total());
    }
    if (!chart.instead.empty()) return chart;

    Plot plot(look, 148, chart, {.left = 34, .top = 22, .right = 104, .bottom = 22});
    const CountScale scale(most);
    plot.grid(scale);
    const double slot = plot.width() / static_cast<double>(series.rows.size());
    const double width = std::clamp(slot - 26, slot * 0.4, 56.0);
    const std::size_t every = static_cast<std::size_t>(std::max(1.0, std::ceil(34 / slot)));
    std::vector<SideWord> names;
    for (std::size_t i = 0; i < series.rows.size(); ++i) {
        const double middle = plot.left() + slot * (static_cast<double>(i) + 0.5);
        year_stack(plot, series.rows[i], middle - width / 2, width, scale, language, names);
        if ((series.rows.size() - 1 - i) % every == 0)
            plot.label(middle, plot.bottom() + 16, std::to_string(series.rows[i].year), "middle");
    }
    // The parts are named beside the last year; those that no year has are not.
    std::erase_if(names, [&](const SideWord& name) {
        return std::all_of(series.rows.begin(), series.rows.end(), [&](const auto& row) {
            return row.by_outcome[static_cast<std::size_t>(name.outcome)] == 0;
        });
    });
    keep_apart(names, 16, plot.bottom());
    for (const SideWord& name : names) {
        plot.picture().shape("rect", box(plot.right() + 4, name.y - 8, 9, 9, painted(tone_of(name.outcome))));
        plot.label(plot.right() + 18, name.y, name.words, "start", Tone::text);
    }
    chart.svg = plot.done();
    return chart;
}

Chart light_chart(const LightCounts& series, Language language, const ChartLook& look) {
    Chart chart{.title = std::string(says(language, "Ongevallen naar lichtgesteldheid", "Accidents by light")),
                .instead = instead_of(series, language),
                .note = note_on(series, language)};
    chart.figures.head = {std::string(says(language, "licht", "light")),
                          std::string(says(language, "ongevallen", "accidents")),
                          std::string(says(language, "aandeel", "share"))};
    int most = 1;
    for (const Light light : lights) {
        chart.figures.rows.push_back({std::string(short_name(light, language)), std::to_string(series.of(light)),
                                      share_text(series.of(light), series.total, language)});
        most = std::max(most, series.of(light));
    }
    if (!chart.instead.empty()) return chart;

    constexpr double row_height = 32;
    Plot plot(look, row_height * lights.size(), chart, {.left = 76, .top = 10, .right = 96, .bottom = 6});
    double y = plot.top();
    for (const Light light : lights) {
        const int count = series.of(light);
        const double width = plot.width() * count / most;
        plot.label(plot.left() - 8, y + 20, short_name(light, language), "end", Tone::text);
        if (count > 0)
            plot.bar(plot.left(), y + 5, width, row_height - 10, painted(tone_of(light), Tone::soft, 1),
                     fmt::format("{}: {}", short_name(light, language), count));
        plot.label(
            plot.left() + width + 8, y + 20,
            count > 0 ? fmt::format("{} ({})", count, share_text(count, series.total, language)) : std::string("0"),
            "start", Tone::text);
        y += row_height;
    }
    plot.picture().shape("line", drawn(Tone::soft, 1,
                                       {{"x1", svg_number(plot.left())},
                                        {"x2", svg_number(plot.left())},
                                        {"y1", svg_number(plot.top())},
                                        {"y2", svg_number(plot.bottom())}}));
    chart.svg = plot.done();
    return chart;
}

Chart complaints_chart(const ComplaintMonths& series, Language language, const ChartLook& look) {
    Chart chart{
        .title = std::string(says(language, "Meldingen en melders per maand", "Complaints and complainants per month")),
        .instead = instead_of(series, language),
        .note = series.has_sources ? note_on(series, language) : std::string()};
    if (series.theme) chart.title += ": " + std::string(name_of(*series.theme, language));
    chart.figures.head = {std::string(says(language, "maand", "month")),
                          std::string(says(language, "meldingen", "complaints")),
                          std::string(says(language, "melders", "complainants"))};
    int most = 0;
    for (const auto& row : series.rows) {
        chart.figures.rows.push_back({fmt::format("{} {}", short_month(row.month, language), row.year),
                                      std::to_string(row.total), std::to_string(row.complainants)});
        most = std::max(most, row.total);
    }
    if (!chart.instead.empty()) {
        chart.note.clear();
        return chart;
    }

    Plot plot(look, 128, chart, {.left = 34, .top = 42, .right = 4, .bottom = 36});
    const CountScale scale(most);
    plot.grid(scale);
    const double slot = plot.width() / static_cast<double>(series.rows.size());
    const double width = std::min(slot * 0.76, 26.0);
    const bool has_numbers = slot >= text_width(std::to_string(most), writing::small) + 3;
    for (std::size_t i = 0; i < series.rows.size(); ++i) {
        const auto& row = series.rows[i];
        const double middle = plot.left() + slot * (static_cast<double>(i) + 0.5);
        if (row.total > 0) {
            const std::string tip =
                fmt::format("{} {}: {} {}, {} {}", short_month(row.month, language), row.year, row.total,
                            chart.figures.head[1], row.complainants, chart.figures.head[2]);
            const double height = scale.part(row.total) * plot.height();
            plot.bar(middle - width / 2, plot.bottom() - height, width, height, painted(Tone::complaint), tip);
            const double inner = scale.part(row.complainants) * plot.height();
            plot.bar(middle - width / 6, plot.bottom() - inner, width / 3, inner, painted(Tone::complainant), tip);
            if (has_numbers)
                plot.label(middle, plot.bottom() - height - 4, std::to_string(row.total), "middle", Tone::text,
                           writing::small);
        }
        if (slot >= 12)
            plot.label(middle, plot.bottom() + 14, short_month(row.month, language).substr(0, 1), "middle", Tone::soft,
                       writing::small);
        if (i == 0 || row.month == 1) {
            const std::string year = std::to_string(row.year);
            const bool has_room = i > 0 || series.rows.size() < 13 - row.month || slot * (13 - row.month) > 34;
            if (has_room) plot.label(middle - slot / 2 + 2, plot.bottom() + 30, year, "start", Tone::text);
            if (i > 0)
                plot.picture().shape("line", drawn(Tone::line, 1,
                                                   {{"x1", svg_number(middle - slot / 2)},
                                                    {"x2", svg_number(middle - slot / 2)},
                                                    {"y1", svg_number(plot.top())},
                                                    {"y2", svg_number(plot.bottom() + 30)}}));
        }
    }
    const double key = plot.top() - 36;
    plot.picture().shape("rect", box(plot.left(), key, 10, 10, painted(Tone::complaint)));
    plot.label(plot.left() + 16, key + 9, chart.figures.head[1], "start", Tone::text);
    const double second = plot.left() + 32 + text_width(chart.figures.head[1], writing::label);
    plot.picture().shape("rect", box(second, key, 5, 10, painted(Tone::complainant)));
    plot.label(second + 11, key + 9, chart.figures.head[2], "start", Tone::text);
    chart.svg = plot.done();
    return chart;
}

}  // namespace baken
