#pragma once
/// Settings of an open project: their text is the truth that a new plan and the command line read, and a check that is
/// locked stands in it as a [[lock]].

#include "model/check.hpp"
#include "model/project.hpp"

#include <string>

namespace baken {

/// The settings text with an agreement for this check: municipality, day, site, theme and start.
[[nodiscard]] std::string with_check_locked(const Project&, const Check&);
/// ... without every agreement that this check answers to.
[[nodiscard]] std::string with_check_unlocked(const Project&, const Check&);
/// ... with the agreements at hotspot `from` at `into` instead.
[[nodiscard]] std::string with_locks_at(const Project&, const HotspotId& from, const HotspotId& into);

/// Reads the text into the project. A language or seed that was chosen for this project against its settings stays.
/// Checks of a crew that is gone go to the first; checks are locked as the agreements say where these changed.
void use_settings(Project&, const std::string& text);

}  // namespace baken
