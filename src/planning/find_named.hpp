#pragma once
/// Municipalities, hotspots and hours as people write them in the settings.

#include "model/hotspot.hpp"
#include "model/municipality.hpp"
#include "model/settings.hpp"

#include <string>
#include <vector>

namespace baken::planning {

struct Slot;

/// Index of the municipality with this name or code, however it is spelled. Throws SettingsError with the nearest name.
[[nodiscard]] std::size_t municipality_named(const std::string& written, const std::vector<Municipality>&);

/// The hotspots that a lock may mean: the one with this id, else those of the municipality whose name holds what is
/// written; all of the municipality when no site is given. Throws SettingsError when a site is written and none is
/// meant.
[[nodiscard]] std::vector<std::size_t> hotspots_for_lock(const Lock&, std::size_t municipality,
                                                         const std::vector<Hotspot>&, const std::vector<Municipality>&);

/// The slot that begins at this minute; one is added, as long as the block nearest to it, when there is none.
[[nodiscard]] std::uint8_t slot_for_lock(int start, std::vector<Slot>&);

}  // namespace baken::planning
