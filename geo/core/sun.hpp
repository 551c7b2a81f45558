#pragma once
/// Where the sun stands: daylight, civil twilight and darkness at a place and moment.
/// Low-precision formulas of the Astronomical Almanac, good to about 0.01 degree between 1950 and 2050.

#include "base/date.hpp"
#include "geo/core/point.hpp"

#include <optional>

namespace baken {

/// Geometric altitude of the sun's centre in degrees, without refraction.
[[nodiscard]] double solar_altitude(UtcTime when, LonLat where);

enum class Daylight { day, twilight, dark };  ///< day: above -0.833 degrees; dark: below -6

[[nodiscard]] Daylight daylight_at(UtcTime when, LonLat where);

/// The sun's day at a place, in UTC, for the noon that falls on that UTC date (the nearest, where noon skips a date at
/// 180 degrees); nothing where the sun does not cross. Sunrise and sunset are good to some seconds at middle latitudes.
struct SunDay {
    std::optional<UtcTime> civil_dawn, sunrise, sunset, civil_dusk;
    UtcTime noon;
};
[[nodiscard]] SunDay sun_day(Date utc_day, LonLat where);

/// Share of the minutes of [from, to) in which it is dark, 0..1. `to` is after `from`.
[[nodiscard]] double dark_share(UtcTime from, UtcTime to, LonLat where);

}  // namespace baken
