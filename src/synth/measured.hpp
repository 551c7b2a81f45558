#pragma once

#include "base/date.hpp"
#include "base/random.hpp"
#include "synth/network.hpp"

#include <string>

namespace baken {

struct MeasurementOptions {
    int count = 0;
    Date last_day;  ///< the measurements are of the two years that end with this day
};

/// Speed measurements as a municipality lists them in a Dutch spreadsheet: semicolons, decimal commas, percentages.
/// Half of them where something is known to be wrong or complained of, where people drive faster too.
[[nodiscard]] std::string measurements_csv(const SynthNetwork&, const MeasurementOptions&, Rng&);

/// Primary schools of the villages, more in the larger ones, on streets inside the built-up area.
[[nodiscard]] std::string schools_csv(const Facts&, const SynthNetwork&, Rng&);

}  // namespace baken
