#pragma once
/// Edits, and the part of a project that edits change, as text that reads back as the same value.

#include "model/edit.hpp"
#include "model/project.hpp"

#include <string>
#include <string_view>

namespace baken {

[[nodiscard]] std::string edit_text(const Edit&);
/// Throws InputError where the text is of another version, or damaged.
[[nodiscard]] Edit edit_from_text(std::string_view);

/// All that edits change: settings (as text), seed, hotspots, plan. The certificate follows from them.
struct EditedPart {
    std::string settings_text;
    Language language = Language::nl;
    std::uint64_t seed = 0;
    std::vector<Hotspot> hotspots;
    Plan plan;
};
[[nodiscard]] std::string edited_part_text(const Project&);
[[nodiscard]] EditedPart edited_part_from_text(std::string_view);

}  // namespace baken
