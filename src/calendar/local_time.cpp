#include "calendar/local_time.hpp"

namespace baken {

namespace {

using namespace std::chrono;

UtcTime last_sunday_one_oclock(year y, month m) { return sys_days{y / m / Sunday[last]} + hours{1}; }

}  // namespace

int utc_offset_minutes(UtcTime when) {
    const year y = year_month_day{floor<days>(when)}.year();
    const bool is_summer = when >= last_sunday_one_oclock(y, March) && when < last_sunday_one_oclock(y, October);
    return is_summer ? 120 : 60;
}

UtcTime to_utc(Date local_day, int minute_of_day) {
    const UtcTime as_written = local_day + minutes{minute_of_day};
    // Summer time is tried first: it is the first of the two hours that have the same name. A time in the skipped hour
    // is summer time in neither reading, and as winter time it lands an hour further on.
    const UtcTime summer = as_written - minutes{120};
    return utc_offset_minutes(summer) == 120 ? summer : as_written - minutes{60};
}

LocalTime to_local(UtcTime when) {
    const UtcTime local = when + minutes{utc_offset_minutes(when)};
    const Date day = floor<days>(local);
    return {day, static_cast<int>(floor<minutes>(local - day).count())};
}

}  // namespace baken
