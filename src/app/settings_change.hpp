#pragma once
/// Rules changed by the program at the planner's word: what a relaxation says, written into the settings.

#include "model/project.hpp"

#include <string>
#include <vector>

namespace baken {

/// The settings text of the project with these values in place. Throws SettingsError where one cannot be.
[[nodiscard]] std::string settings_with(const Project&, const std::vector<SettingChange>&);

}  // namespace baken
