#include "planning/darkness.hpp"

#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"

namespace baken::planning {

double darkness_of(Date date, int start, int end, LonLat where) {
    const UtcTime from = to_utc(date, start), to = to_utc(date, end);
    if (to <= from) return 0;
    const UtcTime last = to - std::chrono::minutes{1};
    const auto is_dark = [&](UtcTime when) { return daylight_at(when, where) == Daylight::dark; };
    // The sun sinks from noon to midnight and rises until noon: in less than half a day between two dark ends
    // it stays dark, and without a dark end or a midnight between them it never is.
    const bool is_short = to - from <= std::chrono::hours{6};
    if (is_short) {
        const bool first_dark = is_dark(from), last_dark = is_dark(last);
        if (first_dark && last_dark) return 1;
        if (!first_dark && !last_dark && end <= 1440 && start >= 360) return 0;
    }
    return dark_share(from, to, where);
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
