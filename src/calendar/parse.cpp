#include "calendar/calendar.hpp"

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace baken {

namespace {

struct Column {
    std::string_view name;
    std::vector<std::string_view> also;  ///< folded spellings, the name itself left out
    bool is_required = true;
};

/// A table with a header, whose rows are asked for fields by name.
class Table {
public:
    Table(std::string_view text, const std::vector<Column>& columns)
        : reader_(without_byte_order_mark(text), separator_of(without_byte_order_mark(text))) {
        if (!is_valid_utf8(text)) throw InputError("the text is not UTF-8; save the file as 'CSV UTF-8'");
        if (!reader_.next())
            throw InputError(
                fmt::format("the file is empty; its first line must name the columns {}", listed(columns)));
        for (const auto field : reader_.fields()) header_.emplace_back(trimmed(field));
        for (const auto& column : columns) find(column, columns);
    }

    bool next() {
        if (!reader_.next()) return false;
        if (!reader_.is_closed()) fail("a quote is opened and never closed; close it or take it away");
        if (reader_.fields().size() > header_.size())
            fail(fmt::format("{} fields where the header has {}; put a field that holds the separator between quotes",
                             reader_.fields().size(), header_.size()));
        return true;
    }

    [[nodiscard]] std::string text(std::string_view column) const {
        const auto place = places_.find(column);
        if (place == places_.end() || place->second >= reader_.fields().size()) return {};
        return std::string(trimmed(reader_.fields()[place->second]));
    }

    [[nodiscard]] std::string name() const {
        std::string name = text("name");
        if (name.empty()) fail("name is empty; write one");
        return name;
    }

    [[nodiscard]] Date date(std::string_view column) const {
        const std::string written = text(column);
        if (const auto iso = parse_iso_date(written)) return *iso;
        if (const auto dutch = parse_dutch_date(written)) return *dutch;
        fail(fmt::format("{} is '{}', which is no date; write it as 2027-10-08 or 8-10-2027", column, written));
    }

    /// First and last day.
    [[nodiscard]] std::pair<Date, Date> days() const {
        const Date from = date("from"), to = date("to");
        if (to < from)
            fail(fmt::format("it ends on {}, before it begins on {}; exchange the two", to_iso(to), to_iso(from)));
        return {from, to};
    }

    [[nodiscard]] std::size_t line() const { return reader_.line(); }

    [[noreturn]] void fail(const std::string& what) const {
        throw InputError(fmt::format("line {}: {}", reader_.line(), what));
    }

private:
    static std::string_view without_byte_order_mark(std::string_view text) {
        return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
    }

    static char separator_of(std::string_view text) {
        const std::string_view first_line = text.substr(0, text.find('\n', text.find_first_not_of("\r\n")));
        return std::count(first_line.begin(), first_line.end(), ';') > 0 ? ';' : ',';
    }

    static std::string listed(const std::vector<Column>& columns) {
        std::vector<std::string> names;
        for (const auto& column : columns) names.emplace_back(column.name);
        return joined(names, ", ");
    }

    void find(const Column& column, const std::vector<Column>& columns) {
        for (std::size_t i = 0; i < header_.size(); ++i) {
            const std::string key = folded(header_[i]);
            if (key != column.name && std::find(column.also.begin(), column.also.end(), key) == column.also.end())
                continue;
            if (!places_.emplace(column.name, i).second)
                fail(fmt::format("two columns are the column '{}'; keep one", column.name));
        }
        if (column.is_required && !places_.contains(column.name))
            fail(fmt::format("no column '{}' (this file has: {}); the columns are {}", column.name,
                             joined(header_, ", "), listed(columns)));
    }

    CsvReader reader_;
    std::vector<std::string> header_;
    std::map<std::string_view, std::size_t> places_;
};

Theme theme_in(const Table& table) {
    const std::string written = table.text("theme");
    std::vector<std::string> codes;
    for (const Theme theme : all_themes) {
        const std::string key = folded(written);
        if (key == folded(code_of(theme)) || key == folded(name_of(theme, Language::nl)) ||
            key == folded(name_of(theme, Language::en)))
            return theme;
        codes.emplace_back(code_of(theme));
    }
    const auto near = nearest_word(written, codes);
    table.fail(fmt::format("theme is '{}', which is none of {}{}", written, joined(codes, ", "),
                           near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

bool is_confirmed_in(const Table& table) {
    const std::string written = table.text("status"), key = folded(written);
    if (key == "confirmed" || key == "bevestigd") return true;
    if (key == "unconfirmed" || key == "onbevestigd") return false;
    table.fail(fmt::format("status is '{}'; write 'confirmed' or 'unconfirmed'", written));
}

/// A row written twice would ask for two checks.
template <class Stretch>
void check_is_new(const Table& table, const std::vector<Stretch>& earlier, const Stretch& row) {
    for (const auto& other : earlier)
        if (other.name == row.name && other.from == row.from && other.to == row.to)
            table.fail(fmt::format("'{}' from {} to {} stands here for the second time; keep one row", row.name,
                                   to_iso(row.from), to_iso(row.to)));
}

const std::vector<Column>& stretch_columns() {
    static const std::vector<Column> columns{
        {"name", {"naam", "campagne", "campaign", "vakantie", "holiday"}},
        {"from", {"van", "vanaf", "begin", "start"}},
        {"to", {"tot", "totenmet", "tm", "einde", "end", "until"}},
    };
    return columns;
}

}  // namespace

std::vector<Campaign> parse_campaigns(std::string_view text) {
    std::vector<Column> columns = stretch_columns();
    columns.push_back({"theme", {"thema"}});
    columns.push_back({"status", {}});
    columns.push_back({"source", {"bron"}, false});

    std::vector<Campaign> campaigns;
    for (Table table(text, columns); table.next();) {
        const auto [from, to] = table.days();
        Campaign row{table.name(), theme_in(table), from, to, is_confirmed_in(table), table.text("source")};
        check_is_new(table, campaigns, row);
        campaigns.push_back(std::move(row));
    }
    return campaigns;
}

std::vector<SchoolHoliday> parse_school_holidays(std::string_view text) {
    std::vector<SchoolHoliday> holidays;
    for (Table table(text, stretch_columns()); table.next();) {
        const auto [from, to] = table.days();
        SchoolHoliday row{from, to, table.name()};
        check_is_new(table, holidays, row);
        holidays.push_back(std::move(row));
    }
    return holidays;
}

}  // namespace baken
