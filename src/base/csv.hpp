#pragma once
/// Comma-separated text as RFC 4180 and Excel write it: quoted fields, doubled quotes, line breaks inside quotes,
/// any separator, CRLF or LF. Lines are counted, so that a bad row can be found again in the file.
///
///     CsvReader reader(text, ';');
///     while (reader.next()) use(reader.line(), reader.fields());

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// Reads row by row from UTF-8 text that outlives it. Blank lines are passed over. The fields are valid until next().
class CsvReader {
public:
    CsvReader(std::string_view text, char separator);

    bool next();
    [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }
    [[nodiscard]] std::size_t line() const { return line_; }  ///< on which the row begins; the first is 1
    /// False when a quote that was opened in this row is never closed: the row runs to the end of the text.
    [[nodiscard]] bool is_closed() const { return is_closed_; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 0, next_line_ = 1;
    char separator_;
    bool is_closed_ = true;
    std::vector<std::string_view> fields_;
    std::deque<std::string> unquoted_;    ///< fields that hold doubled quotes, spelled out; a deque keeps their places
};

/// One field, quoted where it must be.
[[nodiscard]] std::string csv_field(std::string_view text, char separator = ',');

}  // namespace baken
