#include "config/edit_document.hpp"

#include "base/text.hpp"
#include "config/edit_steps.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace baken {

using namespace edit_steps;

namespace {

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

/// The inline table whose braces hold this value.
const MappedValue* holder_of(const TextMap& map, const MappedValue& value) {
    for (const auto& other : map.values)
        for (const auto& member : other.members)
            if (member.begin == value.key.begin) return &other;
    return nullptr;
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
