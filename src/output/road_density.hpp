#pragma once
/// Densities in five classes of about as many values each, with round bounds: shared by map styles, pictures and the
/// desktop.

#include "base/language.hpp"
#include "model/findings.hpp"

#include <string>
#include <vector>

namespace baken {

struct RoadDensityClass {
    double above = 0, up_to = 0;
    [[nodiscard]] bool holds(double density) const { return density > above && density <= up_to; }
};

/// Quantiles of what is above zero, rounded up to two figures; fewer classes where bounds fall together, none where
/// nothing is above zero. Whatever is above zero is in exactly one.
[[nodiscard]] std::vector<RoadDensityClass> road_density_classes(std::vector<double> densities);
[[nodiscard]] std::vector<RoadDensityClass> classes_of(const std::vector<LixelFinding>&);

/// 0..4: the step of colour and width, so that the highest class always has the darkest; `classes` are there.
[[nodiscard]] std::size_t road_density_step(std::size_t index, std::size_t classes);

/// "0,5 – 1,2"
[[nodiscard]] std::string words_of(const RoadDensityClass&, Language);

}  // namespace baken
