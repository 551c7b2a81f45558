#include "base/text.hpp"
#include "output/charts_places.hpp"
#include "output/intake_words.hpp"
#include "output/page_notes.hpp"
#include "output/report_sections.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

std::string kind_name(const std::string& kind, const PageParts& parts) {
    if (kind == "accidents") return parts.say("ongevallen", "accidents");
    if (kind == "complaints") return parts.say("meldingen", "complaints");
    if (kind == "measurements") return parts.say("snelheidsmetingen", "speed measurements");
    if (kind == "schools") return parts.say("scholen", "schools");
    if (kind == "roads") return parts.say("wegen", "roads");
    if (kind == "boundaries") return parts.say("gemeentegrenzen", "boundaries");
    return kind;
}

std::string intake(const Project& project, const PageParts& parts) {
    PageTable table{
        .caption = parts.say("Waar elke gelezen rij bleef", "What became of every row that was read"),
        .columns = {{.head = parts.say("Bron", "Source"), .width = 22},
                    {.head = parts.say("Soort", "Kind"), .width = 14},
                    {.head = parts.say("Gelezen", "Read"), .width = 9, .is_number = true},
                    {.head = parts.say("Geplaatst", "Placed"), .width = 10, .is_number = true},
                    {.head = parts.say("Alleen in totalen", "In totals only"), .width = 10, .is_number = true},
                    {.head = parts.say("Afgewezen", "Rejected"), .width = 10, .is_number = true},
                    {.head = parts.say("Dubbel", "Duplicate"), .width = 8, .is_number = true},
                    {.head = parts.say("Buiten de regio", "Outside"), .width = 8, .is_number = true},
                    {.head = parts.say("Wegge\u00adlaten", "Left out"), .width = 9, .is_number = true}},
        .rows = {}};
    std::vector<std::string> notes;
    for (const Receipt& receipt : project.region->receipts) {
        table.rows.push_back(
            {.cells = {escaped(receipt.source), escaped(kind_name(receipt.kind, parts)), std::to_string(receipt.read),
                       std::to_string(receipt.placed), std::to_string(receipt.unplaced),
                       std::to_string(receipt.rejected), std::to_string(receipt.duplicate),
                       std::to_string(receipt.outside_region), std::to_string(receipt.filtered)}});
        std::vector<std::string> rules;
        for (const auto& [rule, rows] : receipt.filtered_by)
            rules.push_back(fmt::format("{} ({})", intake_words(rule, parts.language()), rows));
        if (!rules.empty())
            notes.push_back(parts.sentence("{}: weggelaten om {}.", "{}: left out for {}.", escaped(receipt.source),
                                           escaped(joined(rules, ", "))));
        for (const std::string& note : receipt.notes)
            notes.push_back(escaped(receipt.source) + ": " + escaped(intake_words(note, parts.language())) + ".");
    }
    return parts.table(table) + parts.list(notes);
}

std::string weight_sets(const Project& project, const PageParts& parts) {
    std::vector<std::string> names;
    for (const WeightSet& set : project.settings.hotspots.weight_sets)
        names.push_back(weight_set_name(set.name, parts.language()));
    return escaped(joined(names, "; "));
}

std::string years_text(const Project& project) {
    if (project.years.empty()) return {};
    return project.years.size() == 1 ? std::to_string(project.years.front())
                                     : fmt::format("{}\u2013{}", project.years.front(), project.years.back());
}

std::string darkness_note(const Project& project, const PageParts& parts) {
    if (!project.darkness)
        return parts.say(
            "Wat donker op zichzelf doet, is hier niet te zeggen: daarvoor zijn genoeg ongevallen met dag en uur "
            "nodig, "
            "en die heeft de bron niet.",
            "What darkness by itself does cannot be told here: that takes enough accidents with a day and an hour, and "
            "the source has none.");
    const DarknessOdds& dark = *project.darkness;
    const auto number = [&](double value) { return fixed_text(value, 2, parts.language() == Language::nl); };
    return parts.sentence(
        "Op hetzelfde uur van de klok zijn er in het donker {} keer zoveel ongevallen als in het licht (95\u00a0%: {} "
        "tot {}), wat seizoen en drukte doen eraf; dat is geteld over {} ongevallen in het donker en {} in het licht.",
        "At the same hour of the clock there are {} times as many accidents in the dark as in the light (95%: {} to "
        "{}), "
        "with what season and traffic do taken off; counted over {} accidents in the dark and {} in the light.",
        number(dark.ratio), number(dark.low), number(dark.high), dark.in_dark, dark.in_light);
}

