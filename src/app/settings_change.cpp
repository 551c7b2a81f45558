#include "app/settings_change.hpp"

#include "config/edit_settings.hpp"

namespace baken {

std::string settings_with(const Project& project, const std::vector<SettingChange>& changes) {
    std::string text = project.settings_text;
    for (const SettingChange& change : changes) text = with_value(text, change.key, change.value);
    return text;
}

}  // namespace baken
