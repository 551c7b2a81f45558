#include "base/text.hpp"
#include "output/charts_events.hpp"
#include "output/charts_hours.hpp"
#include "output/charts_places.hpp"
#include "output/measured_words.hpp"
#include "output/report_sections.hpp"
#include "output/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t listed = 10, drawn_closely = 3;

std::vector<std::size_t> ranked(const Project& project, std::uint32_t municipality) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < project.hotspots.size(); ++i)
        if (project.hotspots[i].municipality == municipality) places.push_back(i);
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(project.hotspots[a].rank, project.hotspots[a].id) <
               std::tie(project.hotspots[b].rank, project.hotspots[b].id);
    });
    return places;
}

/// "80 km/u - provincie - ongevallen en klachten - handhaafbaar: ja"
std::string traits(const Hotspot& hotspot, const PageParts& parts) {
    const Language language = parts.language();
    std::vector<std::string> list;
    if (hotspot.speed_limit) list.push_back(parts.sentence("{}\u00a0km/u", "{}\u00a0km/h", *hotspot.speed_limit));
    if (const std::string measured = measured_text(hotspot, language); !measured.empty()) list.push_back(measured);
    if (hotspot.road_manager) list.emplace_back(name_of(*hotspot.road_manager, language));
    list.push_back(name_of(hotspot.quadrant, language));
    if (!hotspot.black_spot_norm.empty())
        list.push_back(parts.say("voldoet aan de norm ", "meets the norm ") + hotspot.black_spot_norm);
    if (hotspot.enforceable != "unknown")
        list.push_back(hotspot.enforceable == "yes" ? parts.say("handhaafbaar", "enforceable")
                                                    : parts.say("niet handhaafbaar", "not enforceable"));
    if (hotspot.status == "rejected") list.push_back(parts.say("afgewezen", "rejected"));
    if (hotspot.status == "accepted") list.push_back(parts.say("overgenomen", "accepted"));
    std::string text = escaped(joined(list, " \u00b7 "));
    if (!hotspot.remark.empty()) text += " \u00b7 \u201c" + escaped(hotspot.remark) + "\u201d";
    return text;
}

/// On paper the reasons follow the table, so that its rows stay low and together.
std::string place_cell(const Hotspot& hotspot, const PageParts& parts) {
    const std::string name = escaped(hotspot.name);
    if (parts.is_print()) return fmt::format("{}<br><span class=\"note\">{}</span>", name, traits(hotspot, parts));
    return fmt::format("<b>{}</b><span class=\"why\">{}</span><span class=\"note\">{}</span>", name,
                       escaped(hotspot.reason), traits(hotspot, parts));
}

std::string accidents_cell(const Hotspot& hotspot, const PageParts& parts) {
    std::vector<std::string> outcomes;
    if (hotspot.fatal > 0) outcomes.push_back(parts.sentence("{} dodelijk", "{} fatal", hotspot.fatal));
    if (hotspot.injury > 0) outcomes.push_back(parts.sentence("{} letsel", "{} injury", hotspot.injury));
    return fmt::format(
        "{}{}", hotspot.accidents,
        outcomes.empty() ? std::string() : fmt::format(" <span class=\"note\">({})</span>", joined(outcomes, ", ")));
}

/// "7,3 (4,1-11,2)": the estimate and between what the true level lies.
std::string estimate_cell(const Hotspot& hotspot, const PageParts& parts) {
    const bool is_dutch = parts.language() == Language::nl;
    const std::string estimate = fixed_text(hotspot.expected, 1, is_dutch);
    if (!hotspot.has_interval() || hotspot.expected <= 0) return estimate;
    return fmt::format("{} <span class=\"note\">({}\u2013{})</span>", estimate,
                       fixed_text(hotspot.expected_low, 1, is_dutch), fixed_text(hotspot.expected_high, 1, is_dutch));
}

PageTable::Row place_row(const Hotspot& hotspot, const PageParts& parts) {
    const bool is_dutch = parts.language() == Language::nl;
    return {.cells = {std::to_string(hotspot.rank), place_cell(hotspot, parts), accidents_cell(hotspot, parts),
                      estimate_cell(hotspot, parts), percent_text(hotspot.prob_above, 0, parts.language()),
                      fixed_text(hotspot.q_value, 2, is_dutch),
                      fmt::format("{}\u2013{}", hotspot.rank_best, hotspot.rank_worst),
                      parts.sentence("{} <span class=\"note\">({}&nbsp;meld.)</span>",
                                     "{} <span class=\"note\">({}&nbsp;compl.)</span>", hotspot.complainants,
                                     hotspot.complaints)}};
}

