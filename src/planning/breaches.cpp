#include "planning/breaches.hpp"

#include "planning/clause_ids.hpp"
#include "planning/edit_words.hpp"
#include "planning/score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace baken::planning {

namespace {

constexpr int school_opens = 7 * 60, school_closes = 18 * 60;

std::string hours_words(int from, int until) { return clock_text(from) + "\u2013" + clock_text(until); }

class Finder {
public:
    Finder(const Problem& problem, const Check& check, const std::vector<Check>& others, HowMany how_many)
        : problem_(problem), check_(check), others_(others), how_many_(how_many) {}

    std::vector<Breach> find() {
        for (void (Finder::*part)() : {&Finder::days, &Finder::crew, &Finder::theme, &Finder::region_day,
                                       &Finder::pairs, &Finder::week, &Finder::maximum, &Finder::site}) {
            (this->*part)();
            if (is_enough()) break;
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] bool is_enough() const { return how_many_ == HowMany::first && !found_.empty(); }
    [[nodiscard]] Language language() const { return problem_.settings.language; }
    [[nodiscard]] const Rules& rules() const { return problem_.settings.rules; }
    [[nodiscard]] const CrewSettings& crew_settings() const { return problem_.settings.crews[check_.crew]; }
    [[nodiscard]] bool is_region_day(Date day) const {
        return problem_.calendar->region_day && day == *problem_.calendar->region_day;
    }
    [[nodiscard]] bool is_known(const Check& other) const {
        return other.status != CheckStatus::cancelled && other.municipality < problem_.municipality_count &&
               other.hotspot < problem_.hotspot_count && other.crew < problem_.crews.size();
    }
    [[nodiscard]] std::string words(const Check& other) const {
        return check_words(other, *problem_.hotspots, language());
    }
    [[nodiscard]] bool has(std::string_view clause) const {
        return std::any_of(found_.begin(), found_.end(), [&](const Breach& b) { return b.clause == clause; });
    }

    template <class... Values>
    void add(std::string clause, std::string_view dutch, std::string_view english, const Values&... values) {
        if (is_enough()) return;
        found_.push_back({std::move(clause), fmt::format(fmt::runtime(says(language(), dutch, english)), values...)});
    }

    void days() {
        if (const auto reason = problem_.calendar->closed_because(check_.date))
            add("closed_days", "{}: gesloten dag, geen controles", "{}: closed day, no checks", *reason);
    }

    void crew() {
        const CrewSettings& crew = crew_settings();
        const auto away = std::find_if(crew.away.begin(), crew.away.end(), [&](const ClosedDays& days) {
            return days.from <= check_.date && check_.date <= days.to;
        });
        if (away != crew.away.end())
            add("crew_days", "{} is er niet op {}{}", "{} is away on {}{}", crew.name,
                day_words(check_.date, language()), away->reason.empty() ? "" : " (" + away->reason + ")");
        else if (std::count(crew.weekdays.begin(), crew.weekdays.end(), weekday_of(check_.date)) == 0)
            add("crew_days", "{} werkt niet op {}", "{} does not work on {}s", crew.name,
                weekday_words(check_.date, language()));
        if (check_.start < crew.from || check_.end > crew.until)
            add("crew_hours", "{} valt buiten de uren van {} ({})", "{} is outside the hours of {} ({})",
                hours_words(check_.start, check_.end), crew.name, hours_words(crew.from, crew.until));
        if (!problem_.crews[check_.crew].serves[check_.municipality])
            add("crew_municipalities", "{} werkt niet in {}", "{} does not work in {}", crew.name,
                (*problem_.municipalities)[check_.municipality].name);
    }

    void theme() {
        if (check_.theme == Theme::school_zone) school_zone();
        if (check_.kind == CheckKind::dark_days) darkness();
    }

    void school_zone() {
        const Calendar& calendar = *problem_.calendar;
        if (!calendar.is_school_day(check_.date)) {
            const auto& all = calendar.school_holidays;
            const auto holiday = std::find_if(all.begin(), all.end(), [&](const SchoolHoliday& h) {
                return h.from <= check_.date && check_.date <= h.to;
            });
            add("school_zone", "schoolomgeving, maar {} {} is geen schooldag{}",
                "school zone, but {} {} is no school day{}", weekday_words(check_.date, language()),
                day_words(check_.date, language()), holiday == all.end() ? "" : " (" + holiday->name + ")");
        } else if (check_.start < school_opens || check_.end > school_closes) {
            add("school_zone", "schoolomgeving, maar {} valt buiten {}", "school zone, but {} is outside {}",
                hours_words(check_.start, check_.end), hours_words(school_opens, school_closes));
        }
    }

    void darkness() {
        if (problem_.calendar->season_of(check_.date) == nullptr)
            add("darkness", "donkere-dagencontrole, maar {} ligt buiten het donkere seizoen",
                "dark-days check, but {} is outside the dark season", day_words(check_.date, language()));
        else if (!is_dark_days_theme(check_.theme))
            add("darkness", "het thema {} hoort niet bij de donkere dagen", "the theme {} is none of the dark days",
                name_of(check_.theme, language()));
        else if (check_.dark_share < 1)
            add("darkness", "donkere-dagencontrole, maar op {} is {} voor {} % donker",
                "dark-days check, but on {} {} is {}% dark", day_words(check_.date, language()),
                hours_words(check_.start, check_.end), static_cast<int>(std::floor(check_.dark_share * 100)));
    }

    void region_day() {
        const bool is_kind = check_.kind == CheckKind::region_day;
        if (is_region_day(check_.date) == is_kind) return;
        if (is_kind)
            add("region_day_only", "een controle van de 24-uursactie hoort op {}",
                "a check of the 24-hour action belongs on {}",
                problem_.calendar->region_day ? day_words(*problem_.calendar->region_day, language()) : "?");
        else
            add("region_day_only", "{} is de dag van de 24-uursactie; daar hoort geen andere controle bij",
                "{} is the day of the 24-hour action and takes no other check", day_words(check_.date, language()));
    }

    void pairs() {
        for (const Check& other : others_) {
            if (other.id == check_.id || !is_known(other)) continue;
            const int apart = static_cast<int>(std::abs((other.date - check_.date).count()));
            place_pair(other, apart);
            if (apart <= 1 && other.crew == check_.crew) crew_pair(other, apart);
            if (is_enough()) return;
        }
    }

    void place_pair(const Check& other, int apart) {
        // Each rule is said once.
        const bool is_here = other.municipality == check_.municipality;
        if (is_here && apart < problem_.gap_days() && !has("gap"))
            add("gap", "te dicht op {} in dezelfde gemeente: {}, afspraak {}",
                "too close to {} in the same municipality: {}, agreed {}", words(other), days_words(apart),
                problem_.gap_days());
        if (is_here && is_region_day(check_.date) && apart == 0 && !has("region_day_only"))
            add("region_day_only", "{} valt al op de dag van de 24-uursactie; er is er een per gemeente",
                "{} is already on the day of the 24-hour action; there is one per municipality", words(other));
        if (other.hotspot == check_.hotspot && apart < problem_.revisit_days() && !has("revisit"))
            add("revisit", "te dicht op {} op dezelfde locatie: {}, afspraak {}",
                "too close to {} at the same site: {}, agreed {}", words(other), days_words(apart),
                problem_.revisit_days());
        if (other.theme == check_.theme && apart < problem_.spacing_days() &&
            problem_.are_near(other.hotspot, check_.hotspot) && !has("spacing"))
            add("spacing", "te dicht op {}, zelfde thema op {} m: {}, afspraak {}",
                "too close to {}, same theme at {} m: {}, agreed {}", words(other), metres_to(other), days_words(apart),
                problem_.spacing_days());
    }

    void crew_pair(const Check& other, int apart) {
        if (is_region_day(check_.date) || is_region_day(other.date)) return;
        if (apart == 0 && !has("crew_day"))
            add("crew_day", "{} heeft die dag al {}", "{} already has {} that day", crew_settings().name, words(other));
        const Check& first = check_.date < other.date ? check_ : other;
        const Check& second = check_.date < other.date ? other : check_;
        if (apart == 1 && first.end - 1440 > second.start && !has("crew_overlap"))
            add("crew_overlap", "loopt door {} van dezelfde ploeg heen", "overlaps {} of the same crew", words(other));
    }

    [[nodiscard]] std::string days_words(int days) const {
        if (days == 0) return std::string(says(language(), "dezelfde dag", "the same day"));
        return fmt::format("{} {}", days,
                           days == 1 ? says(language(), "dag", "day") : says(language(), "dagen", "days"));
    }
    [[nodiscard]] int metres_to(const Check& other) const {
        const auto& hotspots = *problem_.hotspots;
        return static_cast<int>(std::lround(distance(hotspots[check_.hotspot].at, hotspots[other.hotspot].at).value));
    }

    void week() {
        if (is_region_day(check_.date)) return;
        const IsoWeek week = iso_week(check_.date);
        int others = 0;
        for (const Check& other : others_)
            if (other.id != check_.id && is_known(other) && other.crew == check_.crew && !is_region_day(other.date) &&
                std::abs((other.date - check_.date).count()) < 7 && iso_week(other.date) == week)
                ++others;
        const int most = std::max(0, crew_settings().checks_per_week);
        if (others + 1 > most)
            add("crew_week", "{0} heeft in week {1} al {2} van {3} controles",
                "{0} already has {2} of {3} checks in week {1}", crew_settings().name, week.week, others, most);
    }

    void maximum() {
        const auto here = std::count_if(others_.begin(), others_.end(), [&](const Check& other) {
            return other.id != check_.id && is_known(other) && other.municipality == check_.municipality;
        });
        const int most = std::max(0, rules().max_per_municipality);
        const Municipality& municipality = (*problem_.municipalities)[check_.municipality];
        if (here + 1 > most)
            add(maximum_clause(municipality.code), "{} heeft al {} controles, afgesproken maximum {}",
                "{} already has {} checks, the agreed maximum is {}", municipality.name, here, most);
    }

    void site() {
        const Hotspot& hotspot = (*problem_.hotspots)[check_.hotspot];
        const std::string reason = closed_to_checks_because(hotspot, language());
        if (!reason.empty()) add("sites", "{}", "{}", reason);
    }

    const Problem& problem_;
    const Check& check_;
    const std::vector<Check>& others_;
    HowMany how_many_;
    std::vector<Breach> found_;
};

}  // namespace

std::vector<Breach> breaches_of(const Problem& problem, const Check& check, const std::vector<Check>& others,
                                HowMany how_many) {
    return Finder(problem, check, others, how_many).find();
}

}  // namespace baken::planning
