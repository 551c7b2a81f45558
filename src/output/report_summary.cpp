#include "geo/core/measure.hpp"
#include "output/charts_events.hpp"
#include "output/charts_hours.hpp"
#include "output/map_picture.hpp"
#include "output/page_notes.hpp"
#include "output/report_sections.hpp"
#include "output/series_plan.hpp"
#include "output/series_words.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

/// A place whose accidents chance alone brings about as easily as not.
constexpr double doubtful_q = 0.1;

PageParts::Tile agreed(const PageParts& parts, std::string name, const std::vector<Progress>& all) {
    int counted = 0, required = 0;
    bool is_met = true;
    for (const Progress& each : all) {
        counted += std::min(each.counted(), each.required);
        required += each.required;
        is_met = is_met && each.is_met();
    }
    return {
        .figure = fmt::format("{}/{}", counted, required),
        .name = std::move(name),
        .state = is_met ? "\u2713 " + parts.say("gehaald", "met") : "\u2717 " + parts.say("niet gehaald", "not met"),
        .is_good = is_met};
}

std::vector<PageParts::Tile> key_figures(const Project& project, const PageParts& parts) {
    std::vector<Progress> quota, dark_days;
    for (const auto& row : quota_progress(project)) {
        quota.push_back(row.quota);
        dark_days.push_back(row.dark_days);
    }
    std::vector<PageParts::Tile> tiles{
        agreed(parts, parts.say("afgesproken controles", "agreed checks"), quota),
        agreed(parts, parts.say("controles donkere dagen", "dark-days checks"), dark_days),
        {.figure = std::to_string(project.plan.checks.size()),
         .name = parts.say("controles in het plan", "checks in the plan")},
        {.figure = std::to_string(project.hotspots.size()), .name = parts.say("aandachtslocaties", "hotspots")}};
    if (const AccidentYears years = accident_years(project, {}); years.has_sources && years.total > 0)
        tiles.push_back({.figure = std::to_string(years.total),
                         .name = parts.sentence("ongevallen {}\u2013{}", "accidents {}\u2013{}",
                                                years.rows.front().year, years.rows.back().year)});
    if (const auto complaints = chosen_complaints(project, {}); !complaints.empty())
        tiles.push_back({.figure = std::to_string(complaints.size()), .name = parts.say("meldingen", "complaints")});
    if (const auto share = dark_months(project).all.share())
        tiles.push_back({.figure = parts.sentence("{}\u00a0%", "{}%", std::lround(100 * *share)),
                         .name = parts.say("van de controletijd in het donker", "of the check time in the dark")});
    if (const Predictability& guess = project.plan.predictability; guess.plans > 1)
        tiles.push_back({.figure = percent_text(guess.most_likely_day, 0, parts.language()),
                         .name = parts.say("kans op de best te raden dag", "chance of the day easiest to guess")});
    return tiles;
}

std::vector<std::string> findings(const Project& project, const PageParts& parts) {
    const Language language = parts.language();
    std::vector<std::string> list{escaped(note_on(quota_progress(project), language))};
    list.push_back(escaped(note_on(crew_loads(project), language)));
    if (!project.plan.unmet.empty())
        list.push_back(parts.sentence("Wat niet lukt: {}; per regel staat er de kleinste versoepeling bij.",
                                      "What cannot be met: {}; each comes with the smallest relaxation.",
                                      project.plan.unmet.size()));
    if (!project.plan.unvisited.empty())
        list.push_back(parts.sentence("Plekken met genoeg melders die geen controle krijgen: {}, elk met de reden.",
                                      "Places with enough complainants that get no check: {}, each with the reason.",
                                      project.plan.unvisited.size()));
    const auto count = [&](auto is) { return std::count_if(project.hotspots.begin(), project.hotspots.end(), is); };
    if (const auto blind = count([](const Hotspot& h) { return h.quadrant == Quadrant::blind_spot; }),
        perceived = count([](const Hotspot& h) { return h.quadrant == Quadrant::perceived; });
        blind + perceived > 0)
        list.push_back(parts.sentence(
            "Waar ongevallen en meldingen uiteenlopen: {} plekken met ongevallen waar niemand over klaagt, {} plekken "
            "met "
            "klachten waar weinig gebeurt.",
            "Where accidents and complaints part: {} places with accidents that nobody complains about, {} places with "
            "complaints where little happens.",
            blind, perceived));
    if (const auto doubtful = count([](const Hotspot& h) { return h.q_value > doubtful_q; }); doubtful > 0)
        list.push_back(parts.sentence(
            "Bij {} van de {} aandachtslocaties kan het aantal ongevallen toeval zijn (q boven {}); zij staan er om "
            "hun "
            "meldingen, of omdat er in hun gemeente geen duidelijker plek is.",
            "At {} of the {} hotspots the number of accidents may be chance (q above {}); they are listed for their "
            "complaints, or because their municipality has no clearer place.",
            doubtful, project.hotspots.size(), parts.say("0,1", "0.1")));
    std::erase(list, std::string());
    return list;
}

