#include "intake/sniff.hpp"

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <string_view>
#include <utility>

namespace baken {

namespace {

constexpr std::size_t looked_at = 64U << 10U;  ///< bytes at the start that the guesses rest on
constexpr int rows_looked_at = 40;

struct Signature {
    std::string_view bytes;
    std::string_view what;
};
constexpr std::array<Signature, 8> signatures{{
    {"PK\x03\x04", "a zip archive or a workbook; save the sheet as .csv, or keep the name ending in .xlsx or .ods"},
    {"%PDF", "a PDF"},
    {"SQLite format 3", "a database; give a GeoPackage a name that ends in .gpkg"},
    {"\x1F\x8B", "packed with gzip; give it a name that ends in .gz"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"\xD0\xCF\x11\xE0", "an old Office file (.xls, .doc); save it as .csv"},
    {"Rar!", "a rar archive"},
}};

void refuse_known_binaries(std::string_view bytes) {
    for (const auto& [start, what] : signatures)
        if (bytes.starts_with(start)) throw InputError("this is no text: it is " + std::string(what));
}

/// Zero bytes at even and at odd places tell UTF-16 without a byte order mark: Dutch text is ASCII for the most part.
struct Zeros {
    std::size_t even = 0, odd = 0, half = 0;
};
Zeros count_zeros(std::string_view bytes) {
    Zeros zeros;
    const std::string_view start = bytes.substr(0, looked_at);
    for (std::size_t at = 0; at < start.size(); ++at)
        if (start[at] == '\0') ++(at % 2 == 0 ? zeros.even : zeros.odd);
    zeros.half = start.size() / 2;
    return zeros;
}

void refuse_control_characters(std::string_view text) {
    const std::string_view start = text.substr(0, looked_at);
    const auto odd_ones = std::count_if(start.begin(), start.end(), [](char c) {
        const auto byte = static_cast<std::uint8_t>(c);
        return byte < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f' && c != '\v';
    });
    if (static_cast<std::size_t>(odd_ones) * 100 > start.size())
        throw InputError(
            "this is no text: it holds control characters; save the data as .csv, .xlsx, .gpkg or .geojson");
}

std::size_t first_beyond_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        if ((eight & high_bits) != 0) break;
    }
    while (at < text.size() && static_cast<std::uint8_t>(text[at]) < 0x80) ++at;
    return at;
}

/// UTF-8 line by line, and Windows-1252 for the lines that are not.
SniffedText decode_lines(std::string bytes) {
    SniffedText file;
    std::string repaired;
    std::size_t copied = 0, good = 0, bad = 0;
    const std::string_view text = bytes;
    for (std::size_t at = first_beyond_ascii(text, 0); at < text.size();) {
        const std::size_t before = text.rfind('\n', at);
        const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
        const std::size_t to = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(from, to - from);
        if (is_valid_utf8(line)) {
            ++good;
        } else {
            ++bad;
            repaired.append(text.substr(copied, from - copied));
            repaired += windows_1252_to_utf8(line);
            copied = to;
        }
        at = first_beyond_ascii(text, to);
    }
    file.encoding = bad == 0 ? "UTF-8" : "Windows-1252";
    if (bad > 0 && good > 0)
        file.notes.push_back(std::to_string(good) + " lines with accents are UTF-8 and " + std::to_string(bad) +
                             " are Windows-1252: each was read as what it is");
    if (bad == 0) {
        file.text = std::move(bytes);
    } else {
        repaired.append(text.substr(copied));
        file.text = std::move(repaired);
    }
    return file;
}

/// Takes the bytes out of `bytes`.
SniffedText decode(std::string& bytes) {
    refuse_known_binaries(bytes);
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        SniffedText file = decode_lines(bytes.substr(3));
        if (file.encoding == "UTF-8") file.encoding = "UTF-8 with BOM";
        return file;
    }
    const bool is_little = bytes.starts_with("\xFF\xFE"), is_big = bytes.starts_with("\xFE\xFF");
    const Zeros zeros = count_zeros(bytes);
    const bool has_little_zeros = zeros.odd * 2 > zeros.half && zeros.even * 20 < zeros.half;
    const bool has_big_zeros = zeros.even * 2 > zeros.half && zeros.odd * 20 < zeros.half;
    if (is_little || is_big || has_little_zeros || has_big_zeros) {
        const std::string_view units = std::string_view(bytes).substr(is_little || is_big ? 2 : 0);
        SniffedText file;
        file.text = utf16_to_utf8(units, is_big || (!is_little && has_big_zeros));
        file.encoding = "UTF-16";
        if (units.size() % 2 != 0)
            file.notes.push_back("the file ends in the middle of a character: it may have been cut off");
        return file;
    }
    if (zeros.even + zeros.odd > 0)
        throw InputError("this is no text: it holds zero bytes; save the data as .csv, .xlsx, .gpkg or .geojson");
    return decode_lines(std::move(bytes));
}

/// "sep=;" on the first line, as Excel writes it.
bool take_separator_line(SniffedText& file) {
    const std::size_t end = std::min(file.text.find('\n'), file.text.size());
    std::string line(trimmed(std::string_view(file.text).substr(0, end)));
    if (std::string_view(file.text).substr(0, end).find('\t') != std::string_view::npos) line += '\t';
    std::erase(line, '"');
    const std::string key = folded(std::string_view(line).substr(0, 3));
    if (line.size() != 5 || key.compare("sep") != 0 || line[3] != '=') return false;
    file.separator = line[4];
    file.header_at = std::min(end + 1, file.text.size());
    file.header_line = 2;
    return true;
}

