#pragma once
/// The numbers behind the chart of the network K function (Okabe & Yamada 2001): metres of road times the share of
/// other accidents within a distance along the road of an accident, against accidents dropped on the roads by chance.

#include "model/project.hpp"

#include <vector>

namespace baken {

struct NetworkDistances {
    struct Row {
        double distance = 0;  ///< metres along the road
        double observed = 0;
        double low = 0, high = 0;  ///< between which chance alone stays
        [[nodiscard]] bool is_above() const { return observed > high; }
    };
    struct Span {
        double from = 0, to = 0;
    };
    std::vector<Row> rows;      ///< by distance; none: it was not computed
    std::vector<Span> above;  ///< the runs of distances at which more lie together than chance explains
    bool has_roads = true;
};
[[nodiscard]] NetworkDistances network_distances(const Project&);

}  // namespace baken
