#pragma once
/// The public accident register as a region, read without the intake, so that methods and intake are judged apart.

#include "base/csv.hpp"
#include "base/text.hpp"
#include "model/region.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace baken::test {

inline Party party_of(std::string_view type) {
    static const std::map<std::string_view, Party> parties{{"Personenauto", Party::car},
                                                           {"Bestelauto", Party::van},
                                                           {"Vrachtauto", Party::lorry},
                                                           {"Trekker", Party::lorry},
                                                           {"Trekker met oplegger", Party::lorry},
                                                           {"Bus", Party::bus},
                                                           {"Landbouwvoertuig", Party::tractor},
                                                           {"Motor", Party::motorcycle},
                                                           {"Bromfiets", Party::moped},
                                                           {"Snorfiets", Party::moped},
                                                           {"Brommobiel", Party::moped},
                                                           {"Fiets", Party::bicycle},
                                                           {"e-bike", Party::bicycle},
                                                           {"Voetganger", Party::pedestrian},
                                                           {"Scootmobiel", Party::mobility_scooter},
                                                           {"Trein/tram", Party::rail},
                                                           {"Dier", Party::animal},
                                                           {"Boom", Party::object},
                                                           {"Lichtmast", Party::object},
                                                           {"Overig wegmeubilair", Party::object},
                                                           {"Overig vast object", Party::object},
                                                           {"Los voorwerp", Party::object}};
    if (type.empty()) return Party::none;
    const auto found = parties.find(type);
    return found == parties.end() ? Party::other : found->second;
}

inline LinkLevel link_of(std::string_view written) {
    if (written.find("straat") != std::string_view::npos) return LinkLevel::street;
    if (written.find("kruispunt") != std::string_view::npos) return LinkLevel::junction;
    return written.find("gemeente") != std::string_view::npos ? LinkLevel::municipality : LinkLevel::exact;
}

/// A region whose municipalities are those that the text names, coded by their names.
inline Region region_of_bron(std::string_view csv) {
    CsvReader reader(csv, ',');
    reader.next();
    std::map<std::string, std::size_t, std::less<>> column;
    for (std::size_t i = 0; i < reader.fields().size(); ++i) column[std::string(reader.fields()[i])] = i;
    std::map<std::string, std::uint32_t, std::less<>> municipality_of;
    std::vector<std::string> names;
    Region region;
    while (reader.next()) {
        const auto field = [&](std::string_view name) { return reader.fields()[column.find(name)->second]; };
        Accident a;
        a.number = field("verkeersongeval_nummer");
        a.year = static_cast<int>(*parse_integer(field("jaar_ongeval")));
        const auto outcome = field("verkeersongeval_afloop");
        a.outcome = outcome == "Dodelijk" ? Outcome::fatal
                    : outcome == "Letsel" ? Outcome::injury
                                          : Outcome::damage_only;
        a.link = link_of(field("niveau_koppelen"));
        a.street = field("straatnaam");
        a.place = field("woonplaats");
        if (!field("junctie_id").empty())
            a.location = {LocationKind::junction, std::string(field("junctie_id"))};
        else if (!field("wegvak_id").empty())
            a.location = {LocationKind::section, std::string(field("wegvak_id"))};
        else
            a.location = {LocationKind::hectometre, a.street + ":" + std::string(field("hectometer"))};
        a.at = {*parse_number(field("x_rd")), *parse_number(field("y_rd"))};
        a.road_manager = road_manager_from_bron(field("wegbeheerder"));
        if (const auto limit = parse_integer(field("maximum_snelheid"))) a.speed_limit = static_cast<int>(*limit);
        if (!field("bebouwde_kom").empty()) a.is_built_up = field("bebouwde_kom") == "Binnen";
        const auto light = field("lichtgesteldheid");
        a.light = light == "Daglicht"     ? Light::daylight
                  : light == "Schemer"    ? Light::twilight
                  : light == "Duisternis" ? Light::dark
                                          : Light::unknown;
        if (!field("indicatie_alcohol").empty()) a.has_alcohol = field("indicatie_alcohol") == "Ja";
        a.first_party = party_of(field("partij_1_objecttype"));
        a.second_party = party_of(field("partij_2_objecttype"));
        a.parties = static_cast<int>(*parse_integer(field("aantal_partijen")));
        const auto [at, is_new] = municipality_of.try_emplace(std::string(field("gemeente")), names.size());
        if (is_new) names.push_back(at->first);
        a.municipality = at->second;
        region.accidents.push_back(std::move(a));
    }
    for (const auto& name : names) region.municipalities.push_back({MunicipalityId{name}, name, {}, {}});
    std::sort(region.accidents.begin(), region.accidents.end(),
              [](const Accident& a, const Accident& b) { return a.number < b.number; });
    return region;
}

}  // namespace baken::test
