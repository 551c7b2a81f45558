#include "output/sun_bar.hpp"

#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

namespace {

SunBar::Light light_at(Date day, int minute, LonLat where) {
    switch (daylight_at(to_utc(day, minute), where)) {
        case Daylight::dark: return SunBar::Light::dark;
        case Daylight::twilight: return SunBar::Light::twilight;
        case Daylight::day: return SunBar::Light::day;
    }
    return SunBar::Light::day;
}

std::optional<int> minute_of(std::optional<UtcTime> moment) {
    if (!moment) return std::nullopt;
    return to_local(*moment + std::chrono::seconds{30}).minute_of_day;
}

}  // namespace

SunBar sun_bar(Date day, int start, int end, LonLat where) {
    SunBar bar;
    bar.until = std::max(1440, (end + 59) / 60 * 60);
    bar.check_from = start;
    bar.check_to = end;
    for (int minute = 0; minute < bar.until; ++minute) {
        const SunBar::Light light = light_at(day, minute, where);
        if (bar.parts.empty() || bar.parts.back().light != light) bar.parts.push_back({minute, minute, light});
        bar.parts.back().to = minute + 1;
    }
    const SunDay sun = sun_day(day, where);
    bar.dawn = minute_of(sun.civil_dawn);
    bar.sunrise = minute_of(sun.sunrise);
    bar.sunset = minute_of(sun.sunset);
    bar.dusk = minute_of(sun.civil_dusk);
    return bar;
}

std::string sun_words(const SunBar& bar, Language language) {
    if (!bar.dawn || !bar.sunrise || !bar.sunset || !bar.dusk) return {};
    return fmt::format(fmt::runtime(says(language, "zon op {}, onder {}; donker tot {} en vanaf {}",
                                         "sun up {}, down {}; dark until {} and from {}")),
                       clock_text(*bar.sunrise), clock_text(*bar.sunset), clock_text(*bar.dawn), clock_text(*bar.dusk));
}

}  // namespace baken
