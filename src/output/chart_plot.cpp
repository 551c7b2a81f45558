#include "output/chart_plot.hpp"

#include <algorithm>

namespace baken {

namespace {

constexpr double title_room = 22;

double top_of(const ChartLook& look, const PlotMargins& margins) {
    return margins.top + (look.has_title ? title_room : 0);
}

}  // namespace

SvgAttributes box(double x, double y, double width, double height, SvgAttributes more) {
    SvgAttributes all{{"x", svg_number(x)},
                      {"y", svg_number(y)},
                      {"width", svg_number(std::max(0.0, width))},
                      {"height", svg_number(std::max(0.0, height))}};
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return all;
}

Plot::Plot(const ChartLook& look, double height, const Chart& chart, const PlotMargins& margins)
    : width_(look.width),
      height_(height),
      top_(top_of(look, margins)),
      margins_(margins),
      picture_(look.width, top_of(look, margins) + height + margins.bottom, chart.title, chart.figures.spoken()) {
    if (look.has_title)
        label(0, 14, fitted(chart.title, look.width, writing::title, LetterWeight::bold), "start", Tone::text,
              writing::title, true);
}

void Plot::grid(const CountScale& scale) {
    for (int count = 0; count <= scale.top; count += scale.step) {
        const double at = y(scale.part(count));
        picture_.shape("line", drawn(count == 0 ? Tone::soft : Tone::line, 1,
                                     {{"x1", svg_number(left())},
                                      {"x2", svg_number(right())},
                                      {"y1", svg_number(at)},
                                      {"y2", svg_number(at)}}));
        label(left() - 6, at + 4, std::to_string(count), "end", Tone::soft, writing::small);
    }
}

void Plot::label(double x, double y, std::string_view words, std::string_view anchor, Tone tone, double size,
                 bool is_bold) {
    SvgAttributes look = painted(tone, {{"font-size", svg_number(size)}});
    if (anchor != "start") look.emplace_back("text-anchor", std::string(anchor));
    if (is_bold) look.emplace_back("font-weight", "bold");
    picture_.text(x, y, words, look);
}

void Plot::bar(double x, double y, double width, double height, const SvgAttributes& look, std::string_view tip) {
    picture_.open({}, tip);
    picture_.shape("rect", box(x, y, width, height, look));
    picture_.close();
}

}  // namespace baken
