#pragma once
/// The layers of what stands beside accidents and complaints: speed measurements and schools.

#include "geo/io/feature.hpp"
#include "model/project.hpp"

namespace baken {

[[nodiscard]] FeatureTable measurements_layer(const Project&);
[[nodiscard]] FeatureTable schools_layer(const Project&);

}  // namespace baken
