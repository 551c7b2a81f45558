#include "output/public_times.hpp"

#include "base/text.hpp"
#include "calendar/calendar.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr int day_length = 24 * 60;
constexpr std::size_t themes_told = 2;

using Days = std::vector<bool>;  ///< per day of the year

/// On which days a check can be, as one can work out who knows the calendar, the crews and their hours.
class PossibleDays {
public:
    explicit PossibleDays(const Project& project)
        : settings_(project.settings),
          municipalities_(project.region->municipalities),
          calendar_(make_calendar(settings_.year, settings_.calendar, settings_.rules.dark_days, project.campaigns,
                                  project.school_holidays)),
          days_((calendar_.last_day() - calendar_.first_day()).count() + 1) {
        if (settings_.crews.empty()) settings_.crews = {CrewSettings{.name = std::string(only_crew)}};
        for (std::size_t day = 0; day < size(); ++day) {
            // What is not told lies on the region day; so what is told does not.
            is_open_.push_back(!calendar_.closed_because(date(day)) && date(day) != settings_.calendar.region_day);
            is_school_day_.push_back(calendar_.is_school_day(date(day)));
        }
    }

    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(days_); }
    [[nodiscard]] Date date(std::size_t day) const { return calendar_.first_day() + std::chrono::days{day}; }
    [[nodiscard]] std::size_t day_of(Date date) const {
        return static_cast<std::size_t>((date - calendar_.first_day()).count());
    }
    [[nodiscard]] bool is_in_year(Date date) const { return year_of(date) == settings_.year; }
    [[nodiscard]] bool is_school_day(std::size_t day) const { return is_school_day_[day]; }
    [[nodiscard]] int revisit() const { return settings_.rules.revisit.value; }

    [[nodiscard]] const Days& of(std::uint32_t municipality, DayPart part) {
        const auto [found, is_new] = known_.try_emplace({municipality, part});
        if (!is_new) return found->second;
        found->second.assign(size(), false);
        for (const CrewSettings& crew : settings_.crews) {
            if (crew.checks_per_week <= 0 || !serves(crew, municipality) || !has_block(crew, part)) continue;
            for (std::size_t day = 0; day < size(); ++day)
                if (is_open_[day] && works(crew, date(day))) found->second[day] = true;
        }
        return found->second;
    }

private:
    [[nodiscard]] bool serves(const CrewSettings& crew, std::uint32_t m) const {
        return crew.municipalities.empty() ||
               std::any_of(crew.municipalities.begin(), crew.municipalities.end(), [&](const std::string& written) {
                   return municipalities_.at(m).code.text == written ||
                          folded(municipalities_[m].name) == folded(written);
               });
    }
    [[nodiscard]] bool has_block(const CrewSettings& crew, DayPart part) const {
        return std::any_of(calendar_.blocks.begin(), calendar_.blocks.end(), [&](const DayBlock& block) {
            return day_part_of(block.from) == part && block.from >= crew.from && block.until <= crew.until;
        });
    }
    static bool works(const CrewSettings& crew, Date day) {
        return std::count(crew.weekdays.begin(), crew.weekdays.end(), weekday_of(day)) > 0 &&
               std::none_of(crew.away.begin(), crew.away.end(),
                            [&](const ClosedDays& away) { return away.from <= day && day <= away.to; });
    }

    Settings settings_;
    const std::vector<Municipality>& municipalities_;
    Calendar calendar_;
    long long days_;
    Days is_open_, is_school_day_;
    std::map<std::pair<std::uint32_t, DayPart>, Days> known_;
};

class Teller {
public:
    Teller(const Project& project, int k) : project_(project), k_(static_cast<std::size_t>(k)), possible_(project) {}

    /// Fewer than k days, and more than none: what would give a day away.
    [[nodiscard]] bool is_few(std::size_t days) const { return days > 0 && days < k_; }

