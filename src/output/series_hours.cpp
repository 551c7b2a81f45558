#include "output/series_hours.hpp"

#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"

#include <algorithm>
#include <type_traits>

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
std::vector<WeekTime> times_of(const std::vector<const Event*>& events) {
    std::vector<WeekTime> times;
    for (const Event* event : events)
        if (event->date && event->minute_of_day) times.push_back(week_time(*event->date, *event->minute_of_day));
    return times;
}

std::optional<Theme> main_theme(const std::vector<const Complaint*>& complaints) {
    std::array<int, theme_count> counts{};
    for (const Complaint* complaint : complaints) ++counts[index_of(complaint->theme)];
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most == 0) return std::nullopt;
    return all_themes[static_cast<std::size_t>(most - counts.begin())];
}

/// What the region's events of the kind lend: their shares, and of complaints those on one theme drawn to these.
template <class Event>
void lean(WeekHours& week, const std::vector<const Event*>& own, std::vector<const Event*> around) {
    const std::vector<WeekTime> times = times_of(around);
    week.timed_around = static_cast<int>(times.size());
    if (week.timed_around < WeekHours::fewest) return;
    WeekShares usual = week_shares(aoristic(times), even_week());
    if constexpr (std::is_same_v<Event, Complaint>) {
        if (const auto theme = main_theme(own)) {
            std::erase_if(around, [&](const Complaint* complaint) { return complaint->theme != *theme; });
            usual = week_shares(aoristic(times_of(around)), usual);
        }
    }
    week.shares = week_shares(aoristic(times_of(own)), usual);
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
    const EventChoice around{.first_year = choice.first_year, .last_year = choice.last_year};
    if (kind == EventKind::accidents) {
        const auto own = chosen_accidents(project, choice);
        count(week, own);
        lean(week, own, chosen_accidents(project, around));
    } else {
        const auto own = chosen_complaints(project, choice);
        count(week, own);
        lean(week, own, chosen_complaints(project, around));
    }
    return week;
}

int busy_class(double times_average) {
    return static_cast<int>(std::upper_bound(busy_from.begin(), busy_from.end(), times_average) - busy_from.begin()) -
           1;
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
