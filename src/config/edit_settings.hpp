#pragma once
/// Settings changed in place, as text: comments, order and spelling of everything else stay as the person wrote them.
/// Each gives a text that read_settings takes, or throws SettingsError that names the key and says why it cannot be.
///
///     text = with_value(text, "rules.max_per_municipality", "7");
///     text = without_lock(with_lock(text, lock), 0);

#include "model/settings.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// Sets one value: `key` is dotted ("rules.max_per_municipality", "rules.dark_days.checks_per_municipality",
/// "crew[0].checks_per_week"), `value` is TOML ("5", "\"1200 m\"", "[2023, 2024]"). A key that is not there is added to
/// its table, a table that is not there is added to the text.
[[nodiscard]] std::string with_value(std::string_view text, std::string_view key, std::string_view value);
/// Takes a key out, so that its default holds; nothing changes where it is not there.
[[nodiscard]] std::string without_value(std::string_view text, std::string_view key);

[[nodiscard]] std::string with_lock(std::string_view text, const Lock&);           ///< appends a [[lock]]
[[nodiscard]] std::string without_lock(std::string_view text, std::size_t index);  ///< takes the index-th [[lock]] out

/// Appends a [[source]]. Paths inside `folder` are written relative to it.
[[nodiscard]] std::string with_source(std::string_view text, const SourceSettings&,
                                      const std::filesystem::path& folder);
/// The index-th [[source]] becomes this one; what is the same stays as it is written.
[[nodiscard]] std::string with_source_at(std::string_view text, std::size_t index, const SourceSettings&,
                                         const std::filesystem::path& folder);
[[nodiscard]] std::string without_source(std::string_view text, std::size_t index);
/// The source at `from` comes to stand at `to`; of rows that two sources have, the first source's count.
[[nodiscard]] std::string with_source_moved(std::string_view text, std::size_t from, std::size_t to);

/// Another file of boundaries, and which of its municipalities (none: all).
[[nodiscard]] std::string with_region(std::string_view text, const RegionSettings&,
                                      const std::filesystem::path& folder);

/// Settings of a new project: name, year, language, the region, and nothing that has a default.
[[nodiscard]] std::string fresh_settings(std::string_view name, int year, const RegionSettings&, Language,
                                         const std::filesystem::path& folder);

/// The words of the settings: "accidents", "complaints", "roads".
[[nodiscard]] std::string_view word_of(SourceKind);

}  // namespace baken
