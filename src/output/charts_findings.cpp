#include "output/charts_findings.hpp"

#include "base/text.hpp"
#include "output/chart_plot.hpp"
#include "output/findings_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

/// From zero to a round number at or above `most` in at most four round steps; K is no whole number.
struct LengthScale {
    double step = 1, top = 1;
    int decimals = 0;

    explicit LengthScale(double most) {
        const double least = std::max(most, 1e-9) / 4;
        const double power = std::pow(10, std::floor(std::log10(least)));
        for (const double base : {1.0, 2.0, 5.0, 10.0}) {
            step = base * power;
            if (step >= least * (1 - 1e-9)) break;
        }
        top = step * std::max(1.0, std::ceil(most / step - 1e-9));
        decimals = std::clamp(-static_cast<int>(std::floor(std::log10(step) + 1e-9)), 0, 6);
    }
};

class Drawing {
public:
    Drawing(const NetworkDistances& series, Language language, const ChartLook& look, const Chart& chart)
        : series_(series),
          language_(language),
          plot_(look, 190, chart, {.left = 44, .top = 10, .right = 76, .bottom = 26}),
          scale_(highest(series)),
          farthest_(series.rows.back().distance) {}

    std::string done() {
        grid();
        band();
        line();
        return plot_.done();
    }

private:
    static double highest(const NetworkDistances& series) {
        double most = 0;
        for (const auto& row : series.rows) most = std::max({most, row.observed, row.high});
        return most;
    }
    [[nodiscard]] double x(double metres) const { return plot_.left() + plot_.width() * metres / farthest_; }
    [[nodiscard]] double y(double k) const { return plot_.y(std::max(0.0, k) / scale_.top); }
    [[nodiscard]] std::string spot(double metres, double k) const {
        return svg_number(x(metres)) + " " + svg_number(y(k));
    }

    void grid() {
        const int steps = static_cast<int>(std::round(scale_.top / scale_.step));
        for (int i = 0; i <= steps; ++i) {
            const double at = y(i * scale_.step);
            plot_.picture().shape("line", drawn(i == 0 ? Tone::soft : Tone::line, 1,
                                                {{"x1", svg_number(plot_.left())},
                                                 {"x2", svg_number(plot_.right())},
                                                 {"y1", svg_number(at)},
                                                 {"y2", svg_number(at)}}));
            plot_.label(plot_.left() - 6, at + 4,
                        fixed_text(i * scale_.step, scale_.decimals, language_ == Language::nl), "end", Tone::soft,
                        writing::small);
        }
        const CountScale metres(farthest_, 5);
        for (int at = 0; at <= static_cast<int>(farthest_); at += metres.step)
            plot_.label(x(at), plot_.bottom() + 16, at == 0 ? "0 m" : std::to_string(at), "middle", Tone::soft,
                        writing::small);
    }

    void band() {
        std::string path;
        for (const auto& row : series_.rows) path += (path.empty() ? "M" : "L") + spot(row.distance, row.high);
        for (auto row = series_.rows.rbegin(); row != series_.rows.rend(); ++row)
            path += "L" + spot(row->distance, row->low);
        plot_.picture().shape("path", painted(Tone::step2, {{"d", path + "Z"}}));
    }

    void line() {
        std::string path;
        for (const auto& row : series_.rows) path += (path.empty() ? "M" : "L") + spot(row.distance, row.observed);
        plot_.picture().shape("path", drawn(Tone::complainant, 2, {{"d", path}, {"stroke-linejoin", "round"}}));
        // Each beside its end; where they would touch, the higher moves up and the lower down.
        const auto& last = series_.rows.back();
        double of_line = y(last.observed) + 4, of_band = y((last.low + last.high) / 2) + 4;
        constexpr double room = 15;
        if (const double between = std::abs(of_line - of_band); between < room) {
            const double part = (room - between) / 2;
            const bool is_line_higher = of_line <= of_band;
            of_line += is_line_higher ? -part : part;
            of_band += is_line_higher ? part : -part;
        }
        plot_.label(plot_.right() + 6, of_line, says(language_, "gevonden", "found"), "start", Tone::text,
                    writing::label, true);
        plot_.label(plot_.right() + 6, of_band, says(language_, "bij toeval", "by chance"));
    }

    const NetworkDistances& series_;
    Language language_;
    Plot plot_;
    LengthScale scale_;
    double farthest_;
};

}  // namespace

Chart network_k_chart(const NetworkDistances& series, Language language, const ChartLook& look) {
    Chart chart{.title = std::string(says(language, "Hoe ongevallen langs de weg bij elkaar liggen (netwerk-K, m weg)",
                                          "How accidents lie together along the road (network K, m of road)")),
                .instead = instead_of(series, language)};
    const bool is_dutch = language == Language::nl;
    chart.figures.head = {
        std::string(says(language, "afstand (m)", "distance (m)")), std::string(says(language, "gevonden", "found")),
        std::string(says(language, "bij toeval van", "by chance from")), std::string(says(language, "tot", "to"))};
    const bool is_large = !series.rows.empty() && series.rows.back().observed >= 100;
    const auto figure = [&](double k) { return fixed_text(k, is_large ? 0 : 2, is_dutch); };
    for (const auto& row : series.rows)
        chart.figures.rows.push_back(
            {fixed_text(row.distance, 0, is_dutch), figure(row.observed), figure(row.low), figure(row.high)});
    if (!chart.instead.empty()) return chart;
    chart.note = note_on(series, language);
    chart.svg = Drawing(series, language, look, chart).done();
    return chart;
}

}  // namespace baken
