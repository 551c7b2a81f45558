#include "store/cells.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <cmath>

#include <fmt/format.h>

namespace baken {

void RowReader::refuse(const std::string& what) const {
    throw InputError(fmt::format("table {}, row {}: {}", table_.name, row_ + 1, what));
}

const Value& RowReader::cell(const std::string& column) const {
    if (!table_.has_field(column)) refuse("there is no column '" + column + "'");
    return table_.rows.at(row_).values.at(table_.field(column));
}

bool RowReader::is_null(const std::string& column) const {
    return std::holds_alternative<std::monostate>(cell(column));
}

std::string RowReader::text(const std::string& column) const { return text_of(cell(column)); }

std::int64_t RowReader::whole(const std::string& column) const {
    const Value& value = cell(column);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* number = std::get_if<double>(&value);
        number != nullptr && std::trunc(*number) == *number && std::abs(*number) < 9e15)
        return static_cast<std::int64_t>(*number);
    refuse(is_null(column) ? "'" + column + "' is empty"
                           : fmt::format("'{}' is '{}', not a whole number", column, text(column)));
}

double RowReader::real(const std::string& column) const {
    const Value& value = cell(column);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return static_cast<double>(*number);
    refuse(is_null(column) ? "'" + column + "' is empty"
                           : fmt::format("'{}' is '{}', not a number", column, text(column)));
}

bool RowReader::yes(const std::string& column) const {
    const Value& value = cell(column);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number != 0;
    refuse(is_null(column) ? "'" + column + "' is empty"
                           : fmt::format("'{}' is '{}', not yes or no", column, text(column)));
}

Date RowReader::date(const std::string& column) const {
    const Value& value = cell(column);
    if (const auto* day = std::get_if<Date>(&value)) return *day;
    if (const auto day = parse_iso_date(text(column))) return *day;
    refuse(fmt::format("'{}' is '{}', not a date", column, text(column)));
}

UtcTime RowReader::moment(const std::string& column) const {
    const Value& value = cell(column);
    if (const auto* time = std::get_if<UtcTime>(&value)) return *time;
    refuse(fmt::format("'{}' is '{}', not a moment", column, text(column)));
}

MapPoint RowReader::point() const {
    if (const auto* place = std::get_if<MapPoint>(&table_.rows.at(row_).shape)) return *place;
    refuse("it has no point");
}

}  // namespace baken
