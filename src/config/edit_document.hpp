#pragma once
/// TOML changed as text. Each function changes the few characters it must and then reads the text again: what comes out
/// means the same as before but for the one thing that was asked, or SettingsError says why that cannot be.
///
///     text = with_document_value(text, parse_path("rules.dark_days.from"), "\"11-01\"");

#include "config/document.hpp"
#include "config/text_map.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// `value` is TOML. A key that is not there is added to its table; a table that is not there is added to the text.
[[nodiscard]] std::string with_document_value(const std::string& text, const DocumentPath&, std::string_view value);
/// Takes a value out; nothing changes where it is not there.
[[nodiscard]] std::string without_document_value(const std::string& text, const DocumentPath&);

/// `key = value` lines of a table, the values as TOML.
using TableLines = std::vector<std::pair<std::string, std::string>>;

/// One more table in the list `name`, after those that are there.
[[nodiscard]] std::string with_document_table(const std::string& text, std::string_view name, const TableLines&);
/// Without the index-th table of the list, its sub-tables and the remarks right above it.
[[nodiscard]] std::string without_document_table(const std::string& text, std::string_view name, std::size_t index);
/// The index-th and the one after it change places.
[[nodiscard]] std::string with_document_tables_swapped(const std::string& text, std::string_view name,
                                                       std::size_t index);

/// Number of tables in the list `name`.
[[nodiscard]] std::size_t count_of_tables(const DocumentTable&, std::string_view name);
/// What stands there; nullptr: nothing.
[[nodiscard]] const DocumentValue* value_at(const DocumentTable&, const DocumentPath&);

}  // namespace baken
