#include "calendar/calendar.hpp"

#include "support/support.hpp"

#include <map>

using namespace baken;

namespace {

std::map<std::string, std::string> holidays_by_date(int year) {
    std::map<std::string, std::string> holidays;
    for (const auto& day : dutch_public_holidays(year)) holidays[to_iso(day.from)] = day.reason;
    return holidays;
}

}  // namespace

TEST_CASE("Easter falls where the almanacs say") {
    const std::map<int, std::string> published{
        {1818, "1818-03-22"}, {1943, "1943-04-25"}, {1954, "1954-04-18"}, {1981, "1981-04-19"}, {2000, "2000-04-23"},
        {2008, "2008-03-23"}, {2011, "2011-04-24"}, {2019, "2019-04-21"}, {2024, "2024-03-31"}, {2025, "2025-04-20"},
        {2026, "2026-04-05"}, {2027, "2027-03-28"}, {2028, "2028-04-16"}, {2029, "2029-04-01"}, {2030, "2030-04-21"},
        {2038, "2038-04-25"}, {2049, "2049-04-18"}};
    for (const auto& [year, day] : published) CHECK(to_iso(easter_sunday(year)) == day);
}

TEST_CASE("Easter is a Sunday between 22 March and 25 April in every planning year") {
    for (int year = 1996; year <= 2100; ++year) {
        const Date easter = easter_sunday(year);
        CHECK(weekday_of(easter) == 7);
        CHECK(easter >= make_date(year, 3, 22));
        CHECK(easter <= make_date(year, 4, 25));
    }
}

TEST_CASE("the public holidays of 2026 and 2027") {
    CHECK(holidays_by_date(2026) == std::map<std::string, std::string>{{"2026-01-01", "Nieuwjaarsdag"},
                                                                       {"2026-04-05", "Eerste Paasdag"},
                                                                       {"2026-04-06", "Tweede Paasdag"},
                                                                       {"2026-04-27", "Koningsdag"},
                                                                       {"2026-05-14", "Hemelvaartsdag"},
                                                                       {"2026-05-24", "Eerste Pinksterdag"},
                                                                       {"2026-05-25", "Tweede Pinksterdag"},
                                                                       {"2026-12-25", "Eerste Kerstdag"},
                                                                       {"2026-12-26", "Tweede Kerstdag"}});
    const auto of_2027 = holidays_by_date(2027);
    CHECK(of_2027.at("2027-05-06") == "Hemelvaartsdag");
    CHECK(of_2027.at("2027-05-17") == "Tweede Pinksterdag");
    CHECK(of_2027.count("2027-03-26") == 0);  // Good Friday
    CHECK(of_2027.count("2027-12-31") == 0);
}

TEST_CASE("King's Day gives way to Sunday") {
    CHECK(holidays_by_date(2025).at("2025-04-26") == "Koningsdag");
    CHECK(holidays_by_date(2025).count("2025-04-27") == 0);
    CHECK(holidays_by_date(2014).at("2014-04-26") == "Koningsdag");
    CHECK(holidays_by_date(2031).at("2031-04-26") == "Koningsdag");
    CHECK(holidays_by_date(2024).at("2024-04-27") == "Koningsdag");
}

TEST_CASE("until 2013 it was Queen's Day") {
    CHECK(holidays_by_date(2013).at("2013-04-30") == "Koninginnedag");
    CHECK(holidays_by_date(2006).at("2006-04-29") == "Koninginnedag");
}

TEST_CASE("Liberation Day closes every fifth year only") {
    for (int year = 2024; year <= 2031; ++year) {
        const auto days = holidays_by_date(year);
        const auto day = days.find(std::to_string(year) + "-05-05");
        CHECK((day != days.end() && day->second == "Bevrijdingsdag") == (year == 2025 || year == 2030));
    }
}
