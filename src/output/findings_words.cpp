#include "output/findings_words.hpp"

#include "base/text.hpp"
#include "model/findings.hpp"

#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

template <class... Parts>
std::string told(Language language, std::string_view dutch, std::string_view english, const Parts&... parts) {
    return fmt::format(fmt::runtime(says(language, dutch, english)), parts...);
}

std::string decimal(double number, int decimals, Language language) {
    return fixed_text(number, decimals, language == Language::nl);
}

}  // namespace

std::string no_stretches(const Project& project, Language language) {
    if (!project.findings->stretches.empty()) return {};
    if (project.region->roads.empty())
        return told(
            language,
            "Er zijn geen wegen ingelezen, dus is niet langs de weg gezocht. Voeg een bron met wegen toe en zoek "
            "de aandachtslocaties opnieuw.",
            "No roads were read, so nothing was looked for along the road. Add a source of roads and find the "
            "hotspots again.");
    if (project.region->accidents.empty())
        return told(language, "Er zijn geen ongevallen ingelezen, dus is er langs de weg niets te vinden.",
                    "No accidents were read, so there is nothing to find along the road.");
    if (project.findings->lixels.empty())
        return told(
            language,
            "In dit project is nog niet langs de weg gezocht. Zoek de aandachtslocaties opnieuw, dan gebeurt dat "
            "mee.",
            "This project was not searched along the road yet. Find the hotspots again, and it will be.");
    return told(language, "Op geen enkele weg liggen de ongevallen dichter bij elkaar dan toeval verklaart.",
                "On no road do accidents lie closer together than chance explains.");
}

std::string places_words(const Findings& findings, Language language) {
    const auto junctions = static_cast<std::size_t>(junctions_among(findings));
    const std::size_t stretches = findings.stretches.size() - junctions;
    std::vector<std::string> parts;
    if (stretches > 0)
        parts.push_back(stretches == 1 ? told(language, "1 traject", "1 stretch")
                                       : told(language, "{} trajecten", "{} stretches", stretches));
    if (junctions > 0)
        parts.push_back(junctions == 1 ? told(language, "1 kruispunt", "1 junction")
                                       : told(language, "{} kruispunten", "{} junctions", junctions));
    return joined(parts, says(language, " en ", " and "));
}

std::string stretches_sentence(const Findings& findings, Language language) {
    const auto all = static_cast<int>(findings.stretches.size());
    if (all == 0) return {};
    const int striking = striking_stretches(findings);
    const std::string surely =
        told(language, "q tot en met 0,1: naar verwachting is ten hoogste een op de tien vals alarm",
             "q up to 0.1: at most one in ten is expected to be a false alarm");
    const std::string places = places_words(findings, language);
    if (striking == all)
        return told(language, "Op {} liggen ongevallen dichter bij elkaar dan toeval verklaart ({}).",
                    "On {} accidents lie closer together than chance explains ({}).", places, surely);
    if (striking == 0)
        return told(language, "Op {} liggen ongevallen dicht bij elkaar, maar dat kan toeval zijn (q boven 0,1).",
                    "On {} accidents lie close together, but that may be chance (q above 0.1).", places);
    return told(language,
                "Op {} liggen ongevallen dichter bij elkaar dan bij toeval te verwachten is; voor {} daarvan is het "
                "bewijs sterk ({}).",
                "On {} accidents lie closer together than is to be expected by chance; for {} of them the evidence is "
                "strong ({}).",
                places, striking, surely);
}

