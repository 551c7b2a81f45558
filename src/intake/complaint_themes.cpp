#include "intake/complaint_themes.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

/// Folded words between single blanks, with one before and after: " te hard rijden ".
std::string spelled(std::string_view text) {
    std::string out = " ";
    std::string word;
    const auto end_word = [&] {
        const std::string plain = folded(word);
        if (!plain.empty()) out += plain + " ";
        word.clear();
    };
    for (const char c : text) {
        if (std::string_view(" \t/,;.:()&-_+").find(c) != std::string_view::npos)
            end_word();
        else
            word += c;
    }
    end_word();
    return out;
}

const ThemeRule* rule_for(std::string_view text) {
    if (trimmed(text).empty()) return nullptr;
    const std::string words = spelled(text);
    for (const auto& rule : theme_rules())
        for (const auto pattern : rule.words)
            if (words.find(pattern) != std::string::npos) return &rule;
    return nullptr;
}

std::optional<Theme> chosen_theme(const std::string& category, const std::string& code) {
    if (folded(code) == "none" || folded(code) == "geen") return std::nullopt;
    if (const auto theme = theme_from_code(code)) return theme;
    std::vector<std::string> codes{"none"};
    for (const Theme theme : all_themes) codes.emplace_back(code_of(theme));
    const auto near = nearest_word(code, codes);
    throw SettingsError(fmt::format("themes: '{}' for category '{}' is no theme{}; a theme is one of: {}", code,
                                    category, near ? fmt::format(" (did you mean '{}'?)", *near) : "",
                                    joined(codes, ", ")));
}

}  // namespace

const std::vector<ThemeRule>& theme_rules() {
    static const std::vector<ThemeRule> rules{
        {{" onderhoud", " gladheid", " bestrating", " losliggend", " straatmeubilair", " bewegwijzering", " kuil",
          " gat in ", " stoeptegel", " straatverlichting", " openbare verlichting", " lantaarn", " lichtmast", " lamp ",
          " lampen ", " street light", " streetlight"},
         std::nullopt,
         "upkeep of the road and its lamps: work for the road manager, not for a check"},
        {{" afval", " vuil", " groen ", " snoei", " hond", " boom ", " bomen ", " onkruid", " riool", " riolering",
          " wrak"},
         std::nullopt,
         "no traffic"},
        {{" alcohol", " drank", " dronken", " drugs", " lachgas", " onder invloed", " drunk", " drink driv",
          " rijden onder"},
         Theme::alcohol_drugs,
         "driving under influence"},
        {{" telefo", " mobiel", " appen", " handheld", " afleiding", " phone", " smartphone", " distract"},
         Theme::distraction,
         "phone in the hand"},
        {{" gordel", " autogordel", " kinderzit", " seat belt", " seatbelt"}, Theme::seatbelt, "seat belt"},
        {{"snelheid", " te hard", " hardrijd", " hard rijd", " racen", " straatrace", " speed", " snelrij", " 30 km",
          " te snel"},
         Theme::speed,
         "driving too fast"},
        {{"vrachtverkeer", "vrachtwagen", "vrachtauto", " zwaar verkeer", " truck", " lorr", " heavy traffic",
          " heavy goods", " landbouwverkeer", " landbouwvoertuig", " tractor", " trekker"},
         Theme::heavy_traffic,
         "heavy vehicles"},
        {{" school", "schoolzone", " haal en breng", " halen en brengen"}, Theme::school_zone, "around a school"},
        {{" rood licht", " roodlicht", " door rood", " verkeerslicht", " red light", " traffic light"},
         Theme::general_safety,
         "signals and who ignores them: danger at a junction, no matter of lamps"},
        {{" lichthinder", " lichtoverlast", " lichtreclame"}, std::nullopt, "light that shines in somebody's house"},
        {{"verlichting", " licht ", " lichten ", " fietslicht", " koplamp", " zonder licht", " lighting"},
         Theme::lighting,
         "vehicles and bicycles without lights"},
        {{" verkeer",       "verkeerssituatie", " verkeersbord", " wegmarkering", "parkeer",       "parkeren",
          " oversteek",     " zebrapad",        " voorrang",     " inhalen",      " bumperkleven", " rijgedrag",
          " scooter",       " brommer",         " bromfiets",    " snorfiets",    " fatbike",      " kruispunt",
          " kruising",      " rotonde",         " gevaarlijk",   " aanrijding",   " ongeval",      " ongeluk",
          " bijna ongeval", " traffic",         " road safety",  " parking",      " crossing",     " junction",
          " sluiproute",    " eenrichting",     " fietspad",     " fietsers"},
         Theme::general_safety,
         "unsafe traffic without a theme of its own"},
    };
    return rules;
}

ComplaintThemes::ComplaintThemes(const std::map<std::string, std::string>& chosen) {
    for (const auto& [category, code] : chosen)
        chosen_[folded(category)] = {category, chosen_theme(category, code), false};
}

ComplaintThemes::Choice* ComplaintThemes::choice_for(const std::string& folded_name) {
    const auto found = chosen_.find(folded_name);
    return found == chosen_.end() ? nullptr : &found->second;
}

std::optional<Theme> ComplaintThemes::theme_of(std::string_view category, std::string_view subcategory) {
    const std::string path = category_path(category, subcategory);
    if (const auto known = decided_.find(path); known != decided_.end()) return known->second;
    std::optional<Theme> theme;
    bool is_decided = false;
    for (const std::string& name : {folded(path), folded(subcategory), folded(category)}) {
        Choice* choice = name.empty() ? nullptr : choice_for(name);
        if (choice == nullptr) continue;
        choice->is_met = true;
        theme = choice->theme;
        is_decided = true;
        break;
    }
    if (!is_decided) {
        const ThemeRule* rule = rule_for(subcategory);
        if (rule == nullptr) rule = rule_for(category);
        if (rule != nullptr) theme = rule->theme;
    }
    decided_.emplace(path, theme);
    return theme;
}

std::vector<std::string> ComplaintThemes::never_met() const {
    std::vector<std::string> names;
    for (const auto& [key, choice] : chosen_)
        if (!choice.is_met) names.push_back(choice.written);
    return names;
}

std::string category_path(std::string_view category, std::string_view subcategory) {
    if (category.empty()) return std::string(subcategory);
    if (subcategory.empty() || subcategory == category) return std::string(category);
    return std::string(category) + " / " + std::string(subcategory);
}

}  // namespace baken
