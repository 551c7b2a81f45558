#pragma once
/// The tree of groups that are large enough to be clusters, with how long each lasts (Campello, Moulavi & Sander 2013).

#include "geo/core/point.hpp"
#include "hotspots/distinct_points.hpp"
#include "hotspots/spanning_tree.hpp"

#include <limits>
#include <span>
#include <vector>

namespace baken {

struct CondensedTree {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    struct Group {
        std::uint32_t parent = none;  ///< later in the list than its parts
        double stability = 0;       ///< events times (1/distance at which they leave, less that at which it joins), 1/m
        bool is_candidate = false;  ///< all but the one that holds everything
        bool has_parts = false;
    };
    std::vector<Group> groups;
    std::vector<std::uint32_t>
        group_of_place;  ///< the group that a place leaves alone or with too few; none: it is in no group
};

struct CondenseOptions {
    WeightSteps enough = 0;                                   ///< weight of the smallest group
    double resolution = 1;                                    ///< steps
    double widest = std::numeric_limits<double>::infinity();  ///< steps
};

/// `links` join the places as a tree or a forest of shortest links; `core` are their squared core distances. `at` gives
/// widths, and may be empty where `widest` is infinite.
[[nodiscard]] CondensedTree condense(std::vector<Link> links, std::span<const WeightSteps> weight,
                                     std::span<const double> core, std::span<const MapPoint> at,
                                     const CondenseOptions&);

}  // namespace baken
