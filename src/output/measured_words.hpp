#pragma once
/// What was measured near a hotspot, in words.

#include "model/hotspot.hpp"

#include <string>

namespace baken {

/// "V85 62 km/u, 37 % boven de limiet"; empty: nothing was measured.
[[nodiscard]] std::string measured_text(const Hotspot&, Language);
/// "180 m"; empty: no schools are known.
[[nodiscard]] std::string school_text(const Hotspot&);

}  // namespace baken