std::vector<std::string> method_notes(const Project& project, const PageParts& parts) {
    const HotspotSettings& hotspots = project.settings.hotspots;
    const auto percent = static_cast<int>(100 * hotspots.complaint_weight + 0.5);
    std::vector<std::string> notes;
    if (const std::string years = years_text(project); !years.empty())
        notes.push_back(parts.sentence("De aandachtslocaties zijn gezocht in de ongevallen van {}.",
                                       "The hotspots were looked for in the accidents of {}.", years));
    notes.push_back(
        parts.sentence("Plekken van een gemeente zijn samen gekozen, zodat zij samen de meeste ongevallen en melders "
                       "bereiken; ongevallen wegen "
                       "voor {} %, meldingen voor {} %.",
                       "The places of a municipality are chosen together, so that together they reach most accidents "
                       "and complainants; "
                       "accidents weigh {}%, complaints {}%.",
                       100 - percent, percent));
    if (!project.region->measurements.empty())
        notes.push_back(parts.sentence(
            "Waar de snelheid is gemeten, telt ook hoe ver de V85 en het aandeel hardrijders boven de limiet liggen, "
            "voor ten hoogste {} % van alles. Waar niet is gemeten, telt snelheid hier niet mee.",
            "Where speeds were measured, it counts how far the V85 and the share of vehicles are above the limit, for "
            "{}% of all at most. Where nothing was measured, speed does not count here.",
            static_cast<int>(100 * hotspots.measurement_weight + 0.5)));
    notes.push_back(
        parts.say("Kleine aantallen schommelen. Een plek met toevallig veel ongevallen wordt daarom naar het "
                  "gemiddelde van zulke plekken "
                  "getrokken, naarmate er minder gegevens zijn (Empirical Bayes).",
                  "Small numbers go up and down. So a place with many accidents by luck is drawn towards the mean of "
                  "such places, the "
                  "more so the fewer the data (Empirical Bayes)."));
    notes.push_back(parts.say(
        "Bij elke schatting staat tussen welke aantallen het werkelijke niveau met 95\u00a0% ligt. Overlappen die van "
        "twee plekken elkaar, dan is niet zeker welke van de twee erger is.",
        "With each estimate stands between what the true level lies with 95%. Where those of two places overlap, it is "
        "not sure which of the two is worse."));
    notes.push_back(parts.say(
        "Fietsers (ook op een e-bike), voetgangers en brom- of snorfietsers tellen per ongeval \u00e9\u00e9n keer, uit "
        "de twee partijen die het register noemt. Leeftijden staan niet in het openbare register.",
        "Cyclists (on e-bikes too), pedestrians and moped riders count once per accident, from the two parties that "
        "the register names. The public register holds no ages."));
    notes.push_back(
        parts.sentence("De rang hangt af van hoe zwaar een dode of gewonde telt; daarom staat bij elke plek tussen "
                       "welke plaatsen zij beweegt "
                       "onder deze gewichten (dodelijk-letsel-alleen schade): {}.",
                       "The rank depends on how heavily a death or an injury counts; so each place says between which "
                       "ranks it moves under "
                       "these weights (fatal-injury-damage only): {}.",
                       weight_sets(project, parts)));
    notes.push_back(parts.say(
        "Meldingen tellen naar verschillende melders: wie tien keer belt is \u00e9\u00e9n melder. Oude meldingen "
        "tellen minder.",
        "Complaints count by distinct people: who calls ten times is one complainant. Old complaints count for less."));
    notes.push_back(
        parts.say("Ongevallen op wegen van beheerders die niet in de instellingen staan, tellen niet mee; hun aantal "
                  "staat bij de figuur.",
                  "Accidents on roads of managers that the settings do not name do not count; their number stands at "
                  "the figure."));
    notes.push_back(
        parts.say("Uren worden nergens verzonnen: een ongeval of melding zonder tijd staat in geen uurfiguur.",
                  "No hour is made up: an accident or complaint without a time is in no chart of hours."));
    notes.push_back(parts.say(
        "Donker is: de zon meer dan 6 graden onder de horizon op die plek en dag, zomertijd meegerekend. Bij een "
        "ongeval zonder uur geldt wat het register over het licht zegt.",
        "Dark means: the sun more than 6 degrees below the horizon at that place and day, summer time included. For an "
        "accident without an hour the register's word for the light holds."));
    notes.push_back(darkness_note(project, parts));
    notes.push_back(
        parts.say("Drie controles per jaar op een plek zijn te weinig om te bewijzen dat zij ongevallen voorkomen; dit "
                  "rapport beweert dat "
                  "niet.",
                  "Three checks a year at a place are too few to prove that they prevent accidents; this report does "
                  "not claim it."));
    return notes;
}

}  // namespace

std::string report_method(const Project& project, const PageParts& parts) {
    std::vector<std::string> register_says = register_notes(project, parts);
    std::vector<std::string> how = method_notes(project, parts);
    for (std::string& note : findings_notes(project, parts)) how.push_back(std::move(note));
    const std::vector<std::string> sure = certainty_notes(project, parts);
    std::string text = parts.heading(3, parts.say("Hoe het is gedaan", "How it was done")) + parts.list(how) +
                       parts.heading(3, parts.say("Hoe zeker het is", "How sure it is")) + parts.list(sure);
    if (!register_says.empty())
        text += parts.heading(3, parts.say("Wat het ongevallenregister niet kan zeggen",
                                           "What the accident register cannot say")) +
                parts.list(register_says);
    if (!project.region->receipts.empty())
        text += parts.heading(3, parts.say("De gegevens", "The data")) + intake(project, parts);
    return text;
}

}  // namespace baken
