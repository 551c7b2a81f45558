#pragma once
/// What text of unknown origin is: its encoding, its separator, and where its header row begins.
///
///     const SniffedText file = sniff_text(read_bytes(path));
///     CsvReader rows(std::string_view(file.text).substr(file.header_at), file.separator);

#include <cstddef>
#include <string>
#include <vector>

namespace baken {

struct SniffedText {
    std::string text;      ///< UTF-8 without a byte order mark, lines ending in LF or CRLF
    std::string encoding;  ///< "UTF-8", "UTF-8 with BOM", "Windows-1252", "CP850", "UTF-16"
    char separator = ',';
    std::size_t header_at = 0;    ///< of the header row in `text`: after a `sep=` line and after titles
    std::size_t header_line = 1;  ///< the same place as a line of the file
    std::vector<std::string> notes;
};

/// A line that is not UTF-8 is read as Windows-1252, so that a file pasted together of both keeps its names.
/// Throws InputError when the bytes are no text, saying what they look like.
///
/// `encoding` (UTF-8, Windows-1252, CP850 or UTF-16) is taken at its word instead of guessed; the old code page of DOS,
/// which some programs still export, cannot be told from Windows-1252 by its bytes. Throws SettingsError when the text
/// cannot be in it.
[[nodiscard]] SniffedText sniff_text(std::string bytes, const std::string& encoding = {});

/// "tab" for a tab, the character itself otherwise.
[[nodiscard]] std::string separator_name(char separator);

}  // namespace baken
