#include "output/charts_calendar.hpp"
#include "output/charts_plan.hpp"
#include "output/page_plan.hpp"
#include "output/report_sections.hpp"
#include "output/series_plan.hpp"

#include <algorithm>
#include <map>

namespace baken {

namespace {

/// How many checks each of them has, the most first.
template <class NameOf>
std::string counts(const Project& project, const PageParts& parts, const std::string& caption, const std::string& head,
                   NameOf name_of_check) {
    std::map<std::string, int> by_name;
    for (const Check& check : project.plan.checks)
        if (check.status != CheckStatus::cancelled) ++by_name[name_of_check(check)];
    std::vector<std::pair<std::string, int>> rows(by_name.begin(), by_name.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    PageTable table{
        .caption = caption,
        .columns = {{.head = head, .width = 70}, {.head = parts.say("Controles", "Checks"), .is_number = true}},
        .rows = {},
        .narrow = PageTable::Narrow::scrolls};
    for (const auto& [name, count] : rows) table.rows.push_back({.cells = {escaped(name), std::to_string(count)}});
    return parts.table(table);
}

}  // namespace

std::string report_plan(const Project& project, const PageParts& parts) {
    if (project.plan.checks.empty()) return {};
    const Language language = parts.language();
    const std::string themes =
        counts(project, parts, parts.say("Controles per thema", "Checks per theme"), parts.say("Thema", "Theme"),
               [&](const Check& check) { return std::string(name_of(check.theme, language)); });
    const std::string crews =
        counts(project, parts, parts.say("Controles per ploeg", "Checks per crew"), parts.say("Ploeg", "Crew"),
               [&](const Check& check) { return project.settings.crew_name(check.crew); });
    return parts.charts({calendar_chart(project, parts.look(920))}) +
           (parts.is_print() ? themes + crews : "<div class=\"charts\">\n" + themes + crews + "</div>\n") +
           (parts.is_print() ? std::string()
                             : parts.heading(3, parts.say("De controles op datum", "The checks by date"))) +
           check_tables(project, parts, parts.is_print() ? WithReasons::no : WithReasons::yes);
}

std::string report_quota(const Project& project, const PageParts& parts) {
    const Language language = parts.language();
    return parts.charts({quota_chart(quota_progress(project), language, parts.look(680)),
                         darkness_chart(dark_months(project), language, parts.look(920))});
}

std::string report_crews(const Project& project, const PageParts& parts) {
    return parts.charts({crews_chart(crew_loads(project), parts.language(), parts.look(920))});
}

std::string report_guessing(const Project& project, const PageParts& parts) {
    return parts.lead(parts.say(
               "Wie weet waar en wanneer gecontroleerd wordt, rijdt om. Daarom kiest het toeval uit plannen die bijna "
               "even goed "
               "zijn als het beste. Deze cijfers zeggen wat iemand nog kan raden die alles weet behalve die loting.",
               "Who knows where and when checks are held drives around them. So chance picks among plans that are "
               "nearly as "
               "good as the best. These figures say what somebody can still guess who knows everything but that "
               "draw.")) +
           parts.charts({guessing_chart(guessing(project), parts.language(), parts.look(680))});
}

}  // namespace baken
