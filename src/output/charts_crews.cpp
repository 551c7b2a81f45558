#include "output/chart_plot.hpp"
#include "output/charts_plan.hpp"
#include "output/series_words.hpp"
#include "output/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double bars = 64, head = 24, foot = 26, axis = 34;

int most_of(const std::vector<CrewLoad>& crews) {
    int most = 1;
    for (const CrewLoad& crew : crews)
        for (const CrewWeek& week : crew.weeks) most = std::max({most, week.all(), week.capacity});
    return most;
}

/// What the crew does in a week at most: a line over the weeks that share a capacity.
void capacity_line(Plot& plot, const CrewLoad& crew, double floor, double slot, const CountScale& scale) {
    for (std::size_t i = 0; i < crew.weeks.size();) {
        std::size_t end = i;
        while (end < crew.weeks.size() && crew.weeks[end].capacity == crew.weeks[i].capacity) ++end;
        const double y = floor - scale.part(crew.weeks[i].capacity) * bars;
        if (crew.weeks[i].capacity > 0)
            plot.picture().shape("line", drawn(Tone::soft, 1.25,
                                               {{"x1", svg_number(axis + slot * static_cast<double>(i))},
                                                {"x2", svg_number(axis + slot * static_cast<double>(end))},
                                                {"y1", svg_number(y)},
                                                {"y2", svg_number(y)},
                                                {"stroke-dasharray", "4 3"}}));
        i = end;
    }
}

void week_bar(Plot& plot, const CrewWeek& week, double x, double floor, double width, const CountScale& scale,
              Language language) {
    const std::string tip =
        fmt::format("week {}: {}/{}{}", week.week.week, week.load(), week.capacity,
                    week.on_region_day > 0
                        ? fmt::format(" + {} {}", week.on_region_day, says(language, "24-uursactie", "24-hour action"))
                        : std::string());
    double top = floor;
    const auto part = [&](int count, const SvgAttributes& look) {
        if (count == 0) return;
        const double height = scale.part(count) * bars;
        top -= height;
        plot.bar(x, top, width, height, look, tip);
    };
    part(week.done, painted(Tone::check));
    part(week.planned, painted(Tone::surface, Tone::check, 1.75));
    part(week.on_region_day, painted(Tone::raised, Tone::soft, 1.25, {{"stroke-dasharray", "2 2"}}));
    if (week.load() <= week.capacity) return;
    plot.picture().shape("rect", box(x - 2, top - 2, width + 4, floor - top + 2, drawn(Tone::bad, 2)));
    plot.label(x + width / 2, top - 5, "!", "middle", Tone::bad, writing::label, true);
}

void crew_panel(Plot& plot, const CrewLoad& crew, double y, const CountScale& scale, Language language) {
    const double floor = y + head + bars;
    const double slot = (plot.right() - axis) / static_cast<double>(crew.weeks.size());
    const std::string sums = fmt::format(
        fmt::runtime(crew.all() == 1 ? says(language, "{} controle, ruimte voor {}", "{} check, room for {}")
                                     : says(language, "{} controles, ruimte voor {}", "{} checks, room for {}")),
        crew.all(), crew.capacity());
    const double room = plot.right() - text_width(sums, writing::label) - 16;
    plot.label(0, y + 13, fitted(crew.name, room, writing::label, LetterWeight::bold), "start", Tone::text,
               writing::label, true);
    plot.label(plot.right(), y + 13, sums, "end");
    for (int count = 0; count <= scale.top; count += scale.step) {
        const double at = floor - scale.part(count) * bars;
        plot.picture().shape("line", drawn(count == 0 ? Tone::soft : Tone::line, 1,
                                           {{"x1", svg_number(axis)},
                                            {"x2", svg_number(plot.right())},
                                            {"y1", svg_number(at)},
                                            {"y2", svg_number(at)}}));
        plot.label(axis - 6, at + 4, std::to_string(count), "end", Tone::soft, writing::small);
    }
    unsigned month = 0;
    for (std::size_t i = 0; i < crew.weeks.size(); ++i) {
        const double x = axis + slot * static_cast<double>(i);
        week_bar(plot, crew.weeks[i], x + slot * 0.15, floor, slot * 0.7, scale, language);
        // A month is named under the week in which its first Thursday lies, so that each is named once.
        const unsigned of_week = month_of(crew.weeks[i].monday + std::chrono::days{3});
        if (of_week != month && !(i + 1 == crew.weeks.size() && of_week == 1) && !(i == 0 && of_week == 12))
            plot.label(x, floor + 16, short_month(month = of_week, language), "start", Tone::soft, writing::small);
    }
    capacity_line(plot, crew, floor, slot, scale);
}

void key(Plot& plot, Language language, bool has_done, bool has_region_day) {
    double x = axis;
    const double y = plot.bottom() + 4;
    const auto entry = [&](const SvgAttributes& look, std::string_view words) {
        plot.picture().shape("rect", box(x + 1, y, 10, 10, look));
        plot.label(x + 17, y + 9, words, "start", Tone::text, writing::small);
        x += 17 + text_width(words, writing::small) + 18;
    };
    if (has_done) entry(painted(Tone::check), says(language, "gedaan", "done"));
    entry(painted(Tone::surface, Tone::check, 1.75), says(language, "gepland", "planned"));
    if (has_region_day)
        entry(painted(Tone::raised, Tone::soft, 1.25, {{"stroke-dasharray", "2 2"}}),
              says(language, "24-uursactie", "24-hour action"));
    plot.picture().shape("line", drawn(Tone::soft, 1.25,
                                       {{"x1", svg_number(x)},
                                        {"x2", svg_number(x + 16)},
                                        {"y1", svg_number(y + 5)},
                                        {"y2", svg_number(y + 5)},
                                        {"stroke-dasharray", "4 3"}}));
    plot.label(x + 22, y + 9, says(language, "capaciteit", "capacity"), "start", Tone::text, writing::small);
}

}  // namespace

Chart crews_chart(const std::vector<CrewLoad>& crews, Language language, const ChartLook& look) {
    Chart chart{.title = std::string(says(language, "Controles per ploeg per week", "Checks per crew per week")),
                .instead = instead_of(crews, language),
                .is_wide = true};
    chart.figures.head = {std::string(says(language, "ploeg", "crew")),
                          "week",
                          std::string(says(language, "gepland", "planned")),
                          std::string(says(language, "gedaan", "done")),
                          std::string(says(language, "24-uursactie", "24-hour action")),
                          std::string(says(language, "capaciteit", "capacity"))};
    bool has_done = false, has_region_day = false;
    for (const CrewLoad& crew : crews)
        for (const CrewWeek& week : crew.weeks) {
            has_done = has_done || week.done > 0;
            has_region_day = has_region_day || week.on_region_day > 0;
            if (week.all() == 0) continue;
            chart.figures.rows.push_back({crew.name, fmt::format("{}-W{:02}", week.week.year, week.week.week),
                                          std::to_string(week.planned), std::to_string(week.done),
                                          std::to_string(week.on_region_day), std::to_string(week.capacity)});
        }
    if (!chart.instead.empty()) return chart;
    chart.note = note_on(crews, language);
    const double each = head + bars + foot;
    Plot plot(look, each * static_cast<double>(crews.size()), chart, {.top = 0, .right = 2, .bottom = 20});
    const CountScale scale(most_of(crews), 3);
    for (std::size_t i = 0; i < crews.size(); ++i)
        crew_panel(plot, crews[i], plot.top() + each * static_cast<double>(i), scale, language);
    key(plot, language, has_done, has_region_day);
    chart.svg = plot.done();
    return chart;
}

}  // namespace baken
