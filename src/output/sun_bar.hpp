#pragma once
/// The light of a day as a bar: dark, twilight and daylight over the hours of a check's day, for the window and the
/// pages.
///
///     const SunBar bar = sun_bar(check.date, check.start, check.end, hotspot.lonlat);
///     sun_words(bar, Language::nl);       // "zon op 07:12, onder 18:31; donker tot 06:39 en vanaf 19:03"

#include "base/date.hpp"
#include "base/language.hpp"
#include "geo/core/point.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baken {

/// Over a local day and, for a check past midnight, as many whole hours of the next as it takes.
struct SunBar {
    enum class Light { dark, twilight, day };
    struct Part {
        int from = 0, to = 0;  ///< minutes of the day
        Light light = Light::day;
    };
    int until = 1440;  ///< minute at which the bar ends
    std::vector<Part> parts;
    int check_from = 0, check_to = 0;
    /// Of the day itself, as local minutes to the nearest; nothing where the sun does not cross.
    std::optional<int> dawn, sunrise, sunset, dusk;
};

[[nodiscard]] SunBar sun_bar(Date, int start, int end, LonLat);
/// Empty where the sun does not rise and set.
[[nodiscard]] std::string sun_words(const SunBar&, Language);

}  // namespace baken
