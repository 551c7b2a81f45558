#pragma once
/// The roads of a map picture: which are drawn at its scale, how wide, and where their names stand.

#include "model/region.hpp"
#include "output/map_frame.hpp"
#include "output/svg.hpp"

#include <string>
#include <vector>

namespace baken {

/// A road as it comes on the picture.
struct DrawnRoad {
    std::string name;
    RoadManager manager = RoadManager::other;
    MultiLine pieces;  ///< those in sight
    double width = 1;  ///< of its surface, in units
};

/// Roads in sight, the quietest first: those of the state and the provinces always, others where they can be told
/// apart.
[[nodiscard]] std::vector<DrawnRoad> roads_in_sight(const Region&, const MapFrame&);

/// All casings and then all surfaces, so that roads join at their crossings.
void draw_roads(Svg&, const std::vector<DrawnRoad>&, const MapFrame&);

/// A name along each road where it runs straight for long enough and nothing else stands; the wider road first. A name
/// that finds no room is left out. Gives how many were written.
std::size_t draw_road_names(Svg&, const std::vector<DrawnRoad>&, const MapFrame&, MapRoom&);

/// The pieces of one name joined end to end where no more than two meet.
[[nodiscard]] MultiLine joined_lines(MultiLine);

}  // namespace baken
