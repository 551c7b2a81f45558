#include "geo/core/sun.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace baken {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

constexpr double sunrise_altitude = -0.833;  // half the disc, and the refraction at the horizon
constexpr double dark_altitude = -6.0;       // end of civil twilight

constexpr double radians(double degrees) { return degrees * std::numbers::pi / 180; }
constexpr double degrees(double radians) { return radians * 180 / std::numbers::pi; }

struct Sky {
    double declination = 0;  ///< radians
    double hour_angle = 0;   ///< degrees west of the meridian, -180..180
};

/// Astronomical Almanac, low-precision formulas for the sun, with Greenwich mean sidereal time.
Sky sky_at(UtcTime when, double longitude) {
    static const UtcTime epoch = make_date(2000, 1, 1) + hours{12};
    const double d = static_cast<double>((when - epoch).count()) / 86400;
    const double anomaly = radians(std::fmod(357.529 + 0.98560028 * d, 360));
    const double mean_longitude = std::fmod(280.459 + 0.98564736 * d, 360);
    const double ecliptic = radians(mean_longitude + 1.915 * std::sin(anomaly) + 0.020 * std::sin(2 * anomaly));
    const double obliquity = radians(23.439 - 3.6e-7 * d);
    const double right_ascension = degrees(std::atan2(std::cos(obliquity) * std::sin(ecliptic), std::cos(ecliptic)));
    const double sidereal = 15 * std::fmod(18.697374558 + 24.06570982441908 * d, 24);
    return {std::asin(std::sin(obliquity) * std::sin(ecliptic)),
            std::remainder(sidereal + longitude - right_ascension, 360)};
}

UtcTime noon_near(UtcTime when, double longitude) {
    for (int round = 0; round < 4; ++round)  // the hour angle grows by nearly 15 degrees per hour: this settles at once
        when -= seconds{std::llround(sky_at(when, longitude).hour_angle * 240)};
    return when;
}

/// The moment between a night and a noon at which the sun passes `altitude`; nothing where it stays on one side.
std::optional<UtcTime> crossing(UtcTime night, UtcTime noon, double altitude, LonLat where) {
    if (solar_altitude(noon, where) <= altitude || solar_altitude(night, where) > altitude) return std::nullopt;
    while (std::chrono::abs(noon - night) > seconds{1}) {
        const UtcTime middle = night + (noon - night) / 2;
        (solar_altitude(middle, where) > altitude ? noon : night) = middle;
    }
    return noon;
}

}  // namespace

double solar_altitude(UtcTime when, LonLat where) {
    const Sky sky = sky_at(when, where.lon);
    const double latitude = radians(where.lat);
    const double sine = std::sin(latitude) * std::sin(sky.declination) +
                        std::cos(latitude) * std::cos(sky.declination) * std::cos(radians(sky.hour_angle));
    return degrees(std::asin(std::clamp(sine, -1.0, 1.0)));
}

Daylight daylight_at(UtcTime when, LonLat where) {
    const double altitude = solar_altitude(when, where);
    if (altitude > sunrise_altitude) return Daylight::day;
    return altitude < dark_altitude ? Daylight::dark : Daylight::twilight;
}

SunDay sun_day(Date utc_day, LonLat where) {
    const UtcTime mean_noon = utc_day + hours{12} - seconds{std::llround(where.lon * 240)};
    UtcTime noon = noon_near(mean_noon, where.lon);
    if (noon < utc_day) noon = noon_near(noon + days{1}, where.lon);
    if (noon >= utc_day + days{1}) noon = noon_near(noon - days{1}, where.lon);

    SunDay day;
    day.noon = noon;
    day.civil_dawn = crossing(noon - hours{12}, noon, dark_altitude, where);
    day.sunrise = crossing(noon - hours{12}, noon, sunrise_altitude, where);
    day.sunset = crossing(noon + hours{12}, noon, sunrise_altitude, where);
    day.civil_dusk = crossing(noon + hours{12}, noon, dark_altitude, where);
    return day;
}

double dark_share(UtcTime from, UtcTime to, LonLat where) {
    int minutes = 0, dark = 0;
    for (UtcTime at = from; at < to; at += std::chrono::minutes{1}) {
        ++minutes;
        if (daylight_at(at, where) == Daylight::dark) ++dark;
    }
    return minutes == 0 ? 0 : static_cast<double>(dark) / minutes;
}

}  // namespace baken
