#include "output/series_findings.hpp"

#include <algorithm>

namespace baken {

namespace {

std::vector<NetworkDistances::Span> runs_above(const std::vector<NetworkDistances::Row>& rows) {
    std::vector<NetworkDistances::Span> runs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].is_above()) continue;
        const std::size_t first = i;
        while (i + 1 < rows.size() && rows[i + 1].is_above()) ++i;
        runs.push_back({rows[first].distance, rows[i].distance});
    }
    return runs;
}

}  // namespace

NetworkDistances network_distances(const Project& project) {
    NetworkDistances series{.rows = {}, .above = {}, .has_roads = !project.region->roads.empty()};
    if (const auto& k = project.findings->k_function) {
        const std::size_t count = std::min({k->distance.size(), k->observed.size(), k->low.size(), k->high.size()});
        for (std::size_t i = 0; i < count; ++i)
            series.rows.push_back({k->distance[i], k->observed[i], k->low[i], k->high[i]});
    }
    series.above = runs_above(series.rows);
    return series;
}

}  // namespace baken
