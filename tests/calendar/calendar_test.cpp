#include "calendar/calendar.hpp"

#include "base/error.hpp"
#include "support/support.hpp"

using namespace baken;

namespace {

Calendar calendar_of(int year, const CalendarSettings& settings = {}, const DarkDaysRule& rule = {}) {
    return make_calendar(year, settings, rule, {}, {});
}

Campaign campaign(std::string name, Date from, Date to) { return {std::move(name), Theme::speed, from, to, true, ""}; }

std::vector<std::string> names_on(const Calendar& calendar, Date day) {
    std::vector<std::string> names;
    for (const auto* running : calendar.campaigns_on(day)) names.push_back(running->name);
    return names;
}

}  // namespace

TEST_CASE("a year sees the tail of one dark season and the head of the next") {
    const Calendar calendar = calendar_of(2027);
    REQUIRE(calendar.seasons.size() == 2);
    CHECK(calendar.seasons[0].starts_in == 2026);
    CHECK(to_iso(calendar.seasons[0].from) == "2027-01-01");
    CHECK(to_iso(calendar.seasons[0].to) == "2027-03-31");
    CHECK(calendar.seasons[1].starts_in == 2027);
    CHECK(to_iso(calendar.seasons[1].from) == "2027-10-01");
    CHECK(to_iso(calendar.seasons[1].to) == "2027-12-31");

    CHECK(calendar.season_of(make_date(2027, 1, 1)) == &calendar.seasons[0]);
    CHECK(calendar.season_of(make_date(2027, 3, 31)) == &calendar.seasons[0]);
    CHECK(calendar.season_of(make_date(2027, 4, 1)) == nullptr);
    CHECK(calendar.season_of(make_date(2027, 9, 30)) == nullptr);
    CHECK(calendar.season_of(make_date(2027, 10, 1)) == &calendar.seasons[1]);
    CHECK(calendar.season_of(make_date(2027, 12, 31)) == &calendar.seasons[1]);
}

TEST_CASE("a season that does not cross the year is one season") {
    const Calendar calendar = calendar_of(2027, {}, {{1, 15}, {2, 28}, 1});
    REQUIRE(calendar.seasons.size() == 1);
    CHECK(to_iso(calendar.seasons[0].from) == "2027-01-15");
    CHECK(to_iso(calendar.seasons[0].to) == "2027-02-28");
}

TEST_CASE("a season until 29 February ends on the 28th where there is no 29th") {
    CHECK(to_iso(calendar_of(2027, {}, {{10, 1}, {2, 29}, 1}).seasons[0].to) == "2027-02-28");
    CHECK(to_iso(calendar_of(2028, {}, {{10, 1}, {2, 29}, 1}).seasons[0].to) == "2028-02-29");
}

TEST_CASE("a leap year has 366 days, and 2026 has 53 weeks") {
    CHECK((calendar_of(2028).last_day() - calendar_of(2028).first_day()).count() + 1 == 366);
    CHECK((calendar_of(2027).last_day() - calendar_of(2027).first_day()).count() + 1 == 365);
    CHECK(iso_week(calendar_of(2026).last_day()) == IsoWeek{2026, 53});
    CHECK(iso_week(calendar_of(2027).first_day()) == IsoWeek{2026, 53});
    CHECK(iso_week(make_date(2027, 1, 4)) == IsoWeek{2027, 1});
    CHECK(iso_week(make_date(2025, 12, 29)) == IsoWeek{2026, 1});
    CHECK(iso_week(calendar_of(2027).last_day()) == IsoWeek{2027, 52});
}

TEST_CASE("closed days are the public holidays and the settings' own, by first day") {
    CalendarSettings settings;
    settings.closed = {{make_date(2027, 7, 20), make_date(2027, 7, 23), "Vierdaagse"},
                       {make_date(2026, 12, 20), make_date(2027, 1, 3), "kerstreces"},
                       {make_date(2026, 7, 21), make_date(2026, 7, 24), "Vierdaagse van vorig jaar"}};
    const Calendar calendar = calendar_of(2027, settings);
    CHECK(calendar.closed.front().reason == "kerstreces");
    CHECK(calendar.closed.size() == 11);
    CHECK(calendar.closed_because(make_date(2027, 7, 23)) == std::string("Vierdaagse"));
    CHECK(calendar.closed_because(make_date(2027, 4, 27)) == std::string("Koningsdag"));
    CHECK(calendar.closed_because(make_date(2027, 7, 24)) == std::nullopt);

    settings.holidays = "none";
    CHECK(calendar_of(2027, settings).closed.size() == 2);
    settings.holidays = "be";
    CHECK_THROWS_AS(calendar_of(2027, settings), SettingsError);
}

