#include "output/series_plan.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr double wholly = 1 - 1e-9;

void count(Progress& progress, CheckStatus status) {
    switch (status) {
        case CheckStatus::planned: ++progress.planned; break;
        case CheckStatus::done: ++progress.done; break;
        case CheckStatus::cancelled: ++progress.cancelled; break;
    }
}

/// In the season that begins in the year, as far as the year goes.
bool is_in_new_season(Date day, const DarkDaysRule& rule, int year) {
    if (year_of(day) != year) return false;
    const MonthDay when{month_of(day), day_of_month(day)};
    const bool crosses = rule.to < rule.from;
    return when >= rule.from && (crosses || when <= rule.to);
}

bool works_on(const CrewSettings& crew, Date day) {
    if (std::count(crew.weekdays.begin(), crew.weekdays.end(), weekday_of(day)) == 0) return false;
    return std::none_of(crew.away.begin(), crew.away.end(),
                        [&](const ClosedDays& away) { return away.from <= day && day <= away.to; });
}

std::vector<CrewSettings> crews_of(const Settings& settings) {
    if (!settings.crews.empty()) return settings.crews;
    return {CrewSettings{.name = "Team 1"}};
}

std::vector<CrewWeek> weeks_of(int year, const CrewSettings& crew) {
    std::vector<CrewWeek> weeks;
    const Date first = make_date(year, 1, 1), last = make_date(year, 12, 31);
    for (Date day = first; day <= last; day += std::chrono::days{1}) {
        if (const IsoWeek week = iso_week(day); weeks.empty() || weeks.back().week != week)
            weeks.push_back({.week = week, .monday = day - std::chrono::days{weekday_of(day) - 1}});
        if (works_on(crew, day)) weeks.back().capacity = std::max(0, crew.checks_per_week);
    }
    return weeks;
}

}  // namespace

int CrewLoad::all() const {
    int sum = 0;
    for (const CrewWeek& week : weeks) sum += week.all();
    return sum;
}

int CrewLoad::capacity() const {
    int sum = 0;
    for (const CrewWeek& week : weeks) sum += week.capacity;
    return sum;
}

int CrewLoad::overfull() const {
    return static_cast<int>(
        std::count_if(weeks.begin(), weeks.end(), [](const CrewWeek& week) { return week.load() > week.capacity; }));
}

std::vector<CrewLoad> crew_loads(const Project& project) {
    std::vector<CrewLoad> loads;
    for (const CrewSettings& crew : crews_of(project.settings))
        loads.push_back({.crew = loads.size(), .name = crew.name, .weeks = weeks_of(project.settings.year, crew)});
    for (const Check& check : project.plan.checks) {
        if (check.crew >= loads.size()) continue;
        auto& weeks = loads[check.crew].weeks;
        const auto found = std::find_if(weeks.begin(), weeks.end(),
                                        [&](const CrewWeek& week) { return week.week == iso_week(check.date); });
        if (found == weeks.end()) continue;
        if (check.status == CheckStatus::cancelled)
            ++found->cancelled;
        else if (project.settings.calendar.region_day == check.date)
            ++found->on_region_day;
        else
            ++(check.status == CheckStatus::done ? found->done : found->planned);
    }
    return loads;
}

std::vector<MunicipalityProgress> quota_progress(const Project& project) {
    const Rules& rules = project.settings.rules;
    std::vector<MunicipalityProgress> rows;
    for (const Municipality& municipality : project.region->municipalities)
        rows.push_back({.municipality = static_cast<std::uint32_t>(rows.size()),
                        .name = municipality.name,
                        .quota = {.required = std::max(0, rules.checks_per_municipality)},
                        .dark_days = {.required = std::max(0, rules.dark_days.checks_per_municipality)}});
    for (const Check& check : project.plan.checks) {
        if (check.municipality >= rows.size()) continue;
        auto& row = rows[check.municipality];
        if (check.kind == CheckKind::dark_days) {
            if (check.dark_share >= wholly && is_in_new_season(check.date, rules.dark_days, project.settings.year))
                count(row.dark_days, check.status);
        } else if (year_of(check.date) == project.settings.year) {
            count(row.quota, check.status);
        }
    }
    return rows;
}

std::optional<double> DarkMonths::Cell::share() const {
    if (minutes <= 0) return {};
    return dark_minutes / minutes;
}

DarkMonths dark_months(const Project& project) {
    DarkMonths series;
    for (const Municipality& municipality : project.region->municipalities)
        series.rows.push_back(
            {.municipality = static_cast<std::uint32_t>(series.rows.size()), .name = municipality.name});
    for (const Check& check : project.plan.checks) {
        if (check.municipality >= series.rows.size() || check.status == CheckStatus::cancelled ||
            year_of(check.date) != project.settings.year)
            continue;
        auto& row = series.rows[check.municipality];
        const int minutes = std::max(0, check.end - check.start);
        for (auto* cell : {&row.months[month_of(check.date) - 1], &row.year, &series.all}) {
            ++cell->checks;
            cell->minutes += minutes;
            cell->dark_minutes += check.dark_share * minutes;
        }
    }
    return series;
}

Guessing guessing(const Project& project) {
    return {.figures = project.plan.predictability,
            .days_in_doubt = std::exp2(project.plan.predictability.entropy_bits)};
}

}  // namespace baken
