#include "geo/core/sun.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

using std::chrono::minutes;

UtcTime moment(Date day, std::string_view clock) { return day + minutes{*parse_clock(clock)}; }

/// The published minutes are cut off, not rounded (their noons lie 0 to 60 s before ours), and take the sun's place at
/// the start of the day: so two minutes around the minute that is printed.
bool agrees(UtcTime ours, UtcTime printed) {
    return ours >= printed - minutes{2} && ours < printed + minutes{1} + minutes{2};
}

/// "07:08:12.8" of a day, to the second.
UtcTime second_of(Date day, const std::string& clock) {
    return day + std::chrono::hours{std::stoi(clock.substr(0, 2))} + minutes{std::stoi(clock.substr(3, 2))} +
           std::chrono::seconds{std::lround(std::stod(clock.substr(6)))};
}

}  // namespace

TEST_CASE("dawn, sunrise, noon, sunset and dusk of Beuningen agree with the published year") {
    BAKEN_NEEDS_SHARED();
    const std::string text = content_of(shared("truth/solar/beuningen_51.86N_5.77E_2027_weekly.csv"));
    CsvReader rows(text, ',');
    rows.next();
    int weeks = 0;
    while (rows.next()) {
        const auto& f = rows.fields();
        const Date day = *parse_iso_date(f[0]);
        const SunDay sun = sun_day(day, {5.77, 51.86});
        INFO(f[0]);
        CHECK(agrees(*sun.civil_dawn, moment(day, f[1])));
        CHECK(agrees(*sun.sunrise, moment(day, f[2])));
        CHECK(agrees(sun.noon, moment(day, f[3])));
        CHECK(agrees(*sun.sunset, moment(day, f[4])));
        CHECK(agrees(*sun.civil_dusk, moment(day, f[5])));
        ++weeks;
    }
    CHECK(weeks == 53);
}

TEST_CASE("the altitude and the sunrises of the NREL report") {
    BAKEN_NEEDS_SHARED();
    const std::string text = content_of(shared("truth/solar/nrel_spa_reference.csv"));
    CsvReader rows(text, ',');
    rows.next();
    int cases = 0;
    while (rows.next()) {
        const auto& f = rows.fields();
        const std::string quantity(f[9]), expected(f[10]);
        const auto written = *parse_moment(f[1]);
        const LonLat where{*parse_number(f[3]), *parse_number(f[2])};
        const auto zone = std::chrono::hours{*parse_integer(f[4])};
        INFO(f[0] << ' ' << quantity);
        if (quantity == "zenith_deg") {
            const UtcTime when = written.day + std::chrono::hours{12} + minutes{30} + std::chrono::seconds{30} - zone;
            CHECK(90 - solar_altitude(when, where) == Approx(*parse_number(expected)).margin(0.05));
            ++cases;
        } else if (quantity == "sunrise_ut" || quantity == "sunset_ut") {
            const SunDay sun = sun_day(written.day, where);
            CHECK(abs(*(quantity == "sunrise_ut" ? sun.sunrise : sun.sunset) - second_of(written.day, expected)) <=
                  std::chrono::seconds{5});
            ++cases;
        } else if (quantity == "sunrise_local_h" || quantity == "sunset_local_h") {
            const SunDay sun = sun_day(written.day, where);
            const UtcTime published =
                written.day - zone + std::chrono::seconds{std::llround(*parse_number(expected) * 3600)};
            CHECK(abs(*(quantity == "sunrise_local_h" ? sun.sunrise : sun.sunset) - published) <=
                  std::chrono::seconds{36});
            ++cases;
        }
    }
    CHECK(cases == 9);
}
