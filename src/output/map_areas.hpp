#pragma once
/// Municipalities on a map picture: ground, boundaries and names.

#include "model/region.hpp"
#include "output/map_frame.hpp"
#include "output/svg.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace baken {

/// Which municipalities have ground in sight, as indices into the region's.
[[nodiscard]] std::vector<std::uint32_t> areas_in_sight(const Region&, const MapFrame&);

/// Paper outside the region, ground inside; `lifted` stands out, the others stay quiet.
void draw_ground(Svg&, const Region&, const MapFrame&, std::optional<std::uint32_t> lifted);
/// Boundaries as lines of their own, so that they stand above the roads and not along the picture's edge.
void draw_boundaries(Svg&, const Region&, const MapFrame&, std::optional<std::uint32_t> lifted);
/// The name of each municipality within its ground in sight, where it finds room. Gives how many were written.
std::size_t draw_area_names(Svg&, const Region&, const MapFrame&, MapRoom&, std::optional<std::uint32_t> lifted);

}  // namespace baken
