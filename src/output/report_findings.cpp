#include "base/text.hpp"
#include "geo/core/measure.hpp"
#include "model/findings.hpp"
#include "output/charts_findings.hpp"
#include "output/findings_words.hpp"
#include "output/look.hpp"
#include "output/map_picture.hpp"
#include "output/report_sections.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t listed = 20;

std::string stretches_table(const Project& project, const PageParts& parts) {
    const Findings& findings = *project.findings;
    const Language language = parts.language();
    const bool is_dutch = language == Language::nl;
    PageTable table{.caption = parts.say("Trajecten en kruispunten met opvallend veel ongevallen",
                                         "Stretches and junctions with strikingly many accidents"),
                    .columns = {{.head = "#", .width = 5, .is_number = true},
                                {.head = parts.say("Traject", "Stretch"), .width = 31},
                                {.head = parts.say("Lengte (m)", "Length (m)"), .width = 9, .is_number = true},
                                {.head = parts.say("Ongevallen", "Accidents"), .width = 13, .is_number = true},
                                {.head = parts.say("Bij toeval", "By chance"), .width = 9, .is_number = true},
                                {.head = parts.say("Keer zo veel", "Times as many"), .width = 9, .is_number = true},
                                {.head = "q", .width = 8, .is_number = true, .is_kept = true},
                                {.head = parts.say("Methode", "Method"), .width = 16}},
                    .rows = {},
                    .name_column = 1};
    const auto order = stretches_by_rank(findings);
    for (std::size_t i = 0; i < std::min(order.size(), listed); ++i) {
        const StretchFinding& one = findings.stretches[order[i]];
        std::string accidents = parts_text(one.accidents, language);
        if (one.injury > 0)
            accidents += parts.sentence(" <span class=\"note\">({} letsel)</span>",
                                        " <span class=\"note\">({} injury)</span>", one.injury);
        table.rows.push_back(
            {.cells = {std::to_string(i + 1),
                       fmt::format("{}{}<span class=\"note\">{}</span>", escaped(stretch_name(one, language)),
                                   parts.is_print() ? ", " : " ",
                                   escaped(project.region->municipalities.at(one.municipality).name)),
                       fixed_text(one.length, 0, is_dutch), std::move(accidents), fixed_text(one.expected, 1, is_dutch),
                       fixed_text(one.ratio, 1, is_dutch) + "\u00d7", escaped(small_text(one.q_value, language)),
                       escaped(code_word("stretches", "method", code_of(one.method), language))}});
    }
    std::string text = parts.table(table);
    if (order.size() > listed)
        text += parts.note(parts.sentence("De eerste {} van {}; de andere staan in de werkmap en in de kaartlaag.",
                                          "The first {} of {}; the others are in the workbook and in the map layer.",
                                          listed, order.size()));
    return text;
}

std::string findings_map(const Project& project, const PageParts& parts) {
    const Findings& findings = *project.findings;
    if (findings.lixels.empty() && findings.stretches.empty()) return {};
    const Box view = whole_region(project);
    const double shape = (view.max_y - view.min_y) / (view.max_x - view.min_x);
    // On paper the table and the chart are to stand on the same page.
    const double width = 960, height = std::clamp(std::round(width * shape), 420.0, parts.is_print() ? 480.0 : 900.0);
    const std::string caption = findings.stretches.empty()
                                    ? parts.say("Ongevallen per km weg per jaar, uitgesmeerd langs de weg.",
                                                "Accidents per km of road and year, spread along the road.")
                                    : parts.say(
                                          "Ongevallen per km weg per jaar, en de trajecten met hun rang (onderbroken "
                                          "lijn: KDE+, stip: kruispunt).",
                                          "Accidents per km of road and year, and the stretches with their rank "
                                          "(dashes: KDE+, dot: junction).");
    return parts.picture(map_picture(project, {.view = view,
                                               .width = width,
                                               .height = height,
                                               .has_hotspots = false,
                                               .has_density = true,
                                               .has_stretches = true}),
                         caption, caption);
}

}  // namespace

