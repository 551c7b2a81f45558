#include "planning/edit_words.hpp"

#include <fmt/format.h>

#include <array>

namespace baken::planning {

namespace {

template <class... Values>
std::string tell(Language language, std::string_view dutch, std::string_view english, const Values&... values) {
    return fmt::format(fmt::runtime(says(language, dutch, english)), values...);
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

}  // namespace

std::string day_words(Date day, Language language) {
    static constexpr std::array<std::string_view, 12> dutch{"jan", "feb", "mrt", "apr", "mei", "jun",
                                                            "jul", "aug", "sep", "okt", "nov", "dec"};
    static constexpr std::array<std::string_view, 12> english{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::size_t month = month_of(day) - 1;
    return fmt::format("{} {}", day_of_month(day), says(language, dutch[month], english[month]));
}

std::string_view weekday_words(Date day, Language language) {
    static constexpr std::array<std::string_view, 7> dutch{"maandag", "dinsdag",  "woensdag", "donderdag",
                                                           "vrijdag", "zaterdag", "zondag"};
    static constexpr std::array<std::string_view, 7> english{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                             "Friday", "Saturday", "Sunday"};
    const std::size_t weekday = weekday_of(day) - 1;
    return says(language, dutch[weekday], english[weekday]);
}

std::string street_of(const Hotspot& hotspot) {
    const std::size_t comma = hotspot.name.rfind(", ");
    return comma == std::string::npos || comma == 0 ? hotspot.name : hotspot.name.substr(0, comma);
}

std::string check_words(const Check& check, const std::vector<Hotspot>& hotspots, Language language) {
    return tell(language, "controle {} {}", "check {} {}", day_words(check.date, language),
                check.hotspot < hotspots.size() ? street_of(hotspots[check.hotspot]) : check.id.text);
}

std::string fixed_because(const Check& check, const std::vector<Hotspot>& hotspots, Language language) {
    const std::string name = capitalised(check_words(check, hotspots, language));
    if (check.status == CheckStatus::done)
        return tell(language, "{} is uitgevoerd en ligt vast.", "{} was carried out and stays as it is.", name);
    if (check.status == CheckStatus::cancelled)
        return tell(language, "{} is vervallen; voeg een nieuwe controle toe.", "{} was cancelled; add a new check.",
                    name);
    if (check.is_locked)
        return tell(language, "{} is vergrendeld; ontgrendel deze eerst.", "{} is locked; unlock it first.", name);
    return {};
}

std::string closed_to_checks_because(const Hotspot& hotspot, Language language) {
    if (hotspot.status == "rejected")
        return tell(language, "{} is afgewezen; neem de locatie eerst weer op in de beoordeling.",
                    "{} was rejected; accept the site in the review first.", hotspot.name);
    if (hotspot.enforceable == "no")
        return tell(language, "{} is als niet handhaafbaar beoordeeld; wijzig dat eerst in de beoordeling.",
                    "{} was reviewed as not enforceable; change that in the review first.", hotspot.name);
    return {};
}

std::string outside_the_year(Date day, int year, Language language) {
    return tell(language, "{} {} ligt buiten het planjaar; kies een dag in {}.",
                "{} {} lies outside the plan year; choose a day in {}.", day_words(day, language), year_of(day), year);
}

std::string unknown_check(const CheckId& id, Language language) {
    return tell(language, "Controle {} staat niet in de planning.", "Check {} is not in the plan.", id.text);
}

}  // namespace baken::planning
