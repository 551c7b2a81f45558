#pragma once
/// Values into cells of a FeatureTable, and back with errors that name table, row and column.

#include "geo/io/feature.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace baken {

[[nodiscard]] inline Value text_cell(std::string_view text) { return std::string(text); }
template <class Whole>
[[nodiscard]] Value whole_cell(Whole number) {
    return static_cast<std::int64_t>(number);
}
/// NULL for an optional that is empty; `cell` makes the value of one that is not.
template <class T, class Cell>
[[nodiscard]] Value cell_or_null(const std::optional<T>& content, Cell cell) {
    return content ? Value(cell(*content)) : Value();
}

/// One row of a table that was read, by column name. Throws InputError ("table hotspots, row 3: 'rank' is empty") where
/// the content is not what the reader asks for: the file was changed by other hands.
class RowReader {
public:
    RowReader(const FeatureTable& table, std::size_t row) : table_(table), row_(row) {}

    [[nodiscard]] bool has(const std::string& column) const { return table_.has_field(column); }
    [[nodiscard]] std::string text(const std::string& column) const;  ///< "" for NULL
    [[nodiscard]] std::int64_t whole(const std::string& column) const;
    [[nodiscard]] double real(const std::string& column) const;
    [[nodiscard]] bool yes(const std::string& column) const;
    [[nodiscard]] Date date(const std::string& column) const;
    [[nodiscard]] UtcTime moment(const std::string& column) const;
    [[nodiscard]] bool is_null(const std::string& column) const;
    [[nodiscard]] MapPoint point() const;
    [[nodiscard]] const Shape& shape() const { return table_.rows[row_].shape; }
    /// An optional value: nothing for NULL, else what `read` gives of the column.
    template <class Read>
    [[nodiscard]] auto maybe(const std::string& column, Read read) const
        -> std::optional<decltype((this->*read)(column))> {
        if (is_null(column)) return std::nullopt;
        return (this->*read)(column);
    }
    [[noreturn]] void refuse(const std::string& what) const;

private:
    [[nodiscard]] const Value& cell(const std::string& column) const;

    const FeatureTable& table_;
    std::size_t row_;
};

}  // namespace baken
