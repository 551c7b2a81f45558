#pragma once
/// The layers of what the methods find beside the hotspots: cells, network_density, stretches; and the tables of what
/// has no place on a map.

#include "geo/io/feature.hpp"
#include "model/project.hpp"

#include <vector>

namespace baken {

[[nodiscard]] FeatureTable cells_layer(const Project&);
[[nodiscard]] FeatureTable network_density_layer(const Project&);
[[nodiscard]] FeatureTable stretches_layer(const Project&);

/// `baken_findings` (one row) and `baken_network_k` (a row per distance; none where it was not computed).
[[nodiscard]] std::vector<FeatureTable> findings_tables(const Project&);

}  // namespace baken
