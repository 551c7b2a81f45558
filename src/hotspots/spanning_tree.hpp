#pragma once
/// A tree over all places whose links are as short as can be in mutual reachability: the distance, or the core distance
/// of either end where that is more (Campello, Moulavi & Sander 2013).

#include "hotspots/core_distances.hpp"

#include <vector>

namespace baken {

struct Link {
    double squared = 0;
    std::uint32_t a = 0, b = 0;
};

/// Boruvka's rounds over the packed tree; the first one takes what the search for core distances saw. The lengths of
/// the links do not depend on threads; which of several links of the same length is taken may. None where the places
/// together are not enough for one core.
[[nodiscard]] std::vector<Link> spanning_tree(const DistinctPoints&, const PointTree&, const CoreDistances&,
                                              const Work&);

}  // namespace baken
