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
    /// True when text stands between a closing quote and the separator, as after a quote that was not doubled.
    [[nodiscard]] bool has_stray_text() const { return has_stray_text_; }
    [[nodiscard]] std::size_t lines() const { return next_line_ - line_; }  ///< that the row runs over
    [[nodiscard]] std::size_t position() const { return at_; }              ///< in the text, where the next row begins
    [[nodiscard]] std::string_view row_text() const {
        return text_.substr(begins_at_, at_ - begins_at_);
    }  ///< its line end included
    /// Takes back all of the row but its first line: the next row begins on the line after it. A quote that is never
    /// closed then costs one line and not the rest of the file.
    void keep_first_line_only();

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 0, next_line_ = 1;
    char separator_;
    std::size_t begins_at_ = 0;
    bool is_closed_ = true;
    bool has_stray_text_ = false;
    std::vector<std::string_view> fields_;
    std::deque<std::string> unquoted_;  ///< fields that hold doubled quotes, spelled out; a deque keeps their places
};

/// One field, quoted where it must be.
[[nodiscard]] std::string csv_field(std::string_view text, char separator = ',');

}  // namespace baken
