#include "base/text.hpp"
#include "output/chart_plot.hpp"
#include "output/charts_events.hpp"
#include "output/series_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double panel_height = 108, panel_top = 26, panel_bottom = 22, gap = 28, axis = 34;

/// One municipality: a point per year, its interval as a thin line, its count beside it.
void panel(Plot& plot, const MunicipalityTrend& row, double x, double y, double width, const CountScale& scale,
           Language language) {
    const double floor = y + panel_top + panel_height;
    const auto height_of = [&](double count) {
        return floor - scale.part(std::min<double>(count, scale.top)) * panel_height;
    };
    plot.label(x, y + 12, fitted(row.name, width, writing::label, LetterWeight::bold), "start", Tone::text,
               writing::label, true);
    for (int count = 0; count <= scale.top; count += scale.step) {
        const double at = height_of(count);
        plot.picture().shape("line", drawn(count == 0 ? Tone::soft : Tone::line, 1,
                                           {{"x1", svg_number(x + axis)},
                                            {"x2", svg_number(x + width)},
                                            {"y1", svg_number(at)},
                                            {"y2", svg_number(at)}}));
        plot.label(x + axis - 6, at + 4, std::to_string(count), "end", Tone::soft, writing::small);
    }
    const double slot = (width - axis) / static_cast<double>(row.points.size());
    const std::size_t every = static_cast<std::size_t>(std::max(1.0, std::ceil(34 / slot)));
    for (std::size_t i = 0; i < row.points.size(); ++i) {
        const auto& point = row.points[i];
        const double middle = x + axis + slot * (static_cast<double>(i) + 0.5);
        plot.picture().open({}, fmt::format("{}, {}: {} ({}\u2013{})", row.name, point.year, point.count,
                                            fixed_text(point.range.low, 1, language == Language::nl),
                                            fixed_text(point.range.high, 1, language == Language::nl)));
        plot.picture().shape("line", drawn(Tone::soft, 1.25,
                                           {{"x1", svg_number(middle)},
                                            {"x2", svg_number(middle)},
                                            {"y1", svg_number(height_of(point.range.low))},
                                            {"y2", svg_number(height_of(point.range.high))}}));
        plot.picture().shape(
            "circle", painted(Tone::complainant,
                              {{"cx", svg_number(middle)}, {"cy", svg_number(height_of(point.count))}, {"r", "3.5"}}));
        plot.picture().close();
        // Where years stand close, the first and the last speak for the rest, and stay within the panel.
        const bool is_close = slot < 34, is_last = i + 1 == row.points.size();
        if (!is_close || i == 0 || is_last)
            plot.label(is_close && is_last ? middle - 6 : middle + 6, height_of(point.count) + 4,
                       std::to_string(point.count), is_close && is_last ? "end" : "start", Tone::text, writing::small);
        if ((row.points.size() - 1 - i) % every == 0)
            plot.label(is_close && is_last ? x + width : middle, floor + 15, std::to_string(point.year),
                       is_close && is_last ? "end" : "middle", Tone::soft, writing::small);
    }
}

}  // namespace

Chart trend_chart(const AccidentTrend& trend, Language language, const ChartLook& look) {
    Chart chart{
        .title = std::string(
            trend.of == TrendOf::injury
                ? says(language, "Letselongevallen per gemeente per jaar", "Injury accidents per municipality per year")
                : says(language, "Ongevallen per gemeente per jaar", "Accidents per municipality per year")),
        .instead = instead_of(trend, language),
        .is_wide = true};
    chart.figures.head = {std::string(says(language, "gemeente", "municipality")),
                          std::string(says(language, "jaar", "year")),
                          std::string(says(language, "ongevallen", "accidents")),
                          std::string(says(language, "onderkant 95\u00a0%", "low 95%")),
                          std::string(says(language, "bovenkant 95\u00a0%", "high 95%"))};
    double most = 1;
    for (const auto& row : trend.rows)
        for (const auto& point : row.points) {
            chart.figures.rows.push_back({row.name, std::to_string(point.year), std::to_string(point.count),
                                          fixed_text(point.range.low, 1, language == Language::nl),
                                          fixed_text(point.range.high, 1, language == Language::nl)});
            most = std::max(most, point.range.high);
        }
    if (!chart.instead.empty()) return chart;
    chart.note = note_on(trend, language);

    const auto columns = static_cast<std::size_t>(std::max(1.0, std::floor((look.width + gap) / (260 + gap))));
    const std::size_t lines = (trend.rows.size() + columns - 1) / columns;
    const double width = (look.width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double line_height = panel_top + panel_height + panel_bottom + 12;
    Plot plot(look, line_height * static_cast<double>(lines), chart, {.top = 4, .bottom = 0});
    const CountScale scale(most);
    for (std::size_t i = 0; i < trend.rows.size(); ++i)
        panel(plot, trend.rows[i], static_cast<double>(i % columns) * (width + gap),
              plot.top() + static_cast<double>(i / columns) * line_height, width, scale, language);
    chart.svg = plot.done();
    return chart;
}

}  // namespace baken
