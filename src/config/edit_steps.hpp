#pragma once
/// The steps that edits of a TOML text share: reading it, changing the same thing in its meaning, cutting and putting.
/// Inside of edit_document and edit_tables.

#include "base/error.hpp"
#include "config/edit_document.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken::edit_steps {

/// A text that already was TOML.
DocumentTable parsed(const std::string& text);
std::optional<std::string> meaning(const std::string& text);
DocumentValue parsed_value(std::string_view value, const DocumentPath& path);
DocumentValue* step_into(DocumentTable& table, const PathStep& step);
void set(DocumentTable& table, const DocumentPath& path, std::size_t depth, const DocumentValue& value,
         const DocumentPath& whole);
void erase(DocumentTable& table, const DocumentPath& path);
std::string line_end_of(std::string_view text);
std::string with_line_end(std::string text);
std::string put(std::string text, std::size_t at, const std::string& more);
std::string without_span(const std::string& text, TextSpan span);
/// One of several between commas, with the comma that it no longer needs.
std::string without_listed(const std::string& text, const std::vector<TextSpan>& listed, std::size_t index);
SettingsError cannot_change(const std::string& what, const std::string& next_step);
/// The first text that means what is wanted.
std::string first_that_means(const std::vector<std::string>& texts, const DocumentTable& wanted,
                             const std::string& what, const std::string& next_step);

}  // namespace baken::edit_steps
