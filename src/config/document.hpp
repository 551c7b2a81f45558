#pragma once
/// TOML as values of our own, each with its place in the text. The TOML library is behind this door and nowhere else.

#include "base/date.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace baken {

struct TextPlace {
    std::size_t line = 1;
    std::size_t column = 1;
    auto operator<=>(const TextPlace&) const = default;
};

struct DocumentValue;
struct DocumentEntry;
using DocumentArray = std::vector<DocumentValue>;
struct DocumentTable {
    std::vector<DocumentEntry> entries;  ///< by key
    [[nodiscard]] const DocumentEntry* find(std::string_view key) const;
};
struct ClockTime {
    int minute_of_day = 0;
};
/// A date together with a time: TOML has it, no setting does.
struct DateAndTime {
    std::string text;
};

struct DocumentValue {
    std::variant<bool, std::int64_t, double, std::string, Date, ClockTime, DateAndTime, DocumentArray, DocumentTable>
        is;
    TextPlace at;
};
struct DocumentEntry {
    std::string key;
    TextPlace at;  ///< of the key
    DocumentValue value;
};

/// `file` is what errors name. Throws SettingsError "file:line:column: ..." where the text is not TOML.
[[nodiscard]] DocumentTable parse_document(std::string_view text, const std::string& file);

/// One spelling for all texts that mean the same: keys sorted, no comments, no blanks.
[[nodiscard]] std::string canonical_text(const DocumentTable&);

}  // namespace baken
