#pragma once
/// The sentences of a briefing sheet, from the project's figures. Plain text; whoever writes a page escapes it.

#include "model/project.hpp"

#include <string>
#include <vector>

namespace baken {

/// A label and what stands beside it.
struct BriefingLine {
    std::string label, text;
};

/// Road, limit, road manager, surroundings, whether it can be enforced there.
[[nodiscard]] std::vector<BriefingLine> place_lines(const Project&, const Hotspot&);
/// Why here, one point each: accidents, light, measured speed, complaints, rank with its range, norm.
[[nodiscard]] std::vector<std::string> why_lines(const Project&, std::size_t hotspot);
/// What to look at in a check on its theme, with what was measured or stands near where that is about the theme.
[[nodiscard]] std::vector<std::string> check_points(const Project&, const Check&);
/// Earlier checks at the place, the last one first, with what they gave; at most `most`.
[[nodiscard]] std::vector<std::string> earlier_checks(const Project&, const Check&, std::size_t most);
/// Where the data come from and up to when; what they cannot say; which program and settings made the sheet.
[[nodiscard]] std::string sources_line(const Project&);
[[nodiscard]] std::string limits_line(const Project&);
[[nodiscard]] std::string made_line(const Project&);

}  // namespace baken
