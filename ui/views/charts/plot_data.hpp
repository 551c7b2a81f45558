#pragma once
/// What a plot with an axis of places (years, months, weeks) draws: bars on each other, lines and intervals.

#include "ui/views/look.hpp"

#include <QString>

#include <optional>
#include <vector>

namespace baken {

using LookColour = QColor Look::*;  ///< looked up when drawn, so that a plot follows the palette

/// One layer of the bars, from the axis up.
struct PlotBars {
    QString name;
    LookColour colour = &Look::accent;
    std::vector<double> values;  ///< one per place
};

struct PlotLine {
    QString name;
    LookColour colour = &Look::text;
    std::vector<std::optional<double>> values;
    bool is_joined = true;  ///< false: points only
};

struct PlotRange {
    double low = 0, high = 0;
};

/// A word under the axis for the places from `first` on: "2025" under its months.
struct PlotGroup {
    int first = 0;
    QString text;
};

enum class PlotNumbers {
    none,
    totals,  ///< above the bars or points, where all of them fit
    parts    ///< and in each layer that has room for its own
};

struct PlotData {
    std::vector<QString> places;  ///< labels under the axis; empty ones are not written
    int first_label = 0;          ///< this place keeps its label where only some have room
    std::vector<PlotGroup> groups;
    std::vector<QString> tips;  ///< one per place: what hovering says
    std::vector<PlotBars> bars;
    std::vector<PlotLine> lines;
    std::vector<PlotRange> ranges;  ///< none, or one per place: a thin line from low to high
    std::vector<double> limits;     ///< none, or one per place: a step line that should not be passed
    QString limit_name;
    PlotNumbers numbers = PlotNumbers::none;
    double top = 0;           ///< the axis goes at least this far: plots side by side share it
    double lines_high = 8;    ///< height of the plot, in lines of text
    bool names_parts = true;  ///< the names of bars and lines are written beside them, or above where too wide

    [[nodiscard]] double highest() const;  ///< of bars, lines, intervals and limits
};

/// The end of the axis and the distance of its grid lines, from zero: whole, round, at most `most` lines above zero.
struct NiceAxis {
    double top = 1, step = 1;
};
[[nodiscard]] NiceAxis nice_axis(double highest, int most);

}  // namespace baken
