#pragma once
/// A place taken apart: where the second half stands, and which events go with it.

#include "hotspots/choose.hpp"

#include <optional>

namespace baken {

struct Halves {
    Place first, second;
    double share_of_first = 0;  ///< in the weight of both
};

/// The first half stands where the whole stands, and counts from its nearest events. The second stands where there are
/// events, so that least weight times distance to the nearer of both is left (2-median with one given): a heavy cluster
/// goes before a lone event far off. What lies at one point stays together. Nothing where all lies at one point.
[[nodiscard]] std::optional<Halves> halves_of(const Place& whole, const Evidence&, const Region&,
                                              const EvidenceWeights&);

}  // namespace baken
