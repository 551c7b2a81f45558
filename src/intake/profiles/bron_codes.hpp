#pragma once
/// The words of the accident register (current public form) as values of the model.

#include "model/event.hpp"

#include <optional>
#include <string_view>

namespace baken {

/// "Dodelijk", "Letsel", "Uitsluitend materiele schade", the classic DOD, LET, UMS, and English words.
[[nodiscard]] std::optional<Outcome> outcome_from(std::string_view);
/// "Ongeval gekoppeld op straat niveau." or the classic E, K, S, G; nothing for other words.
[[nodiscard]] std::optional<LinkLevel> link_level_from(std::string_view);
[[nodiscard]] Light light_from(std::string_view);
/// "Gemeente", "Rijk" ... or the letters G, R, P, W, T of the road file.
[[nodiscard]] std::optional<RoadManager> road_manager_from(std::string_view);
[[nodiscard]] std::optional<bool> built_up_from(std::string_view);
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view);
/// `remark` is the free text beside it, which names what the list has no word for: "FATBIKE", "E-STEP", "BEDRIJFSAUTO".
[[nodiscard]] Party party_from(std::string_view kind, std::string_view remark);

}  // namespace baken
