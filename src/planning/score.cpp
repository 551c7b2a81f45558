#include "planning/score.hpp"

#include <algorithm>
#include <array>

namespace baken::planning {

namespace {

enum Part { morning, noon, afternoon, evening, night, part_count };

struct ThemeHours {
    std::array<double, part_count> workday, weekend;
};

/// One row per theme, in the order of `Theme`: morning 6-10, noon 10-15, afternoon 15-18, evening 18-23, night 23-6.
constexpr std::array<ThemeHours, theme_count> hours_of_theme{{
    {{0.9, 1.0, 0.9, 0.6, 0.3}, {0.6, 0.9, 0.9, 0.6, 0.4}},  // speed
    {{0.2, 0.1, 0.3, 0.6, 0.8}, {0.4, 0.2, 0.5, 0.9, 1.0}},  // alcohol_drugs
    {{1.0, 0.9, 1.0, 0.4, 0.1}, {0.5, 0.7, 0.7, 0.4, 0.1}},  // distraction
    {{1.0, 0.2, 1.0, 1.0, 0.7}, {0.7, 0.2, 0.9, 1.0, 0.7}},  // lighting, before the sun has its say
    {{1.0, 0.6, 1.0, 0.1, 0.0}, {0.0, 0.0, 0.0, 0.0, 0.0}},  // school_zone
    {{0.8, 1.0, 0.9, 0.5, 0.2}, {0.6, 0.9, 0.9, 0.5, 0.2}},  // seatbelt
    {{0.9, 1.0, 0.8, 0.4, 0.3}, {0.2, 0.3, 0.2, 0.2, 0.2}},  // heavy_traffic
    {{0.7, 0.7, 0.8, 0.9, 0.6}, {0.6, 0.7, 0.8, 0.9, 0.7}},  // general_safety
}};

constexpr double daylight_share_of_lighting = 0.15;  // defects can be seen by day too, users of the dark cannot
constexpr double confirmed_campaign = 1.3, unconfirmed_campaign = 1.15;
constexpr double dark_season_bonus = 0.15;
constexpr double own_kind_in_season = 1.02;

Part part_of(int minute) {
    const int hour = minute / 60 % 24;
    if (hour < 6 || hour >= 23) return night;
    if (hour < 10) return morning;
    if (hour < 15) return noon;
    return hour < 18 ? afternoon : evening;
}

/// From Friday evening to Sunday afternoon.
bool is_weekend(unsigned weekday, int middle) {
    constexpr int evening_begins = 18 * 60;
    if (weekday == 5) return middle >= evening_begins;
    if (weekday == 7) return middle < evening_begins;
    return weekday == 6;
}

}  // namespace

double profile(Theme theme, unsigned weekday, int middle) {
    const ThemeHours& hours = hours_of_theme[index_of(theme)];
    return (is_weekend(weekday, middle) ? hours.weekend : hours.workday)[part_of(middle)];
}

bool is_dark_days_theme(Theme theme) {
    return theme == Theme::lighting || theme == Theme::general_safety || theme == Theme::alcohol_drugs;
}

double check_value(const Problem& problem, const Candidate& c, Attraction attraction) {
    const Slot& slot = problem.slots[c.slot];
    return check_value(problem, c, {slot.start, slot.end, problem.darkness.at(c.hotspot, c.day, c.slot)}, attraction);
}

double check_value(const Problem& problem, const Candidate& c, const Hours& hours, Attraction attraction) {
    const Hotspot& hotspot = (*problem.hotspots)[c.hotspot];
    const Theme theme = all_themes[c.theme];
    const double dark = hours.dark;

    double value = hotspot.score * hotspot.theme_weight[c.theme];
    value *= profile(theme, weekday_of(problem.date(c.day)), (hours.start + hours.end) / 2);
    if (theme == Theme::lighting) value *= daylight_share_of_lighting + (1 - daylight_share_of_lighting) * dark;
    if (hotspot.dark_share) {
        const double share = std::clamp(*hotspot.dark_share, 0.0, 1.0);
        value *= 0.75 + 0.5 * (dark * share + (1 - dark) * (1 - share));
    }
    if (attraction == Attraction::confirmed) value *= confirmed_campaign;
    if (attraction == Attraction::unconfirmed) value *= unconfirmed_campaign;
    if (problem.in_season[c.day]) value *= 1 + dark_season_bonus * dark;
    if (c.kind == CheckKind::dark_days) value *= own_kind_in_season;
    return value;
}

}  // namespace baken::planning
