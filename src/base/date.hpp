#pragma once
/// Civil dates, without a clock and without a time zone.
///
///     const Date day = make_date(2027, 10, 8);
///     to_iso(day);                    // "2027-10-08"
///     iso_week(day);                  // {2027, 40}

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace baken {

using Date = std::chrono::sys_days;

/// A moment in UTC, to the second.
using UtcTime = std::chrono::sys_seconds;

/// A day of the year without a year, "10-01" for 1 October.
struct MonthDay {
    unsigned month = 1;
    unsigned day = 1;
    auto operator<=>(const MonthDay&) const = default;
};

struct IsoWeek {
    int year = 0;  ///< the year that the week belongs to, which may differ from the date's
    int week = 0;  ///< 1..53
    auto operator<=>(const IsoWeek&) const = default;
};

[[nodiscard]] Date make_date(int year, unsigned month, unsigned day);
[[nodiscard]] int year_of(Date);
[[nodiscard]] unsigned month_of(Date);      ///< 1..12
[[nodiscard]] unsigned day_of_month(Date);  ///< 1..31
[[nodiscard]] unsigned weekday_of(Date);    ///< 1 Monday .. 7 Sunday (ISO 8601)
[[nodiscard]] IsoWeek iso_week(Date);

[[nodiscard]] std::string to_iso(Date);                   ///< "2027-10-08"
[[nodiscard]] std::string to_iso(UtcTime);                ///< "2027-10-08T17:00:00Z"
[[nodiscard]] std::string clock_text(int minute_of_day);  ///< 1290 -> "21:30"; 1500 (past midnight) -> "01:00"

/// "2027-10-08" and nothing else around it; nothing for an impossible day.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view);
/// "8-10-2027", "08/10/2027", "8.10.2027": day first; nothing for an impossible day.
[[nodiscard]] std::optional<Date> parse_dutch_date(std::string_view);
[[nodiscard]] std::optional<MonthDay> parse_month_day(std::string_view);  ///< "10-01"
[[nodiscard]] std::optional<int> parse_clock(std::string_view);           ///< "21:30" or "2130" -> 1290

/// A moment as files write it: an ISO or Dutch date, optionally followed by a time and an offset from UTC.
struct CivilMoment {
    Date day;
    std::optional<int> minute_of_day;       ///< as written
    std::optional<int> utc_offset_minutes;  ///< "Z" or "+00:00" -> 0; nothing: no offset is written, local time
};
[[nodiscard]] std::optional<CivilMoment> parse_moment(std::string_view);

}  // namespace baken
