#include "planning/relax.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace baken::planning {

namespace {

constexpr int full_day_before = 0, full_day_after = 30 * 60;

std::vector<CrewSettings> with_a_crew(const Settings& settings) {
    if (!settings.crews.empty()) return settings.crews;
    CrewSettings crew;
    crew.name = "Team 1";
    return {crew};
}

template <class Loosen>
std::function<void(WhatIf&, int)> each_crew(Loosen loosen) {
    return [loosen](WhatIf& what, int step) {
        what.settings.crews = with_a_crew(what.settings);
        for (CrewSettings& crew : what.settings.crews) loosen(crew, step);
    };
}

}  // namespace

std::vector<RuleRelaxation> relaxations(const Settings& settings, const Calendar& calendar) {
    const Rules& rules = settings.rules;
    const Language language = settings.language;
    const auto text = [language](std::string_view dutch, std::string_view english) {
        return std::string(says(language, dutch, english));
    };
    const auto number = [language](std::string_view dutch, std::string_view english, int n) {
        return fmt::format(fmt::runtime(says(language, dutch, english)), n);
    };
    const std::vector<CrewSettings> crews = with_a_crew(settings);
    std::vector<RuleRelaxation> all;

    all.push_back({text("het maximum per gemeente", "the maximum per municipality"), 12,
                   [](WhatIf& what, int step) { what.settings.rules.max_per_municipality += step; },
                   [=](int step) {
                       return number("Met maximum {} lukt het.", "With maximum {} it works.",
                                     rules.max_per_municipality + step);
                   },
                   "rules.max_per_municipality", [=](int step) { return rules.max_per_municipality + step; }});
    all.push_back({text("het aantal controles per ploeg en week", "the checks per crew and week"), 6,
                   each_crew([](CrewSettings& crew, int step) { crew.checks_per_week += step; }), [=](int step) {
                       return number("Met {} per week meer voor elke ploeg lukt het.",
                                     "With {} more a week for each crew it works.", step);
                   }});
    all.push_back({text("de dagen en uren van de ploegen", "the days and hours of the crews"), 1,
                   each_crew([](CrewSettings& crew, int) {
                       crew.weekdays = {1, 2, 3, 4, 5, 6, 7};
                       crew.from = full_day_before;
                       crew.until = full_day_after;
                   }),
                   [=](int) {
                       return text("Als de ploegen op alle dagen en uren kunnen, lukt het.",
                                   "If the crews can come on all days and hours it works.");
                   }});
    if (std::any_of(crews.begin(), crews.end(), [](const CrewSettings& crew) { return !crew.away.empty(); }))
        all.push_back({text("de afwezigheid van de ploegen", "the absence of the crews"), 1,
                       each_crew([](CrewSettings& crew, int) { crew.away.clear(); }), [=](int) {
                           return text("Zonder de dagen waarop ploegen weg zijn lukt het.",
                                       "Without the days on which crews are away it works.");
                       }});
    if (std::any_of(crews.begin(), crews.end(), [](const CrewSettings& crew) { return !crew.municipalities.empty(); }))
        all.push_back({text("de gemeenten van de ploegen", "the municipalities of the crews"), 1,
                       each_crew([](CrewSettings& crew, int) { crew.municipalities.clear(); }), [=](int) {
                           return text("Als elke ploeg in elke gemeente mag komen, lukt het.",
                                       "If every crew may come to every municipality it works.");
                       }});
    if (rules.municipality_gap.value > 1)
        all.push_back({text("de dagen tussen controles in een gemeente", "the days between checks in a municipality"),
                       rules.municipality_gap.value - 1,
                       [](WhatIf& what, int step) { what.settings.rules.municipality_gap.value -= step; },
                       [=](int step) {
                           return number("Met minder tijd tussen controles in een gemeente ({} d) lukt het.",
                                         "With less time between checks in a municipality ({} d) it works.",
                                         rules.municipality_gap.value - step);
                       },
                       "rules.municipality_gap_days", [=](int step) { return rules.municipality_gap.value - step; }});
    if (rules.revisit.value > 1)
        all.push_back(
            {text("de dagen tussen bezoeken aan een locatie", "the days between visits to a site"),
             rules.revisit.value - 1, [](WhatIf& what, int step) { what.settings.rules.revisit.value -= step; },
             [=](int step) {
                 return number("Met minder tijd tussen bezoeken aan een locatie ({} d) lukt het.",
                               "With less time between visits to a site ({} d) it works.", rules.revisit.value - step);
             },
             "rules.revisit_days", [=](int step) { return rules.revisit.value - step; }});
    if (rules.spacing_days.value > 0)
        all.push_back({text("de spreiding van een thema", "the spacing of a theme"), rules.spacing_days.value,
                       [](WhatIf& what, int step) { what.settings.rules.spacing_days.value -= step; },
                       [=](int step) {
                           return number(
                               "Met minder tijd tussen controles op een thema bij elkaar in de buurt ({} d) lukt het.",
                               "With less time between checks on one theme near each other ({} d) it works.",
                               rules.spacing_days.value - step);
                       },
                       "rules.spacing_days", [=](int step) { return rules.spacing_days.value - step; }});
    if (!calendar.closed.empty())
        all.push_back({text("de gesloten dagen", "the closed days"), 1,
                       [](WhatIf& what, int) { what.calendar.closed.clear(); },
                       [=](int) {
                           return text("Als er op gesloten dagen gecontroleerd mag worden, lukt het.",
                                       "If checks may be held on closed days it works.");
                       }});
    if (!settings.locks.empty())
        all.push_back({text("de afspraken", "the agreed checks"), 1,
                       [](WhatIf& what, int) { what.settings.locks.clear(); },
                       [=](int) {
                           return text("Zonder de afspraken over vaste controles lukt het.",
                                       "Without the agreed checks it works.");
                       }});
    return all;
}

}  // namespace baken::planning
