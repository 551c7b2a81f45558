#include "calendar/local_time.hpp"
#include "planning/verify_bench.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace baken::verification {

namespace {

constexpr int school_from = 7 * 60, school_until = 18 * 60;
constexpr double share_tolerance = 1e-6;

bool is_dark_theme(Theme theme) {
    return theme == Theme::lighting || theme == Theme::general_safety || theme == Theme::alcohol_drugs;
}

Clause region_day_only(const Bench& bench) {
    std::set<const Check*> breaking;
    std::map<std::uint32_t, std::vector<const Check*>> on_the_day;
    for (const Check* check : bench.checks) {
        if (bench.is_on_region_day(*check)) on_the_day[check->municipality].push_back(check);
        if (bench.is_on_region_day(*check) != (check->kind == CheckKind::region_day)) breaking.insert(check);
    }
    for (const auto& [m, members] : on_the_day)
        if (members.size() > 1) breaking.insert(members.begin(), members.end());
    return nothing_in("region_day_only",
                      bench.text("Op de dag van de 24-uursactie is er per gemeente een controle daarvoor en geen "
                                 "andere; op andere dagen niet.",
                                 "On the day of the 24-hour action each municipality has one check for it and no "
                                 "other; none on other days."),
                      breaking, bench);
}

Clause darkness(const Bench& bench) {
    return no_check(
        bench, "darkness",
        bench.text("Donkere-dagencontroles zijn in het seizoen, geheel in het donker en op een thema daarvan.",
                   "Dark-days checks lie in the season, wholly in the dark, and on a theme of it."),
        [&](const Check& check) {
            return check.kind == CheckKind::dark_days &&
                   (bench.input.calendar.season_of(check.date) == nullptr || !is_dark_theme(check.theme) ||
                    true_dark_share(bench, check) < 1);
        });
}

Clause campaigns(const Bench& bench) {
    return no_check(bench, "campaign_windows",
                    bench.text("Een controle die een campagne noemt, valt erin en heeft haar thema.",
                               "A check that names a campaign lies within it and has its theme."),
                    [&](const Check& check) {
                        const auto& all = bench.input.calendar.campaigns;
                        return !check.campaign.empty() &&
                               std::none_of(all.begin(), all.end(), [&](const Campaign& campaign) {
                                   return campaign.name == check.campaign && campaign.theme == check.theme &&
                                          campaign.from <= check.date && check.date <= campaign.to;
                               });
                    });
}

}  // namespace

std::vector<Clause> calendar_clauses(const Bench& bench) {
    const Calendar& calendar = bench.input.calendar;
    std::vector<Clause> clauses;
    clauses.push_back(no_check(bench, "closed_days",
                               bench.text("Geen controle op een gesloten dag.", "No check on a closed day."),
                               [&](const Check& check) { return calendar.closed_because(check.date).has_value(); }));
    clauses.push_back(no_check(bench, "school_zone",
                               bench.text("Controles in de schoolomgeving zijn op schooldagen, overdag.",
                                          "Checks in school zones are on school days, by day."),
                               [&](const Check& check) {
                                   return check.theme == Theme::school_zone &&
                                          (!calendar.is_school_day(check.date) || check.start < school_from ||
                                           check.end > school_until);
                               }));
    clauses.push_back(region_day_only(bench));
    clauses.push_back(darkness(bench));
    clauses.push_back(campaigns(bench));
    return clauses;
}

std::vector<Clause> record_clauses(const Bench& bench) {
    std::map<std::string, int> times_named;
    for (const Check* check : bench.checks) ++times_named[check->id.text];
    std::vector<Clause> clauses;
    clauses.push_back(no_check(
        bench, "ids", bench.text("Elke controle heeft een eigen nummer.", "Each check has a number of its own."),
        [&](const Check& check) { return check.id.empty() || times_named[check.id.text] > 1; }));
    clauses.push_back(
        no_check(bench, "sites_in_place",
                 bench.text("Elke locatie ligt in de gemeente van haar controle.",
                            "Each site lies in its check's municipality."),
                 [&](const Check& check) { return bench.hotspot(check).municipality != check.municipality; }));
    clauses.push_back(no_check(
        bench, "times",
        bench.text("Datum, lokale uren en UTC van elke controle kloppen met elkaar en met het jaar.",
                   "Date, local hours and UTC of each check agree with each other and with the year."),
        [&](const Check& check) {
            return year_of(check.date) != bench.input.calendar.year || check.start < 0 || check.start >= 2 * 1440 ||
                   check.end <= check.start || check.starts_at != to_utc(check.date, check.start) ||
                   check.ends_at != to_utc(check.date, check.end);
        }));
    clauses.push_back(
        no_check(bench, "dark_share",
                 bench.text("Het deel in het donker klopt met de zon.", "The share in the dark agrees with the sun."),
                 [&](const Check& check) {
                     return !(std::abs(check.dark_share - true_dark_share(bench, check)) <= share_tolerance);
                 }));
    clauses.push_back(no_check(bench, "partners",
                               bench.text("Integrale controles en de 24-uursactie noemen hun partners.",
                                          "Integrated checks and the 24-hour action name their partners."),
                               [&](const Check& check) {
                                   const bool is_joint =
                                       check.kind == CheckKind::integrated || check.kind == CheckKind::region_day;
                                   return is_joint && check.partners.empty();
                               }));
    return clauses;
}

}  // namespace baken::verification