Box box_of(const Region& region) {
    Box all = bounding_box(region.municipalities.front().area);
    for (const Municipality& municipality : region.municipalities) {
        const Box box = bounding_box(municipality.area);
        all = {std::min(all.min_x, box.min_x), std::min(all.min_y, box.min_y), std::max(all.max_x, box.max_x),
               std::max(all.max_y, box.max_y)};
    }
    const double margin = 0.02 * std::max(all.max_x - all.min_x, all.max_y - all.min_y);
    return {all.min_x - margin, all.min_y - margin, all.max_x + margin, all.max_y + margin};
}

}  // namespace

std::string report_header(const Project& project, const PageParts& parts) {
    const auto& clauses = project.certificate.clauses;
    const auto missed = std::count_if(clauses.begin(), clauses.end(), [](const Clause& clause) { return !clause.ok; });
    std::string verdict;
    if (clauses.empty())
        verdict = parts.paragraph(parts.say("Er is nog geen plan gemaakt.", "No plan has been made yet."));
    else
        verdict = parts.verdict(
            missed == 0, missed == 0
                             ? parts.sentence("Alle {} bepalingen van de afspraken zijn gehaald",
                                              "All {} clauses of the agreements are met", clauses.size())
                             : parts.sentence("{} van {} bepalingen van de afspraken niet gehaald",
                                              "{} of {} clauses of the agreements not met", missed, clauses.size()));
    return fmt::format(
        "<p class=\"eyebrow\">{}</p>\n<h1>{}</h1>\n<p class=\"soft\">{}</p>\n{}{}{}",
        parts.say("Rapport bij het controleplan \u00b7 intern", "Report on the plan of checks \u00b7 internal"),
        escaped(project.settings.name), subtitle(project, parts), verdict, parts.tiles(key_figures(project, parts)),
        parts.list(findings(project, parts)));
}

std::string report_map(const Project& project, const PageParts& parts) {
    if (project.region->municipalities.empty()) return {};
    const Box view = box_of(*project.region);
    const double shape = (view.max_y - view.min_y) / (view.max_x - view.min_x);
    const double width = 960, height = std::clamp(std::round(width * shape), 420.0, 900.0);
    const std::string caption = parts.say("Aandachtslocaties met hun rang in de gemeente, en de geplande controles.",
                                          "Hotspots with their rank in the municipality, and the planned checks.");
    return parts.picture(map_picture(project, {.view = view,
                                               .width = width,
                                               .height = height,
                                               .has_checks = !project.plan.checks.empty(),
                                               .has_road_names = true}),
                         caption, caption);
}

std::string report_events(const Project& project, const PageParts& parts) {
    const Language language = parts.language();
    return parts.charts({years_chart(accident_years(project, {}), language, parts.look()),
                         light_chart(accident_light(project, {}), language, parts.look()),
                         complaints_chart(complaint_months(project, {}), language, parts.look()),
                         hours_chart(week_hours(project, {}, EventKind::complaints), language, parts.look(680)),
                         hours_chart(week_hours(project, {}, EventKind::accidents), language, parts.look(680)),
                         trend_chart(accident_trend(project, TrendOf::all), language, parts.look(920)),
                         trend_chart(accident_trend(project, TrendOf::injury), language, parts.look(920))});
}

}  // namespace baken
