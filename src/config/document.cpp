#include "config/document.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

namespace baken {

namespace {

TextPlace place_of(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

DocumentValue value_of(const toml::node&);

DocumentArray array_of(const toml::array& array) {
    DocumentArray values;
    for (const auto& element : array) values.push_back(value_of(element));
    return values;
}

DocumentTable table_of(const toml::table& table) {
    DocumentTable ours;
    for (const auto& [key, node] : table)
        ours.entries.push_back({std::string(key.str()), place_of(key.source()), value_of(node)});
    std::sort(ours.entries.begin(), ours.entries.end(),
              [](const DocumentEntry& left, const DocumentEntry& right) { return left.key < right.key; });
    return ours;
}

DateAndTime date_and_time_of(const toml::date_time& moment) {
    const auto& [date, time, offset] = moment;
    return {fmt::format("{}T{:02}:{:02}:{:02}.{:09}{}", to_iso(make_date(date.year, date.month, date.day)), time.hour,
                        time.minute, time.second, time.nanosecond, offset ? fmt::format("{:+}", offset->minutes) : "")};
}

DocumentValue value_of(const toml::node& node) {
    DocumentValue value;
    value.at = place_of(node.source());
    switch (node.type()) {
        case toml::node_type::table: value.is = table_of(*node.as_table()); break;
        case toml::node_type::array: value.is = array_of(*node.as_array()); break;
        case toml::node_type::string: value.is = node.as_string()->get(); break;
        case toml::node_type::integer: value.is = node.as_integer()->get(); break;
        case toml::node_type::floating_point: value.is = node.as_floating_point()->get(); break;
        case toml::node_type::boolean: value.is = node.as_boolean()->get(); break;
        case toml::node_type::date: {
            const toml::date& date = node.as_date()->get();
            value.is = make_date(date.year, date.month, date.day);
            break;
        }
        case toml::node_type::time: {
            const toml::time& time = node.as_time()->get();
            value.is = ClockTime{time.hour * 60 + time.minute};
            break;
        }
        case toml::node_type::date_time: value.is = date_and_time_of(node.as_date_time()->get()); break;
        case toml::node_type::none: throw InternalError("a TOML value without a type");
    }
    return value;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string canonical(const DocumentValue& value) {
    struct Spelling {
        std::string operator()(bool is) const { return is ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return number_text(number); }
        std::string operator()(const std::string& text) const { return quoted(text); }
        std::string operator()(Date date) const { return to_iso(date); }
        std::string operator()(ClockTime time) const { return clock_text(time.minute_of_day); }
        std::string operator()(const DateAndTime& moment) const { return moment.text; }
        std::string operator()(const DocumentTable& table) const { return canonical_text(table); }
        std::string operator()(const DocumentArray& array) const {
            std::vector<std::string> parts;
            for (const auto& element : array) parts.push_back(canonical(element));
            return fmt::format("[{}]", joined(parts, ","));
        }
    };
    return std::visit(Spelling{}, value.is);
}

}  // namespace

const DocumentEntry* DocumentTable::find(std::string_view key) const {
    for (const auto& entry : entries)
        if (entry.key == key) return &entry;
    return nullptr;
}

DocumentTable parse_document(std::string_view text, const std::string& file) {
    try {
        return table_of(toml::parse(text));
    } catch (const toml::parse_error& error) {
        const TextPlace at = place_of(error.source());
        throw SettingsError(
            fmt::format("{}:{}:{}: this is not TOML: {}", file, at.line, at.column, error.description()));
    }
}

std::string canonical_text(const DocumentTable& table) {
    std::vector<std::string> parts;
    for (const auto& entry : table.entries)
        parts.push_back(fmt::format("{}:{}", quoted(entry.key), canonical(entry.value)));
    return fmt::format("{{{}}}", joined(parts, ","));
}

}  // namespace baken
