#include "output/charts_plan.hpp"

#include "output/chart_plot.hpp"
#include "output/series_words.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double quota_row = 26, unit = 16;

/// A row of boxes: filled done, outlined planned, dashed still missing; what is more than asked stands past a mark.
void progress(Plot& plot, const Progress& of, double x, double y, double width, std::string_view tip) {
    const int boxes = std::max(of.required, of.counted());
    const double step = boxes > 0 ? std::min(unit + 4, (width - 66) / boxes) : 0;
    const double size = std::min(unit, step - std::min(4.0, step * 0.2));
    plot.picture().open({}, tip);
    for (int i = 0; i < boxes; ++i) {
        const double at = x + step * i + (i >= of.required && of.required > 0 ? 6 : 0);
        const SvgAttributes look = i < of.done ? painted(Tone::check, Tone::check, 1.5)
                                   : i < of.counted()
                                       ? painted(Tone::surface, Tone::check, 2)
                                       : painted(Tone::surface, Tone::bad, 1.5, {{"stroke-dasharray", "3 2"}});
        plot.picture().shape("rect", box(at + 1, y - size / 2, size, size, look));
    }
    const double after = x + step * boxes + (boxes > of.required && of.required > 0 ? 12 : 6);
    plot.label(after, y + 4, fmt::format("{}/{} {}", of.counted(), of.required, of.is_met() ? "\u2713" : "\u2717"),
               "start", of.is_met() ? Tone::text : Tone::bad, writing::label, !of.is_met());
    plot.picture().close();
}

std::string tip_of(const std::string& name, const Progress& of, Language language) {
    return fmt::format(fmt::runtime(says(language, "{}: afgesproken {}, gepland {}, gedaan {}, vervallen {}",
                                         "{}: agreed {}, planned {}, done {}, cancelled {}")),
                       name, of.required, of.planned, of.done, of.cancelled);
}

/// Step 0..4 of a share.
int step_of(double share) { return std::clamp(static_cast<int>(std::floor(share * 5)), 0, 4); }

}  // namespace

Chart quota_chart(const std::vector<MunicipalityProgress>& rows, Language language, const ChartLook& look) {
    Chart chart{.title = std::string(says(language, "Afgesproken controles per gemeente, in aantallen",
                                          "Agreed checks per municipality, in numbers")),
                .instead = instead_of(rows, language),
                .is_wide = look.width > 500};
    chart.figures.head = {std::string(says(language, "gemeente", "municipality")),
                          std::string(says(language, "norm", "quota")),
                          std::string(says(language, "gepland", "planned")),
                          std::string(says(language, "gedaan", "done")),
                          std::string(says(language, "vervallen", "cancelled")),
                          std::string(says(language, "norm donkere dagen", "quota dark days")),
                          std::string(says(language, "gepland donkere dagen", "planned dark days")),
                          std::string(says(language, "gedaan donkere dagen", "done dark days"))};
    double longest = 60;
    for (const auto& row : rows) {
        chart.figures.rows.push_back({row.name, std::to_string(row.quota.required), std::to_string(row.quota.planned),
                                      std::to_string(row.quota.done), std::to_string(row.quota.cancelled),
                                      std::to_string(row.dark_days.required), std::to_string(row.dark_days.planned),
                                      std::to_string(row.dark_days.done)});
        longest = std::max(longest, text_width(row.name, writing::label));
    }
    if (!chart.instead.empty()) return chart;
    chart.note = note_on(rows, language);
    const double names = std::min(longest + 16, look.width * 0.3);
    Plot plot(look, quota_row * static_cast<double>(rows.size()), chart, {.left = names, .top = 26, .bottom = 28});
    const double quota = plot.width() * 0.6, dark = plot.left() + quota + 12;
    plot.label(plot.left(), plot.top() - 10, says(language, "norm van het jaar", "quota of the year"));
    plot.label(dark, plot.top() - 10, says(language, "donkere dagen", "dark days"));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double y = plot.top() + quota_row * (static_cast<double>(i) + 0.5);
        plot.picture().shape("line", drawn(Tone::line, 1,
                                           {{"x1", "0"},
                                            {"x2", svg_number(plot.right())},
                                            {"y1", svg_number(y - quota_row / 2)},
                                            {"y2", svg_number(y - quota_row / 2)}}));
        plot.label(0, y + 4, fitted(rows[i].name, names - 8, writing::label), "start", Tone::text);
        progress(plot, rows[i].quota, plot.left(), y, quota - 12, tip_of(rows[i].name, rows[i].quota, language));
        progress(plot, rows[i].dark_days, dark, y, plot.right() - dark,
                 tip_of(rows[i].name, rows[i].dark_days, language));
    }
    double x = plot.left();
    const auto entry = [&](const SvgAttributes& paint, std::string_view words) {
        plot.picture().shape("rect", box(x + 1, plot.bottom() + 10, 10, 10, paint));
        plot.label(x + 17, plot.bottom() + 19, words, "start", Tone::text, writing::small);
        x += 17 + text_width(words, writing::small) + 18;
    };
    entry(painted(Tone::check, Tone::check, 1.5), says(language, "gedaan", "done"));
    entry(painted(Tone::surface, Tone::check, 2), says(language, "gepland", "planned"));
    entry(painted(Tone::surface, Tone::bad, 1.5, {{"stroke-dasharray", "3 2"}}),
          says(language, "ontbreekt", "missing"));
    chart.svg = plot.done();
    return chart;
}

