#include "output/sheet_layout.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr double most_of_a_label = 26, filter_button = 3, least_width = 7, margin = 2.2, bold_wider = 1.08;
constexpr double line_height = 15, most_of_a_row = 400;

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Of the longest line.
std::size_t letters_wide(const std::string& text) {
    std::size_t widest = 0;
    for (const auto& one : split(text, '\n')) widest = std::max(widest, letters_in(one));
    return widest;
}

/// That a text takes when it is broken between words.
int lines_in(const std::string& text, double width) {
    int lines = 0;
    for (const auto& paragraph : split(text, '\n')) {
        double filled = 0;
        ++lines;
        for (const auto& word : split(paragraph, ' ')) {
            const auto letters = static_cast<double>(letters_in(word));
            if (filled > 0 && filled + 1 + letters > width) {
                ++lines;
                filled = 0;
            }
            filled += (filled > 0 ? 1 : 0) + letters;
            for (; filled > width; filled -= width) ++lines;
        }
    }
    return std::max(1, lines);
}

std::size_t longest_word(const std::string& text) {
    std::size_t longest = 0;
    for (const auto& word : split(text, ' ')) longest = std::max(longest, letters_in(word));
    return longest;
}

double width_of(const SheetCell& cell, CellFormat format) {
    if (std::holds_alternative<std::monostate>(cell)) return 0;
    if (const auto* text = std::get_if<std::string>(&cell)) return static_cast<double>(letters_wide(*text));
    switch (format) {
        case CellFormat::day: return 14;
        case CellFormat::clock: return 6;
        case CellFormat::share: return 5;
        default: break;
    }
    const double number = std::holds_alternative<double>(cell) ? std::get<double>(cell)
                          : std::holds_alternative<std::int64_t>(cell)
                              ? static_cast<double>(std::get<std::int64_t>(cell))
                              : 0;
    return 4 + std::floor(1.34 * std::log10(std::max(1.0, std::abs(number))));
}

}  // namespace

std::vector<double> widths_of(const Sheet& sheet) {
    std::vector<double> widths;
    double label = 0;
    for (const SheetFact& fact : sheet.facts) label = std::max(label, static_cast<double>(letters_in(fact.label)));
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        const SheetColumn& column = sheet.columns[c];
        double widest = 0;
        for (const auto& cells : sheet.rows) widest = std::max(widest, width_of(cells[c], column.format));
        if (!sheet.totals.empty()) widest = std::max(widest, width_of(sheet.totals[c], column.format));
        if (column.format == CellFormat::wrapped || column.format == CellFormat::free)
            widest = std::min(widest, column.widest);
        const double heading = static_cast<double>(longest_word(column.heading)) * bold_wider + filter_button;
        double width = std::max({widest + margin, heading, least_width});
        if (c == 0) width = std::max(width, std::min(label, most_of_a_label) + margin);
        widths.push_back(std::min(width, 80.0));
    }
    return widths;
}

/// Set and not left to the reader's program, because not all of them work it out when they open a file.
double height_of(const Sheet& sheet, const std::vector<SheetCell>& cells, const std::vector<double>& widths) {
    int lines = 1;
    for (std::size_t c = 0; c < cells.size(); ++c)
        if (const auto* text = std::get_if<std::string>(&cells[c]);
            text != nullptr && sheet.columns[c].format == CellFormat::wrapped)
            lines = std::max(lines, lines_in(*text, widths[c] - margin));
    return std::min(lines * line_height, most_of_a_row);
}

double head_height(const Sheet& sheet, const std::vector<double>& widths) {
    int lines = 1;
    for (std::size_t c = 0; c < sheet.columns.size(); ++c)
        lines = std::max(lines, lines_in(sheet.columns[c].heading, (widths[c] - filter_button) / bold_wider));
    return (lines + 1) * line_height;  // the buttons of the filter stand below the words
}

}  // namespace baken
