#pragma once
/// What people complain of, in the words that they use.

#include "model/theme.hpp"

#include <string_view>

namespace baken {

/// "te hard rijden": ends "zij klaagden over ...".
[[nodiscard]] constexpr std::string_view complained_of(Theme theme, Language language) {
    switch (theme) {
        case Theme::speed: return says(language, "te hard rijden", "speeding");
        case Theme::alcohol_drugs: return says(language, "alcohol en drugs", "alcohol and drugs");
        case Theme::distraction: return says(language, "telefoons achter het stuur", "phones at the wheel");
        case Theme::lighting: return says(language, "rijden zonder licht", "riding without lights");
        case Theme::school_zone: return says(language, "de schoolomgeving", "the school zone");
        case Theme::seatbelt: return says(language, "rijden zonder gordel", "driving without a seat belt");
        case Theme::heavy_traffic: return says(language, "vrachtverkeer", "lorries");
        case Theme::general_safety: return says(language, "de verkeerssituatie", "the traffic situation");
    }
    return {};
}

}  // namespace baken
