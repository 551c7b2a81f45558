#pragma once
/// A layer of the public by its name, for export_layer.

#include "geo/io/feature.hpp"
#include "model/project.hpp"

#include <string>

namespace baken {

/// Throws SettingsError that names the public layers where this is none of them.
[[nodiscard]] FeatureTable public_layer(const Project&, const std::string& name);

}  // namespace baken
