#pragma once
/// The planning year: which days are closed, which campaigns run, where the dark season lies.
///
///     const Calendar calendar = make_calendar(settings.year, settings.calendar, settings.rules.dark_days, campaigns,
///     school); calendar.campaigns_on(day);

#include "model/calendar.hpp"
#include "model/settings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

struct Calendar {
    int year = 0;
    std::vector<Campaign> campaigns;             ///< those that touch the year, by first day
    std::vector<ClosedDays> closed;              ///< public holidays and the settings' own, by first day
    std::vector<SchoolHoliday> school_holidays;  ///< those that touch the year, by first day
    /// The season that begins in this year, as far as the year goes, and before it the tail of the one that began last
    /// year.
    std::vector<Season> seasons;
    std::vector<DayBlock> blocks;
    std::optional<Date> region_day;
    std::vector<ClosedDays> public_holidays;  ///< also part of `closed`; on these, schools are shut too

    [[nodiscard]] Date first_day() const { return make_date(year, 1, 1); }
    [[nodiscard]] Date last_day() const { return make_date(year, 12, 31); }
    [[nodiscard]] std::optional<std::string> closed_because(Date) const;
    [[nodiscard]] bool is_school_day(Date) const;  ///< a weekday outside school and public holidays
    [[nodiscard]] std::vector<const Campaign*> campaigns_on(Date) const;
    [[nodiscard]] const Season* season_of(Date) const;  ///< nullptr outside the dark season
};

/// Throws SettingsError when the region day is outside the year or on a closed day, or when nobody knows the holidays
/// that the settings ask for.
[[nodiscard]] Calendar make_calendar(int year, const CalendarSettings&, const DarkDaysRule&, std::vector<Campaign>,
                                     std::vector<SchoolHoliday>);

/// Public holidays of the Netherlands on which no check is planned: New Year, Easter Sunday and Monday, King's Day (27
/// April, the 26th when that is a Sunday; until 2013 Queen's Day, 30 April or the 29th), Liberation Day every fifth
/// year, Ascension, Whit Sunday and Monday, Christmas. Good Friday and New Year's Eve are working days. By date.
[[nodiscard]] std::vector<ClosedDays> dutch_public_holidays(int year);
/// Days on which some Dutch region may have school holidays in any year, taken widely: what stands in for a file of
/// school holidays where none covers the year, so that no check is planned at a closed school.
[[nodiscard]] std::vector<SchoolHoliday> usual_school_holidays(int year);
[[nodiscard]] Date easter_sunday(int year);  ///< Gregorian (Meeus/Jones/Butcher)

/// Campaigns from CSV with the columns name, theme, from, to, status (confirmed | unconfirmed) and, if wanted, source;
/// the Dutch words do too (naam, thema, van, tot, status, bron). Columns stand in any order, others are passed over;
/// comma or semicolon; dates as 2027-10-08 or 8-10-2027. Throws InputError that names the line, what is wrong and what
/// would be right. `text` is UTF-8.
[[nodiscard]] std::vector<Campaign> parse_campaigns(std::string_view text);
/// School holidays from CSV in the same manner, with the columns name, from, to.
[[nodiscard]] std::vector<SchoolHoliday> parse_school_holidays(std::string_view text);

}  // namespace baken
