#include "output/series_hours.hpp"

#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"

#include <algorithm>

namespace baken {

namespace {

LonLat place_of(const Project& project, const EventChoice& choice) {
    if (choice.hotspot && *choice.hotspot < project.hotspots.size()) return project.hotspots[*choice.hotspot].lonlat;
    const auto& municipalities = project.region->municipalities;
    if (choice.municipality && *choice.municipality < municipalities.size())
        return municipalities[*choice.municipality].centre;
    LonLat middle{};
    for (const Municipality& municipality : municipalities) {
        middle.lon += municipality.centre.lon / static_cast<double>(municipalities.size());
        middle.lat += municipality.centre.lat / static_cast<double>(municipalities.size());
    }
    return middle;
}

template <class Event>
void count(WeekHours& week, const std::vector<const Event*>& events) {
    for (const Event* event : events) {
        if (!event->date || !event->minute_of_day) {
            ++week.untimed;
            continue;
        }
        const auto hour = static_cast<std::size_t>(std::clamp(*event->minute_of_day / 60, 0, 23));
        ++week.counts[weekday_of(*event->date) - 1][hour];
        ++week.timed;
    }
}

}  // namespace

WeekHours week_hours(const Project& project, const EventChoice& choice, EventKind kind) {
    WeekHours week;
    week.kind = kind;
    week.has_sources = has_events(project);
    week.dark_share = dark_hours(place_of(project, choice), project.settings.year);
    if (kind == EventKind::accidents)
        count(week, chosen_accidents(project, choice));
    else
        count(week, chosen_complaints(project, choice));
    return week;
}

std::array<double, 24> dark_hours(LonLat where, int year) {
    std::array<double, 24> share{};
    constexpr std::array minutes{7, 22, 37, 52};
    const Date first = make_date(year, 1, 1), end = make_date(year + 1, 1, 1);
    constexpr std::chrono::days step{4};  // the sun moves little in four days
    double days = 0;
    for (Date day = first; day < end; day += step) ++days;
    const double looks = days * minutes.size();
    for (Date day = first; day < end; day += step)
        for (int hour = 0; hour < 24; ++hour)
            for (const int minute : minutes)
                if (daylight_at(to_utc(day, hour * 60 + minute), where) == Daylight::dark)
                    share[static_cast<std::size_t>(hour)] += 1 / looks;
    return share;
}

std::vector<int> class_bounds(std::span<const int> counts) {
    constexpr std::size_t most = 5;
    std::vector<int> values(counts.begin(), counts.end());
    std::erase_if(values, [](int value) { return value <= 0; });
    std::sort(values.begin(), values.end());
    std::vector<int> distinct = values;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (distinct.size() <= most) return distinct;
    std::vector<int> bounds;
    for (std::size_t k = 0; k < most; ++k) {
        const int bound = values[k * values.size() / most];
        if (bounds.empty() || bound > bounds.back()) bounds.push_back(bound);
    }
    return bounds;
}

int class_of(int count, std::span<const int> bounds) {
    return static_cast<int>(std::upper_bound(bounds.begin(), bounds.end(), count) - bounds.begin()) - 1;
}

}  // namespace baken
