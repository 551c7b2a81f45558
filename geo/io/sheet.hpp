#pragma once
/// What the two kinds of workbook share. For their writers.

#include "geo/io/feature.hpp"

#include <string>
#include <vector>

namespace baken::sheet {

/// Throws InputError: too many rows, too long a text.
void require_room(const FeatureTable&);
/// What stands above a column.
[[nodiscard]] std::string heading(const Field&);
/// With no control character but TAB and LF.
[[nodiscard]] std::string clean(const std::string& text);
/// Of each column, in letters, from what it holds: 6 to 50.
[[nodiscard]] std::vector<int> widths(const FeatureTable&);
/// True where the number is kept to its last digit by readers that count in doubles.
[[nodiscard]] bool is_exact(const Value&);
/// Sheets are called so: at most 31 letters, none of []:*?/\ and no apostrophe at an end.
[[nodiscard]] std::string sheet_name(const std::string&);

/// 0 -> "A", 27 -> "AB".
[[nodiscard]] std::string column_name(std::size_t index);

}  // namespace baken::sheet
