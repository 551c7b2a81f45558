#include "print/steady.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace baken {

namespace {

bool are_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool are_hex(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

/// 14 digits after "(D:" behind each of the keys.
void set_dates(std::string& bytes, const std::string& digits) {
    for (const std::string_view key : {"/CreationDate", "/ModDate"})
        for (std::size_t at = bytes.find(key); at != std::string::npos; at = bytes.find(key, at + 1)) {
            const std::size_t open = bytes.find("(D:", at);
            if (open == std::string::npos || open > at + key.size() + 2) continue;
            if (open + 17 <= bytes.size() && are_digits(std::string_view(bytes).substr(open + 3, 14)))
                bytes.replace(open + 3, 14, digits);
        }
}

/// "2026-11-25T00:45:03" within the metadata.
void set_metadata_dates(std::string& bytes, const std::string& moment) {
    for (const std::string_view key : {"<xmp:CreateDate>", "<xmp:ModifyDate>", "<xmp:MetadataDate>"})
        for (std::size_t at = bytes.find(key); at != std::string::npos; at = bytes.find(key, at + 1))
            if (at + key.size() + moment.size() <= bytes.size()) bytes.replace(at + key.size(), moment.size(), moment);
}

/// Where an identifier of 32 hexadecimal digits stands: both of /ID, and LibreOffice's /DocChecksum.
std::vector<std::size_t> identifiers(const std::string& bytes) {
    std::vector<std::size_t> found;
    const std::string_view all(bytes);
    const auto take = [&](std::size_t at) {
        if (at + 32 <= all.size() && are_hex(all.substr(at, 32))) found.push_back(at);
    };
    const std::size_t id = all.rfind("/ID");
    if (id != std::string_view::npos) {
        std::size_t open = all.find('<', id);
        for (int i = 0; i < 2 && open != std::string_view::npos && open < id + 96; ++i) {
            take(open + 1);
            open = all.find('<', open + 1);
        }
    }
    constexpr std::string_view checksum = "/DocChecksum /";
    if (const std::size_t at = all.rfind(checksum); at != std::string_view::npos) take(at + checksum.size());
    return found;
}

std::uint32_t little_endian(const std::string& bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = (value << 8U) | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
    return value;
}

}  // namespace

std::string steady_pdf(std::string bytes, UtcTime stamp) {
    const std::string moment = to_iso(stamp).substr(0, 19);
    std::string digits;
    std::copy_if(moment.begin(), moment.end(), std::back_inserter(digits),
                 [](unsigned char c) { return std::isdigit(c) != 0; });
    set_dates(bytes, digits);
    set_metadata_dates(bytes, moment);
    const auto places = identifiers(bytes);
    for (const std::size_t at : places) bytes.replace(at, 32, 32, '0');
    std::string id = sha256_hex(bytes).substr(0, 32);
    std::transform(id.begin(), id.end(), id.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    for (const std::size_t at : places) bytes.replace(at, 32, id);
    return bytes;
}

std::string steady_zip(std::string bytes) {
    constexpr std::string_view end_mark("PK\x05\x06", 4), entry_mark("PK\x01\x02", 4), part_mark("PK\x03\x04", 4);
    const std::string first_moment("\0\0\x21\0", 4);  // 00:00, 1 January 1980
    const std::size_t end = bytes.rfind(end_mark);
    if (end == std::string::npos || end + 22 > bytes.size()) return bytes;
    const std::uint32_t count = little_endian(bytes, end + 10, 2);
    std::size_t at = little_endian(bytes, end + 16, 4);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (at + 46 > bytes.size() || std::string_view(bytes).substr(at, 4) != entry_mark) return bytes;
        const std::size_t part = little_endian(bytes, at + 42, 4);
        if (part + 30 > bytes.size() || std::string_view(bytes).substr(part, 4) != part_mark) return bytes;
        bytes.replace(at + 12, 4, first_moment);
        bytes.replace(part + 10, 4, first_moment);
        at +=
            46 + little_endian(bytes, at + 28, 2) + little_endian(bytes, at + 30, 2) + little_endian(bytes, at + 32, 2);
    }
    return bytes;
}

}  // namespace baken
