#include "geo/io/sheet.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace baken::sheet {

namespace {

constexpr std::size_t most_rows = 1'048'576, longest_text = 32'767;

/// Letters as UTF-16 counts them, which is what the limit of a cell is in.
std::size_t letters_of(std::string_view utf8) {
    std::size_t letters = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80) letters += byte >= 0xF0 ? 2 : 1;
    }
    return letters;
}

}  // namespace

void require_room(const FeatureTable& table) {
    if (table.rows.size() >= most_rows)
        throw InputError(
            fmt::format("the layer {} has {} rows, and a sheet holds {}; filter on a municipality or choose GeoPackage",
                        table.name, table.rows.size(), most_rows - 1));
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t i = 0; i < table.fields.size(); ++i)
            if (const auto* text = std::get_if<std::string>(&table.rows[row].values.at(i));
                text != nullptr && letters_of(*text) > longest_text)
                throw InputError(
                    fmt::format("row {} of the layer {}: '{}' is longer than the {} characters that a cell holds; "
                                "choose GeoPackage",
                                row + 1, table.name, table.fields[i].name, longest_text));
}

std::string heading(const Field& field) { return clean(field.alias.empty() ? field.name : field.alias); }

std::string clean(const std::string& text) {
    std::string whole = replaced(text, "\r\n", "\n");
    for (char& c : whole) {
        if (c == '\r') c = '\n';
        if (static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n') c = ' ';
    }
    // The two code points at the end of the plane are no characters of XML.
    whole = replaced(std::move(whole), "\xEF\xBF\xBE", " ");
    return replaced(std::move(whole), "\xEF\xBF\xBF", " ");
}

std::vector<int> widths(const FeatureTable& table) {
    constexpr std::size_t narrowest = 6, widest = 50, looked_at = 500;
    std::vector<int> all;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        const FieldType type = table.fields[i].type;
        std::size_t width = std::min<std::size_t>(letters_of(heading(table.fields[i])), 24) + 4;
        if (type == FieldType::date) width = std::max<std::size_t>(width, 11);
        if (type == FieldType::date_time) width = std::max<std::size_t>(width, 18);
        if (type == FieldType::text)
            for (std::size_t row = 0; row < std::min(looked_at, table.rows.size()); ++row)
                width = std::max(width, letters_of(text_of(table.rows[row].values.at(i))) + 2);
        all.push_back(static_cast<int>(std::clamp(width, narrowest, widest)));
    }
    return all;
}

bool is_exact(const Value& value) {
    constexpr std::int64_t whole_in_double = std::int64_t{1} << 53U;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return *number >= -whole_in_double && *number <= whole_in_double;
    if (const auto* number = std::get_if<double>(&value)) return std::isfinite(*number);
    return false;
}

std::string sheet_name(const std::string& name) {
    std::string kept;
    for (const char c : clean(name)) kept += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : '-';
    std::size_t letters = 0, bytes = 0;
    while (bytes < kept.size()) {
        std::size_t next = bytes + 1;
        while (next < kept.size() && (static_cast<unsigned char>(kept[next]) & 0xC0U) == 0x80) ++next;
        if (++letters > 31) break;
        bytes = next;
    }
    return bytes == 0 ? "1" : kept.substr(0, bytes);
}

std::string column_name(std::size_t index) {
    std::string name;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

}  // namespace baken::sheet