std::string place_table(const Project& project, const std::vector<std::size_t>& places, const std::string& name,
                        const PageParts& parts) {
    PageTable table{.caption = parts.sentence("De eerste {} aandachtslocaties van {}", "The first {} hotspots of {}",
                                              std::min(places.size(), listed), name),
                    .columns = {{.head = "#", .width = 4, .is_number = true},
                                {.head = parts.is_print() ? parts.say("Plek", "Place")
                                                          : parts.say("Plek, en waarom hier", "Place, and why here"),
                                 .width = 39},
                                {.head = parts.say("Ongevallen", "Accidents"), .width = 11, .is_number = true},
                                {.head = parts.say("Verwacht", "Expected"), .width = 15, .is_number = true},
                                {.head = parts.say("Kans", "Chance"), .width = 7, .is_number = true, .is_kept = true},
                                {.head = "q", .width = 6, .is_number = true},
                                {.head = parts.say("Rang", "Rank"), .width = 7, .is_number = true, .is_kept = true},
                                {.head = parts.say("Melders", "People"), .width = 11, .is_number = true}},
                    .rows = {},
                    .name_column = 1};
    for (std::size_t i = 0; i < places.size() && i < listed; ++i)
        table.rows.push_back(place_row(project.hotspots[places[i]], parts));
    std::string text = parts.table(table);
    if (!parts.is_print()) return text;
    text += parts.heading(4, parts.sentence("Waarom deze plekken in {}", "Why these places in {}", name));
    for (std::size_t i = 0; i < places.size() && i < listed; ++i) {
        const Hotspot& hotspot = project.hotspots[places[i]];
        text += fmt::format("<p class=\"place\"><b>{}. {}</b>: {}</p>\n", hotspot.rank, escaped(hotspot.name),
                            escaped(hotspot.reason));
    }
    return text;
}

std::string closely(const Project& project, std::size_t place, const PageParts& parts) {
    const Language language = parts.language();
    const EventChoice here{.hotspot = place};
    const Hotspot& hotspot = project.hotspots[place];
    return parts.heading(4, fmt::format("{}. {}", hotspot.rank, hotspot.name)) +
           parts.charts({years_chart(accident_years(project, here), language, parts.look()),
                         light_chart(accident_light(project, here), language, parts.look()),
                         complaints_chart(complaint_months(project, here), language, parts.look()),
                         hours_chart(week_hours(project, here, EventKind::complaints), language, parts.look())});
}

std::string municipality_sentence(const Project& project, std::uint32_t municipality, std::size_t places,
                                  const PageParts& parts) {
    const AccidentYears years = accident_years(project, {.municipality = municipality});
    if (!years.has_sources) return {};
    int fatal = 0, injury = 0;
    for (const auto& row : years.rows) {
        fatal += row.of(Outcome::fatal);
        injury += row.of(Outcome::injury);
    }
    return parts.lead(
        parts.sentence("{} ongevallen die meetellen ({} dodelijk, {} met letsel), {} meldingen, {} aandachtslocaties.",
                       "{} accidents that count ({} fatal, {} with injury), {} complaints, {} hotspots.", years.total,
                       fatal, injury, chosen_complaints(project, {.municipality = municipality}).size(), places));
}

}  // namespace

std::string report_places(const Project& project, const PageParts& parts) {
    if (project.hotspots.empty()) return {};
    std::string text = parts.note(parts.say(
        "Verwacht: ongevallen in de hele periode als het toeval eraf is, en tussen welke aantallen het werkelijke "
        "niveau met 95\u00a0% ligt. Kans: dat de plek echt "
        "boven het gemiddelde van zulke "
        "plekken ligt. q: deel van de plekken met zo\u2019n waarde dat door toeval opvalt. Rang: "
        "van de beste tot de slechtste "
        "plaats bij andere gewichten voor de afloop.",
        "Expected: accidents over the whole period with the luck taken off, and between what the true level lies "
        "with 95%. Chance: that the "
        "place is truly above the mean of "
        "such places. q: share of places with such a value that stand out by luck. Rank: from the "
        "best to the worst place "
        "under other weights for the outcome."));
    for (std::uint32_t m = 0; m < project.region->municipalities.size(); ++m) {
        const std::vector<std::size_t> places = ranked(project, m);
        const std::string& name = project.region->municipalities[m].name;
        text += parts.heading(3, name) + municipality_sentence(project, m, places.size(), parts);
        if (places.empty()) {
            text += parts.note(
                parts.say("Deze gemeente heeft geen aandachtslocaties.", "This municipality has no hotspots."));
            continue;
        }
        text +=
            place_table(project, places, name, parts) +
            parts.charts({ranks_chart(rank_ranges(project, m), parts.language(), parts.look()),
                          years_chart(accident_years(project, {.municipality = m}), parts.language(), parts.look())});
        for (std::size_t i = 0; i < places.size() && i < drawn_closely; ++i) text += closely(project, places[i], parts);
    }
    return text;
}

}  // namespace baken
