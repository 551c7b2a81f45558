#pragma once
/// HDBSCAN* (Campello, Moulavi & Sander 2013), exact: clusters of differing density without a reach to choose.
///
///     const Labels labels = cluster_by_density(points, {.min_cluster_size = 5, .core_size = 5}, work);
///
/// The core distance of an event is the distance within which `core_size` events lie, itself included. The mutual
/// reachability of two events is their distance, or the core distance of either where that is more. At every distance
/// d, events whose core distance is at most d and that hang together by mutual reachabilities of at most d are a group.
/// Groups of `min_cluster_size` and more form a tree; of each branch of it those are selected that last best (excess of
/// mass): the sum over its events of 1/d where the event leaves, less 1/d where the group joins another of that size. A
/// group that lasts as well as its parts together is selected rather than they. The group of all events is not a
/// candidate.
///
/// Ties: everything that joins at one distance joins at once. So there is one answer, whatever the order of rows and
/// threads; coordinates are taken to the micrometre from the lower left corner, so that a shift changes nothing
/// either.

#include "hotspots/dbscan.hpp"
#include "hotspots/near_pairs.hpp"

#include <limits>

namespace baken {

enum class Selection {
    excess_of_mass,
    leaves,  ///< the groups that do not part into two or more
    widest   ///< groups as wide as `widest` allows, at whatever density; without it those into which everything parts
             ///< first
};

struct HdbscanOptions {
    int min_cluster_size = 5;
    int core_size = 5;
    Selection selection = Selection::excess_of_mass;
    /// Distances below it count as it: positions are not known better. Places with many events on one point need it, or
    /// these points are clusters before all else.
    Metres resolution{1e-6};
    /// A group is no candidate at distances where the box around it has a longer diagonal; its parts are, from there
    /// on.
    Metres widest{std::numeric_limits<double>::infinity()};
};

/// Labels as DBSCAN's: `noise`, or clusters numbered by their first event. `weights`: how many events each counts for
/// (0 to 1e6, to a millionth); none: 1 each. Throws InputError when options or input cannot be clustered.
[[nodiscard]] Labels cluster_by_density(std::span<const MapPoint>, const HdbscanOptions&, const Work&,
                                        std::span<const double> weights = {});

/// The same with distances that the caller found, such as along roads; pairs that are not listed are infinitely far.
/// The widths of groups are taken from `places`, which may be left out where `widest` is infinite.
[[nodiscard]] Labels cluster_pairs_by_density(const NearPairs&, const HdbscanOptions&, const Work&,
                                              std::span<const double> weights = {},
                                              std::span<const MapPoint> places = {});

}  // namespace baken