    /// Whether the public could date the check by itself if it heard of it.
    [[nodiscard]] bool can_be_told(const Check& check) {
        if (check.status == CheckStatus::cancelled || !possible_.is_in_year(check.date)) return false;
        if (check.kind == CheckKind::region_day || check.date == project_.settings.calendar.region_day) return false;
        const Days& days = possible_.of(check.municipality, day_part_of(check.start));
        const unsigned month = month_of(check.date);
        if (count(days, {month, month}) == 0 || count(days, {1, 12}) < k_) return false;
        return check.campaign.empty() || days_of_campaign(check, days, month) >= k_;
    }

    /// Periods of the year for a place that is told to have checks in these parts of the day; empty: no period is long
    /// enough.
    [[nodiscard]] std::vector<MonthSpan> periods(const Hotspot& hotspot, const std::set<DayPart>& parts) {
        std::vector<MonthSpan> months;
        for (unsigned half = 0; half < 2; ++half) {
            std::vector<MonthSpan> of_half;
            for (unsigned quarter = 2 * half; quarter < 2 * half + 2; ++quarter) {
                const unsigned first = 3 * quarter + 1;
                std::vector<MonthSpan> of_quarter{{first, first}, {first + 1, first + 1}, {first + 2, first + 2}};
                if (any_narrow(hotspot, parts, of_quarter)) of_quarter = {{first, first + 2}};
                of_half.insert(of_half.end(), of_quarter.begin(), of_quarter.end());
            }
            if (any_narrow(hotspot, parts, of_half)) of_half = {{6 * half + 1, 6 * half + 6}};
            months.insert(months.end(), of_half.begin(), of_half.end());
        }
        if (any_narrow(hotspot, parts, months)) months = {{1, 12}};
        if (any_narrow(hotspot, parts, months)) months.clear();
        return months;
    }

private:
    [[nodiscard]] bool any_narrow(const Hotspot& hotspot, const std::set<DayPart>& parts,
                                  const std::vector<MonthSpan>& spans) {
        return std::any_of(spans.begin(), spans.end(),
                           [&](const MonthSpan& span) { return is_narrow(hotspot, parts, span); });
    }

    /// Whether someone could think it through to a few days: by the part of the day, by a theme that keeps to school
    /// days, by two checks that keep the distance of a revisit.
    [[nodiscard]] bool is_narrow(const Hotspot& hotspot, const std::set<DayPart>& parts, const MonthSpan& span) {
        const auto themes = told_themes(hotspot);
        const bool may_be_at_school = std::count(themes.begin(), themes.end(), Theme::school_zone) > 0;
        for (const DayPart part : parts) {
            const Days& days = possible_.of(hotspot.municipality, part);
            if (is_few(count(days, span))) return true;
            if (may_be_at_school && is_few(count_school_days(days, span))) return true;
            for (const DayPart other : parts)
                if (other != part && is_few(count_with_other(days, possible_.of(hotspot.municipality, other), span)))
                    return true;
        }
        return false;
    }

    [[nodiscard]] std::pair<std::size_t, std::size_t> days_of(const MonthSpan& span) const {
        const int year = project_.settings.year;
        const std::size_t first = possible_.day_of(make_date(year, span.from, 1));
        const std::size_t end = span.to == 12 ? possible_.size() : possible_.day_of(make_date(year, span.to + 1, 1));
        return {first, end};
    }
    template <class Counts>
    [[nodiscard]] std::size_t count_if(const Days& days, const MonthSpan& span, Counts&& counts) const {
        const auto [first, end] = days_of(span);
        std::size_t sum = 0;
        for (std::size_t day = first; day < end; ++day)
            if (days[day] && counts(day)) ++sum;
        return sum;
    }
    [[nodiscard]] std::size_t count(const Days& days, const MonthSpan& span) const {
        return count_if(days, span, [](std::size_t) { return true; });
    }
    [[nodiscard]] std::size_t count_school_days(const Days& days, const MonthSpan& span) const {
        return count_if(days, span, [&](std::size_t day) { return possible_.is_school_day(day); });
    }
    /// Days that leave the other check a day of the same period.
    [[nodiscard]] std::size_t count_with_other(const Days& days, const Days& other, const MonthSpan& span) const {
        const auto [first, end] = days_of(span);
        const auto apart = static_cast<std::size_t>(std::max(0, possible_.revisit()));
        std::size_t earliest = end, latest = 0;
        for (std::size_t day = first; day < end; ++day)
            if (other[day]) {
                earliest = std::min(earliest, day);
                latest = day;
            }
        if (earliest == end) return 0;
        return count_if(days, span, [&](std::size_t day) { return day >= earliest + apart || day + apart <= latest; });
    }
    /// Of the month, in windows of the check's campaign.
    [[nodiscard]] std::size_t days_of_campaign(const Check& check, const Days& days, unsigned month) const {
        return count_if(days, {month, month}, [&](std::size_t day) {
            return std::any_of(project_.campaigns.begin(), project_.campaigns.end(), [&](const Campaign& campaign) {
                return campaign.name == check.campaign && campaign.theme == check.theme &&
                       campaign.from <= possible_.date(day) && possible_.date(day) <= campaign.to;
            });
        });
    }

