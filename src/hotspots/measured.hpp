#pragma once
/// Measured speeds and schools as signs of a place (docs/methods/measured-speed.md).

#include "hotspots/evidence.hpp"

#include <optional>

namespace baken {

/// Adds the measurements that count: of one point those of its last day, for an older one is of a road as it was. Where
/// a measurement names no limit, that of the accidents at the nearest site within reach stands in.
void add_measured(std::vector<Evidence>&, const Region&, const HotspotSettings&);

/// What was measured within reach of a place.
struct MeasuredNear {
    std::optional<double> v85;         ///< km/h, the highest
    std::optional<double> share_over;  ///< of that measurement; without any V85 the highest share
    std::optional<double> excess;      ///< the highest; nothing: no measurement, or none that says something
};
[[nodiscard]] MeasuredNear measured_near(MapPoint, const Evidence&, const Region&, Metres reach);

/// Metres to the nearest school, in a straight line; nothing where no schools are known.
[[nodiscard]] std::optional<double> school_distance(MapPoint, const Region&);

}  // namespace baken
