#include "output/words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace baken {

std::string_view short_weekday(unsigned weekday, Language language) {
    static constexpr std::array<std::string_view, 7> dutch{"ma", "di", "wo", "do", "vr", "za", "zo"};
    static constexpr std::array<std::string_view, 7> english{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return says(language, dutch.at(weekday - 1), english.at(weekday - 1));
}

std::string_view short_month(unsigned month, Language language) {
    static constexpr std::array<std::string_view, 12> dutch{"jan", "feb", "mrt", "apr", "mei", "jun",
                                                            "jul", "aug", "sep", "okt", "nov", "dec"};
    static constexpr std::array<std::string_view, 12> english{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return says(language, dutch.at(month - 1), english.at(month - 1));
}

std::string_view month_name(unsigned month, Language language) {
    static constexpr std::array<std::string_view, 12> dutch{"januari",   "februari", "maart",    "april",
                                                            "mei",       "juni",     "juli",     "augustus",
                                                            "september", "oktober",  "november", "december"};
    static constexpr std::array<std::string_view, 12> english{"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
    return says(language, dutch.at(month - 1), english.at(month - 1));
}

std::string short_day_text(Date day, Language language) {
    return fmt::format("{} {} {}", short_weekday(weekday_of(day), language), day_of_month(day),
                       short_month(month_of(day), language));
}

std::string day_text(Date day, Language language) {
    return fmt::format("{} {}", short_day_text(day, language), year_of(day));
}

std::string window_text(const Check& check) { return clock_text(check.start) + "\u2013" + clock_text(check.end); }

std::string percent_text(double share, int decimals, Language language) {
    return fixed_text(share * 100, decimals, language == Language::nl) + (language == Language::nl ? "\u00a0%" : "%");
}

std::string name_of(Quadrant quadrant, Language language) {
    static constexpr std::array<std::string_view, 4> dutch{"ongevallen én klachten",
                                                           "blinde vlek: ongevallen, geen klachten",
                                                           "beleving: klachten, geen ongevallen", "weinig van beide"};
    static constexpr std::array<std::string_view, 4> english{"accidents and complaints",
                                                             "blind spot: accidents, no complaints",
                                                             "perceived: complaints, no accidents", "little of either"};
    const auto i = static_cast<std::size_t>(quadrant);
    return std::string(says(language, dutch[i], english[i]));
}

std::string name_of(Outcome outcome, Language language) {
    static constexpr std::array<std::string_view, 3> dutch{"uitsluitend materiële schade", "letsel", "dodelijk"};
    static constexpr std::array<std::string_view, 3> english{"damage only", "injury", "fatal"};
    const auto i = static_cast<std::size_t>(outcome);
    return std::string(says(language, dutch[i], english[i]));
}

std::string name_of(Light light, Language language) {
    static constexpr std::array<std::string_view, 4> dutch{"onbekend", "daglicht", "schemer", "duisternis"};
    static constexpr std::array<std::string_view, 4> english{"unknown", "daylight", "twilight", "dark"};
    const auto i = static_cast<std::size_t>(light);
    return std::string(says(language, dutch[i], english[i]));
}

std::string name_of(LinkLevel link, Language language) {
    static constexpr std::array<std::string_view, 4> dutch{"exact", "kruispunt", "straat", "gemeente"};
    static constexpr std::array<std::string_view, 4> english{"exact", "junction", "street", "municipality"};
    const auto i = static_cast<std::size_t>(link);
    return std::string(says(language, dutch[i], english[i]));
}

namespace {

/// To the next tenth of a percent; nothing below zero.
double rounded_up(double share) { return std::max(0.0, std::ceil(share * 1000 - 1e-6) / 1000); }

}  // namespace

std::string solver_sentence(const SolverReport& solver, Language language) {
    if (solver.status == SolveStatus::stopped)
        return std::string(says(language,
                                "Het zoeken is gestopt voordat het klaar was: dit is het beste plan tot dan toe.",
                                "The search was stopped before it was done: this is the best plan until then."));
    // Rounded up: a promise may not be too good.
    const double better = solver.best > 0 ? rounded_up(solver.bound / solver.best - 1) : 0;
    const double given_up = solver.best > 0 ? rounded_up(1 - solver.value / solver.best) : 0;
    std::string sentence =
        better == 0
            ? std::string(says(
                  language, "Bewezen: geen plan dat evenveel afspraken nakomt is beter dan het beste dat is gevonden.",
                  "Proven: no plan that keeps as many agreements is better than the best one found."))
            : fmt::format(
                  fmt::runtime(says(language,
                                    "Bewezen: geen plan dat evenveel afspraken nakomt is meer dan {} beter dan het "
                                    "beste dat is gevonden.",
                                    "Proven: no plan that keeps as many agreements is more than {} better than the "
                                    "best one found.")),
                  percent_text(better, 1, language));
    if (given_up > 0)
        sentence += fmt::format(
            fmt::runtime(says(language, " Dit plan geeft daarvan hoogstens {} op, zodat het niet te voorspellen is.",
                              " This plan gives up at most {} of that, so that it cannot be guessed.")),
            percent_text(given_up, 1, language));
    return sentence;
}

}  // namespace baken
