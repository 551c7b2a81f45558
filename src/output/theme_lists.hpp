#pragma once
/// What a crew looks at and takes along, per theme, in plain words.

#include "base/language.hpp"
#include "model/theme.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// Four or five short lines each.
[[nodiscard]] std::vector<std::string_view> what_to_check(Theme, Language);
/// One line: "laser- of radargun, statief, stopbord".
[[nodiscard]] std::string_view equipment_for(Theme, Language);
/// What to say to the public, and when, without giving the place away.
[[nodiscard]] std::string_view line_for_the_public(Theme, Language);
/// Kinds of fines that the theme is about, as results keep them; the first ones of the form.
[[nodiscard]] std::vector<std::string> fine_kinds_for(Theme);

}  // namespace baken
