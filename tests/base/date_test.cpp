#include "base/date.hpp"

#include "support/support.hpp"

using namespace baken;

TEST_CASE("dates are spelled and taken apart") {
    const Date day = make_date(2027, 10, 8);
    CHECK(to_iso(day) == "2027-10-08");
    CHECK(year_of(day) == 2027);
    CHECK(month_of(day) == 10);
    CHECK(day_of_month(day) == 8);
    CHECK(weekday_of(day) == 5);                      // a Friday
    CHECK(weekday_of(make_date(2027, 10, 10)) == 7);  // Sunday is the last, as in ISO 8601
    CHECK(to_iso(day + std::chrono::hours{17} + std::chrono::seconds{5}) == "2027-10-08T17:00:05Z");
    CHECK(to_iso(UtcTime{make_date(1969, 12, 31)} + std::chrono::seconds{86399}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("a week belongs to the year of its Thursday") {
    // The examples of ISO 8601.
    CHECK(iso_week(make_date(2005, 1, 1)) == IsoWeek{2004, 53});
    CHECK(iso_week(make_date(2005, 1, 3)) == IsoWeek{2005, 1});
    CHECK(iso_week(make_date(2007, 12, 31)) == IsoWeek{2008, 1});
    CHECK(iso_week(make_date(2008, 12, 28)) == IsoWeek{2008, 52});
    CHECK(iso_week(make_date(2009, 12, 31)) == IsoWeek{2009, 53});
    CHECK(iso_week(make_date(2010, 1, 3)) == IsoWeek{2009, 53});
    CHECK(iso_week(make_date(2027, 10, 8)) == IsoWeek{2027, 40});
}

TEST_CASE("a minute of the day is a time on the clock, also past midnight") {
    CHECK(clock_text(0) == "00:00");
    CHECK(clock_text(1290) == "21:30");
    CHECK(clock_text(1440) == "00:00");
    CHECK(clock_text(1500) == "01:00");
    CHECK(clock_text(-30) == "23:30");
}

TEST_CASE("ISO dates are read strictly") {
    CHECK(parse_iso_date("2028-02-29") == make_date(2028, 2, 29));
    for (const char* wrong : {"2027-02-29", "2027-13-01", "2027-00-10", "2027-01-00", "2027-1-1", "2027/01/01",
                              "2027-01-01 ", " 2027-01-01", "20270101", "", "abcd-ef-gh", "2027-01-0a", "-027-01-01"})
        CHECK_FALSE(parse_iso_date(wrong));
}

TEST_CASE("Dutch dates have the day first") {
    CHECK(parse_dutch_date("8-10-2027") == make_date(2027, 10, 8));
    CHECK(parse_dutch_date("08/10/2027") == make_date(2027, 10, 8));
    CHECK(parse_dutch_date("8.10.2027") == make_date(2027, 10, 8));
    CHECK(parse_dutch_date("31-12-1999") == make_date(1999, 12, 31));
    for (const char* wrong : {"31-04-2027", "10-31-2027", "8-10-27", "8-10/2027", "8-10", "-10-2027", "8--2027",
                              "008-10-2027", "8-010-2027", "8-10-2027 ", "8-10-02027", "", "8 oktober 2027"})
        CHECK_FALSE(parse_dutch_date(wrong));
}

TEST_CASE("a day of the year may be the 29th of February") {
    CHECK(parse_month_day("02-29") == MonthDay{2, 29});
    CHECK(parse_month_day("10-01") == MonthDay{10, 1});
    for (const char* wrong : {"02-30", "13-01", "1-1", "10-00", "10/01", "", "10-011"})
        CHECK_FALSE(parse_month_day(wrong));
}

TEST_CASE("times of the day in the forms that files have") {
    CHECK(parse_clock("21:30") == 1290);
    CHECK(parse_clock("9:05") == 545);
    CHECK(parse_clock("2130") == 1290);
    CHECK(parse_clock("0000") == 0);
    CHECK(parse_clock("23:59:59") == 1439);
    CHECK(parse_clock("21:30:15.250") == 1290);
    for (const char* wrong : {"24:00", "2400", "12:60", "1260", "12:5", "930", "12", ":30", "12:", "12:30:", "12:30:5",
                              "12:30:61", "12:30:00.", "12:30 ", "ab:cd", "123:45", "", "12:30:aa"})
        CHECK_FALSE(parse_clock(wrong));
}

TEST_CASE("moments are read with their offset, where one is written") {
    const auto check = [](const char* text, std::optional<int> minute, std::optional<int> offset) {
        INFO(text);
        const auto moment = parse_moment(text);
        REQUIRE(moment);
        CHECK(moment->day == make_date(2027, 10, 8));
        CHECK(moment->minute_of_day == minute);
        CHECK(moment->utc_offset_minutes == offset);
    };
    check("2027-10-08", std::nullopt, std::nullopt);
    check("8-10-2027", std::nullopt, std::nullopt);
    check("2027-10-08T21:30:00", 1290, std::nullopt);
    check("2027-10-08 21:30", 1290, std::nullopt);
    check("08/10/2027 21:30", 1290, std::nullopt);
    check("2027-10-08T21:30:00Z", 1290, 0);
    check("2027-10-08T21:30:00.123456+02:00", 1290, 120);
    check("2027-10-08 21:30:00-0330", 1290, -210);
    check("2027-10-08T21:30+01", 1290, 60);
    for (const char* wrong :
         {"", "T21:30", "2027-10-08T", "2027-10-08 24:00", "2027-10-08T21:30:00+", "2027-10-08T21:30:00+1:00",
          "2027-10-08T21:30:00+01:0", "2027-10-08T21:30:00+01:", "2027-10-08T21:30:00+01000",
          "2027-10-08T21:30:00+15:00", "2027-10-08T21:30:00ZZ", "2027-02-30T21:30", "yesterday", "2027-10-08  21:30"}) {
        INFO(wrong);
        CHECK_FALSE(parse_moment(wrong));
    }
}