Chart darkness_chart(const DarkMonths& series, Language language, const ChartLook& look) {
    Chart chart{.title = std::string(says(language, "Deel van de controletijd in het donker (%)",
                                          "Share of check time in the dark (%)")),
                .instead = instead_of(series, language),
                .is_wide = true};
    const auto percent = [](const DarkMonths::Cell& cell) {
        const auto share = cell.share();
        return share ? std::to_string(std::lround(100 * *share)) : std::string();
    };
    chart.figures.head = {std::string(says(language, "gemeente", "municipality"))};
    for (unsigned month = 1; month <= 12; ++month) chart.figures.head.emplace_back(short_month(month, language));
    chart.figures.head.emplace_back(says(language, "jaar", "year"));
    double longest = 60;
    for (const auto& row : series.rows) {
        std::vector<std::string> cells{row.name};
        for (const auto& cell : row.months) cells.push_back(percent(cell));
        cells.push_back(percent(row.year));
        chart.figures.rows.push_back(std::move(cells));
        longest = std::max(longest, text_width(row.name, writing::label));
    }
    if (!chart.instead.empty()) return chart;
    chart.note = note_on(series, language);

    constexpr double row_height = 28;
    const double names = std::min(longest + 16, look.width * 0.25);
    Plot plot(look, row_height * static_cast<double>(series.rows.size()), chart,
              {.left = names, .top = 24, .right = 4, .bottom = 6});
    const double slot = (plot.width() - 12) / 13;
    for (std::size_t column = 0; column < 13; ++column) {
        const double x = plot.left() + slot * static_cast<double>(column) + (column == 12 ? 12 : 0);
        plot.label(x + slot / 2, plot.top() - 8, chart.figures.head[column + 1], "middle");
        for (std::size_t i = 0; i < series.rows.size(); ++i) {
            const DarkMonths::Cell& cell = column == 12 ? series.rows[i].year : series.rows[i].months[column];
            const double y = plot.top() + row_height * static_cast<double>(i);
            const auto share = cell.share();
            if (!share) {
                plot.label(x + slot / 2, y + 18, "\u00b7", "middle");
                continue;
            }
            const int step = step_of(*share);
            plot.bar(x + 1, y + 1, slot - 2, row_height - 2, painted(step_tone(step)),
                     fmt::format(fmt::runtime(says(language, "{}, {}: {} % in het donker, controles: {}",
                                                   "{}, {}: {}% in the dark, checks: {}")),
                                 series.rows[i].name, chart.figures.head[column + 1], percent(cell), cell.checks));
            plot.label(x + slot / 2, y + 18, percent(cell), "middle", tone_on_step(step), writing::label, column == 12);
        }
    }
    for (std::size_t i = 0; i < series.rows.size(); ++i)
        plot.label(0, plot.top() + row_height * static_cast<double>(i) + 18,
                   fitted(series.rows[i].name, names - 8, writing::label), "start", Tone::text);
    chart.svg = plot.done();
    return chart;
}

Chart guessing_chart(const Guessing& guess, Language language, const ChartLook& look) {
    Chart chart{
        .title = std::string(says(language, "Hoe goed is het plan te raden?", "How well can the plan be guessed?")),
        .instead = instead_of(guess, language),
        .is_wide = look.width > 500};
    chart.figures.head = {std::string(says(language, "betekenis", "meaning")),
                          std::string(says(language, "waarde", "value"))};
    const std::vector<PlainFigure> figures = plain_figures(guess, language);
    for (const PlainFigure& figure : figures) chart.figures.rows.push_back({figure.meaning, figure.figure});
    if (!chart.instead.empty()) return chart;

    constexpr double row_height = 50, first = 76;
    Plot plot(look, row_height * static_cast<double>(figures.size()), chart,
              {.left = first, .top = 4, .right = 2, .bottom = 20});
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const double y = plot.top() + row_height * static_cast<double>(i);
        plot.label(0, y + 22, figures[i].figure, "start", Tone::text, 20, true);
        double line = y + 12;
        for (const std::string& words : wrapped(figures[i].meaning, plot.width(), writing::label, 2)) {
            plot.label(plot.left(), line, words, "start", Tone::text);
            line += 15;
        }
        const double track = line - 6;
        plot.picture().shape("rect", box(plot.left(), track, plot.width(), 6, painted(Tone::line, {{"rx", "3"}})));
        plot.bar(plot.left(), track, plot.width() * std::clamp(figures[i].share, 0.0, 1.0), 6,
                 painted(Tone::complainant, {{"rx", "3"}}), figures[i].figure);
    }
    plot.label(plot.left(), plot.bottom() + 12, says(language, "niet te raden", "cannot be guessed"), "start",
               Tone::soft, writing::small);
    plot.label(plot.right(), plot.bottom() + 12, says(language, "zeker", "certain"), "end", Tone::soft, writing::small);
    chart.svg = plot.done();
    return chart;
}

}  // namespace baken