    const Project& project_;
    std::size_t k_;
    PossibleDays possible_;
};

}  // namespace

DayPart day_part_of(int minute_of_day) {
    const int minute = ((minute_of_day % day_length) + day_length) % day_length;
    if (minute < 6 * 60 || minute >= 23 * 60) return DayPart::night;
    if (minute < 12 * 60) return DayPart::morning;
    if (minute < 18 * 60) return DayPart::afternoon;
    return DayPart::evening;
}

std::string_view name_of(DayPart part, Language language) {
    switch (part) {
        case DayPart::morning: return says(language, "ochtend", "morning");
        case DayPart::afternoon: return says(language, "middag", "afternoon");
        case DayPart::evening: return says(language, "avond", "evening");
        case DayPart::night: break;
    }
    return says(language, "nacht", "night");
}

std::string name_of(const MonthSpan& span, Language language) {
    if (span.from == span.to) return std::string(month_name(span.from, language));
    return fmt::format("{}\u2013{}", month_name(span.from, language), month_name(span.to, language));
}

std::vector<MonthSpan> PublicTimes::periods_of(std::size_t hotspot, CheckStatus status) const {
    std::set<MonthSpan> spans;
    for (const auto& [span, of_check] : periods_.at(hotspot))
        if (of_check == status) spans.insert(span);
    return {spans.begin(), spans.end()};
}

PublicTimes public_times(const Project& project, int k) {
    Teller teller(project, k);
    std::vector<std::vector<const Check*>> checks(project.hotspots.size());
    for (const Check& check : project.plan.checks)
        if (teller.can_be_told(check)) checks.at(check.hotspot).push_back(&check);
    PublicTimes times;
    times.told_.resize(checks.size());
    times.periods_.resize(checks.size());
    for (std::size_t h = 0; h < checks.size(); ++h) {
        std::set<DayPart> parts;
        for (const Check* check : checks[h]) parts.insert(day_part_of(check->start));
        const auto periods = teller.periods(project.hotspots[h], parts);
        std::set<MonthSpan> told;
        for (const Check* check : checks[h])
            for (const MonthSpan& span : periods) {
                if (month_of(check->date) < span.from || month_of(check->date) > span.to) continue;
                told.insert(span);
                times.periods_[h].emplace_back(span, check->status);
            }
        times.told_[h].periods.assign(told.begin(), told.end());
        if (!told.empty()) times.told_[h].parts.assign(parts.begin(), parts.end());
    }
    return times;
}

std::vector<Theme> told_themes(const Hotspot& hotspot) {
    std::vector<Theme> themes(all_themes.begin(), all_themes.end());
    std::erase_if(themes, [&](Theme theme) { return hotspot.theme_weight[index_of(theme)] <= 0; });
    std::stable_sort(themes.begin(), themes.end(), [&](Theme a, Theme b) {
        return hotspot.theme_weight[index_of(a)] > hotspot.theme_weight[index_of(b)];
    });
    if (themes.size() > themes_told) themes.resize(themes_told);
    return themes;
}

}  // namespace baken
