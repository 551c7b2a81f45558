#include "calendar/calendar.hpp"

#include <algorithm>

namespace baken {

namespace {

using std::chrono::days;

constexpr unsigned sunday = 7;

Date day_or_eve_of_sunday(Date day) { return weekday_of(day) == sunday ? day - days{1} : day; }

ClosedDays one_day(Date day, std::string name) { return {day, day, std::move(name)}; }

}  // namespace

Date easter_sunday(int year) {
    // The names are those of the "anonymous Gregorian algorithm" (Meeus, Astronomical Algorithms, chapter 8).
    const int a = year % 19;
    const int b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return make_date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

std::vector<ClosedDays> dutch_public_holidays(int year) {
    const Date easter = easter_sunday(year);
    std::vector<ClosedDays> holidays{
        one_day(make_date(year, 1, 1), "Nieuwjaarsdag"),     one_day(easter, "Eerste Paasdag"),
        one_day(easter + days{1}, "Tweede Paasdag"),         one_day(easter + days{39}, "Hemelvaartsdag"),
        one_day(easter + days{49}, "Eerste Pinksterdag"),    one_day(easter + days{50}, "Tweede Pinksterdag"),
        one_day(make_date(year, 12, 25), "Eerste Kerstdag"), one_day(make_date(year, 12, 26), "Tweede Kerstdag"),
    };
    if (year >= 2014)
        holidays.push_back(one_day(day_or_eve_of_sunday(make_date(year, 4, 27)), "Koningsdag"));
    else
        holidays.push_back(one_day(day_or_eve_of_sunday(make_date(year, 4, 30)), "Koninginnedag"));
    if (year % 5 == 0) holidays.push_back(one_day(make_date(year, 5, 5), "Bevrijdingsdag"));
    std::stable_sort(holidays.begin(), holidays.end(),
                     [](const ClosedDays& left, const ClosedDays& right) { return left.from < right.from; });
    return holidays;
}

std::vector<SchoolHoliday> usual_school_holidays(int year) {
    const auto stretch = [year](unsigned from_month, unsigned from, unsigned to_month, unsigned to, const char* name) {
        return SchoolHoliday{make_date(year, from_month, from), make_date(year, to_month, to), name};
    };
    return {stretch(1, 1, 1, 8, "kerstvakantie"),     stretch(2, 10, 3, 5, "voorjaarsvakantie"),
            stretch(4, 20, 5, 8, "meivakantie"),      stretch(7, 4, 9, 5, "zomervakantie"),
            stretch(10, 10, 11, 1, "herfstvakantie"), stretch(12, 18, 12, 31, "kerstvakantie")};
}

}  // namespace baken
