#include "output/look.hpp"
#include "output/words.hpp"

#include "model/calendar.hpp"
#include "model/measured_speed.hpp"
#include "model/theme.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

struct FieldWords {
    std::string_view field, dutch, english;
};
constexpr std::array field_words{
    FieldWords{"fid", "volgnummer in het bestand", "number in the file"},
    FieldWords{"accidents", "ongevallen", "accidents"},
    FieldWords{"accidents_damage_only", "ongevallen met alleen schade (UMS)", "damage-only accidents"},
    FieldWords{"accidents_fatal", "dodelijke ongevallen", "fatal accidents"},
    FieldWords{"accidents_injury", "letselongevallen", "injury accidents"},
    FieldWords{"accidents_over", "ongevallen: meer dan", "accidents: more than"},
    FieldWords{"alcohol", "alcohol in het spel", "alcohol involved"},
    FieldWords{"alcohol_share", "aandeel alcohol", "share with alcohol"},
    FieldWords{"black_spot_norm", "haalt de norm", "meets the norm"},
    FieldWords{"built_up", "binnen de bebouwde kom", "inside the built-up area"},
    FieldWords{"by_chance", "ongevallen die bij toeval te verwachten zijn", "accidents to expect by chance"},
    FieldWords{"campaign", "campagne", "campaign"},
    FieldWords{"category", "categorie van de melding", "category of the report"},
    FieldWords{"cell", "vierkant van 100 m", "square of 100 m"},
    FieldWords{"cell_id", "vierkant", "square"},
    FieldWords{"check_id", "controle", "check"},
    FieldWords{"checks_done", "controles gedaan", "checks done"},
    FieldWords{"checks_planned", "controles gepland", "checks planned"},
    FieldWords{"checks_required", "controles afgesproken", "checks required"},
    FieldWords{"code", "gemeentecode (CBS)", "municipality code (CBS)"},
    FieldWords{"complainants", "verschillende melders", "distinct complainants"},
    FieldWords{"complainants_over", "melders: meer dan", "complainants: more than"},
    FieldWords{"complaint_id", "klacht", "complaint"},
    FieldWords{"complaints", "klachten", "complaints"},
    FieldWords{"crew", "ploeg", "crew"},
    FieldWords{"damage_only", "alleen schade (UMS)", "damage only"},
    FieldWords{"dark_odds", "kans op donker tegenover de regio (1 = gewoon)",
               "odds of darkness against the region (1 = usual)"},
    FieldWords{"dark_planned", "donkeredagencontroles gepland", "dark-days checks planned"},
    FieldWords{"dark_required", "donkeredagencontroles afgesproken", "dark-days checks required"},
    FieldWords{"dark_share", "aandeel in het donker", "share in the dark"},
    FieldWords{"date", "datum", "date"},
    FieldWords{"day_parts", "delen van de dag met controles", "parts of the day with checks"},
    FieldWords{"density", "ongevallen per km weg per jaar", "accidents per km of road and year"},
    FieldWords{"end_time", "tot (lokale tijd)", "until (local time)"},
    FieldWords{"ends_at", "tot (UTC)", "until (UTC)"},
    FieldWords{"enforceable", "handhaafbaar", "enforceable"},
    FieldWords{"evidence", "wat hier opvalt", "what stands out here"},
    FieldWords{"excess", "boven verwachting van soortgelijke plekken", "above what is usual at such places"},
    FieldWords{"expected", "geschatte ongevallen (EB)", "estimated accidents (EB)"},
    FieldWords{"expected_high", "geschatte ongevallen, hoogstens (95 %)", "estimated accidents, at most (95%)"},
    FieldWords{"expected_low", "geschatte ongevallen, minstens (95 %)", "estimated accidents, at least (95%)"},
    FieldWords{"fatal", "dodelijk", "fatal"},
    FieldWords{"fines", "bekeuringen", "fines"},
    FieldWords{"fines_by_kind", "bekeuringen naar soort", "fines by kind"},
    FieldWords{"from_junction", "van kruispunt", "from junction"},
    FieldWords{"gi_z", "Gi* (z-waarde, met de omgeving)", "Gi* (z-value, with the surroundings)"},
    FieldWords{"hotspot_id", "aandachtslocatie", "hotspot"},
    FieldWords{"injury", "letsel", "injury"},
    FieldWords{"kind", "soort controle", "kind of check"},
    FieldWords{"length_m", "lengte (m)", "length (m)"},
    FieldWords{"light", "licht", "light"},
    FieldWords{"lixel_id", "stukje weg", "piece of road"},
    FieldWords{"link", "gekoppeld op", "linked to"},
    FieldWords{"location", "locatiesleutel", "location key"},
    FieldWords{"location_kind", "soort locatie", "kind of location"},
    FieldWords{"locked", "vastgezet", "locked"},
    FieldWords{"mean_speed", "gemiddelde snelheid (km/u)", "mean speed (km/h)"},
    FieldWords{"measurement_id", "meting", "measurement"},
    FieldWords{"method", "methode", "method"},
    FieldWords{"months", "maanden met controles", "months with checks"},
    FieldWords{"moran", "lokale Moran (I)", "local Moran (I)"},
    FieldWords{"municipality", "gemeente", "municipality"},
    FieldWords{"municipality_code", "gemeentecode (CBS)", "municipality code (CBS)"},
    FieldWords{"name", "naam", "name"},
    FieldWords{"nearby", "aandachtslocaties dichtbij", "hotspots nearby"},
    FieldWords{"number", "ongevalnummer", "accident number"},
    FieldWords{"outcome", "afloop", "outcome"},
    FieldWords{"p_value", "p-waarde (kans door toeval)", "p-value (chance by luck)"},
    FieldWords{"parties", "betrokken partijen", "parties involved"},
    FieldWords{"partners", "partners", "partners"},
    FieldWords{"pattern", "vergeleken met de buren (lokale Moran)", "against its neighbours (local Moran)"},
    FieldWords{"place", "woonplaats", "place"},
    FieldWords{"placed", "punt bruikbaar voor plekken", "point usable for hotspots"},
    FieldWords{"prob_above", "kans boven het gemiddelde", "chance above the mean"},
    FieldWords{"q_value", "q-waarde (vals alarm)", "q-value (false discovery)"},
    FieldWords{"quadrant", "ongevallen tegenover klachten", "accidents against complaints"},
    FieldWords{"rank", "rang in de gemeente", "rank in the municipality"},
    FieldWords{"rank_best", "beste rang bij andere gewichten", "best rank under other weights"},
    FieldWords{"rank_class", "plaats op de lijst van de gemeente", "place on the municipality's list"},
    FieldWords{"rank_worst", "slechtste rang bij andere gewichten", "worst rank under other weights"},
    FieldWords{"ratio", "keer zo veel als bij toeval", "times as many as by chance"},
    FieldWords{"reason", "waarom", "why"},
    FieldWords{"remark", "opmerking", "remark"},
    FieldWords{"result_remark", "opmerking bij het resultaat", "remark on the result"},
    FieldWords{"road", "weg", "road"},
    FieldWords{"road_id", "wegvak", "road section"},
    FieldWords{"road_manager", "wegbeheerder", "road manager"},
    FieldWords{"school_distance_m", "afstand tot een school (m)", "distance to a school (m)"},
    FieldWords{"school_id", "schoolnummer", "school number"},
    FieldWords{"share_over", "aandeel boven de limiet", "share above the limit"},
    FieldWords{"shows", "wat hier bekend is", "what is known here"},
    FieldWords{"side_m", "zijde (m)", "side (m)"},
    FieldWords{"site_name", "plek", "place"},
    FieldWords{"speed_limit", "maximumsnelheid (km/u)", "speed limit (km/h)"},
    FieldWords{"speeding", "te hard gereden", "too fast"},
    FieldWords{"start_time", "van (lokale tijd)", "from (local time)"},
    FieldWords{"starts_at", "van (UTC)", "from (UTC)"},
    FieldWords{"status", "status", "status"},
    FieldWords{"street", "straat", "street"},
    FieldWords{"strength", "sterkte van de samenklontering (KDE+, 0 tot 1)", "strength of the cluster (KDE+, 0 to 1)"},
    FieldWords{"stretch_id", "traject", "stretch of road"},
    FieldWords{"stretch_rank", "rang in de regio", "rank in the region"},
    FieldWords{"tests", "blaas- en speekseltests", "breath and saliva tests"},
    FieldWords{"theme", "thema", "theme"},
    FieldWords{"themes", "thema's, zwaarste eerst", "themes, heaviest first"},
    FieldWords{"themes_told", "belangrijkste thema's", "main themes"},
    FieldWords{"to_junction", "naar kruispunt", "to junction"},
    FieldWords{"v85", "gemeten V85 (km/u)", "measured V85 (km/h)"},
    FieldWords{"value", "waarde in het plan", "value in the plan"},
    FieldWords{"vehicles", "gecontroleerde voertuigen", "vehicles checked"},
    FieldWords{"vehicles_measured", "gemeten voertuigen", "vehicles measured"},
    FieldWords{"warnings", "waarschuwingen", "warnings"},
    FieldWords{"weight", "gewicht van de ongevallen", "weight of the accidents"},
    FieldWords{"weighted", "ongevallen naar ernst gewogen", "accidents weighted by severity"},
    FieldWords{"with_bicycle", "ongevallen met een fietser", "accidents with a cyclist"},
    FieldWords{"with_moped", "ongevallen met een brom- of snorfietser", "accidents with a moped rider"},
    FieldWords{"with_pedestrian", "ongevallen met een voetganger", "accidents with a pedestrian"},
    FieldWords{"x", "x (RD)", "x (RD)"},
    FieldWords{"y", "y (RD)", "y (RD)"},
    FieldWords{"year", "jaar", "year"},
};

