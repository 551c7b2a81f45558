#pragma once
/// When in the week things happen: 168 hours, Monday 0:00 first, local time (docs/methods/time.md).
///
///     const WeekShares usual = week_shares(aoristic(all), even_week());
///     const WeekShares here = week_shares(aoristic(few), usual);      // few events lean on the usual
///     here[week_hour(5, 21)];                                         // Friday, from 21:00 to 22:00
///
/// Counts of few events show their own chance. So they are smoothed over the neighbouring hours, round the week, and
/// drawn to what is usual as if that had lent 20 events.

#include "base/date.hpp"

#include <array>
#include <optional>
#include <span>

namespace baken {

inline constexpr std::size_t week_hours_count = 168;
/// One figure per hour of the week: counts, or shares that add up to 1.
using WeekShares = std::array<double, week_hours_count>;

/// `weekday` 1 Monday .. 7 Sunday, `hour` 0..23.
[[nodiscard]] constexpr std::size_t week_hour(unsigned weekday, std::size_t hour) { return (weekday - 1) * 24 + hour; }
[[nodiscard]] WeekShares even_week();

/// An event as minutes after Monday 0:00 of its week. Of one that happened somewhere between two moments `length` is
/// what lies between; 0 for a moment.
struct WeekTime {
    double from = 0, length = 0;
};
[[nodiscard]] WeekTime week_time(Date local_day, int minute_of_day);

/// Events per hour of the week. One that lies between two moments is spread evenly over them (aoristic analysis,
/// Ratcliffe 2000); a week or longer says nothing, and counts in every hour alike.
[[nodiscard]] WeekShares aoristic(std::span<const WeekTime>);

/// Shares of events that were counted per hour. An hour lends a quarter to the one before and the one after it, round
/// the week; the whole is then drawn to `usual` (shares) as if that had given `lent` more events.
[[nodiscard]] WeekShares week_shares(const WeekShares& counts, const WeekShares& usual, double lent = 20);

/// Part of the week in words that people use.
enum class DayKind { workdays, weekend };                   ///< weekend: Saturday and Sunday
enum class DayPart { night, morning, afternoon, evening };  ///< of six hours each, from midnight
struct WeekPart {
    DayKind days = DayKind::workdays;
    DayPart part = DayPart::morning;
    double share = 0;  ///< of the week's events
    double lift = 0;   ///< against an even spread over all hours
};
/// The part of the week that stands out most: with at least `least` of all events, and the largest lift among those.
[[nodiscard]] std::optional<WeekPart> busiest_part(const WeekShares&, double least = 0.25);

}  // namespace baken
