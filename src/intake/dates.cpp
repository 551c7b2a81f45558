#include "intake/dates.hpp"

#include "base/text.hpp"
#include "calendar/local_time.hpp"

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace baken {

namespace {

using std::chrono::days;
using std::chrono::minutes;

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Date> checked(long long year, long long month, long long day) {
    const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(year)},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31 || !date.ok()) return std::nullopt;
    return std::chrono::sys_days{date};
}

std::optional<long long> month_number(std::string_view text) {
    static constexpr std::array<std::string_view, 12> dutch{"jan", "feb", "maa", "apr", "mei", "jun",
                                                            "jul", "aug", "sep", "okt", "nov", "dec"};
    if (is_digits(text)) return parse_integer(text);
    std::string word = folded(text);
    if (word.size() < 3) return std::nullopt;
    word.resize(3);
    if (word == "mrt" || word == "mar") word = "maa";
    if (word == "may") word = "mei";
    if (word == "oct") word = "okt";
    for (std::size_t i = 0; i < dutch.size(); ++i)
        if (dutch[i] == word) return static_cast<long long>(i) + 1;
    return std::nullopt;
}

/// "31-3-24", "5 mrt 2024", "2024/3/31".
std::optional<Date> parse_three_parts(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < text.size() && parts.size() < 4;) {
        const std::size_t from = text.find_first_not_of("-/. ", at);
        if (from == std::string_view::npos) break;
        const std::size_t to = std::min(text.find_first_of("-/. ", from), text.size());
        parts.push_back(text.substr(from, to - from));
        at = to;
    }
    if (parts.size() != 3 || !is_digits(parts[0]) || !is_digits(parts[2]) || parts[0].size() > 4 || parts[2].size() > 4)
        return std::nullopt;
    const auto month = month_number(parts[1]);
    if (!month) return std::nullopt;
    const bool begins_with_year = parts[0].size() == 4;
    long long year = *parse_integer(begins_with_year ? parts[0] : parts[2]);
    const long long day = *parse_integer(begins_with_year ? parts[2] : parts[0]);
    if (!begins_with_year && parts[2].size() == 2) year += 2000;
    return checked(year, *month, day);
}

/// Days since 30 December 1899, as a sheet shows a date whose format was lost.
std::optional<When> parse_sheet_number(std::string_view text) {
    const auto number = parse_number(text);
    if (!number || *number < 32874 || *number > 73050) return std::nullopt;  // 1990 .. 2099
    const auto whole = static_cast<int>(*number);
    When when{make_date(1899, 12, 30) + days{whole}, std::nullopt};
    if (const auto minute = static_cast<int>((*number - whole) * 1440 + 0.5); minute > 0 && minute < 1440)
        when.minute_of_day = minute;
    return when;
}

When local(const CivilMoment& moment) {
    if (!moment.utc_offset_minutes || !moment.minute_of_day) return {moment.day, moment.minute_of_day};
    const UtcTime utc = UtcTime{moment.day} + minutes{*moment.minute_of_day - *moment.utc_offset_minutes};
    const LocalTime here = to_local(utc);
    return {here.day, here.minute_of_day};
}

When parse_date_column(std::string_view text) {
    if (const auto moment = parse_moment(text); moment && year_of(moment->day) >= 1900) return local(*moment);
    if (is_digits(text) && text.size() == 8)
        return {checked(*parse_integer(text.substr(0, 4)), *parse_integer(text.substr(4, 2)),
                        *parse_integer(text.substr(6, 2))),
                std::nullopt};
    if (const auto whole = parse_three_parts(text)) return {whole, std::nullopt};
    if (const auto blank = text.find_last_of(" T"); blank != std::string_view::npos)
        if (const auto minute = parse_time_of_day(text.substr(blank + 1)))
            if (const auto day = parse_three_parts(trimmed(text.substr(0, blank)))) return {day, minute};
    return parse_sheet_number(text).value_or(When{});
}

}  // namespace

std::optional<int> parse_time_of_day(std::string_view written) {
    std::string_view text = trimmed(written);
    if (text.ends_with("uur")) text = trimmed(text.substr(0, text.size() - 3));
    if (const auto minute = parse_clock(text)) return minute;
    if (is_digits(text) && text.size() <= 2) {
        const auto hour = parse_integer(text);
        return *hour < 24 ? std::optional<int>(static_cast<int>(*hour) * 60) : std::nullopt;
    }
    std::string dotted(text);
    if (const auto point = dotted.find('.'); point != std::string::npos) dotted[point] = ':';
    if (dotted.size() == 4 && dotted[1] == ':') dotted.insert(dotted.begin(), '0');
    return parse_clock(dotted);
}

bool looks_month_first(std::string_view date) {
    const auto first = date.find_first_of("-/.");
    if (first == std::string_view::npos || first == 0 || first > 2) return false;
    const auto second = date.find(date[first], first + 1);
    if (second == std::string_view::npos) return false;
    const std::string_view month = date.substr(0, first), day = date.substr(first + 1, second - first - 1);
    std::string turned(day);
    turned.append(1, date[first]).append(month).append(date.substr(second));
    return !parse_when(date, {}).day && parse_when(turned, {}).day;
}

When parse_when(std::string_view date, std::string_view time) {
    When when = date.empty() ? When{} : parse_date_column(date);
    if (when.day && !when.minute_of_day && !time.empty()) when.minute_of_day = parse_time_of_day(time);
    return when;
}

}  // namespace baken
