#include "geo/core/sun.hpp"

#include "support/support.hpp"

using namespace baken;

namespace {

using std::chrono::hours;
using std::chrono::minutes;

const LonLat nijmegen{5.86, 51.84};

UtcTime at(int year, unsigned month, unsigned day, int hour, int minute) {
    return make_date(year, month, day) + hours{hour} + minutes{minute};
}

}  // namespace

TEST_CASE("the sun stands over the tropics at the solstices") {
    // On the meridian the altitude is 90 - |latitude - declination|; the declination at a solstice is 23.44 degrees.
    const UtcTime june = sun_day(make_date(2027, 6, 21), {0, 23.44}).noon,
                  december = sun_day(make_date(2027, 12, 22), {0, -23.44}).noon;
    CHECK(solar_altitude(june, {0, 23.44}) == Approx(90).margin(0.05));
    CHECK(solar_altitude(december, {0, -23.44}) == Approx(90).margin(0.05));
    CHECK(solar_altitude(june, {0, 52}) == Approx(90 - (52 - 23.44)).margin(0.05));
}

TEST_CASE("dawn and dusk of the dark season near Nijmegen") {
    const SunDay december = sun_day(make_date(2026, 12, 21), nijmegen);
    CHECK(abs(*december.civil_dawn - at(2026, 12, 21, 7, 1)) <= minutes{2});
    CHECK(abs(*december.sunset - at(2026, 12, 21, 15, 28)) <= minutes{2});
    CHECK(abs(*december.civil_dusk - at(2026, 12, 21, 16, 9)) <= minutes{2});
    CHECK(abs(*sun_day(make_date(2026, 10, 1), nijmegen).civil_dusk - at(2026, 10, 1, 17, 48)) <= minutes{2});
    CHECK(abs(*sun_day(make_date(2027, 3, 31), nijmegen).civil_dusk - at(2027, 3, 31, 18, 43)) <= minutes{2});
}

TEST_CASE("the moments of a day agree with the light at them") {
    for (Date day = make_date(2027, 1, 1); day <= make_date(2027, 12, 31); day += std::chrono::days{5}) {
        const SunDay sun = sun_day(day, nijmegen);
        REQUIRE(sun.sunrise);
        REQUIRE(sun.sunset);
        CHECK(daylight_at(*sun.sunrise + minutes{1}, nijmegen) == Daylight::day);
        CHECK(daylight_at(*sun.sunrise - minutes{1}, nijmegen) == Daylight::twilight);
        CHECK(daylight_at(*sun.civil_dusk + minutes{1}, nijmegen) == Daylight::dark);
        CHECK(daylight_at(*sun.civil_dusk - minutes{1}, nijmegen) == Daylight::twilight);
        CHECK(*sun.civil_dawn < *sun.sunrise);
        CHECK(*sun.sunrise < sun.noon);
        CHECK(sun.noon < *sun.sunset);
        CHECK(*sun.sunset < *sun.civil_dusk);
    }
}

TEST_CASE("noon falls on the date asked for, at every longitude") {
    for (const double longitude : {-179.0, -105.0, 0.0, 5.9, 90.0, 179.0})
        for (Date day = make_date(2027, 1, 1); day < make_date(2028, 1, 1); day += std::chrono::days{11}) {
            const SunDay sun = sun_day(day, {longitude, 40});
            CHECK(std::chrono::floor<std::chrono::days>(sun.noon) == day);
            CHECK(solar_altitude(sun.noon, {longitude, 40}) >= solar_altitude(sun.noon + minutes{10}, {longitude, 40}));
            CHECK(solar_altitude(sun.noon, {longitude, 40}) >= solar_altitude(sun.noon - minutes{10}, {longitude, 40}));
        }
}

TEST_CASE("beyond the polar circle the sun may not rise, or not set") {
    const LonLat tromso{18.96, 69.65};
    const SunDay winter = sun_day(make_date(2027, 12, 21), tromso), summer = sun_day(make_date(2027, 6, 21), tromso);
    CHECK_FALSE(winter.sunrise);
    CHECK_FALSE(winter.sunset);
    CHECK(winter.civil_dawn);
    CHECK_FALSE(summer.sunrise);
    CHECK_FALSE(summer.civil_dusk);
}

TEST_CASE("the dark share counts the minutes after civil dusk") {
    const SunDay sun = sun_day(make_date(2026, 12, 21), nijmegen);
    const UtcTime dusk = std::chrono::floor<minutes>(*sun.civil_dusk);
    CHECK(dark_share(dusk - hours{3}, dusk - hours{1}, nijmegen) == 0);
    CHECK(dark_share(dusk + minutes{2}, dusk + hours{3}, nijmegen) == 1);
    CHECK(dark_share(dusk - hours{1}, dusk + hours{1}, nijmegen) == Approx(0.5).margin(1.5 / 120));
    CHECK(dark_share(at(2027, 6, 21, 22, 0), at(2027, 6, 21, 23, 0), nijmegen) == 1);  // midnight in June
}