template <class Codes>
CodeWords words_for(const Codes& all, Language language) {
    CodeWords words;
    for (const auto code : all) words.emplace_back(code_of(code), name_of(code, language));
    return words;
}

CodeWords words_of(Language language, std::initializer_list<FieldWords> words) {
    CodeWords list;
    for (const auto& word : words) list.emplace_back(word.field, says(language, word.dutch, word.english));
    return list;
}

}  // namespace

std::string alias_of(const std::string& field, Language language) {
    const auto* const found =
        std::find_if(field_words.begin(), field_words.end(), [&](const FieldWords& w) { return w.field == field; });
    return found == field_words.end() ? field : std::string(says(language, found->dutch, found->english));
}

CodeWords codes_of(const std::string& layer, const std::string& field, Language language) {
    constexpr std::array outcomes{Outcome::fatal, Outcome::injury, Outcome::damage_only};
    constexpr std::array links{LinkLevel::exact, LinkLevel::junction, LinkLevel::street, LinkLevel::municipality};
    constexpr std::array lights{Light::daylight, Light::twilight, Light::dark, Light::unknown};
    constexpr std::array managers{RoadManager::municipality, RoadManager::province, RoadManager::water_board,
                                  RoadManager::national, RoadManager::other};
    constexpr std::array kinds{CheckKind::targeted, CheckKind::integrated, CheckKind::region_day, CheckKind::dark_days};
    constexpr std::array quadrants{Quadrant::both, Quadrant::blind_spot, Quadrant::perceived, Quadrant::neither};
    if (field == "outcome") return words_for(outcomes, language);
    if (field == "link") return words_for(links, language);
    if (field == "light") return words_for(lights, language);
    if (field == "road_manager") return words_for(managers, language);
    if (field == "theme") return words_for(all_themes, language);
    if (field == "kind") return words_for(kinds, language);
    constexpr std::array speedings{Speeding::none, Speeding::some, Speeding::much, Speeding::unknown};
    if (field == "speeding") return words_for(speedings, language);
    if (field == "quadrant") return words_for(quadrants, language);
    if (field == "location_kind")
        return words_of(language, {{"junction", "kruispunt", "junction"},
                                   {"section", "wegvak (middelpunt)", "road section (midpoint)"},
                                   {"hectometre", "hectometerpaal", "hectometre post"},
                                   {"point", "punt", "point"}});
    if (field == "rank_class")
        return words_of(language, {{"top3", "bij de eerste drie", "among the first three"},
                                   {"top10", "bij de eerste tien", "among the first ten"},
                                   {"other", "verder op de lijst", "further down the list"}});
    if (field == "shows")
        return words_of(language, {{"both", "ongevallen en klachten", "accidents and complaints"},
                                   {"accidents", "ongevallen", "accidents"},
                                   {"complaints", "klachten", "complaints"}});
    if (field == "pattern")
        return words_of(language, {{"high_high", "veel, en rondom ook veel", "many, and many around"},
                                   {"high_low", "veel, rondom weinig", "many, few around"},
                                   {"low_high", "weinig, rondom veel", "few, many around"},
                                   {"low_low", "weinig, en rondom ook weinig", "few, and few around"},
                                   {"none", "niet meer dan toeval", "no more than chance"}});
    if (field == "evidence")
        return words_of(language, {{"hot_cluster", "opvallend veel (Gi*), en rondom ook veel",
                                    "strikingly many (Gi*), and many around"},
                                   {"hot", "opvallend veel (Gi*)", "strikingly many (Gi*)"},
                                   {"high_high", "veel, en rondom ook veel", "many, and many around"},
                                   {"high_low", "veel, rondom weinig", "many, few around"},
                                   {"low_high", "weinig, rondom veel", "few, many around"},
                                   {"low_low", "weinig, en rondom ook weinig", "few, and few around"},
                                   {"none", "niet meer dan toeval", "no more than chance"}});
    if (field == "method")
        return words_of(language, {{"scan", "scan langs de weg", "scan along the road"},
                                   {"kde_plus", "KDE+", "KDE+"},
                                   {"junction", "kruispunt", "junction"}});
    if (field == "enforceable")
        return words_of(
            language,
            {{"yes", "ja", "yes"}, {"no", "nee", "no"}, {"unknown", "nog niet beoordeeld", "not judged yet"}});
    if (field == "status" && layer == "hotspots")
        return words_of(language, {{"proposed", "voorgesteld", "proposed"},
                                   {"accepted", "aanvaard", "accepted"},
                                   {"rejected", "afgewezen", "rejected"}});
    if (field == "status" && layer == "checks")
        return words_of(
            language,
            {{"planned", "gepland", "planned"}, {"done", "gedaan", "done"}, {"cancelled", "vervallen", "cancelled"}});
    return {};
}

std::string code_word(const std::string& layer, const std::string& field, std::string_view code, Language language) {
    for (const auto& [known, word] : codes_of(layer, field, language))
        if (known == code) return word;
    return std::string(code);
}

}  // namespace baken
