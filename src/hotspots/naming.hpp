#pragma once
/// What people call a hotspot: "Van Heemstraweg, Beuningen", "Kruispunt Hoogstraat - Dorpsweg, Druten".

#include "base/language.hpp"
#include "hotspots/choose.hpp"
#include "model/hotspot.hpp"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace baken {

/// Names of the places of one municipality, no two alike. A street comes from the accidents at the place, else from
/// those it answers for, else from its complaints, else from the nearest road with a name; without any, the coordinates
/// stand in. None is one of those `taken` already.
[[nodiscard]] std::vector<std::string> names_of(std::span<const Place>, const Evidence&, const Region&,
                                                std::uint32_t municipality, Language, std::set<std::string> taken = {});

}  // namespace baken
