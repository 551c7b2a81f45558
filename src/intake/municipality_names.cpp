#include "base/text.hpp"
#include "intake/municipalities.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

/// Marks that tell namesakes apart, as registers, maps and people write them.
constexpr std::array<std::string_view, 28> marks{
    "l",   "lb", "lim", "nh",      "zh",           "nb",         "nbr",     "o",          "ov", "z",
    "zld", "ze", "gld", "gd",      "gelderland",   "u",          "ut",      "gr",         "gn", "dr",
    "fr",  "fl", "frl", "limburg", "noordholland", "overijssel", "zeeland", "zuidholland"};

bool is_mark(std::string_view word) { return std::find(marks.begin(), marks.end(), word) != marks.end(); }

/// "Bergen (NH.)" and "Bergen NH" -> "bergen" and "nh".
MunicipalityNames::Name taken_apart(std::string_view written) {
    const std::string_view text = trimmed(written);
    MunicipalityNames::Name name{folded(text), folded(text), ""};
    const auto bracket = text.rfind('(');
    const auto blank = text.find_last_of(" ,");
    const auto cut = bracket != std::string_view::npos ? bracket : blank;
    if (cut == std::string_view::npos || cut == 0) return name;
    const std::string mark = folded(text.substr(cut));
    if (!is_mark(mark)) return name;
    name.base = folded(text.substr(0, cut));
    name.mark = mark;
    return name;
}

/// One municipality under two names.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> other_names{{
    {"denhaag", "sgravenhage"},
    {"denbosch", "shertogenbosch"},
    {"hertogenbosch", "shertogenbosch"},
    {"sudwestfriesland", "sudwestfryslan"},
    {"defriesemeren", "defryskemarren"},
    {"nuenen", "nuenengerwenennederwetten"},
}};

std::string usual_name(std::string name) {
    for (const auto& [other, usual] : other_names)
        if (name == other) return std::string(usual);
    return name;
}

struct Joining {
    std::string_view name;
    std::vector<std::string> parts;
};
/// Joinings since the boundaries of 2021 (Statistics Netherlands, changes of municipalities).
const std::vector<Joining>& joinings() {
    static const std::vector<Joining> all{
        {"dijkenwaard", {"Heerhugowaard", "Langedijk"}},
        {"landvancuijk", {"Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"}},
        {"maashorst", {"Landerd", "Uden"}},
        {"voorneaanzee", {"Brielle", "Hellevoetsluis", "Westvoorne"}},
    };
    return all;
}

}  // namespace

MunicipalityNames::MunicipalityNames(const std::vector<std::string>& names) {
    for (const auto& name : names) {
        Name apart = taken_apart(name);
        apart.whole = usual_name(apart.whole);
        apart.base = usual_name(apart.base);
        names_.push_back(std::move(apart));
    }
}

std::optional<std::size_t> MunicipalityNames::find(std::string_view written) const {
    Name wanted = taken_apart(written);
    wanted.whole = usual_name(wanted.whole);
    wanted.base = usual_name(wanted.base);
    if (wanted.whole.empty()) return std::nullopt;
    std::optional<std::size_t> loose;
    bool is_ambiguous = false;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (names_[i].whole == wanted.whole) return i;
        const bool agrees = names_[i].mark.empty() || wanted.mark.empty() || names_[i].mark == wanted.mark;
        if (names_[i].base != wanted.base || !agrees) continue;
        is_ambiguous = loose.has_value();
        loose = i;
    }
    return is_ambiguous ? std::nullopt : loose;
}

std::vector<std::string> joined_into(std::string_view name) {
    const std::string wanted = folded(name);
    for (const auto& joining : joinings())
        if (joining.name == wanted) return joining.parts;
    return {};
}

}  // namespace baken
