#include "intake/profiles/bron_codes.hpp"

#include "base/text.hpp"

#include <array>
#include <span>
#include <string>
#include <utility>

namespace baken {

namespace {

template <class Value>
struct Word {
    std::string_view text;
    Value value;
};

template <class Value>
std::optional<Value> whole_word(std::span<const Word<Value>> words, std::string_view written) {
    for (const auto& word : words)
        if (word.text == written) return word.value;
    return std::nullopt;
}

/// As the register writes them: compared without folding, because nearly every row has one of these.
constexpr std::array<Word<Outcome>, 3> register_outcomes{{
    {"Uitsluitend materiele schade", Outcome::damage_only},
    {"Letsel", Outcome::injury},
    {"Dodelijk", Outcome::fatal},
}};
constexpr std::array<Word<Outcome>, 28> other_outcomes{{
    {"uitsluitendmaterieleschade", Outcome::damage_only},
    {"alleenmaterieleschade", Outcome::damage_only},
    {"materieleschade", Outcome::damage_only},
    {"materieel", Outcome::damage_only},
    {"materiel", Outcome::damage_only},
    {"blikschade", Outcome::damage_only},
    {"schade", Outcome::damage_only},
    {"ums", Outcome::damage_only},
    {"damageonly", Outcome::damage_only},
    {"damage", Outcome::damage_only},
    {"propertydamageonly", Outcome::damage_only},
    {"noninjury", Outcome::damage_only},
    {"letsel", Outcome::injury},
    {"gewond", Outcome::injury},
    {"gewonden", Outcome::injury},
    {"letselongeval", Outcome::injury},
    {"slachtofferongeval", Outcome::injury},
    {"ziekenhuis", Outcome::injury},
    {"let", Outcome::injury},
    {"injury", Outcome::injury},
    {"serious", Outcome::injury},
    {"slight", Outcome::injury},
    {"dodelijk", Outcome::fatal},
    {"dood", Outcome::fatal},
    {"dodelijkongeval", Outcome::fatal},
    {"overleden", Outcome::fatal},
    {"dod", Outcome::fatal},
    {"fatal", Outcome::fatal},
}};

constexpr std::array<Word<LinkLevel>, 4> register_links{{
    {"Ongeval exact gekoppeld op wegvak of junctie aan BN.", LinkLevel::exact},
    {"Ongeval gekoppeld op straat niveau.", LinkLevel::street},
    {"Ongeval gekoppeld op kruispuntniveau.", LinkLevel::junction},
    {"Ongeval gekoppeld op gemeente niveau.", LinkLevel::municipality},
}};
constexpr std::array<Word<LinkLevel>, 4> link_letters{{
    {"e", LinkLevel::exact},
    {"k", LinkLevel::junction},
    {"s", LinkLevel::street},
    {"g", LinkLevel::municipality},
}};
constexpr std::array<Word<LinkLevel>, 5> link_parts{{
    {"exact", LinkLevel::exact},
    {"straat", LinkLevel::street},
    {"kruispunt", LinkLevel::junction},
    {"junctie", LinkLevel::junction},
    {"gemeente", LinkLevel::municipality},
}};

constexpr std::array<Word<RoadManager>, 14> managers{{
    {"g", RoadManager::municipality},
    {"gemeente", RoadManager::municipality},
    {"municipality", RoadManager::municipality},
    {"p", RoadManager::province},
    {"provincie", RoadManager::province},
    {"province", RoadManager::province},
    {"w", RoadManager::water_board},
    {"waterschap", RoadManager::water_board},
    {"r", RoadManager::national},
    {"rijk", RoadManager::national},
    {"rijkswaterstaat", RoadManager::national},
    {"rws", RoadManager::national},
    {"t", RoadManager::other},
    {"overig", RoadManager::other},
}};

constexpr std::array<Word<Party>, 24> kinds{{
    {"", Party::none},
    {"Personenauto", Party::car},
    {"Bestelauto", Party::van},
    {"Fiets", Party::bicycle},
    {"Bromfiets", Party::moped},
    {"Snorfiets", Party::moped},
    {"Motor", Party::motorcycle},
    {"Trekker", Party::lorry},
    {"Vrachtauto", Party::lorry},
    {"Bus", Party::bus},
    {"e-bike", Party::bicycle},
    {"Scootmobiel", Party::mobility_scooter},
    {"Overig wegmeubilair", Party::object},
    {"Brommobiel", Party::moped},
    {"Landbouwvoertuig", Party::tractor},
    {"Lichtmast", Party::object},
    {"Trein/tram", Party::rail},
    {"Trekker met oplegger", Party::lorry},
    {"Boom", Party::object},
    {"Voetganger", Party::pedestrian},
    {"Onbekend voertuig i.g.v. doorrijder", Party::other},
    {"Dier", Party::animal},
    {"Overig vast object", Party::object},
    {"Los voorwerp", Party::object},
}};

/// Parts of the folded free text, in order; the first that is found decides. A fatbike is a bicycle by law, a speed
/// pedelec and an electric step are mopeds, and a towed thing counts as what tows it: a lorry for a semi-trailer, a car
/// for a caravan.
constexpr std::array<Word<Party>, 54> remark_parts{{
    {"geenpartij", Party::none},
    {"partijontbreekt", Party::none},
    {"fatbike", Party::bicycle},
    {"ebike", Party::bicycle},
    {"bakfiets", Party::bicycle},
    {"ligfiets", Party::bicycle},
    {"speedpedelec", Party::moped},
    {"estep", Party::moped},
    {"elektrischestep", Party::moped},
    {"speelgoedstep", Party::pedestrian},
    {"bromfiets", Party::moped},
    {"mmbs", Party::moped},
    {"minibike", Party::moped},
    {"segway", Party::moped},
    {"invalidenwagen", Party::mobility_scooter},
    {"rolstoel", Party::mobility_scooter},
    {"scootmobiel", Party::mobility_scooter},
    {"rollator", Party::pedestrian},
    {"kinderwagen", Party::pedestrian},
    {"skateboard", Party::pedestrian},
    {"speelgoed", Party::pedestrian},
    {"bestelauto", Party::van},
    {"vrachtauto", Party::lorry},
    {"oplegger", Party::lorry},
    {"landbouw", Party::tractor},
    {"shovel", Party::tractor},
    {"graafmachine", Party::tractor},
    {"mobielemachine", Party::tractor},
    {"heftruck", Party::tractor},
    {"veegmachine", Party::tractor},
    {"hoogwerker", Party::tractor},
    {"hijskraan", Party::tractor},
    {"bouwvoertuig", Party::tractor},
    {"bedrijfsauto", Party::van},
    {"driewieligmotor", Party::motorcycle},
    {"wmotorrijtuig", Party::motorcycle},
    {"quad", Party::motorcycle},
    {"vierwieligmotor", Party::motorcycle},
    {"kampeerwagen", Party::car},
    {"camper", Party::car},
    {"ambulance", Party::van},
    {"taxi", Party::car},
    {"caravan", Party::car},
    {"personenauto", Party::car},
    {"verkeersbord", Party::object},
    {"verkeerslicht", Party::object},
    {"aanhang", Party::other},
    {"voertuig", Party::other},
    {"huisdier", Party::animal},
    {"wild", Party::animal},
    {"vee", Party::animal},
    {"hond", Party::animal},
    {"paard", Party::animal},
    {"voetganger", Party::pedestrian},
}};

}  // namespace

std::optional<Outcome> outcome_from(std::string_view written) {
    if (const auto known = whole_word<Outcome>(register_outcomes, written)) return known;
    std::string word = folded(written);
    if (word.ends_with("crash")) word.resize(word.size() - 5);
    return whole_word<Outcome>(other_outcomes, word);
}

std::optional<LinkLevel> link_level_from(std::string_view written) {
    if (const auto known = whole_word<LinkLevel>(register_links, written)) return known;
    const std::string word = folded(written);
    if (const auto letter = whole_word<LinkLevel>(link_letters, word)) return letter;
    for (const auto& part : link_parts)
        if (word.find(part.text) != std::string::npos) return part.value;
    return std::nullopt;
}

Light light_from(std::string_view written) {
    if (written == "Daglicht") return Light::daylight;
    if (written == "Duisternis") return Light::dark;
    if (written == "Schemer") return Light::twilight;
    const std::string word = folded(written);
    if (word == "daglicht" || word == "licht" || word == "daylight") return Light::daylight;
    if (word == "duisternis" || word == "donker" || word == "dark" || word == "darkness") return Light::dark;
    if (word.starts_with("schemer") || word == "twilight") return Light::twilight;
    return Light::unknown;
}

std::optional<RoadManager> road_manager_from(std::string_view written) {
    if (const auto known = road_manager_from_bron(written)) return known;
    return whole_word<RoadManager>(managers, folded(written));
}

std::optional<bool> built_up_from(std::string_view written) {
    const std::string word = folded(written);
    if (word.starts_with("binnen") || word == "bi") return true;
    if (word.starts_with("buiten") || word == "bu") return false;
    return std::nullopt;
}

std::optional<bool> yes_or_no(std::string_view written) {
    const std::string word = folded(written);
    if (word == "ja" || word == "j" || word == "yes" || word == "y" || word == "true" || word == "1") return true;
    if (word == "nee" || word == "n" || word == "no" || word == "false" || word == "0") return false;
    return std::nullopt;
}

Party party_from(std::string_view kind, std::string_view remark) {
    if (!kind.empty()) {
        if (const auto known = whole_word<Party>(kinds, kind)) return *known;
        const std::string word = folded(kind);
        for (const auto& one : kinds)
            if (folded(one.text) == word) return one.value;
        remark = kind;
    }
    if (remark.empty()) return Party::none;
    const std::string word = folded(remark);
    for (const auto& part : remark_parts)
        if (word.find(part.text) != std::string::npos) return part.value;
    return Party::other;
}

}  // namespace baken
