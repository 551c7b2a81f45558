#include "output/measured_words.hpp"

#include "output/words.hpp"

#include <cmath>

#include <fmt/format.h>

namespace baken {

std::string measured_text(const Hotspot& hotspot, Language language) {
    std::string text;
    if (hotspot.v85) text = fmt::format("V85 {} km/{}", std::lround(*hotspot.v85), says(language, "u", "h"));
    if (hotspot.share_over)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", percent_text(*hotspot.share_over, 0, language),
                            says(language, "boven de limiet", "above the limit"));
    return text;
}

std::string school_text(const Hotspot& hotspot) {
    return hotspot.school_distance ? fmt::format("{} m", std::lround(*hotspot.school_distance)) : std::string();
}

}  // namespace baken
