#pragma once
/// A made-up region that behaves like a real one: the demo, and benchmark data of any size. Everything follows from the
/// facts in `datasets/` (names, codes and rough places of municipalities, villages and main roads) and a seed.

#include "base/work.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace baken {

struct SynthOptions {
    std::uint64_t seed = 2027;
    int year = 2027;  ///< the plan's; accidents are of the three years before the last finished one
    int accidents = 3000;
    int complaints = 900;
    int measurements = 60;
};

/// File name -> content: gemeenten.geojson, wegen.geojson, ongevallen.csv (BRON layout), meldingen.csv (Signalen
/// layout), klachten.csv (Dutch CSV), snelheidsmetingen.csv, scholen.csv, campagnes.csv, schoolvakanties.csv,
/// baken.toml, LEESMIJ.txt.
[[nodiscard]] std::map<std::string, std::string> synthetic_region(const SynthOptions&, const Work&);

}  // namespace baken
