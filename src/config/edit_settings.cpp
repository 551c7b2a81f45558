#include "config/edit_settings.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "config/edit_document.hpp"
#include "config/read_settings.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>

namespace baken {

namespace {

/// What is handed out can be read back.
std::string checked(std::string text, std::string_view key) {
    with_context(std::string(key), [&] { (void)read_settings(text, "settings"); });
    return text;
}

std::string written_path(const std::filesystem::path& path, const std::filesystem::path& folder) {
    if (folder.empty() || path.is_absolute() != folder.is_absolute()) return path.generic_string();
    const auto relative = path.lexically_normal().lexically_relative(folder.lexically_normal());
    const bool is_inside = !relative.empty() && *relative.begin() != "..";
    return (is_inside ? relative : path).generic_string();
}

std::string inline_table(const std::map<std::string, std::string>& texts) {
    std::vector<std::string> parts;
    for (const auto& [key, value] : texts) parts.push_back(fmt::format("{} = {}", toml_key(key), toml_text(value)));
    return fmt::format("{{ {} }}", joined(parts, ", "));
}

std::string list_of(const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    for (const auto& text : texts) parts.push_back(toml_text(text));
    return fmt::format("[{}]", joined(parts, ", "));
}

const std::string* text_at(const DocumentTable& document, const std::string& key) {
    const auto* value = value_at(document, parse_path(key));
    return value != nullptr ? std::get_if<std::string>(&value->is) : nullptr;
}

/// Leaves the text alone where it says this already; an empty value takes the key out.
std::string with_text(const std::string& text, const std::string& key, const std::string& value) {
    const auto document = parse_document(text, "settings");
    if (value.empty()) return without_document_value(text, parse_path(key));
    const auto* there = text_at(document, key);
    if (there != nullptr && *there == value) return text;
    return with_document_value(text, parse_path(key), toml_text(value));
}

/// A table of texts becomes this one, key by key.
std::string with_texts(std::string text, const std::string& key, const std::map<std::string, std::string>& texts) {
    const DocumentPath path = parse_path(key);
    if (texts.empty()) return without_document_value(text, path);
    const auto document = parse_document(text, "settings");
    const auto* there = value_at(document, path);
    const auto* table = there != nullptr ? std::get_if<DocumentTable>(&there->is) : nullptr;
    if (table == nullptr) return with_document_value(text, path, inline_table(texts));
    for (const auto& entry : table->entries)
        if (!texts.contains(entry.key))
            text = without_document_value(text, parse_path(key + "." + toml_key(entry.key)));
    for (const auto& [name, value] : texts) text = with_text(text, key + "." + toml_key(name), value);
    return text;
}

const int usual_timeout = SourceSettings{}.timeout_seconds;

/// What a base map has besides its file.
std::string with_server(std::string text, const std::string& at, const SourceSettings& source,
                        const std::filesystem::path& folder) {
    text = with_text(text, at + ".url", source.url);
    text = with_text(text, at + ".layer", source.layer);
    text = with_text(text, at + ".proxy", source.proxy);
    text = with_text(text, at + ".cache", source.cache.empty() ? "" : written_path(source.cache, folder));
    if (source.timeout_seconds != usual_timeout)
        text = with_document_value(text, parse_path(at + ".timeout_seconds"), std::to_string(source.timeout_seconds));
    return text;
}

std::string default_to_nothing(const std::string& profile, const std::string* written) {
    return profile == "auto" && written == nullptr ? "" : profile;
}

}  // namespace

std::string with_value(std::string_view text, std::string_view key, std::string_view value) {
    return checked(with_document_value(std::string(text), parse_path(key), value), key);
}

std::string without_value(std::string_view text, std::string_view key) {
    return checked(without_document_value(std::string(text), parse_path(key)), key);
}

std::string with_lock(std::string_view text, const Lock& lock) {
    TableLines lines{{"municipality", toml_text(lock.municipality)}, {"date", to_iso(lock.date)}};
    if (lock.site) lines.emplace_back("site", toml_text(*lock.site));
    if (lock.theme) lines.emplace_back("theme", toml_text(code_of(*lock.theme)));
    if (lock.start) lines.emplace_back("start", toml_text(clock_text(*lock.start)));
    return checked(with_document_table(std::string(text), "lock", lines), "lock");
}

std::string without_lock(std::string_view text, std::size_t index) {
    return checked(without_document_table(std::string(text), "lock", index), "lock");
}

std::string with_source(std::string_view text, const SourceSettings& source, const std::filesystem::path& folder) {
    TableLines lines{{"kind", toml_text(word_of(source.kind))}};
    if (!source.path.empty()) lines.emplace_back("path", toml_text(written_path(source.path, folder)));
    if (source.profile != "auto") lines.emplace_back("profile", toml_text(source.profile));
    if (!source.crs.empty()) lines.emplace_back("crs", toml_text(source.crs));
    if (!source.encoding.empty()) lines.emplace_back("encoding", toml_text(source.encoding));
    if (!source.columns.empty()) lines.emplace_back("columns", inline_table(source.columns));
    std::string more = with_document_table(std::string(text), "source", lines);
    const std::size_t index = count_of_tables(parse_document(more, "settings"), "source") - 1;
    if (source.kind == SourceKind::basemap) more = with_server(more, fmt::format("source[{}]", index), source, folder);
    // A line for each category: there may be many.
    for (const auto& [category, theme] : source.themes)
        more = with_text(more, fmt::format("source[{}].themes.{}", index, toml_key(category)), theme);
    return checked(std::move(more), "source");
}

std::string with_source_at(std::string_view text, std::size_t index, const SourceSettings& source,
                           const std::filesystem::path& folder) {
    const std::string at = fmt::format("source[{}]", index);
    std::string changed(text);
    const auto document = parse_document(changed, "settings");
    const std::string path = source.path.empty() ? "" : written_path(source.path, folder);
    const auto* written = text_at(document, at + ".path");
    const bool is_same_file = written != nullptr && written_path(folder / *written, folder) == path;
    changed = with_text(changed, at + ".kind", std::string(word_of(source.kind)));
    if (!is_same_file) changed = with_text(changed, at + ".path", path);
    if (source.kind == SourceKind::basemap) changed = with_server(changed, at, source, folder);
    changed =
        with_text(changed, at + ".profile", default_to_nothing(source.profile, text_at(document, at + ".profile")));
    changed = with_text(changed, at + ".crs", source.crs);
    changed = with_text(changed, at + ".encoding", source.encoding);
    changed = with_texts(changed, at + ".columns", source.columns);
    if (value_at(document, parse_path(at + ".themes")) != nullptr || source.themes.empty())
        changed = with_texts(changed, at + ".themes", source.themes);
    else
        for (const auto& [category, theme] : source.themes)
            changed = with_text(changed, at + ".themes." + toml_key(category), theme);
    return checked(std::move(changed), at);
}

std::string without_source(std::string_view text, std::size_t index) {
    return checked(without_document_table(std::string(text), "source", index), "source");
}

std::string with_source_moved(std::string_view text, std::size_t from, std::size_t to) {
    std::string moved(text);
    for (; from < to; ++from) moved = with_document_tables_swapped(moved, "source", from);
    for (; from > to; --from) moved = with_document_tables_swapped(moved, "source", from - 1);
    return checked(std::move(moved), "source");
}

std::string with_region(std::string_view text, const RegionSettings& region, const std::filesystem::path& folder) {
    std::string changed(text);
    const std::string path = written_path(region.boundaries, folder);
    const auto document = parse_document(changed, "settings");
    const auto* written = text_at(document, "region.boundaries");
    if (written == nullptr || written_path(folder / *written, folder) != path)
        changed = with_text(changed, "region.boundaries", path);
    changed = with_text(changed, "region.name_column", region.name_column);
    changed = with_text(changed, "region.code_column", region.code_column);
    const DocumentPath municipalities = parse_path("region.municipalities");
    changed = region.municipalities.empty()
                  ? without_document_value(changed, municipalities)
                  : with_document_value(changed, municipalities, list_of(region.municipalities));
    return checked(std::move(changed), "region");
}

std::string fresh_settings(std::string_view name, int year, const RegionSettings& region, Language language,
                           const std::filesystem::path& folder) {
    std::string text =
        fmt::format("name = {}\nyear = {}\nlanguage = \"{}\"\n\n[region]\nboundaries = {}\n", toml_text(name), year,
                    language == Language::nl ? "nl" : "en", toml_text(written_path(region.boundaries, folder)));
    if (!region.name_column.empty()) text += fmt::format("name_column = {}\n", toml_text(region.name_column));
    if (!region.code_column.empty()) text += fmt::format("code_column = {}\n", toml_text(region.code_column));
    if (!region.municipalities.empty()) text += fmt::format("municipalities = {}\n", list_of(region.municipalities));
    return checked(std::move(text), "a new project");
}

std::string_view word_of(SourceKind kind) {
    switch (kind) {
        case SourceKind::accidents: return "accidents";
        case SourceKind::complaints: return "complaints";
        case SourceKind::measurements: return "measurements";
        case SourceKind::schools: return "schools";
        case SourceKind::roads: return "roads";
        case SourceKind::basemap: return "basemap";
    }
    throw InternalError("a kind of source without a word");
}

}  // namespace baken
