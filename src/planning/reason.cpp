#include "planning/reason.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace baken::planning {

namespace {

std::string counted(int number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string place_reason(const Hotspot& hotspot, Language language) {
    std::string text = fmt::format(
        fmt::runtime(says(language, "Nummer {} van de gemeente: ", "Number {} of the municipality: ")), hotspot.rank);
    text +=
        counted(hotspot.accidents, says(language, "ongeval", "accident"), says(language, "ongevallen", "accidents"));
    const int serious = hotspot.fatal + hotspot.injury;
    if (serious > 0)
        text += fmt::format(fmt::runtime(says(language, " ({} met slachtoffers)", " ({} with casualties)")), serious);
    if (hotspot.complainants > 0)
        text += fmt::format(fmt::runtime(says(language, " en {}", " and {}")),
                            counted(hotspot.complainants, says(language, "melder", "complainant"),
                                    says(language, "melders", "complainants")));
    return text + ".";
}

std::string theme_reason(const Hotspot& hotspot, Theme theme, Language language) {
    const double weight = hotspot.theme_weight[index_of(theme)];
    const std::string name(name_of(theme, language));
    if (weight >= 0.999)
        return fmt::format(
            fmt::runtime(says(language, "Thema {}: weegt hier het zwaarst.", "Theme {}: weighs most here.")), name);
    return fmt::format(fmt::runtime(says(language, "Thema {}: weegt hier {} % van het zwaarste thema.",
                                         "Theme {}: weighs {} % of the heaviest theme here.")),
                       name, static_cast<int>(std::lround(weight * 100)));
}

std::string day_reason(const Problem& problem, const Candidate& c, double dark, Language language) {
    if (c.is_locked()) return std::string(says(language, "Dag volgens afspraak.", "Day as agreed."));
    if (c.on_region_day())
        return std::string(says(language, "Dag van de 24-uursactie waaraan elke gemeente meedoet.",
                                "Day of the 24-hour action in which every municipality takes part."));
    std::string text;
    if (c.campaign != nothing)
        text = fmt::format(fmt::runtime(says(language, "Valt in de campagne {}. ", "Falls in the campaign {}. ")),
                           problem.campaign_names[static_cast<std::size_t>(c.campaign)]);
    const bool is_all_dark = dark >= 1;
    if (c.kind == CheckKind::dark_days)
        text += says(language, "Donkere dagen: het is de hele controle donker.",
                     "Dark days: it is dark throughout the check.");
    else if (is_all_dark)
        text += says(language, "Het is de hele controle donker.", "It is dark throughout the check.");
    else if (all_themes[c.theme] == Theme::school_zone)
        text += says(language, "Schooldag, rond de schooltijden.", "School day, around school hours.");
    else
        text += says(language, "Dag en uur passen bij het thema.", "Day and hour suit the theme.");
    return text;
}

}  // namespace

std::string reason_of(const Problem& problem, const Candidate& c) {
    return reason_of(problem, c, problem.darkness.at(c.hotspot, c.day, c.slot));
}

std::string reason_of(const Problem& problem, const Candidate& c, double dark) {
    const Hotspot& hotspot = (*problem.hotspots)[c.hotspot];
    const Language language = problem.settings.language;
    return place_reason(hotspot, language) + " " + theme_reason(hotspot, all_themes[c.theme], language) + " " +
           day_reason(problem, c, dark, language);
}

}  // namespace baken::planning
