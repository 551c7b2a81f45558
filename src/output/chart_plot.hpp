#pragma once
/// The sheet that a chart is drawn on: its title where that belongs to the picture, the area of the marks, and the
/// light horizontal grid.
///
///     Plot plot(look, 180, chart, {.left = 32, .right = 96});
///     plot.grid(scale);
///     plot.picture().shape("rect", painted(Tone::check, {{"x", svg_number(plot.left())}, ...}));

#include "output/chart.hpp"
#include "output/chart_ink.hpp"
#include "output/svg.hpp"

namespace baken {

/// Sizes of writing in the pictures.
namespace writing {
inline constexpr double label = 12, small = 11, title = 13;
}

struct PlotMargins {
    double left = 0, top = 8, right = 0, bottom = 24;
};

/// A box in a picture's units as attributes.
[[nodiscard]] SvgAttributes box(double x, double y, double width, double height, SvgAttributes more = {});

class Plot {
public:
    /// `height` of the area of the marks. The chart gives title and figures for a screen reader.
    Plot(const ChartLook&, double height, const Chart& chart, const PlotMargins&);

    [[nodiscard]] double left() const { return margins_.left; }
    [[nodiscard]] double right() const { return width_ - margins_.right; }
    [[nodiscard]] double top() const { return top_; }
    [[nodiscard]] double bottom() const { return top_ + height_; }
    [[nodiscard]] double width() const { return right() - left(); }
    [[nodiscard]] double height() const { return height_; }
    /// From the floor upwards.
    [[nodiscard]] double y(double part) const { return bottom() - part * height_; }

    /// Lines and their numbers, left of the area.
    void grid(const CountScale&);
    void label(double x, double y, std::string_view words, std::string_view anchor = "start", Tone tone = Tone::soft,
               double size = writing::label, bool is_bold = false);
    /// A bar with what it says when the pointer rests on it.
    void bar(double x, double y, double width, double height, const SvgAttributes& look, std::string_view tip);

    Svg& picture() { return picture_; }
    [[nodiscard]] std::string done() const { return picture_.done(); }

private:
    double width_, height_, top_;
    PlotMargins margins_;
    Svg picture_;
};

}  // namespace baken
