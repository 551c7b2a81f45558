#pragma once
/// When in the week things happen, and when it is dark there.
///
///     const WeekHours week = week_hours(project, {.hotspot = 3}, EventKind::complaints);
///     week.counts[4][21];     // Friday, from 21:00 to 22:00
///     week.dark_share[21];    // share of the year's evenings on which that hour is dark
///
/// An event without a time is not given one. The public accident register has no hours at all. What a place lacks of
/// its own is borrowed of the region and said to be (docs/methods/time.md).

#include "calendar/week_profile.hpp"
#include "output/series_events.hpp"

#include <span>

namespace baken {

enum class EventKind { accidents, complaints };

struct WeekHours {
    EventKind kind = EventKind::complaints;
    std::array<std::array<int, 24>, 7> counts{};  ///< [Monday .. Sunday][hour it falls in], local time
    std::array<double, 24> dark_share{};          ///< of the hour, mean over the days of the planning year
    int timed = 0;                                ///< events with a day and a time: the sum of the counts
    int untimed = 0;                              ///< events without
    bool has_sources = true;
    int timed_around = 0;  ///< events with a time in the whole region, which a hotspot or municipality leans on
    /// Share of each hour in the week's events: those of the choice, smoothed, and drawn to those of the region; of a
    /// hotspot's complaints by way of those on the theme that most of them are about. Nothing where the region has
    /// fewer times than `fewest`.
    std::optional<WeekShares> shares;

    [[nodiscard]] bool is_dark(std::size_t hour) const { return dark_share[hour] >= 0.5; }
    /// Fewer than these show their own chance, not a pattern of the week.
    static constexpr int fewest = 10;
    [[nodiscard]] bool is_too_few() const { return timed < fewest; }
    /// Too few of its own to draw, and enough around it to lean on.
    [[nodiscard]] bool is_borrowed() const { return is_too_few() && shares.has_value() && timed + untimed > 0; }
    /// The share of an hour (day 0 Monday .. 6) against that of an even week; only where there are shares.
    [[nodiscard]] double times_average(std::size_t day, std::size_t hour) const {
        return shares.value()[day * 24 + hour] * static_cast<double>(week_hours_count);
    }
};
[[nodiscard]] WeekHours week_hours(const Project&, const EventChoice&, EventKind);

/// Classes 0..4 of the hours against an even week: from 1.5, 2, 3, 4 and 6 times as busy on; -1 below.
inline constexpr std::array<double, 5> busy_from{1.5, 2, 3, 4, 6};
[[nodiscard]] int busy_class(double times_average);

/// Share of each local hour that is dark (sun below -6 degrees), mean over a year; looked at four times an hour
/// on every fourth day.
[[nodiscard]] std::array<double, 24> dark_hours(LonLat where, int year);

/// Lower bounds of at most five classes with about as many counts in each; zeros are left out. Ascending, each above
/// the one before; empty when all counts are zero.
[[nodiscard]] std::vector<int> class_bounds(std::span<const int> counts);
/// The class of a count, 0..4; -1 for zero and for what lies below the first bound.
[[nodiscard]] int class_of(int count, std::span<const int> bounds);

}  // namespace baken