struct Fit {
    char separator = ',';
    bool has_header = false;  ///< the first row of the usual width holds words
    std::size_t columns = 1;  ///< the usual width
    double share = 0;         ///< of the rows that have it
    std::size_t rows = 0;
    std::size_t first_filled = 0;  ///< fields with something in them in the very first row
    std::size_t header_at = 0, header_line = 1;
};

bool holds_words(const std::vector<std::string_view>& fields) {
    std::size_t numbers = 0, empty = 0;
    for (const auto field : fields) {
        if (trimmed(field).empty())
            ++empty;
        else if (parse_number(field))
            ++numbers;
    }
    return numbers * 3 <= fields.size() && empty * 2 <= fields.size();
}

struct WidthRow {
    std::size_t width = 0, at = 0, line = 1;
    bool holds_words = false;
};

Fit fit_of(std::string_view text, char separator) {
    Fit fit;
    fit.separator = separator;
    std::vector<WidthRow> rows;
    std::map<std::size_t, std::size_t> widths;
    CsvReader reader(text.substr(0, looked_at), separator);
    std::size_t begins_at = 0;
    while (static_cast<int>(rows.size()) < rows_looked_at && reader.next()) {
        if (!reader.is_closed() && !rows.empty()) break;  // cut off by the end of what is looked at
        const auto& fields = reader.fields();
        rows.push_back({fields.size(), begins_at, reader.line(), holds_words(fields)});
        if (rows.size() == 1)
            fit.first_filled = static_cast<std::size_t>(std::count_if(
                fields.begin(), fields.end(), [](std::string_view field) { return !trimmed(field).empty(); }));
        ++widths[fields.size()];
        begins_at = reader.position();
    }
    std::size_t most = 0;
    for (const auto& [width, count] : widths)
        if (count >= most) {
            most = count;
            fit.columns = width;
        }
    fit.rows = rows.size();
    fit.share = rows.empty() ? 0 : static_cast<double>(most) / static_cast<double>(rows.size());
    for (const auto& row : rows) {
        if (row.width != fit.columns) continue;
        fit.has_header = row.holds_words;
        fit.header_at = row.at;
        fit.header_line = row.line;
        break;
    }
    return fit;
}

bool is_better(const Fit& a, const Fit& b) {
    const auto merit = [](const Fit& fit) {
        return std::pair(fit.columns > 1 && fit.has_header && fit.share > 0.4,
                         fit.share * static_cast<double>(fit.columns - 1));
    };
    return merit(a) > merit(b);
}

/// Titles above the header are rows of one filled field; a first row of several is the header itself, whatever its
/// width.
void find_header(SniffedText& file, const Fit& fit) {
    if (fit.first_filled > 1 || fit.columns < 2 || fit.header_line == 1) return;
    file.notes.push_back(std::to_string(fit.header_line - 1) +
                         " line(s) of title stand above the header and were passed over");
    file.header_at += fit.header_at;
    file.header_line += fit.header_line - 1;
}

std::size_t first_line_that_is_not_utf8(std::string_view text) {
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (!is_valid_utf8(text.substr(at, end - at))) return line;
        at = end + 1;
    }
    return 0;
}

/// At the settings' word.
SniffedText decode_as(std::string& bytes, const std::string& encoding) {
    refuse_known_binaries(bytes);
    const auto cannot_be = [&](const std::string& why) {
        return SettingsError("encoding = \"" + encoding + "\", but " + why + ": leave encoding out, or choose another");
    };
    SniffedText file;
    file.encoding = encoding;
    if (encoding == "UTF-16") {
        SniffedText found = decode(bytes);
        if (found.encoding != encoding) throw cannot_be("the file is " + found.encoding);
        return found;
    }
    if (encoding == "UTF-8") {
        file.text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : std::move(bytes);
        if (const auto line = first_line_that_is_not_utf8(file.text); line > 0)
            throw cannot_be("line " + std::to_string(line) + " is not");
        return file;
    }
    if (const Zeros zeros = count_zeros(bytes); zeros.even + zeros.odd > 0) throw cannot_be("it holds zero bytes");
    file.text = encoding == "CP850" ? cp850_to_utf8(bytes) : windows_1252_to_utf8(bytes);
    return file;
}

}  // namespace

SniffedText sniff_text(std::string bytes, const std::string& encoding) {
    SniffedText file = encoding.empty() ? decode(bytes) : decode_as(bytes, encoding);
    refuse_control_characters(file.text);
    if (file.text.find('\n') == std::string::npos) std::replace(file.text.begin(), file.text.end(), '\r', '\n');
    if (take_separator_line(file)) return file;

    Fit best = fit_of(file.text, ',');
    for (const char candidate : {';', '\t', '|'})
        if (const Fit fit = fit_of(file.text, candidate); is_better(fit, best)) best = fit;
    file.separator = best.separator;
    find_header(file, best);
    return file;
}

std::string separator_name(char separator) { return separator == '\t' ? "tab" : std::string(1, separator); }

}  // namespace baken
