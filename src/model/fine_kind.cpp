#include "model/fine_kind.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

struct Usual {
    std::string_view kind, english;
};
constexpr std::array usual{Usual{"snelheid", "speed"},       Usual{"telefoon", "phone"},
                           Usual{"alcohol", "alcohol"},      Usual{"drugs", "drugs"},
                           Usual{"verlichting", "lighting"}, Usual{"gordel", "seat belt"},
                           Usual{"rijbewijs", "licence"},    Usual{"rood licht", "red light"},
                           Usual{"voertuig", "vehicle"},     Usual{"overig", "other"}};
constexpr std::array<std::string_view, 9> words_of_tests{"alcohol",   "drug",  "lachgas",  "nitrous", "invloed",
                                                         "influence", "blaas", "speeksel", "dui"};

}  // namespace

const std::vector<std::string>& usual_fine_kinds() {
    static const std::vector<std::string> kinds = [] {
        std::vector<std::string> all;
        for (const auto& one : usual) all.emplace_back(one.kind);
        return all;
    }();
    return kinds;
}

std::string fine_name(std::string_view kind, Language language) {
    for (const auto& one : usual)
        if (one.kind == kind) return std::string(says(language, one.kind, one.english));
    return std::string(kind);
}

bool is_found_by_test(std::string_view kind) {
    const std::string word = folded(kind);
    return std::any_of(words_of_tests.begin(), words_of_tests.end(),
                       [&](std::string_view part) { return word.find(part) != std::string::npos; });
}

}  // namespace baken
