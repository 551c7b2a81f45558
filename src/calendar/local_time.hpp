#pragma once
/// Local time in the Netherlands: UTC+1, and UTC+2 from the last Sunday of March 01:00 UTC to the last Sunday of
/// October 01:00 UTC (Directive 2000/84/EC; valid for planning years from 1996).

#include "base/date.hpp"

namespace baken {

[[nodiscard]] int utc_offset_minutes(UtcTime);  ///< 60 or 120
/// A local minute of a day, possibly past midnight (>= 1440). In the hour that comes twice the first is meant; a time
/// in the hour that is skipped is moved on by an hour.
[[nodiscard]] UtcTime to_utc(Date local_day, int minute_of_day);

struct LocalTime {
    Date day;
    int minute_of_day = 0;
};
[[nodiscard]] LocalTime to_local(UtcTime);

}  // namespace baken
