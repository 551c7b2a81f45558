#pragma once

#include "synth/network.hpp"
#include "synth/place_on_earth.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string municipalities_geojson(const Facts&, const PlaceOnEarth&);
[[nodiscard]] std::string roads_geojson(const SynthNetwork&, const PlaceOnEarth&);

}  // namespace baken