std::string report_findings(const Project& project, const PageParts& parts) {
    if (project.hotspots.empty()) return {};
    const Findings& findings = *project.findings;
    const Language language = parts.language();
    const std::string missing = no_stretches(project, language);
    std::string text = parts.lead(escaped(missing.empty() ? stretches_sentence(findings, language) : missing));
    if (findings.pattern)
        text += parts.paragraph(escaped(pattern_sentence(findings, language)) + " " +
                                escaped(cells_sentence(findings, language)));
    text += findings_map(project, parts);
    if (!findings.stretches.empty())
        text += stretches_table(project, parts) +
                parts.note(parts.say(
                    "Bij toeval: de ongevallen die er te verwachten zijn als zij naar lengte waren gestrooid, bij de "
                    "scan over de wegen van de gemeente, bij KDE+ over de weg tussen twee kruispunten; bij een "
                    "kruispunt het gemiddelde van kruispunten met evenveel takken. q: deel van de trajecten met "
                    "zo\u2019n waarde dat door toeval opvalt. Een ongeval waarvan alleen het wegvak bekend is, telt "
                    "voor het deel van dat wegvak dat in het traject ligt. Hoe druk een weg is, telt niet mee: waar "
                    "veel verkeer is, gebeurt meer.",
                    "By chance: the accidents to expect there if they were strewn by length, by the scan over the "
                    "roads of the municipality, by KDE+ over the road between two junctions; at a junction the mean of "
                    "junctions with as many arms. q: share of stretches with such a value that stand out by luck. An "
                    "accident of which only the section is known counts for the part of that section within the "
                    "stretch. How busy a road is does not count: where there is much traffic more happens."));
    if (findings.k_function)
        text += parts.charts({network_k_chart(network_distances(project), language, parts.look(680))});
    return text;
}

std::vector<std::string> findings_notes(const Project& project, const PageParts& parts) {
    const Findings& findings = *project.findings;
    std::vector<std::string> notes;
    if (!findings.lixels.empty()) notes.push_back(escaped(density_sentence(findings, parts.language())));
    const auto has = [&](StretchFinding::Method method) {
        return std::any_of(findings.stretches.begin(), findings.stretches.end(),
                           [&](const StretchFinding& one) { return one.method == method; });
    };
    if (has(StretchFinding::Method::scan))
        notes.push_back(parts.say(
            "Scan langs de weg: vensters van verschillende lengte schuiven langs alle wegen van een gemeente; een "
            "venster telt als traject wanneer nergens in de gemeente door toeval zoiets te verwachten is, afgemeten "
            "aan herhalingen met dezelfde ongevallen op willekeurige plaatsen. Ongevallen op kruispunten doen niet "
            "mee.",
            "Scan along the road: windows of several lengths slide along all roads of a municipality; a window is a "
            "stretch where nothing like it is to be expected by chance anywhere in the municipality, measured by "
            "repetitions with the same accidents at random places. Accidents at junctions are tested apart."));
    if (has(StretchFinding::Method::kde_plus))
        notes.push_back(
            parts.say("KDE+: per weg tussen twee kruispunten, waar ongevallen dichter opeen liggen dan wanneer er "
                      "evenveel bij toeval op lagen; de sterkte (0 tot 1) zegt hoe ver boven die grens. Ongevallen "
                      "waarvan alleen het wegvak bekend is, blijven erbuiten.",
                      "KDE+: per road between two junctions, where accidents lie closer than where as many lay on it "
                      "by chance; the strength (0 to 1) says how far above that level. Accidents of which only the "
                      "section is known are left out."));
    if (has(StretchFinding::Method::junction))
        notes.push_back(parts.say(
            "Kruispunt: het aantal ongevallen tegen dat van kruispunten met evenveel takken (toets van Poisson). "
            "De lijn op de kaart is het kruispunt met het begin van zijn wegen.",
            "Junction: its accidents against those of junctions with as many arms (Poisson's test). The line on "
            "the map is the junction with the beginning of its roads."));
    if (!findings.cells.empty())
        notes.push_back(parts.say(
            "Vierkanten: Gi* vergelijkt een vierkant met zijn omgeving samen tegen het gemiddelde van alle; de lokale "
            "Moran zegt of een vierkant op zijn buren lijkt. Kansen komen uit herhalingen in willekeurige volgorde.",
            "Squares: Gi* holds a square together with its surroundings against the mean of all; local Moran says "
            "whether a square is like its neighbours. Chances come from repetitions in random order."));
    if (!notes.empty())
        notes.push_back(parts.say(
            "Trajecten, dichtheid en vierkanten kiezen geen aandachtslocatie: zij laten zien waar het bewijs zich "
            "onderscheidt van toeval.",
            "Stretches, density and squares choose no hotspot: they show where the evidence stands out against "
            "chance."));
    return notes;
}

}  // namespace baken
