#include "output/reserve_date.hpp"

#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"

#include <algorithm>
#include <cstdlib>

namespace baken {

namespace {

constexpr double wholly = 1 - 1e-9, mostly = 0.5;

bool is_on(const ClosedDays& days, Date day) { return days.from <= day && day <= days.to; }

class Reserve {
public:
    Reserve(const Project& project, const Calendar& calendar, const Check& check)
        : project_(project), rules_(project.settings.rules), calendar_(calendar), check_(check) {}

    [[nodiscard]] std::optional<Date> day() const {
        const Date last = last_day();
        for (const int step : {7, 1})
            for (Date day = check_.date + std::chrono::days{step}; day <= last; day += std::chrono::days{step})
                if (is_allowed(day)) return day;
        return std::nullopt;
    }

private:
    /// Of the year, the campaign and the season, whichever ends first.
    [[nodiscard]] Date last_day() const {
        Date last = calendar_.last_day();
        std::optional<Date> campaign_ends;
        for (const Campaign* campaign : calendar_.campaigns_on(check_.date))
            if (campaign->name == check_.campaign)
                campaign_ends = std::max(campaign->to, campaign_ends.value_or(campaign->to));
        if (campaign_ends) last = std::min(last, *campaign_ends);
        if (check_.kind == CheckKind::dark_days)
            if (const Season* season = calendar_.season_of(check_.date)) last = std::min(last, season->to);
        return last;
    }

    [[nodiscard]] bool is_allowed(Date day) const {
        if (calendar_.closed_because(day) || day == calendar_.region_day) return false;
        if (check_.theme == Theme::school_zone && !calendar_.is_school_day(day)) return false;
        return is_dark_enough(day) && crew_is_free(day) && leaves_room(day);
    }

    [[nodiscard]] bool is_dark_enough(Date day) const {
        const double needed = check_.kind == CheckKind::dark_days ? wholly : check_.dark_share >= mostly ? mostly : 0;
        if (needed == 0 || check_.hotspot >= project_.hotspots.size()) return true;
        const UtcTime from = to_utc(day, check_.start), to = to_utc(day, check_.end);
        return to > from && dark_share(from, to, project_.hotspots[check_.hotspot].lonlat) >= needed;
    }

    template <class Visit>
    void for_others(Visit&& visit) const {
        for (const Check& other : project_.plan.checks)
            if (other.id != check_.id && other.status != CheckStatus::cancelled) visit(other);
    }

    [[nodiscard]] bool crew_is_free(Date day) const {
        const auto& crews = project_.settings.crews;
        const CrewSettings crew = check_.crew < crews.size() ? crews[check_.crew] : CrewSettings{};
        if (std::count(crew.weekdays.begin(), crew.weekdays.end(), weekday_of(day)) == 0) return false;
        if (std::any_of(crew.away.begin(), crew.away.end(), [&](const auto& away) { return is_on(away, day); }))
            return false;
        int in_week = 0;
        bool is_busy = false;
        const UtcTime from = to_utc(day, check_.start), to = to_utc(day, check_.end);
        for_others([&](const Check& other) {
            if (other.crew != check_.crew) return;
            if (other.kind != CheckKind::region_day && iso_week(other.date) == iso_week(day)) ++in_week;
            const bool overlaps = to_utc(other.date, other.start) < to && from < to_utc(other.date, other.end);
            is_busy = is_busy || other.date == day || overlaps;
        });
        return !is_busy && in_week < crew.checks_per_week;
    }

    /// The distances in time that the rules keep between checks.
    [[nodiscard]] bool leaves_room(Date day) const {
        bool is_free = true;
        for_others([&](const Check& other) {
            const auto apart = std::abs((other.date - day).count());
            if (other.municipality == check_.municipality && apart < rules_.municipality_gap.value) is_free = false;
            if (other.hotspot == check_.hotspot && apart < rules_.revisit.value) is_free = false;
            if (other.theme == check_.theme && apart < rules_.spacing_days.value && is_near(other)) is_free = false;
        });
        return is_free;
    }

    [[nodiscard]] bool is_near(const Check& other) const {
        const auto& places = project_.hotspots;
        return other.hotspot < places.size() && check_.hotspot < places.size() &&
               distance(places[other.hotspot].at, places[check_.hotspot].at) < rules_.spacing;
    }

    const Project& project_;
    const Rules& rules_;
    const Calendar& calendar_;
    const Check& check_;
};

}  // namespace

std::optional<Date> reserve_date(const Project& project, const Calendar& calendar, const Check& check) {
    if (check.kind == CheckKind::region_day) return std::nullopt;
    return Reserve(project, calendar, check).day();
}

}  // namespace baken
