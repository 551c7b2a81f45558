#pragma once
/// What the calendar brings: campaigns, days on which crews cannot work, and the season of dark days.

#include "base/date.hpp"
#include "model/theme.hpp"

#include <string>
#include <vector>

namespace baken {

/// targeted: the agreed checks; integrated: with partners, all themes; region_day: the day on which every municipality
/// takes part; dark_days: the extra ones of the dark season. The first three count for the quota, the last for the
/// season.
enum class CheckKind { targeted, integrated, region_day, dark_days };

struct Campaign {
    std::string name;
    Theme theme = Theme::general_safety;
    Date from;
    Date to;                    ///< the last day, included
    bool is_confirmed = false;  ///< only confirmed campaigns ask for a check; the others only attract
    std::string source;
};

/// A stretch of days on which no check is planned.
struct ClosedDays {
    Date from;
    Date to;             ///< included
    std::string reason;  ///< "Koningsdag"
};

struct SchoolHoliday {
    Date from;
    Date to;
    std::string name;
};

/// The dark season as far as it lies in a year, 1 October to 31 March: the head of one season and the tail of the one
/// before.
struct Season {
    int starts_in = 0;  ///< year of its 1 October
    Date from;
    Date to;  ///< included; cut at the planning year
};

/// The hours of a check on any day, local time. `until` past 1440 runs into the next day.
struct DayBlock {
    std::string name;  ///< "avond"
    int from = 0;      ///< minute of the day
    int until = 0;
};

[[nodiscard]] std::string_view code_of(CheckKind);
[[nodiscard]] std::optional<CheckKind> check_kind_from_code(std::string_view);
[[nodiscard]] std::string_view name_of(CheckKind, Language);

}  // namespace baken
