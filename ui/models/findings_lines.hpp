#pragma once
/// What the map says of stretches, pieces of road and squares: one plain line, and a few lines of rich text for the
/// tip.

#include "ui/models/map_findings.hpp"
#include "ui/models/speech.hpp"

#include <QString>

#include <array>

namespace baken {

[[nodiscard]] QString stretch_line(const MapStretch&, const Findings&, const Speech&);
[[nodiscard]] QString stretch_tip(const MapStretch&, const Findings&, const Speech&);
/// All of it in a few lines of plain text, for the place where details stand; empty: there is no such stretch.
[[nodiscard]] QString stretch_words(const Project&, const std::string& id, const Speech&);
/// "1 (4,4x)"
[[nodiscard]] QString stretch_label(const MapStretch&, const Findings&, const Speech&);
[[nodiscard]] QString piece_line(const LixelFinding&, const Speech&);
[[nodiscard]] QString cell_line(const CellFinding&, const Speech&);
[[nodiscard]] QString cell_tip(const CellFinding&, const Speech&);

/// Words for what stands out in a square, the strongest first; `none` is not among them.
inline constexpr std::array shown_evidence{CellEvidence::hot_cluster, CellEvidence::hot,      CellEvidence::high_high,
                                           CellEvidence::high_low,    CellEvidence::low_high, CellEvidence::low_low};
[[nodiscard]] QString word_of(CellEvidence, const Speech&);
[[nodiscard]] QString word_of(StretchFinding::Method, const Speech&);
[[nodiscard]] QString word_of(const RoadDensityClass&, const Speech&);

/// Why there are no stretches, and what would help; empty: there are.
[[nodiscard]] QString no_stretches_words(const Project&, const Speech&);
/// "8 trajecten en 1 kruispunt"
[[nodiscard]] QString stretch_count_words(const Project&, const Speech&);
/// Whether the accidents of the region lie together; empty: it was not computed.
[[nodiscard]] QString pattern_words(const Project&, const Speech&);

}  // namespace baken
