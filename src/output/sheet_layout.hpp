#pragma once
/// How wide the columns of a sheet are and how high its rows: worked out from what is in them, because not every
/// program does so when it opens a file. Widths in digits, heights in points.

#include "output/sheet.hpp"

#include <vector>

namespace baken {

[[nodiscard]] std::vector<double> widths_of(const Sheet&);  ///< one per column
[[nodiscard]] double height_of(const Sheet&, const std::vector<SheetCell>& row, const std::vector<double>& widths);
[[nodiscard]] double head_height(const Sheet&, const std::vector<double>& widths);

}  // namespace baken
