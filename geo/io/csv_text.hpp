#pragma once
/// A table as comma-separated text, for programs or for Excel in Dutch (see LayerFormat).

#include "base/work.hpp"
#include "geo/io/feature.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string csv_text(const FeatureTable&, const Work&);
[[nodiscard]] std::string dutch_csv_text(const FeatureTable&, const Work&);

/// The text, with an apostrophe in front where a spreadsheet would take it for a formula: = + - @, also full-width,
/// after blanks and control characters, and the prefixes by which OpenDocument tells formulas.
[[nodiscard]] std::string harmless(const std::string& text);

}  // namespace baken
