#pragma once
/// Fines by kind as one cell that people read: "snelheid 12; telefoon 3". A semicolon or backslash inside a kind has a
/// backslash before it, so that every list comes back as it was.

#include "model/check.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

[[nodiscard]] std::string fines_text(const std::vector<CheckResult::Fines>&);
/// Nothing where a part does not end in a number.
[[nodiscard]] std::optional<std::vector<CheckResult::Fines>> fines_in(std::string_view);

}  // namespace baken
