#include "output/charts_hours.hpp"

#include "base/text.hpp"
#include "output/chart_plot.hpp"
#include "output/series_words.hpp"
#include "output/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double row_height = 22, row_gap = 2;

/// Hours that are dark, as stretches [from, until).
std::vector<std::pair<std::size_t, std::size_t>> dark_stretches(const WeekHours& week) {
    std::vector<std::pair<std::size_t, std::size_t>> stretches;
    for (std::size_t hour = 0; hour < 24; ++hour) {
        if (!week.is_dark(hour)) continue;
        if (!stretches.empty() && stretches.back().second == hour)
            ++stretches.back().second;
        else
            stretches.emplace_back(hour, hour + 1);
    }
    return stretches;
}

/// How busy a borrowed hour is: "; 3,2 keer een gemiddeld uur". Empty where the counts speak.
std::string times_words(const WeekHours& week, std::size_t day, std::size_t hour, Language language) {
    if (!week.is_borrowed()) return {};
    return fmt::format(fmt::runtime(says(language, "; {} keer een gemiddeld uur", "; {} times an average hour")),
                       fixed_text(week.times_average(day, hour), 1, language == Language::nl));
}

void cells(Plot& plot, const WeekHours& week, std::span<const int> bounds, double slot, Language language) {
    for (std::size_t day = 0; day < 7; ++day) {
        const double y = plot.top() + static_cast<double>(day) * row_height;
        const auto name = short_weekday(static_cast<unsigned>(day) + 1, language);
        plot.label(plot.left() - 8, y + 15, name, "end", Tone::text);
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const int count = week.counts[day][hour];
            const double x = plot.left() + slot * static_cast<double>(hour);
            const int step = week.is_borrowed() ? busy_class(week.times_average(day, hour)) : class_of(count, bounds);
            const Tone tone = step < 0 ? Tone::raised : step_tone(step);
            plot.bar(x + row_gap / 2, y + row_gap / 2, slot - row_gap, row_height - row_gap, painted(tone),
                     fmt::format("{} {:02}:00: {}{}", name, hour, count, times_words(week, day, hour, language)));
            if (count > 0)
                plot.label(x + slot / 2, y + 15, std::to_string(count), "middle",
                           step < 0 ? Tone::text : tone_on_step(step), writing::small);
        }
    }
}

}  // namespace

Chart hours_chart(const WeekHours& week, Language language, const ChartLook& look) {
    Chart chart{
        .title = std::string(week.kind == EventKind::complaints
                                 ? says(language, "Meldingen per weekdag en uur", "Complaints by weekday and hour")
                                 : says(language, "Ongevallen per weekdag en uur", "Accidents by weekday and hour")),
        .instead = instead_of(week, language),
        .is_wide = look.width > 500};
    chart.figures.head = {std::string(says(language, "dag", "day"))};
    for (int hour = 0; hour < 24; ++hour)
        chart.figures.head.push_back(language == Language::nl ? fmt::format("{}\u00a0u", hour)
                                                              : fmt::format("{:02}:00", hour));
    for (unsigned day = 1; day <= 7; ++day) {
        std::vector<std::string> cells{std::string(short_weekday(day, language))};
        for (const int count : week.counts[day - 1]) cells.push_back(count > 0 ? std::to_string(count) : "");
        chart.figures.rows.push_back(std::move(cells));
    }
    for (unsigned day = 1; day <= 7 && week.is_borrowed(); ++day) {
        std::vector<std::string> cells{fmt::format("{}, {}", short_weekday(day, language),
                                                   says(language, "keer een gemiddeld uur", "times an average hour"))};
        for (std::size_t hour = 0; hour < 24; ++hour)
            cells.push_back(fixed_text(week.times_average(day - 1, hour), 1, language == Language::nl));
        chart.figures.rows.push_back(std::move(cells));
    }
    std::vector<std::string> dark{std::string(says(language, "donker, deel van het jaar", "dark, share of the year"))};
    for (const double share : week.dark_share) dark.push_back(percent_text(share, 0, language));
    chart.figures.rows.push_back(std::move(dark));
    if (!chart.instead.empty()) return chart;
    chart.note = note_on(week, language);

    Plot plot(look, 7 * row_height, chart, {.left = 36, .top = 22, .right = 3, .bottom = 22});
    std::vector<int> all;
    for (const auto& day : week.counts) all.insert(all.end(), day.begin(), day.end());
    const double slot = plot.width() / 24;
    cells(plot, week, class_bounds(all), slot, language);
    for (std::size_t hour = 0; hour <= 24; hour += 3)
        plot.label(plot.left() + slot * static_cast<double>(hour), plot.bottom() + 15, std::to_string(hour),
                   hour == 24 ? "end" : "middle", Tone::soft, writing::small);
    for (const auto& [from, until] : dark_stretches(week)) {
        const double x = plot.left() + slot * static_cast<double>(from);
        const double width = slot * static_cast<double>(until - from);
        plot.picture().shape("rect", box(x, plot.top() - 1, width, plot.height() + 2, drawn(Tone::dark, 2)));
        const std::string words(says(language, "donker", "dark"));
        if (width >= text_width(words, writing::small) + 8)
            plot.label(x + width / 2, plot.top() - 7, words, "middle", Tone::dark, writing::small, true);
    }
    chart.svg = plot.done();
    return chart;
}

}  // namespace baken
