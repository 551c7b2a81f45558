#pragma once
/// Where the values of a TOML text stand in it: what is needed to change one and leave every other character alone.
/// The text has been through parse_document; of a text that is no TOML the map says nothing useful.
///
///     const TextMap map = map_of(text);
///     const MappedValue* spacing = map.find(parse_path("rules.spacing"));
///     text.substr(spacing->value.begin, spacing->value.size());      // "1500 m" with its quotes

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// A key, and which element where it holds a list of tables.
struct PathStep {
    std::string key;
    std::optional<std::size_t> index = {};
    bool operator==(const PathStep&) const = default;
};
using DocumentPath = std::vector<PathStep>;

/// "rules.dark_days.from", "crew[1].name", "source[0].themes.\"te hard\"". Throws SettingsError where it is no path.
[[nodiscard]] DocumentPath parse_path(std::string_view dotted);
[[nodiscard]] std::string text_of(const DocumentPath&);  ///< the reverse
[[nodiscard]] std::string toml_key(std::string_view);    ///< in quotes where it must be
[[nodiscard]] std::string toml_text(std::string_view);   ///< a string value, in quotes
[[nodiscard]] bool starts_with(const DocumentPath& path, const DocumentPath& beginning);

struct TextSpan {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
    bool operator==(const TextSpan&) const = default;
};

/// A key with its value, on lines of its own or inside braces.
struct MappedValue {
    DocumentPath path;
    TextSpan key, value;
    TextSpan lines;                       ///< of the statement it is part of, the line end included
    bool is_inline = false;               ///< inside the braces or brackets of another
    std::size_t section = 0;              ///< index into TextMap::sections
    char opens_with = 0;                  ///< '{', '[' or 0
    std::vector<TextSpan> elements = {};  ///< of a list
    std::vector<TextSpan> members = {};   ///< key = value, of an inline table
};

/// A header, [table] or [[table]], and the statements under it. The first has no header: the top of the text.
struct MappedSection {
    DocumentPath path;
    bool is_element = false;  ///< [[...]]
    std::size_t begin = 0;    ///< with the remarks right above the header
    std::size_t header = 0, header_end = 0;
    std::size_t end = 0;  ///< past the line of the last statement
};

struct TextMap {
    std::vector<MappedSection> sections;
    std::vector<MappedValue> values;  ///< in the order of the text, lists and inline tables before what is in them

    [[nodiscard]] const MappedValue* find(const DocumentPath&) const;
    [[nodiscard]] const MappedSection* section(const DocumentPath&) const;
};

[[nodiscard]] TextMap map_of(std::string_view toml);

}  // namespace baken
