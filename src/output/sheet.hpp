#pragma once
/// A sheet of a workbook as values: typed columns, rows, and what stands below them. `workbook.hpp` writes it; here is
/// nothing of a file format.

#include "base/date.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace baken {

/// Of the day, local; past 1440 it is the same hour of the next day.
struct ClockTime {
    int minute = 0;
    auto operator<=>(const ClockTime&) const = default;
};

/// monostate: an empty cell, which means not known. A text stays a text, whatever it begins with.
using SheetCell = std::variant<std::monostate, std::string, std::int64_t, double, Date, ClockTime>;

/// wrapped: broken between words. free: in one line that runs on over what is empty beside it, for a last column.
enum class CellFormat { text, wrapped, free, whole, tenths, share, day, clock };

/// How a cell that begins with a word is tinted. The word says it, the tint helps to find it.
enum class Tone { good, attention, quiet };
struct SheetMark {
    std::string word;
    Tone tone = Tone::good;
};

struct SheetColumn {
    std::string heading;
    CellFormat format = CellFormat::text;
    double widest = 40;                 ///< characters, of texts that are wrapped or free
    std::vector<SheetMark> marks = {};  ///< the first that fits
    bool is_printed = true;             ///< false: for the screen; columns after it are not printed either
};

struct SheetFact {
    std::string label;
    SheetCell value;
    CellFormat format = CellFormat::text;
};

struct Sheet {
    std::string name;
    std::vector<SheetColumn> columns;
    std::vector<std::vector<SheetCell>> rows;  ///< one cell per column
    std::vector<SheetCell> totals = {};        ///< a last row that no filter hides; empty: none
    std::vector<SheetFact> facts = {};         ///< label and value, below the rows
};

}  // namespace baken
