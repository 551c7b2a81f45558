#include "calendar/calendar.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace baken {

namespace {

template <class Stretch>
bool covers(const Stretch& stretch, Date day) {
    return stretch.from <= day && day <= stretch.to;
}

template <class Stretch>
void keep_those_of_the_year(std::vector<Stretch>& stretches, int year) {
    std::erase_if(stretches, [year](const Stretch& stretch) {
        return stretch.to < make_date(year, 1, 1) || stretch.from > make_date(year, 12, 31);
    });
}

void sort_by_first_day(std::vector<Campaign>& campaigns) {
    std::stable_sort(campaigns.begin(), campaigns.end(), [](const Campaign& left, const Campaign& right) {
        return std::tie(left.from, left.to, left.name) < std::tie(right.from, right.to, right.name);
    });
}

template <class Stretch>
void sort_by_first_day(std::vector<Stretch>& stretches) {
    std::stable_sort(stretches.begin(), stretches.end(), [](const Stretch& left, const Stretch& right) {
        return std::tie(left.from, left.to) < std::tie(right.from, right.to);
    });
}

/// A rule that names 29 February means the 28th in a year without it.
Date day_in(int year, MonthDay day) {
    const std::chrono::year_month_day_last last_of_month{std::chrono::year{year} / std::chrono::month{day.month} /
                                                         std::chrono::last};
    return make_date(year, day.month, std::min(day.day, static_cast<unsigned>(last_of_month.day())));
}

std::vector<Season> seasons_in(int year, const DarkDaysRule& rule) {
    const Date from = day_in(year, rule.from), to = day_in(year, rule.to);
    if (rule.from <= rule.to) return {{year, from, to}};
    return {{year - 1, make_date(year, 1, 1), to}, {year, from, make_date(year, 12, 31)}};
}

std::vector<ClosedDays> public_holidays_named(const std::string& whose, int year) {
    if (whose == "nl") return dutch_public_holidays(year);
    if (whose == "none") return {};
    throw SettingsError(fmt::format("holidays are '{}', which is not known; write 'nl' or 'none'", whose));
}

void check_region_day(const Calendar& calendar) {
    if (!calendar.region_day) return;
    const Date day = *calendar.region_day;
    if (year_of(day) != calendar.year)
        throw SettingsError(
            fmt::format("the region day {} is not in {}; choose a day of that year", to_iso(day), calendar.year));
    if (const auto reason = calendar.closed_because(day))
        throw SettingsError(
            fmt::format("the region day {} is a closed day ({}); choose another day", to_iso(day), *reason));
}

}  // namespace

std::optional<std::string> Calendar::closed_because(Date day) const {
    for (const auto& stretch : closed)
        if (covers(stretch, day)) return stretch.reason;
    return std::nullopt;
}

bool Calendar::is_school_day(Date day) const {
    constexpr unsigned friday = 5;
    const auto is_in = [day](const auto& stretches) {
        return std::any_of(stretches.begin(), stretches.end(),
                           [day](const auto& stretch) { return covers(stretch, day); });
    };
    return weekday_of(day) <= friday && !is_in(school_holidays) && !is_in(public_holidays);
}

std::vector<const Campaign*> Calendar::campaigns_on(Date day) const {
    std::vector<const Campaign*> running;
    for (const auto& campaign : campaigns)
        if (covers(campaign, day)) running.push_back(&campaign);
    return running;
}

const Season* Calendar::season_of(Date day) const {
    for (const auto& season : seasons)
        if (covers(season, day)) return &season;
    return nullptr;
}

Calendar make_calendar(int year, const CalendarSettings& settings, const DarkDaysRule& dark_days,
                       std::vector<Campaign> campaigns, std::vector<SchoolHoliday> school_holidays) {
    Calendar calendar;
    calendar.year = year;
    calendar.campaigns = std::move(campaigns);
    calendar.school_holidays = std::move(school_holidays);
    calendar.public_holidays = public_holidays_named(settings.holidays, year);
    calendar.closed = calendar.public_holidays;
    calendar.closed.insert(calendar.closed.end(), settings.closed.begin(), settings.closed.end());
    calendar.seasons = seasons_in(year, dark_days);
    calendar.blocks = settings.blocks;
    calendar.region_day = settings.region_day;

    keep_those_of_the_year(calendar.campaigns, year);
    keep_those_of_the_year(calendar.school_holidays, year);
    if (calendar.school_holidays.empty() && settings.holidays == "nl")
        calendar.school_holidays = usual_school_holidays(year);
    keep_those_of_the_year(calendar.closed, year);
    sort_by_first_day(calendar.campaigns);
    sort_by_first_day(calendar.school_holidays);
    sort_by_first_day(calendar.closed);
    check_region_day(calendar);
    return calendar;
}

}  // namespace baken
