#pragma once
/// How QGIS shows the layers: one default style per layer (QML and SLD), in the `layer_styles` table that QGIS reads
/// from a GeoPackage. Colours and symbols follow the product's look: Okabe-Ito, shapes besides colours.

#include "base/language.hpp"
#include "geo/io/feature.hpp"

#include <span>

namespace baken {

/// `layers` are those of the project; each gets exactly one row, with aliases for its fields in both languages.
[[nodiscard]] FeatureTable layer_styles(std::span<const FeatureTable> layers, Language, UtcTime stamp);

}  // namespace baken
