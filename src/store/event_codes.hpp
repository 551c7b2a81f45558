#pragma once
/// Words of the file for what only the file spells out.

#include "model/event.hpp"

#include <string_view>

namespace baken {

[[nodiscard]] std::string_view code_of(LocationKind);  ///< "junction" "section" "hectometre" "point"
[[nodiscard]] std::string_view code_of(Party);         ///< "none" "car" "van" ...

}  // namespace baken
