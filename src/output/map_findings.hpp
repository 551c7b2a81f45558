#pragma once
/// What lies along the roads of a map picture: density in classes, and stretches with their rank.

#include "model/project.hpp"
#include "output/map_frame.hpp"
#include "output/road_density.hpp"
#include "output/svg.hpp"

#include <vector>

namespace baken {

/// Pieces of road above zero, the lowest class first, darker and wider as it rises. Gives the classes of the project
/// where any of it is in sight.
std::vector<RoadDensityClass> draw_density(Svg&, const Findings&, const MapFrame&);

/// Thick lines with a white edge; dashes for KDE+, dots for junctions. Gives how many of them are in sight.
std::size_t draw_stretches(Svg&, const Findings&, const MapFrame&);
/// A plate with the rank at the middle of each stretch, rank 1 first; one that finds no room is left out.
void draw_stretch_ranks(Svg&, const Findings&, const MapFrame&, MapRoom&);

/// Half way along the longest of the lines, of which there must be one.
[[nodiscard]] MapPoint middle_along(const MultiLine&);

/// In the legend.
void draw_density_sample(Svg&, Spot, std::size_t step);
void draw_stretch_sample(Svg&, Spot);

}  // namespace baken
