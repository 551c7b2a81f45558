#pragma once
/// What stands on a map picture: events as marks by outcome, hotspots as numbered discs, the place itself as a pin.

#include "model/project.hpp"
#include "output/map_frame.hpp"
#include "output/svg.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace baken {

enum class MapMark { fatal, injury, damage_only, complaint };
inline constexpr std::array all_map_marks{MapMark::fatal, MapMark::injury, MapMark::damage_only, MapMark::complaint};

/// A shape per kind, so that it is told without its colour: diamond, triangle, disc, square.
void draw_mark(Svg&, MapMark, Spot, double size);
[[nodiscard]] std::string_view colour_of(MapMark);

/// How many of each kind stand on the picture, and how many of the hotspot's lie outside it or without a place.
struct DrawnEvents {
    std::array<int, 4> counts{};  ///< index: MapMark
    int outside = 0;
    [[nodiscard]] int of(MapMark mark) const { return counts[static_cast<std::size_t>(mark)]; }
    [[nodiscard]] int total() const { return counts[0] + counts[1] + counts[2] + counts[3]; }
};

/// The ground that the hotspot's events span, as a pale area beneath everything else.
void draw_extent(Svg&, const Project&, const Hotspot&, const MapFrame&);
/// A mark per event; those of one place stand beside each other, and where they are many, one mark with a number.
DrawnEvents draw_events(Svg&, const Project&, const Hotspot&, const MapFrame&, MapRoom&);
/// The place to stand at: a ring with a stem, below the events, and its rank on a head above them.
void draw_pin_foot(Svg&, const Hotspot&, const MapFrame&);
void draw_pin_head(Svg&, const Hotspot&, const MapFrame&, MapRoom&);

struct DiscChoice {
    std::optional<std::size_t> but_not = {};         ///< the hotspot that has a pin
    std::optional<std::uint32_t> municipality = {};  ///< whose discs are strong
    double radius = 8;
};
/// Discs with the rank in the municipality, rank 1 first; one that finds no room is a small dot. Gives how many were
/// drawn.
std::size_t draw_discs(Svg&, const Project&, const DiscChoice&, const MapFrame&, MapRoom&);

/// Checks that are not cancelled: a square at the place's upper right, filled when done. Gives how many were drawn.
std::size_t draw_checks(Svg&, const Project&, const MapFrame&, MapRoom&);

}  // namespace baken