std::string pattern_sentence(const Findings& findings, Language language) {
    if (!findings.pattern)
        return told(language, "Of de ongevallen van de hele regio samenklonteren is niet berekend.",
                    "Whether the accidents of the whole region lie together was not computed.");
    const GlobalPattern& pattern = *findings.pattern;
    constexpr double surely = 0.05;
    const std::string figures =
        told(language, "Moran's I {} waar toeval {} geeft; p {}; {} vierkanten",
             "Moran's I {} where chance gives {}; p {}; {} squares", decimal(pattern.moran_i, 2, language),
             decimal(std::abs(pattern.expected) < 0.005 ? 0 : pattern.expected, 2, language),
             small_text(pattern.p_value, language), pattern.units);
    const bool is_together = pattern.moran_i > pattern.expected && pattern.p_value <= surely;
    if (is_together)
        return told(language,
                    "Over de hele regio liggen de ongevallen meer bij elkaar dan toeval verklaart: vierkanten met veel "
                    "ongevallen liggen naast andere met veel ongevallen ({}).",
                    "Over the whole region the accidents lie together more than chance explains: squares with many "
                    "accidents lie beside others with many ({}).",
                    figures);
    return told(language,
                "Over de hele regio liggen de ongevallen niet meer bij elkaar dan toeval verklaart ({}). Losse plekken "
                "en trajecten kunnen toch opvallen.",
                "Over the whole region the accidents lie together no more than chance explains ({}). Single places and "
                "stretches can stand out all the same.",
                figures);
}

std::string cells_sentence(const Findings& findings, Language language) {
    if (findings.cells.empty()) return {};
    return told(language,
                "Van de {} vierkanten van {} m springen er {} uit, samen met hun omgeving (Gi*, q tot en met 0,1).",
                "Of the {} squares of {} m, {} stand out together with their surroundings (Gi*, q up to 0.1).",
                findings.cells.size(), decimal(findings.cells.front().side, 0, language), striking_cells(findings));
}

std::string density_sentence(const Findings& findings, Language language) {
    if (findings.lixels.empty()) return {};
    return told(
        language,
        "De dichtheid is berekend op {} stukjes weg van ongeveer {} m; een ongeval is langs de weg uitgesmeerd "
        "tot {} m naar elke kant.",
        "The density was computed on {} pieces of road of about {} m; an accident is spread along the road up to "
        "{} m each way.",
        findings.lixels.size(), decimal(findings.lixel_length, 0, language), decimal(findings.bandwidth, 0, language));
}

std::string stretch_name(const StretchFinding& stretch, Language language) {
    return stretch.name.empty() ? std::string(says(language, "weg zonder naam", "road without a name")) : stretch.name;
}

std::string parts_text(double accidents, Language language) {
    const bool is_whole = std::abs(accidents - std::round(accidents)) < 0.005;
    return decimal(accidents, is_whole ? 0 : 1, language);
}

std::string small_text(double p_or_q, Language language) {
    if (p_or_q < 0.001) return "<\u00a0" + decimal(0.001, 3, language);
    return decimal(p_or_q, 3, language);
}

std::string instead_of(const NetworkDistances& series, Language language) {
    if (series.rows.size() >= 2) return {};
    if (!series.has_roads)
        return told(language, "Zonder wegen zijn er geen afstanden langs de weg.",
                    "Without roads there are no distances along the road.");
    return told(language,
                "Voor afstanden langs de weg is nog niet gerekend, of er zijn te weinig ongevallen op de wegen.",
                "Distances along the road were not computed yet, or there are too few accidents on the roads.");
}

std::string note_on(const NetworkDistances& series, Language language) {
    if (series.rows.size() < 2) return {};
    const std::string what =
        told(language,
             "K: meters weg maal het aandeel van de andere ongevallen binnen de afstand. De band is waar ongevallen "
             "blijven die bij toeval over de wegen zijn gestrooid.",
             "K: metres of road times the share of other accidents within the distance. The band is where accidents "
             "stay that are strewn over the roads by chance.");
    if (series.above.empty())
        return what + " " +
               told(language,
                    "De lijn komt er niet boven: langs de weg liggen zij niet meer bij elkaar dan bij toeval.",
                    "The line does not rise above it: along the road they lie together no more than by chance.");
    std::vector<std::string> runs;
    for (const auto& run : series.above)
        runs.push_back(run.from == run.to ? told(language, "op {} m", "at {} m", decimal(run.from, 0, language))
                                          : told(language, "van {} tot {} m", "from {} to {} m",
                                                 decimal(run.from, 0, language), decimal(run.to, 0, language)));
    return what + " " +
           told(language, "Meer bij elkaar dan toeval verklaart liggen zij {}.",
                "They lie together more than chance explains {}.", joined(runs, says(language, " en ", " and ")));
}

}  // namespace baken
