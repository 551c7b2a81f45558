#include "calendar/local_time.hpp"

#include "support/support.hpp"

using namespace baken;

namespace {

std::string utc(int year, unsigned month, unsigned day, int hour, int minute) {
    return to_iso(to_utc(make_date(year, month, day), hour * 60 + minute));
}

}  // namespace

TEST_CASE("winter is an hour ahead of UTC and summer two") {
    CHECK(utc(2027, 1, 15, 12, 0) == "2027-01-15T11:00:00Z");
    CHECK(utc(2027, 7, 15, 12, 0) == "2027-07-15T10:00:00Z");
    CHECK(utc(2027, 7, 15, 0, 30) == "2027-07-14T22:30:00Z");
}

TEST_CASE("summer time of 2027 begins on 28 March") {
    CHECK(utc(2027, 3, 28, 1, 59) == "2027-03-28T00:59:00Z");
    CHECK(utc(2027, 3, 28, 3, 0) == "2027-03-28T01:00:00Z");
    CHECK(utc(2027, 3, 28, 2, 30) == "2027-03-28T01:30:00Z");  // 02:30 is no time on that day: 03:30
    CHECK(utc_offset_minutes(make_date(2027, 3, 28) + std::chrono::minutes{59}) == 60);
    CHECK(utc_offset_minutes(make_date(2027, 3, 28) + std::chrono::minutes{60}) == 120);
}

TEST_CASE("summer time of 2027 ends on 31 October") {
    CHECK(utc(2027, 10, 31, 1, 59) == "2027-10-30T23:59:00Z");
    CHECK(utc(2027, 10, 31, 2, 0) == "2027-10-31T00:00:00Z");  // the first of the two
    CHECK(utc(2027, 10, 31, 2, 59) == "2027-10-31T00:59:00Z");
    CHECK(utc(2027, 10, 31, 3, 0) == "2027-10-31T02:00:00Z");
    CHECK(utc_offset_minutes(make_date(2027, 10, 31) + std::chrono::minutes{59}) == 120);
    CHECK(utc_offset_minutes(make_date(2027, 10, 31) + std::chrono::minutes{60}) == 60);
}

TEST_CASE("the clock changes on the Sundays that were published") {
    const std::vector<std::pair<Date, Date>> published{{make_date(2022, 3, 27), make_date(2022, 10, 30)},
                                                       {make_date(2023, 3, 26), make_date(2023, 10, 29)},
                                                       {make_date(2024, 3, 31), make_date(2024, 10, 27)},
                                                       {make_date(2025, 3, 30), make_date(2025, 10, 26)},
                                                       {make_date(2026, 3, 29), make_date(2026, 10, 25)}};
    for (const auto& [begin, end] : published) {
        const auto one_oclock = std::chrono::hours{1};
        const auto second = std::chrono::seconds{1};
        CHECK(utc_offset_minutes(begin + one_oclock - second) == 60);
        CHECK(utc_offset_minutes(begin + one_oclock) == 120);
        CHECK(utc_offset_minutes(end + one_oclock - second) == 120);
        CHECK(utc_offset_minutes(end + one_oclock) == 60);
    }
}

TEST_CASE("a check past midnight ends on the next day's clock") {
    CHECK(utc(2027, 10, 30, 25, 30) == "2027-10-30T23:30:00Z");
    CHECK(utc(2027, 10, 30, 26, 30) == "2027-10-31T00:30:00Z");
    CHECK(utc(2027, 3, 27, 27, 30) == "2027-03-28T01:30:00Z");
    CHECK(utc(2027, 12, 31, 24, 30) == "2027-12-31T23:30:00Z");
}

TEST_CASE("local time and UTC agree both ways through a whole year, save in the hour that comes twice") {
    const UtcTime twice = make_date(2027, 10, 31) + std::chrono::hours{1};
    for (UtcTime when = make_date(2027, 1, 1); when < make_date(2028, 1, 1); when += std::chrono::minutes{15}) {
        const LocalTime local = to_local(when);
        const bool is_second_of_two = when >= twice && when < twice + std::chrono::hours{1};
        const UtcTime expected = is_second_of_two ? when - std::chrono::hours{1} : when;
        if (to_utc(local.day, local.minute_of_day) != expected) FAIL("at " << to_iso(when));
        if (local.minute_of_day < 0 || local.minute_of_day >= 1440) FAIL("no minute of a day at " << to_iso(when));
    }
}
