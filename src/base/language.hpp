#pragma once
/// The two languages of everything a person reads: `says(language, "controle", "check")`.

#include <string_view>

namespace baken {

enum class Language { nl, en };

[[nodiscard]] constexpr std::string_view says(Language language, std::string_view dutch, std::string_view english) {
    return language == Language::nl ? dutch : english;
}

}  // namespace baken
