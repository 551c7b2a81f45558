#pragma once
/// What a check looks for: the themes of the national traffic calendar.

#include "base/language.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace baken {

enum class Theme { speed, alcohol_drugs, distraction, lighting, school_zone, seatbelt, heavy_traffic, general_safety };

inline constexpr std::array all_themes{Theme::speed,         Theme::alcohol_drugs, Theme::distraction,
                                       Theme::lighting,      Theme::school_zone,   Theme::seatbelt,
                                       Theme::heavy_traffic, Theme::general_safety};
inline constexpr std::size_t theme_count = all_themes.size();

[[nodiscard]] constexpr std::size_t index_of(Theme theme) { return static_cast<std::size_t>(theme); }
[[nodiscard]] std::string_view code_of(Theme);  ///< "alcohol_drugs", as files write it
[[nodiscard]] std::optional<Theme> theme_from_code(std::string_view);
[[nodiscard]] std::string_view name_of(Theme, Language);  ///< "alcohol en drugs"

}  // namespace baken
