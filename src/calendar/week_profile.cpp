#include "calendar/week_profile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace baken {

namespace {

constexpr double minutes_of_week = 7 * 24 * 60;

std::size_t hour_after(std::size_t hour, std::size_t steps) { return (hour + steps) % week_hours_count; }

}  // namespace

WeekShares even_week() {
    WeekShares shares{};
    shares.fill(1.0 / week_hours_count);
    return shares;
}

WeekTime week_time(Date local_day, int minute_of_day) {
    const double minute = (weekday_of(local_day) - 1) * 1440.0 + minute_of_day;
    return {.from = std::fmod(minute, minutes_of_week), .length = 0};
}

WeekShares aoristic(std::span<const WeekTime> events) {
    WeekShares counts{};
    for (const WeekTime& event : events) {
        if (event.length >= minutes_of_week) {
            for (double& count : counts) count += 1.0 / week_hours_count;
            continue;
        }
        const double from = event.from - minutes_of_week * std::floor(event.from / minutes_of_week);
        auto hour = static_cast<std::size_t>(from / 60) % week_hours_count;
        if (!(event.length > 0)) {
            counts[hour] += 1;
            continue;
        }
        // Hour after hour, what of the event lies in it.
        const double to = from + event.length;
        for (double at = from; at < to; hour = hour_after(hour, 1)) {
            const double next = std::min(to, (std::floor(at / 60) + 1) * 60);
            counts[hour] += (next - at) / event.length;
            at = next;
        }
    }
    return counts;
}

WeekShares week_shares(const WeekShares& counts, const WeekShares& usual, double lent) {
    const double events = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (!(events + lent > 0)) return usual;
    WeekShares shares{};
    for (std::size_t h = 0; h < shares.size(); ++h) {
        const double smoothed =
            counts[h] / 2 + (counts[hour_after(h, 1)] + counts[hour_after(h, week_hours_count - 1)]) / 4;
        shares[h] = (smoothed + lent * usual[h]) / (events + lent);
    }
    return shares;
}

std::optional<WeekPart> busiest_part(const WeekShares& shares, double least) {
    constexpr std::array parts{DayPart::night, DayPart::morning, DayPart::afternoon, DayPart::evening};
    std::optional<WeekPart> busiest;
    for (const DayKind days : {DayKind::workdays, DayKind::weekend}) {
        const unsigned first = days == DayKind::workdays ? 1 : 6, last = days == DayKind::workdays ? 5 : 7;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            double share = 0, hours = 0;
            for (unsigned day = first; day <= last; ++day) {
                for (std::size_t hour = p * 6; hour < p * 6 + 6; ++hour) {
                    share += shares[week_hour(day, hour)];
                    hours += 1;
                }
            }
            const double lift = share / (hours / week_hours_count);
            if (share >= least && (!busiest || lift > busiest->lift))
                busiest = WeekPart{.days = days, .part = parts[p], .share = share, .lift = lift};
        }
    }
    return busiest;
}

}  // namespace baken
