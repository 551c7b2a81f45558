#include "intake/column_map.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

namespace {

std::size_t chosen_column(const std::vector<std::string>& columns, const std::string& ours, const std::string& theirs) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i] == theirs) return i;
    if (const auto found = find_column(columns, {folded(theirs)})) return *found;
    const auto near = nearest_word(theirs, columns);
    throw SettingsError(
        fmt::format("columns: '{}' is to be read from column '{}', which the file has not{}; it has: {}", ours, theirs,
                    near ? fmt::format(" (did you mean '{}'?)", *near) : "", listed(columns)));
}

}  // namespace

std::optional<std::size_t> ColumnMap::at(std::string_view ours) const {
    const auto found = columns_.find(ours);
    if (found == columns_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::size_t> find_column(const std::vector<std::string>& columns,
                                       const std::vector<std::string_view>& folded_names) {
    for (const auto name : folded_names)
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!name.empty() && folded(columns[i]) == name) return i;
    return std::nullopt;
}

ColumnMap map_columns(const std::vector<std::string>& columns, const std::vector<ColumnRule>& rules,
                      const std::map<std::string, std::string>& chosen) {
    std::vector<std::string> ours;
    for (const auto& rule : rules) ours.emplace_back(rule.ours);
    ColumnMap map;
    for (const auto& [name, theirs] : chosen) {
        if (std::find(ours.begin(), ours.end(), name) == ours.end()) {
            const auto near = nearest_word(name, ours);
            throw SettingsError(
                fmt::format("columns: '{}' is nothing that is read from this kind of file{}; it can be: {}", name,
                            near ? fmt::format(" (did you mean '{}'?)", *near) : "", listed(ours)));
        }
        map.set(name, chosen_column(columns, name, theirs));
    }
    for (const auto& rule : rules) {
        if (map.has(rule.ours)) continue;
        if (const auto column = find_column(columns, rule.theirs)) map.set(rule.ours, *column);
    }
    return map;
}

std::string listed(const std::vector<std::string>& names, std::size_t at_most) {
    if (names.size() <= at_most) return joined(names, ", ");
    const std::vector<std::string> first(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(at_most));
    return fmt::format("{} and {} more", joined(first, ", "), names.size() - at_most);
}

}  // namespace baken