TEST_CASE("a school day is a weekday outside school and public holidays") {
    CalendarSettings settings;
    settings.closed = {{make_date(2027, 9, 14), make_date(2027, 9, 14), "opleidingsdag van het team"}};
    const Calendar calendar =
        make_calendar(2027, settings, {}, {}, {{make_date(2027, 7, 10), make_date(2027, 8, 22), "zomer"}});
    CHECK(calendar.is_school_day(make_date(2027, 9, 13)));
    CHECK(calendar.is_school_day(make_date(2027, 9, 14)));        // closed for the crew, not for the pupils
    CHECK_FALSE(calendar.is_school_day(make_date(2027, 9, 11)));  // Saturday
    CHECK_FALSE(calendar.is_school_day(make_date(2027, 9, 12)));
    CHECK_FALSE(calendar.is_school_day(make_date(2027, 7, 12)));
    CHECK_FALSE(calendar.is_school_day(make_date(2027, 4, 27)));
    CHECK_FALSE(calendar.is_school_day(make_date(2027, 5, 6)));
}

TEST_CASE("campaigns that touch the year are kept, by first day") {
    const Calendar calendar = make_calendar(2027, {}, {},
                                            {campaign("BOB", make_date(2027, 12, 1), make_date(2028, 1, 31)),
                                             campaign("gordel", make_date(2027, 3, 8), make_date(2027, 3, 14)),
                                             campaign("oud", make_date(2026, 3, 8), make_date(2026, 3, 14)),
                                             campaign("BOB", make_date(2026, 12, 1), make_date(2027, 1, 31))},
                                            {});
    REQUIRE(calendar.campaigns.size() == 3);
    CHECK(to_iso(calendar.campaigns[0].from) == "2026-12-01");
    CHECK(calendar.campaigns[1].name == "gordel");
    CHECK(names_on(calendar, make_date(2027, 3, 14)) == std::vector<std::string>{"gordel"});
    CHECK(names_on(calendar, make_date(2027, 3, 15)).empty());
    CHECK(names_on(calendar, make_date(2027, 1, 31)) == std::vector<std::string>{"BOB"});
}

TEST_CASE("a region day must be an open day of the year") {
    CalendarSettings settings;
    settings.region_day = make_date(2027, 10, 8);
    CHECK(calendar_of(2027, settings).region_day == make_date(2027, 10, 8));
    CHECK_THROWS_WITH(calendar_of(2028, settings),
                      "the region day 2027-10-08 is not in 2028; choose a day of that year");
    settings.region_day = make_date(2027, 12, 25);
    CHECK_THROWS_WITH(calendar_of(2027, settings),
                      "the region day 2027-12-25 is a closed day (Eerste Kerstdag); choose another day");
}

TEST_CASE(
    "without school holidays of the year no school is taken to be open in the weeks when some region may be free") {
    const Calendar unknown = make_calendar(2027, {}, {}, {}, {});
    CHECK_FALSE(unknown.is_school_day(make_date(2027, 8, 4)));
    CHECK_FALSE(unknown.is_school_day(make_date(2027, 12, 22)));
    CHECK(unknown.is_school_day(make_date(2027, 6, 2)));
    CHECK(unknown.is_school_day(make_date(2027, 9, 14)));

    const std::vector<SchoolHoliday> summer{{make_date(2027, 7, 24), make_date(2027, 9, 5), "zomervakantie"}};
    const Calendar known = make_calendar(2027, {}, {}, {}, summer);
    CHECK(known.is_school_day(make_date(2027, 7, 15)));
    CHECK_FALSE(known.is_school_day(make_date(2027, 8, 4)));
}
