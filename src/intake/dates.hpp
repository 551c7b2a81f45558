#pragma once
/// Dates and times as people and programs write them in a column.

#include "base/date.hpp"

#include <optional>
#include <string_view>

namespace baken {

struct When {
    std::optional<Date> day;           ///< local
    std::optional<int> minute_of_day;  ///< local
};

/// ISO and Dutch dates, with or without a time; "20240331", "5 mrt 2024", "31-03-24", and Excel's day numbers. A time
/// with an offset from UTC is turned into local time; `time` is a column of its own and may be empty. Nothing is
/// guessed: what cannot be read is absent.
[[nodiscard]] When parse_when(std::string_view date, std::string_view time);

/// True for "03/25/2026": no date with the day first, but one with the month first.
[[nodiscard]] bool looks_month_first(std::string_view date);

/// "21:30", "21.30", "2130", "21:30:15", "21 uur", and a lone hour "21".
[[nodiscard]] std::optional<int> parse_time_of_day(std::string_view);

}  // namespace baken
