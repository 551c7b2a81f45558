#include "config/edit_document.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

namespace baken {

namespace {

const std::string settings_name = "settings";

/// A text that already was TOML.
DocumentTable parsed(const std::string& text) { return parse_document(text, settings_name); }

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

/// What a text can mean without the value: a table that only its keys made may go with the last of them.
std::vector<std::string> meanings_without(DocumentTable document, const DocumentPath& path) {
    erase(document, path);
    std::vector<std::string> meanings{canonical_text(document)};
    for (DocumentPath above(path.begin(), path.end() - 1); !above.empty() && !above.back().index; above.pop_back()) {
        const auto* table = std::get_if<DocumentTable>(&value_at(document, above)->is);
        if (table == nullptr || !table->entries.empty()) break;
        erase(document, above);
        meanings.push_back(canonical_text(document));
    }
    return meanings;
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

/// A statement on a line of its own, at `at`, which is where a line begins or the end of the text.
std::string put_line(const std::string& text, std::size_t at, const std::string& line) {
    const bool is_open = at > 0 && text[at - 1] != '\n' && !(at == 3 && static_cast<unsigned char>(text[0]) == 0xEF);
    return put(text, at, (is_open ? line_end_of(text) : "") + line + line_end_of(text));
}

std::string dotted(DocumentPath::const_iterator begin, DocumentPath::const_iterator end) {
    std::string key;
    for (; begin != end; ++begin) key += (key.empty() ? "" : ".") + toml_key(begin->key);
    return key;
}

std::string indent_of(const std::string& text, const TextSpan& lines) {
    const auto first = text.find_first_not_of(" \t", lines.begin);
    return text.substr(lines.begin, std::min(first, lines.end) - lines.begin);
}

/// Ways to add a value to a text, best first. A way may be wrong: the caller reads what comes out.
class Additions {
public:
    Additions(const std::string& text, const DocumentPath& path, std::string_view value)
        : text_(text), map_(map_of(text)), path_(path), value_(value) {
        const std::size_t last = path.size() - 1;
        add_within(last);
        if (last == 0) return;
        if (last >= 2) add_as_inline_table(last - 1);
        add_header(last);
        for (std::size_t length = last; length-- > 0;) add_within(length);
    }
    [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }

private:
    [[nodiscard]] DocumentPath first(std::size_t length) const {
        return {path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(length)};
    }
    [[nodiscard]] std::string statement(std::size_t from) const {
        return dotted(path_.begin() + static_cast<std::ptrdiff_t>(from), path_.end()) + " = " + value_;
    }

    /// Into the table of the first `length` steps, where it is in the text.
    void add_within(std::size_t length) {
        const DocumentPath table = first(length);
        if (const auto* there = length > 0 ? map_.find(table) : nullptr; there != nullptr && there->opens_with == '{') {
            add_member(*there, statement(length));
            return;
        }
        const MappedValue* near = nullptr;  // the last line that speaks of the table
        for (const auto& value : map_.values)
            if (!value.is_inline && value.path.size() > length && starts_with(value.path, table) &&
                map_.sections[value.section].path.size() <= length)
                near = &value;
        if (near != nullptr) {
            const std::size_t from = map_.sections[near->section].path.size();
            texts_.push_back(put_line(text_, near->lines.end, indent_of(text_, near->lines) + statement(from)));
        } else if (length == 0) {
            texts_.push_back(put_line(text_, top(), statement(0)));
        } else if (const auto* section = map_.section(table)) {
            texts_.push_back(put_line(text_, section->end, statement(length)));
        }
    }
    void add_member(const MappedValue& table, const std::string& member) {
        if (table.members.empty())
            texts_.push_back(text_.substr(0, table.value.begin) + "{ " + member + " }" + text_.substr(table.value.end));
        else
            texts_.push_back(put(text_, table.members.back().end, ", " + member));
    }
    /// Where the first value of a text stands: before the first header, below a remark about the whole.
    [[nodiscard]] std::size_t top() const { return map_.sections.size() > 1 ? map_.sections[1].begin : text_.size(); }

    /// `dark_days = { from = ... }` in the table that is there.
    void add_as_inline_table(std::size_t length) {
        const DocumentPath table = first(length);
        const auto* section = map_.section(table);
        if (section == nullptr || map_.section(first(length + 1)) != nullptr) return;
        if (path_[length].index) return;
        texts_.push_back(put_line(text_, section->end,
                                  fmt::format("{} = {{ {} }}", toml_key(path_[length].key), statement(length + 1))));
    }

    /// [table] at the end of the text, or of the list's element that it belongs to.
    void add_header(std::size_t length) {
        const DocumentPath table = first(length);
        std::size_t at = text_.size();
        for (std::size_t i = 0; i < length; ++i) {
            if (!path_[i].index) continue;
            for (const auto& section : map_.sections)
                if (starts_with(section.path, first(i + 1))) at = section.end;
        }
        const std::string end = line_end_of(text_);
        std::string block = fmt::format("[{}]{}{}", dotted(table.begin(), table.end()), end, statement(length));
        if (at == text_.size() && !trimmed(text_).empty()) block = end + block;
        texts_.push_back(put_line(text_, at, block));
    }

    const std::string& text_;
    TextMap map_;
    const DocumentPath& path_;
    std::string value_;
    std::vector<std::string> texts_;
};

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

/// The inline table whose braces hold this value.
const MappedValue* holder_of(const TextMap& map, const MappedValue& value) {
    for (const auto& other : map.values)
        for (const auto& member : other.members)
            if (member.begin == value.key.begin) return &other;
    return nullptr;
}

/// The sections of the index-th table of a list, in the order of the text.
std::vector<MappedSection> sections_of(const TextMap& map, std::string_view name, std::size_t index) {
    std::vector<MappedSection> found;
    for (const auto& section : map.sections)
        if (starts_with(section.path, {PathStep{std::string(name), index}})) found.push_back(section);
    return found;
}

/// Past the blank lines that follow.
std::size_t past_blank_lines(const std::string& text, std::size_t at) {
    const auto next = text.find_first_not_of(" \t\r\n", at);
    if (next == std::string::npos) return text.size();
    const auto line = text.rfind('\n', next);
    return line == std::string::npos || line < at ? at : line + 1;
}

DocumentArray& list_in(DocumentTable& document, std::string_view name, std::size_t index) {
    auto* there = step_into(document, {std::string(name)});
    auto* list = there != nullptr ? std::get_if<DocumentArray>(&there->is) : nullptr;
    if (list == nullptr || index >= list->size())
        throw SettingsError(
            fmt::format("{}[{}]: the settings have {} of these", name, index, list == nullptr ? 0 : list->size()));
    return *list;
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

}  // namespace

std::string with_document_value(const std::string& text, const DocumentPath& path, std::string_view value) {
    const DocumentValue meant = parsed_value(value, path);
    DocumentTable wanted = parsed(text);
    set(wanted, path, 0, meant, path);
    const std::string written(trimmed(value));
    std::vector<std::string> texts;
    if (const auto* there = map_of(text).find(path); there != nullptr)
        texts.push_back(text.substr(0, there->value.begin) + written + text.substr(there->value.end));
    else
        texts = Additions(text, path, written).texts();
    return first_that_means(texts, wanted, text_of(path), "set it there by hand");
}

std::string without_document_value(const std::string& text, const DocumentPath& path) {
    const DocumentTable before = parsed(text);
    if (value_at(before, path) == nullptr) return text;
    const TextMap map = map_of(text);
    std::string shorter = text;
    if (const auto* there = map.find(path); there != nullptr && there->is_inline) {
        const auto* holder = holder_of(map, *there);
        for (std::size_t i = 0; holder != nullptr && i < holder->members.size(); ++i)
            if (holder->members[i].begin == there->key.begin) shorter = without_listed(text, holder->members, i);
    } else {
        for (auto value = map.values.rbegin(); value != map.values.rend(); ++value)
            if (!value->is_inline && starts_with(value->path, path) &&
                !starts_with(map.sections[value->section].path, path))
                shorter = without_span(shorter, value->lines);
        for (auto section = map.sections.rbegin(); section != map.sections.rend(); ++section)
            if (starts_with(section->path, path)) shorter = without_span(shorter, {section->begin, section->end});
    }
    const auto wanted = meanings_without(before, path);
    if (const auto meant = meaning(shorter); meant && std::find(wanted.begin(), wanted.end(), *meant) != wanted.end())
        return shorter;
    throw cannot_change(text_of(path), "take it out by hand");
}

std::string with_document_table(const std::string& text, std::string_view name, const TableLines& lines) {
    DocumentTable wanted = parsed(text);
    const std::size_t count = count_of_tables(wanted, name);
    DocumentValue element;
    element.is = DocumentTable{};
    for (const auto& [key, value] : lines) {
        const DocumentPath path = parse_path(key);
        set(std::get<DocumentTable>(element.is), path, 0, parsed_value(value, path), path);
    }
    if (auto* there = step_into(wanted, {std::string(name)}))
        std::get<DocumentArray>(there->is).push_back(element);
    else
        set(wanted, {{std::string(name)}}, 0, DocumentValue{DocumentArray{element}, {}}, {{std::string(name)}});

    const TextMap map = map_of(text);
    std::vector<std::string> parts;
    for (const auto& [key, value] : lines) parts.push_back(fmt::format("{} = {}", key, value));
    if (const auto* list = map.find({{std::string(name)}}); list != nullptr && list->opens_with == '[') {
        const std::string one = fmt::format("{{ {} }}", joined(parts, ", "));
        const std::string more = list->elements.empty() ? put(text, list->value.end - 1, one)
                                                        : put(text, list->elements.back().end, ", " + one);
        return first_that_means({more}, wanted, std::string(name), "add it by hand");
    }
    const std::string end = line_end_of(text);
    std::string whole = with_line_end(text);
    std::size_t at = whole.size();
    if (count > 0) at = std::min(sections_of(map_of(whole), name, count - 1).back().end, at);
    std::string block = (at > 0 ? end : "") + fmt::format("[[{}]]{}", toml_key(name), end);
    for (const auto& part : parts) block += part + end;
    return first_that_means({put(whole, at, block)}, wanted, std::string(name), "add it by hand");
}

std::string without_document_table(const std::string& text, std::string_view name, std::size_t index) {
    DocumentTable wanted = parsed(text);
    DocumentArray& list = list_in(wanted, name, index);
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
    const bool is_empty = list.empty();
    const TextMap map = map_of(text);
    const std::string what = fmt::format("{}[{}]", name, index);
    if (const auto* there = map.find({{std::string(name)}}))
        return first_that_means({without_listed(text, there->elements, index)}, wanted, what, "take it out by hand");
    if (is_empty) erase(wanted, {{std::string(name)}});
    const auto sections = sections_of(map, name, index);
    std::string shorter = text;
    for (auto section = sections.rbegin(); section != sections.rend(); ++section) {
        TextSpan span{section->begin, past_blank_lines(text, section->end)};
        if (span.end == text.size() && span.begin > 0) {  // the blank line above it went with it
            const auto last = text.find_last_not_of(" \t\r\n", span.begin - 1);
            const auto line = last == std::string::npos ? 0 : text.find('\n', last) + 1;
            span.begin = std::min(span.begin, line);
        }
        shorter = without_span(shorter, span);
    }
    return first_that_means({shorter}, wanted, what, "take it out by hand");
}

std::string with_document_tables_swapped(const std::string& text, std::string_view name, std::size_t index) {
    const std::string whole = with_line_end(text);
    DocumentTable wanted = parsed(whole);
    DocumentArray& list = list_in(wanted, name, index + 1);
    std::swap(list[index], list[index + 1]);
    const TextMap map = map_of(whole);
    TextSpan first, second;
    if (const auto* there = map.find({{std::string(name)}})) {
        first = there->elements[index];
        second = there->elements[index + 1];
    } else {
        const auto ones = sections_of(map, name, index), others = sections_of(map, name, index + 1);
        first = {ones.front().begin, ones.back().end};
        second = {others.front().begin, others.back().end};
    }
    std::vector<std::string> texts;
    if (first.end <= second.begin)
        texts.push_back(whole.substr(0, first.begin) + whole.substr(second.begin, second.size()) +
                        whole.substr(first.end, second.begin - first.end) + whole.substr(first.begin, first.size()) +
                        whole.substr(second.end));
    return first_that_means(texts, wanted, fmt::format("the order of {}", name), "change it by hand");
}

std::size_t count_of_tables(const DocumentTable& document, std::string_view name) {
    const auto* entry = document.find(name);
    const auto* list = entry != nullptr ? std::get_if<DocumentArray>(&entry->value.is) : nullptr;
    return list != nullptr ? list->size() : 0;
}

const DocumentValue* value_at(const DocumentTable& document, const DocumentPath& path) {
    const DocumentTable* table = &document;
    const DocumentValue* value = nullptr;
    for (const auto& step : path) {
        if (table == nullptr) return nullptr;
        const auto* entry = table->find(step.key);
        if (entry == nullptr) return nullptr;
        value = &entry->value;
        if (step.index) {
            const auto* list = std::get_if<DocumentArray>(&value->is);
            if (list == nullptr || *step.index >= list->size()) return nullptr;
            value = &(*list)[*step.index];
        }
        table = std::get_if<DocumentTable>(&value->is);
    }
    return value;
}

}  // namespace baken
