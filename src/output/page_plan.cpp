#include "output/page_plan.hpp"

#include "output/words.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

PageTable empty_table(const Project& project, const PageParts& parts) {
    return {
        .caption = parts.sentence("De controles van {}, op datum", "The checks of {}, by date", project.settings.year),
        .columns = {{.head = parts.say("Datum", "Date"), .width = 14, .is_kept = true},
                    {.head = parts.say("Tijd", "Time"), .width = 10, .is_kept = true},
                    {.head = parts.say("Gemeente", "Municipality"), .width = 13},
                    {.head = parts.say("Plek", "Place"), .width = 24},
                    {.head = parts.say("Thema", "Theme"), .width = 19},
                    {.head = parts.say("Soort", "Kind"), .width = 10},
                    {.head = parts.say("Ploeg", "Crew"), .width = 10}}};
}

/// The reason unfolds on a screen, so that the year stays a list that is taken in at a glance.
std::string with_reason(const std::string& place, const std::string& reason, const PageParts& parts) {
    if (reason.empty()) return place;
    return fmt::format("{}<details><summary>{}</summary>{}</details>", place, parts.say("waarom", "why"),
                       escaped(reason));
}

PageTable::Row row_of(const Project& project, const PageParts& parts, const Check& check, WithReasons reasons) {
    const Language language = parts.language();
    std::string date = day_text(check.date, language);
    if (check.status == CheckStatus::cancelled) date += " " + parts.say("(vervallen)", "(cancelled)");
    if (check.status == CheckStatus::done) date += " " + parts.say("(gedaan)", "(done)");
    std::string theme = escaped(name_of(check.theme, language));
    if (!check.campaign.empty()) theme += " <span class=\"soft\">(" + escaped(check.campaign) + ")</span>";
    std::string kind = escaped(name_of(check.kind, language));
    if (check.is_locked) kind += ", " + parts.say("vastgezet", "locked");
    std::string crew = escaped(project.settings.crew_name(check.crew));
    if (!check.partners.empty()) crew += " + " + escaped(check.partners);
    const std::string place = escaped(project.hotspots.at(check.hotspot).name);
    return {.cells = {date, window_text(check), escaped(project.region->municipalities.at(check.municipality).name),
                      reasons == WithReasons::yes ? with_reason(place, check.reason, parts) : place, theme, kind, crew},
            .id = check.id.text};
}

}  // namespace

std::string check_tables(const Project& project, const PageParts& parts, WithReasons reasons) {
    PageTable table = empty_table(project, parts);
    if (!parts.is_print()) {
        table.has_visible_caption = false;
        for (const Check& check : project.plan.checks) table.rows.push_back(row_of(project, parts, check, reasons));
        return parts.table(table);
    }
    // A word processor cuts the rows of a long table at the foot of a page; those of a month stay together.
    table.has_visible_caption = false;
    std::string text;
    for (std::size_t i = 0; i < project.plan.checks.size();) {
        const Check& first = project.plan.checks[i];
        table.rows.clear();
        for (; i < project.plan.checks.size() && month_of(project.plan.checks[i].date) == month_of(first.date) &&
               year_of(project.plan.checks[i].date) == year_of(first.date);
             ++i)
            table.rows.push_back(row_of(project, parts, project.plan.checks[i], reasons));
        text += parts.heading(
                    3, fmt::format("{} {}", month_name(month_of(first.date), parts.language()), year_of(first.date))) +
                parts.table(table);
    }
    return text;
}

std::string unmet_list(const Project& project, const PageParts& parts) {
    std::string list;
    for (const auto& found : project.plan.unmet) {
        const std::string help = found.relaxation.empty()
                                     ? parts.say("Geen versoepeling van \u00e9\u00e9n regel lost dit op.",
                                                 "No relaxation of a single rule clears this.")
                                     : parts.sentence("<b>Kleinste versoepeling:</b> {}",
                                                      "<b>Smallest relaxation:</b> {}", escaped(found.relaxation));
        list += parts.missed(escaped(found.text), help);
    }
    return list;
}

std::string unvisited_list(const Project& project, const PageParts& parts) {
    std::vector<std::string> list;
    for (const auto& found : project.plan.unvisited)
        list.push_back(escaped(found.text) + (found.relaxation.empty()
                                                  ? std::string()
                                                  : " <span class=\"soft\">" + escaped(found.relaxation) + "</span>"));
    return parts.list(list);
}

}  // namespace baken
