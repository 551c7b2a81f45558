#include "config/edit_steps.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace baken::edit_steps {

/// A text that already was TOML.
DocumentTable parsed(const std::string& text) { return parse_document(text, "settings"); }

std::optional<std::string> meaning(const std::string& text) {
    try {
        return canonical_text(parsed(text));
    } catch (const SettingsError&) {
        return std::nullopt;
    }
}

DocumentValue parsed_value(std::string_view value, const DocumentPath& path) {
    try {
        DocumentTable one = parse_document(fmt::format("x = {}\n", value), "value");
        if (one.entries.size() == 1 && one.entries[0].key == "x") return one.entries[0].value;
    } catch (const SettingsError&) {
        // said below, in the words of the key
    }
    throw SettingsError(fmt::format("{}: {} is not a value; write a number, \"text\" in quotes or a [list]",
                                    text_of(path), trimmed(value)));
}

DocumentValue* step_into(DocumentTable& table, const PathStep& step) {
    for (auto& entry : table.entries) {
        if (entry.key != step.key) continue;
        if (!step.index) return &entry.value;
        auto* list = std::get_if<DocumentArray>(&entry.value.is);
        return list != nullptr && *step.index < list->size() ? &(*list)[*step.index] : nullptr;
    }
    return nullptr;
}

void set(DocumentTable& table, const DocumentPath& path, std::size_t depth, const DocumentValue& value,
         const DocumentPath& whole) {
    DocumentValue* there = step_into(table, path[depth]);
    if (there == nullptr && path[depth].index)
        throw SettingsError(fmt::format("{}: there is no such {} in the settings", text_of(whole), path[depth].key));
    if (there == nullptr) {
        DocumentEntry entry{path[depth].key, {}, {}};
        entry.value.is = DocumentTable{};
        const auto at = std::find_if(table.entries.begin(), table.entries.end(),
                                     [&](const DocumentEntry& other) { return other.key > entry.key; });
        there = &table.entries.insert(at, std::move(entry))->value;
    }
    if (depth + 1 == path.size()) {
        there->is = value.is;
        return;
    }
    auto* inner = std::get_if<DocumentTable>(&there->is);
    if (inner == nullptr)
        throw SettingsError(fmt::format("{}: '{}' is not a table in the settings; correct it there first",
                                        text_of(whole), path[depth].key));
    set(*inner, path, depth + 1, value, whole);
}

void erase(DocumentTable& table, const DocumentPath& path) {
    DocumentTable* inner = &table;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) inner = &std::get<DocumentTable>(step_into(*inner, path[i])->is);
    std::erase_if(inner->entries, [&](const DocumentEntry& entry) { return entry.key == path.back().key; });
}

std::string line_end_of(std::string_view text) {
    const auto at = text.find('\n');
    return at != std::string_view::npos && at > 0 && text[at - 1] == '\r' ? "\r\n" : "\n";
}

std::string with_line_end(std::string text) {
    if (!text.empty() && text.back() != '\n') text += line_end_of(text);
    return text;
}

std::string put(std::string text, std::size_t at, const std::string& more) { return text.insert(at, more); }

std::string without_span(const std::string& text, TextSpan span) {
    return text.substr(0, span.begin) + text.substr(span.end);
}

/// One of several between commas, with the comma that it no longer needs.
std::string without_listed(const std::string& text, const std::vector<TextSpan>& listed, std::size_t index) {
    if (index + 1 < listed.size()) return without_span(text, {listed[index].begin, listed[index + 1].begin});
    if (index > 0) return without_span(text, {listed[index - 1].end, listed[index].end});
    std::size_t end = listed[index].end;
    const auto next = text.find_first_not_of(" \t\r\n", end);
    if (next != std::string::npos && text[next] == ',') end = next + 1;
    return without_span(text, {listed[index].begin, end});
}

SettingsError cannot_change(const std::string& what, const std::string& next_step) {
    return SettingsError(fmt::format("{} cannot be changed in the settings as they are written; {}", what, next_step));
}

/// The first text that means what is wanted.
std::string first_that_means(const std::vector<std::string>& texts, const DocumentTable& wanted,
                             const std::string& what, const std::string& next_step) {
    const std::string meant = canonical_text(wanted);
    for (const auto& text : texts)
        if (meaning(text) == meant) return text;
    throw cannot_change(what, next_step);
}

}  // namespace baken::edit_steps
