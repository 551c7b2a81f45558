#pragma once
/// Text as the files and people of this field write it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

[[nodiscard]] std::string_view trimmed(std::string_view);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

void append_utf8(std::string&, std::uint32_t code_point);
[[nodiscard]] bool is_valid_utf8(std::string_view);
[[nodiscard]] std::string windows_1252_to_utf8(std::string_view bytes);
[[nodiscard]] std::string cp850_to_utf8(std::string_view bytes);  ///< the code page of DOS in Western Europe
[[nodiscard]] std::string utf16_to_utf8(std::string_view bytes, bool is_big_endian);

/// Lower case ASCII, accents of Western Europe taken off, everything but letters and digits dropped:
/// "Bergen (NH.)" -> "bergennh". For comparing names that differ in spelling between files.
[[nodiscard]] std::string folded(std::string_view utf8);

/// The candidate nearest to what was written, for "did you mean ...?"; nothing when none is near.
[[nodiscard]] std::optional<std::string> nearest_word(std::string_view written,
                                                      const std::vector<std::string>& candidates);

/// A number as written in Dutch or English: "1234.5", "1234,5", "1.234,5", "-3", "1e-3"; nothing otherwise.
/// A lone comma is a decimal comma; points are thousands only together with a comma.
[[nodiscard]] std::optional<double> parse_number(std::string_view);
[[nodiscard]] std::optional<long long> parse_integer(std::string_view);

/// Shortest text that reads back as the same number, always with a point: 0.1 -> "0.1".
[[nodiscard]] std::string number_text(double);
/// Fixed decimals with a point, or with a decimal comma: fixed_text(3.14159, 2) -> "3.14".
[[nodiscard]] std::string fixed_text(double, int decimals, bool decimal_comma = false);

[[nodiscard]] std::string xml_escaped(std::string_view);  ///< & < > " ' as entities; also right for HTML

}  // namespace baken
