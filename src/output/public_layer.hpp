#pragma once
/// public.gpkg: what anyone may have. Counts of squares and municipalities in multiples of k, and places with months
/// and parts of the day. No single event, no day, no crew, no kind of check. Why this is safe, and what it still tells,
/// is argued in docs/methods/public-layer.md.
///
///     public_layers(project);                        // with the k of the settings
///     write_geopackage(file, public_layers(project), ...);

#include "geo/io/feature.hpp"
#include "model/project.hpp"

#include <string>
#include <vector>

namespace baken {

/// public_cells, public_municipalities, public_places.
[[nodiscard]] const std::vector<std::string>& public_layer_names();
[[nodiscard]] std::vector<FeatureTable> public_layers(const Project&);

}  // namespace baken
