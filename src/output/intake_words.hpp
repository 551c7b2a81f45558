#pragma once
/// What intake says of files and rows, in Dutch. Receipts and refusals are kept in English, as the JSON has them; a
/// reader of Dutch sees them through here.
///
///     intake_words("it has no coordinates", Language::nl);        // "er zijn geen coördinaten"

#include "base/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// The sentence in the language; as it is where it is none of intake's.
[[nodiscard]] std::string intake_words(std::string_view english, Language);

/// {} stands for what is taken over as it is, {s} for a sentence within the sentence. The Dutch has them in the same
/// order.
struct IntakeSentence {
    std::string_view english, dutch;
};
[[nodiscard]] const std::vector<IntakeSentence>& intake_sentences();

}  // namespace baken
