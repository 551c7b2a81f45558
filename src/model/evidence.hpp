#pragma once
/// How findings are read: which squares stand out, and in which order stretches are told.
///
///     for (const std::size_t row : stretches_by_rank(*project.findings)) tell(project.findings->stretches[row]);

#include "model/findings.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace baken {

/// The share of false alarms that is put up with among what is said to stand out.
inline constexpr double largest_q = 0.1;

/// What speaks for a square: with its surroundings far above the mean (Gi*, q at most `largest_q`), and how it stands
/// to its neighbours (local Moran). `hot_cluster`: both, and high among high.
enum class CellEvidence { none, low_low, low_high, high_low, high_high, hot, hot_cluster };
[[nodiscard]] CellEvidence evidence_of(const CellFinding&);
[[nodiscard]] std::string_view code_of(CellEvidence);

/// The least likely by chance first (q), then the highest ratio of accidents to expected, then by id: rows of
/// `stretches`.
[[nodiscard]] std::vector<std::size_t> stretches_by_rank(const Findings&);
/// Per row of `stretches` its rank, 1 is first.
[[nodiscard]] std::vector<int> ranks_of_stretches(const Findings&);

[[nodiscard]] int junctions_among(const Findings&);  ///< of the stretches

/// Those with q at most `largest_q`.
[[nodiscard]] int striking_stretches(const Findings&);
[[nodiscard]] int striking_cells(const Findings&);

}  // namespace baken
