#pragma once
/// Settings changed in place, as text: comments, order and spelling of everything else stay as the person wrote them.
/// Each gives a text that read_settings takes, or throws SettingsError that says why it cannot be.

#include "model/settings.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace baken {

/// Sets one value: `key` is dotted ("rules.max_per_municipality", "rules.dark_days.checks_per_municipality"), `value` is
/// TOML ("5", "\"1200 m\"", "[2023, 2024]"). A key that is not there is added to its table, a table that is not there is
/// added to the text.
[[nodiscard]] std::string with_value(std::string_view text, std::string_view key, std::string_view value);

[[nodiscard]] std::string with_lock(std::string_view text, const Lock&);            ///< appends a [[lock]]
[[nodiscard]] std::string without_lock(std::string_view text, std::size_t index);   ///< takes the index-th [[lock]] out

/// Paths inside `folder` are written relative to it.
[[nodiscard]] std::string with_source(std::string_view text, const SourceSettings&, const std::filesystem::path& folder);
[[nodiscard]] std::string with_source_at(std::string_view text, std::size_t index, const SourceSettings&,
                                         const std::filesystem::path& folder);
[[nodiscard]] std::string without_source(std::string_view text, std::size_t index);

/// Settings of a new project: name, year, boundaries and nothing that has a default.
[[nodiscard]] std::string fresh_settings(std::string_view name, int year, const std::filesystem::path& boundaries,
                                         Language, const std::filesystem::path& folder);

}  // namespace baken
