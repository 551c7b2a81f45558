#pragma once
/// Tables as a workbook, a sheet each: numbers are numbers, days are days, and a text is a text and never a formula.
/// The first row holds the headings (the alias of a field, or its name), stays in sight and has a filter.

#include "base/work.hpp"
#include "geo/io/feature.hpp"

#include <span>
#include <string>

namespace baken {

/// Line breaks in a text become LF; other control characters, which no workbook can hold, become blanks. Throws
/// InputError where a sheet cannot hold the rows (1,048,576) or a cell the text (32,767 characters).
[[nodiscard]] std::string xlsx_bytes(std::span<const FeatureTable> sheets, const Work&);
/// A text by which OpenDocument tells formulas (`of:=`, `oooc:=`, `msoxl:=`) gets an apostrophe in front: some readers
/// run it though it is typed as a text.
[[nodiscard]] std::string ods_bytes(std::span<const FeatureTable> sheets, const Work&);

}  // namespace baken
