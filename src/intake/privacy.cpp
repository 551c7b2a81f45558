#include "intake/privacy.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

constexpr std::array<std::string_view, 14> nobody{"",     "anoniem", "onbekend", "anonymous", "unknown", "geen", "nvt",
                                                  "leeg", "none",    "null",     "niemand",   "nan",     "na",   "nb"};

/// Parts of folded column names.
constexpr std::array<std::string_view, 27> private_parts{
    "melder",    "reporter", "klager",   "indiener",    "complainant",  "email",       "mailadres",
    "telefoon",  "phone",    "mobiel",   "achternaam",  "voornaam",     "voorletters", "naamm",
    "geboorte",  "bsn",      "kenteken", "toelichting", "omschrijving", "tekst",       "description",
    "opmerking", "bericht",  "message",  "foto",        "contact",      "initialen"};
constexpr std::array<std::string_view, 5> private_names{"naam", "name", "text", "email", "remarks"};

}  // namespace

std::string Reporters::ordinal_of(std::string_view written) {
    std::string key = folded(written);
    if (std::find(nobody.begin(), nobody.end(), key) != nobody.end()) return {};
    // A number at home is the same as with the country before it.
    if (const bool is_number = key.find_first_not_of("0123456789") == std::string::npos; is_number && key.size() >= 9) {
        if (key.starts_with("0031"))
            key.erase(1, 3);
        else if (key.starts_with("31") && key.size() == 11)
            key.replace(0, 2, 1, '0');
    }
    const auto [known, is_new] = ordinals_.try_emplace(std::move(key), ordinals_.size() + 1);
    std::string ordinal = "m";
    return ordinal.append(std::to_string(known->second));
}

std::string street_without_number(std::string_view written) {
    for (std::size_t at = written.find(' '); at != std::string_view::npos; at = written.find(' ', at + 1)) {
        const bool is_number = at + 1 < written.size() && written[at + 1] >= '0' && written[at + 1] <= '9';
        if (is_number && at > 2) return std::string(trimmed(written.substr(0, at)));
    }
    return std::string(written);
}

std::vector<std::string> private_columns(const std::vector<std::string>& columns) {
    std::vector<std::string> found;
    for (const auto& column : columns) {
        const std::string name = folded(column);
        const bool has_part = std::any_of(private_parts.begin(), private_parts.end(),
                                          [&](std::string_view part) { return name.find(part) != std::string::npos; });
        const bool is_name = std::find(private_names.begin(), private_names.end(), name) != private_names.end();
        if (has_part || is_name) found.push_back(column);
    }
    return found;
}

}  // namespace baken
