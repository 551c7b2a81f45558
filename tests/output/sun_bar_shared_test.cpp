#include "base/text.hpp"
#include "calendar/local_time.hpp"
#include "output/sun_bar.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <sstream>

using namespace baken;
using namespace baken::test;

TEST_CASE("the bar of a day turns within two minutes of the published dawn, sunrise, sunset and dusk") {
    BAKEN_NEEDS_SHARED();
    const LonLat beuningen{5.77, 51.86};
    std::istringstream rows(content_of(shared("truth/solar/beuningen_51.86N_5.77E_2027_weekly.csv")));
    std::string line;
    std::getline(rows, line);
    REQUIRE(line.starts_with("date,civil_dawn_utc,sunrise_utc,noon_utc,sunset_utc,civil_dusk_utc"));
    int days = 0;
    while (std::getline(rows, line)) {
        const auto fields = split(std::string(trimmed(line)), ',');
        REQUIRE(fields.size() == 6);
        const Date day = parse_iso_date(fields[0]).value();
        const SunBar bar = sun_bar(day, 600, 720, beuningen);
        REQUIRE(bar.parts.size() == 5);
        CAPTURE(fields[0]);
        const auto local = [&](const std::string& utc) {
            return to_local(UtcTime(day) + std::chrono::minutes{parse_clock(utc).value()}).minute_of_day;
        };
        const std::array<int, 4> told{local(fields[1]), local(fields[2]), local(fields[4]), local(fields[5])};
        // The published minutes are cut off: what they tell of lies within the minute that begins there.
        const auto apart = [](int minute, int printed) {
            return std::max({printed - minute, minute - printed - 1, 0});
        };
        for (std::size_t i = 0; i < told.size(); ++i) CHECK(apart(bar.parts[i].to, told[i]) <= 2);
        const std::array<std::optional<int>, 4> moments{bar.dawn, bar.sunrise, bar.sunset, bar.dusk};
        for (std::size_t i = 0; i < told.size(); ++i) {
            REQUIRE(moments[i]);
            CHECK(apart(*moments[i], told[i]) <= 2);
        }
        ++days;
    }
    CHECK(days >= 52);
}
