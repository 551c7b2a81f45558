#pragma once
/// Kinds of fines as crews write them. A result may hold any other kind as well.

#include "base/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// The usual kinds as results keep them: "snelheid", "telefoon", "alcohol", "drugs", ...
[[nodiscard]] const std::vector<std::string>& usual_fine_kinds();
/// "phone" for "telefoon"; a kind that is not a usual one is its own name.
[[nodiscard]] std::string fine_name(std::string_view kind, Language);
/// Led to by a breath or saliva test: alcohol, drugs, nitrous oxide, refusal of the test.
[[nodiscard]] bool is_found_by_test(std::string_view kind);

}  // namespace baken
