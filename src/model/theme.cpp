#include "model/theme.hpp"

namespace baken {

namespace {

struct ThemeNames {
    std::string_view code, dutch, english;
};
constexpr std::array<ThemeNames, theme_count> names{{
    {"speed", "snelheid", "speed"},
    {"alcohol_drugs", "alcohol en drugs", "alcohol and drugs"},
    {"distraction", "afleiding (telefoon)", "distraction (phone)"},
    {"lighting", "verlichting", "lighting"},
    {"school_zone", "schoolomgeving", "school zone"},
    {"seatbelt", "gordel", "seat belt"},
    {"heavy_traffic", "zwaar verkeer", "heavy traffic"},
    {"general_safety", "algemene verkeersveiligheid", "general safety"},
}};

}  // namespace

std::string_view code_of(Theme theme) { return names[index_of(theme)].code; }

std::optional<Theme> theme_from_code(std::string_view code) {
    for (const Theme theme : all_themes)
        if (code_of(theme) == code) return theme;
    return std::nullopt;
}

std::string_view name_of(Theme theme, Language language) {
    const ThemeNames& name = names[index_of(theme)];
    return says(language, name.dutch, name.english);
}

}  // namespace baken
