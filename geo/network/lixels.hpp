#pragma once
/// A network cut into pieces of about equal length, the units that densities along roads are told for ("lixels", Xie &
/// Yan 2008).

#include "geo/network/network.hpp"

namespace baken {

struct Lixel {
    std::uint32_t edge = 0;
    double from = 0, to = 0;  ///< metres along the edge
    [[nodiscard]] RoadPlace centre() const { return {edge, (from + to) / 2}; }
    [[nodiscard]] double length() const { return to - from; }
};

/// Every edge is cut at multiples of `piece` from its first node. A last piece shorter than `at_least` goes with the
/// one before it; an edge not longer than `piece` stays whole. By edge, then along it. Throws InputError unless
/// 0 <= at_least <= piece and piece > 0.
[[nodiscard]] std::vector<Lixel> lixels_of(const Network&, Metres piece, Metres at_least);

}  // namespace baken
