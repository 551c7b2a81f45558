#pragma once
/// A chart for a page: the drawing, or the sentence in its place; the note under it; and its figures, so that nobody
/// depends on the drawing.
///
///     const Chart years = years_chart(accident_years(project, here), language, {.width = 460});
///     page += parts.chart(years);

#include "base/language.hpp"
#include "output/text_width.hpp"

#include <string>
#include <vector>

namespace baken {

/// The figures of a chart as plain text, rows as long as the head.
struct ChartFigures {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;

    /// "2022: dodelijk 1, letsel 4; 2023: ...", at most so many rows.
    [[nodiscard]] std::string spoken(std::size_t rows = 12) const;
};

struct Chart {
    std::string title;    ///< with its unit
    std::string svg;      ///< empty: `instead` stands in its place
    std::string instead;  ///< a sentence; empty: the drawing stands
    std::string note;     ///< empty: none
    ChartFigures figures;
    bool is_wide = false;  ///< wants the whole width of the page
};

/// How a chart is to be drawn. Heights follow from what is in it.
struct ChartLook {
    double width = 460;
    bool has_title = false;  ///< in the picture: for pages that put pictures side by side without words between
};

/// As much of it as fits, with an ellipsis where something was left out.
[[nodiscard]] std::string fitted(const std::string& words, double width, double size,
                                 LetterWeight = LetterWeight::regular);
/// In lines that fit, broken at blanks; what is left over after `lines` gets an ellipsis.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& words, double width, double size, std::size_t lines);

/// From zero to a round number at or above `most`, in at most `steps` round steps, whole numbers only.
struct CountScale {
    int step = 1;
    int top = 1;
    CountScale(double most, int steps = 4);
    [[nodiscard]] double part(double count) const { return count / top; }
};

}  // namespace baken
