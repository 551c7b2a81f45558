#pragma once
/// Names of ten characters for the tables that shapefiles have.

#include "geo/io/feature.hpp"

#include <string>
#include <vector>

namespace baken {

/// One per field, unique without regard to case, ASCII. The field's own short name, or its name where that is short
/// enough; else the name without vowels from its end on (the first letter of a word stays), cut at ten; one that is
/// taken ends in a number.
[[nodiscard]] std::vector<std::string> short_names(const std::vector<Field>&);

}  // namespace baken
