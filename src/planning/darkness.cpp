#include "planning/darkness.hpp"

#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"

namespace baken::planning {

namespace {

/// In a stretch this short the sun passes six degrees under the horizon at most once when the ends differ, and not at
/// all when both are dark: no day between two dark ends is shorter.
constexpr std::chrono::hours longest_stretch{6};

}  // namespace

double darkness_of(Date date, int start, int end, LonLat where) {
    const UtcTime from = to_utc(date, start), to = to_utc(date, end);
    if (to <= from) return 0;
    if (to - from > longest_stretch) return dark_share(from, to, where);

    const auto minutes = static_cast<int>((to - from) / std::chrono::minutes{1});
    const auto is_dark = [&](int minute) {
        return daylight_at(from + std::chrono::minutes{minute}, where) == Daylight::dark;
    };
    const bool is_dark_first = is_dark(0), is_dark_last = is_dark(minutes - 1);
    if (is_dark_first && is_dark_last) return 1;
    if (!is_dark_first && !is_dark_last) return start >= 6 * 60 && end <= 24 * 60 ? 0 : dark_share(from, to, where);
    int same = 0, other = minutes - 1;  // the last minute known to be as the first one, the first known to be otherwise
    while (other - same > 1) {
        const int middle = (same + other) / 2;
        (is_dark(middle) == is_dark_first ? same : other) = middle;
    }
    return static_cast<double>(is_dark_first ? other : minutes - other) / minutes;
}

DarknessTable::DarknessTable(Date first_day, int days, const std::vector<LonLat>& places,
                             const std::vector<std::pair<int, int>>& slots)
    : days_(static_cast<std::size_t>(days)), slots_(slots.size()) {
    share_.reserve(places.size() * days_ * slots_);
    for (const LonLat& place : places)
        for (int day = 0; day < days; ++day)
            for (const auto& [start, end] : slots)
                share_.push_back(
                    static_cast<float>(darkness_of(first_day + std::chrono::days{day}, start, end, place)));
}

}  // namespace baken::planning
