#pragma once
/// The roads of the made-up region, cut into the places that the accident register knows: junctions, sections with
/// their midpoints and hectometre posts, each with its risk.

#include "base/random.hpp"
#include "synth/facts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baken {

struct SynthStreet {
    std::string name;
    RoadManager manager = RoadManager::municipality;
    int limit = 50;
    bool is_built_up = true;
    std::vector<std::size_t> places;
};

struct SynthPlace {
    LocationKind kind = LocationKind::section;
    std::int64_t id = 0;  ///< of the junction or section; of a post its hectometre
    MapPoint at;
    std::uint32_t street = 0;
    std::uint32_t municipality = 0;
    std::uint32_t village = 0;
    double risk = 0;  ///< its share of the accidents of roads with the same manager
};

struct SynthSection {
    std::int64_t id = 0;
    std::uint32_t street = 0;
    Line line;
};

struct SynthNetwork {
    std::vector<SynthStreet> streets;
    std::vector<SynthPlace> places;
    std::vector<SynthSection> sections;
    std::vector<std::size_t> hotspots;   ///< places around which the risk was raised on purpose
    std::vector<std::size_t> perceived;  ///< quiet places about which people complain all the same
};

/// How many accidents a region of scale 1 has.
inline constexpr double accidents_at_scale_one = 3000;

/// Share of the accidents that falls on roads of this manager. The roads with posts do not grow with the scale, and so
/// their share shrinks with it.
[[nodiscard]] double share_of_accidents(RoadManager, double scale);

/// `scale` multiplies the number of local streets: many accidents need many places.
[[nodiscard]] SynthNetwork make_network(const Facts&, double scale, Rng&);

}  // namespace baken
