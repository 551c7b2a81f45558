#pragma once
/// What is said of findings beside the hotspots: where accidents lie along the road, and why there may be nothing to
/// say. Plain text; the report and the desktop say the same.

#include "base/language.hpp"
#include "model/project.hpp"
#include "output/series_findings.hpp"

#include <string>

namespace baken {

/// Why there are no stretches, and what would help: no roads, no accidents, not searched yet, or nothing found. Empty
/// where there are stretches.
[[nodiscard]] std::string no_stretches(const Project&, Language);
/// "8 trajecten en 1 kruispunt"; empty: there are none.
[[nodiscard]] std::string places_words(const Findings&, Language);
/// How many stretches there are, and how many of them hardly by chance. Empty where there are none.
[[nodiscard]] std::string stretches_sentence(const Findings&, Language);
/// Whether the accidents of the region lie together more than chance explains (global Moran's I), and how that was
/// measured; says so where it was not.
[[nodiscard]] std::string pattern_sentence(const Findings&, Language);
/// How many squares stand out; empty where there are no squares.
[[nodiscard]] std::string cells_sentence(const Findings&, Language);
/// With which lengths the density was spread; empty where there is no density.
[[nodiscard]] std::string density_sentence(const Findings&, Language);

/// The road's name, or that it has none.
[[nodiscard]] std::string stretch_name(const StretchFinding&, Language);
/// "12", "8,3": an accident of which only the section is known counts by parts.
[[nodiscard]] std::string parts_text(double accidents, Language);
/// "0,012"; "< 0,001"
[[nodiscard]] std::string small_text(double p_or_q, Language);

// Of the chart of the network K function: in its place, and under it.
[[nodiscard]] std::string instead_of(const NetworkDistances&, Language);
[[nodiscard]] std::string note_on(const NetworkDistances&, Language);

}  // namespace baken
