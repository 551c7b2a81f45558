#pragma once
/// The visible rule that turns a complaint's category into the theme of a check, or leaves it out. The table stands in
/// complaint_themes.cpp; the settings' `themes` go before it.

#include "model/theme.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

struct ThemeRule {
    /// Words of a category, folded: " te hard" at the start of a word, "verlichting" anywhere, " licht " the whole
    /// word.
    std::vector<std::string_view> words;
    std::optional<Theme> theme;  ///< nothing: left out
    std::string_view why;
};

/// In order; the first that matches decides.
[[nodiscard]] const std::vector<ThemeRule>& theme_rules();

class ComplaintThemes {
public:
    /// `chosen`: category in the file -> theme code or "none". Throws SettingsError for a code that is no theme.
    explicit ComplaintThemes(const std::map<std::string, std::string>& chosen);

    /// The subcategory decides where a rule knows it, else the category; nothing: left out.
    [[nodiscard]] std::optional<Theme> theme_of(std::string_view category, std::string_view subcategory);
    /// Categories of the settings that no row had.
    [[nodiscard]] std::vector<std::string> never_met() const;

private:
    struct Choice {
        std::string written;
        std::optional<Theme> theme;
        bool is_met = false;
    };
    Choice* choice_for(const std::string& folded_name);

    std::map<std::string, Choice> chosen_;  ///< by folded category
    std::map<std::string, std::optional<Theme>, std::less<>> decided_;
};

/// "Afval / Dumping", or the one there is.
[[nodiscard]] std::string category_path(std::string_view category, std::string_view subcategory);

}  // namespace baken
