#include "config/edit_document.hpp"

#include "base/text.hpp"
#include "config/edit_steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace baken {

using namespace edit_steps;

namespace {

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

}  // namespace

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

}  // namespace baken
