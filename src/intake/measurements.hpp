#pragma once
/// Speed measurements from one source: a V85, a mean, a share above the limit, at a place.

#include "base/work.hpp"
#include "intake/locate.hpp"
#include "model/event.hpp"
#include "model/receipt.hpp"
#include "model/settings.hpp"

#include <set>
#include <string>
#include <vector>

namespace baken {

/// What goes over all sources of measurements of a run.
struct MeasurementsSoFar {
    std::set<std::string> ids;
    std::set<std::string> contents;  ///< place, day and figures: the same again is a double, whatever its number
    std::size_t source = 0;          ///< that is being read
};

struct ImportedMeasurements {
    std::vector<Measurement> measurements;
    Receipt receipt;
};

/// A row needs a place in the Netherlands and one figure of speed. A figure that cannot be (a V85 outside 1 to 250
/// km/h, a share outside 0 to 100 %) costs the row; a date that cannot be read costs the date, and is counted in a
/// note. A number that an earlier row had names a counter, not a measurement: it is told apart by the line.
[[nodiscard]] ImportedMeasurements import_measurements(const SourceSettings&, const Locator&, MeasurementsSoFar&,
                                                       const Work&);

}  // namespace baken
