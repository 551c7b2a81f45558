#pragma once
/// Settings from TOML. Unknown keys, wrong types and impossible values are SettingsErrors that name file, line and
/// column, and say what would be right ("did you mean 'checks_per_municipality'?").

#include "model/settings.hpp"

#include <filesystem>
#include <string_view>

namespace baken {

/// `text` is the content of `file`; relative paths in it are taken from the file's folder.
[[nodiscard]] Settings read_settings(std::string_view text, const std::filesystem::path& file);

}  // namespace baken
