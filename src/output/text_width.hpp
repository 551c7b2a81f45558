#pragma once
/// How wide words are on a picture, estimated: the letters of a common sans serif, a little on the wide side, since
/// nobody knows beforehand which font a page is shown in.

#include <string>
#include <string_view>

namespace baken {

enum class LetterWeight { regular, bold };

/// In the unit of `size`, the height of the letters. `utf8` may be any text.
[[nodiscard]] double text_width(std::string_view utf8, double size, LetterWeight = LetterWeight::regular);

/// The text itself, or its beginning with an ellipsis, so that it is at most `letters` long; never half a letter, and
/// no space before the ellipsis.
[[nodiscard]] std::string shortened(std::string_view utf8, std::size_t letters);

}  // namespace baken
