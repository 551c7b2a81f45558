#include "base/date.hpp"

#include <charconv>
#include <cstdio>

namespace baken {

namespace {

using namespace std::chrono;

bool all_digits(std::string_view text) {
    if (text.empty()) return false;
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return true;
}

std::optional<int> number(std::string_view digits) {
    if (!all_digits(digits) || digits.size() > 9) return std::nullopt;
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<Date> checked_date(int y, int m, int d) {
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!date.ok()) return std::nullopt;
    return sys_days{date};
}

std::string printed(const char* format, auto... values) {
    char text[64];
    std::snprintf(text, sizeof text, format, values...);
    return text;
}

/// Offset at the end of a time: "Z", "+01:00", "+0100", "+01".
std::optional<int> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") return 0;
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const auto hours = number(text.substr(1, 2));
    std::string_view rest = text.substr(3);
    if (rest.size() == 3 && rest[0] == ':') rest.remove_prefix(1);
    if (!rest.empty() && rest.size() != 2) return std::nullopt;
    const auto minutes = rest.empty() ? std::optional<int>(0) : number(rest);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
    const int offset = *hours * 60 + *minutes;
    return text[0] == '-' ? -offset : offset;
}

}  // namespace

Date make_date(int y, unsigned m, unsigned d) { return sys_days{year{y} / month{m} / day{d}}; }

int year_of(Date date) { return static_cast<int>(year_month_day{date}.year()); }
unsigned month_of(Date date) { return static_cast<unsigned>(year_month_day{date}.month()); }
unsigned day_of_month(Date date) { return static_cast<unsigned>(year_month_day{date}.day()); }
unsigned weekday_of(Date date) { return weekday{date}.iso_encoding(); }

IsoWeek iso_week(Date date) {
    // The week belongs to the year that holds its Thursday.
    const Date thursday = date + days{4 - static_cast<int>(weekday_of(date))};
    const int week_year = year_of(thursday);
    const auto passed = (thursday - make_date(week_year, 1, 1)).count();
    return {week_year, static_cast<int>(passed / 7) + 1};
}

std::string to_iso(Date date) { return printed("%04d-%02u-%02u", year_of(date), month_of(date), day_of_month(date)); }

std::string to_iso(UtcTime time) {
    const Date day = floor<days>(time);
    const auto second = static_cast<int>((time - day).count());
    return to_iso(day) + printed("T%02d:%02d:%02dZ", second / 3600, second / 60 % 60, second % 60);
}

std::string clock_text(int minute_of_day) {
    const int minute = ((minute_of_day % 1440) + 1440) % 1440;
    return printed("%02d:%02d", minute / 60, minute % 60);
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = number(text.substr(0, 4)), m = number(text.substr(5, 2)), d = number(text.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    return checked_date(*y, *m, *d);
}

std::optional<Date> parse_dutch_date(std::string_view text) {
    const auto first = text.find_first_of("-/.");
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find(text[first], first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const std::string_view years = text.substr(second + 1);
    if (years.size() != 4 || first > 2 || second - first > 3) return std::nullopt;
    const auto d = number(text.substr(0, first)), m = number(text.substr(first + 1, second - first - 1)),
               y = number(years);
    if (!y || !m || !d) return std::nullopt;
    return checked_date(*y, *m, *d);
}

std::optional<MonthDay> parse_month_day(std::string_view text) {
    if (text.size() != 5 || text[2] != '-') return std::nullopt;
    const auto m = number(text.substr(0, 2)), d = number(text.substr(3, 2));
    if (!m || !d || !checked_date(2000, *m, *d)) return std::nullopt;  // 2000 is a leap year: 29 February is a day
    return MonthDay{static_cast<unsigned>(*m), static_cast<unsigned>(*d)};
}

std::optional<int> parse_clock(std::string_view text) {
    std::optional<int> hours, minutes;
    if (const auto colon = text.find(':'); colon != std::string_view::npos && colon <= 2) {
        hours = number(text.substr(0, colon));
        minutes = text.size() >= colon + 3 ? number(text.substr(colon + 1, 2)) : std::nullopt;
        std::string_view rest = text.size() >= colon + 3 ? text.substr(colon + 3) : std::string_view{};
        if (!rest.empty()) {  // seconds, with or without a fraction, are read and dropped
            const auto seconds = rest[0] == ':' && rest.size() >= 3 ? number(rest.substr(1, 2)) : std::nullopt;
            if (!seconds || *seconds > 60) return std::nullopt;  // 60 is a leap second
            rest.remove_prefix(3);
            if (!rest.empty() && (rest[0] != '.' || !all_digits(rest.substr(1)))) return std::nullopt;
        }
    } else if (text.size() == 4) {
        hours = number(text.substr(0, 2));
        minutes = number(text.substr(2, 2));
    }
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    return *hours * 60 + *minutes;
}

std::optional<CivilMoment> parse_moment(std::string_view text) {
    const auto split = text.find_first_of("T ");
    const std::string_view day_text = text.substr(0, split);
    auto day = parse_iso_date(day_text);
    if (!day) day = parse_dutch_date(day_text);
    if (!day) return std::nullopt;
    CivilMoment moment{*day, std::nullopt, std::nullopt};
    if (split == std::string_view::npos) return moment;

    std::string_view time = text.substr(split + 1);
    if (const auto sign = time.find_first_of("+-Zz"); sign != std::string_view::npos) {
        moment.utc_offset_minutes = parse_offset(time.substr(sign));
        if (!moment.utc_offset_minutes) return std::nullopt;
        time = time.substr(0, sign);
    }
    moment.minute_of_day = parse_clock(time);
    if (!moment.minute_of_day) return std::nullopt;
    return moment;
}

}  // namespace baken
