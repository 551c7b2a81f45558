#pragma once
/// How the layers of findings are drawn. Of looks.cpp only.

#include "output/look.hpp"

namespace baken {

/// Squares by what stands out in them, quiet fills.
[[nodiscard]] Look cells_look(Language);
/// Pieces of road in five classes of the layer's own densities, darker and wider; those without accidents thin.
[[nodiscard]] Look network_density_look(const FeatureTable& layer, Language);
/// Thick lines by method, with rank and ratio.
[[nodiscard]] Look stretches_look(Language);

}  // namespace baken
