#pragma once

#include "base/date.hpp"
#include "base/random.hpp"
#include "synth/network.hpp"
#include "synth/place_on_earth.hpp"

#include <string>

namespace baken {

struct ComplaintOptions {
    int count = 0;
    Date last_day;  ///< the reports are of the two years that end with this day
};

/// Reports about everything, as the reporting system of a municipality exports them (Signalen), in order of time.
[[nodiscard]] std::string reports_csv(const Facts&, const SynthNetwork&, const ComplaintOptions&, const PlaceOnEarth&,
                                      Rng&);

/// Complaints about traffic as a police team keeps them in a Dutch spreadsheet: semicolons, decimal commas,
/// Windows-1252.
[[nodiscard]] std::string complaints_csv(const Facts&, const SynthNetwork&, const ComplaintOptions&, Rng&);

}  // namespace baken
