#pragma once
/// Progress in the user's language: whatever a stage tells of itself, the user hears the stage's name and how far it
/// is.

#include "base/language.hpp"
#include "base/work.hpp"

#include <string>

namespace baken {

[[nodiscard]] inline Work named_work(const Work& work, Language language, std::string_view dutch,
                                     std::string_view english) {
    Work named = work;
    if (work.on_progress)
        named.on_progress = [tell = work.on_progress, name = std::string(says(language, dutch, english))](
                                std::string_view, double share) { tell(name, share); };
    return named;
}

}  // namespace baken
