#pragma once
/// Words and cells that the sheets have in common.

#include "base/language.hpp"
#include "output/look.hpp"
#include "output/sheet.hpp"

#include <string>
#include <string_view>

namespace baken {

/// The word for a field, as a heading: "Wegbeheerder".
[[nodiscard]] inline std::string heading_of(const std::string& field, Language language) {
    std::string word = alias_of(field, language);
    if (!word.empty() && word.front() >= 'a' && word.front() <= 'z')
        word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

/// An empty text is an empty cell.
[[nodiscard]] inline SheetCell text_cell_of(std::string_view text) {
    return text.empty() ? SheetCell() : SheetCell(std::string(text));
}

template <class Count>
[[nodiscard]] SheetCell whole(Count count) {
    return static_cast<std::int64_t>(count);
}

}  // namespace baken
