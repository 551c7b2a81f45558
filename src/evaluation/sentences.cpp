#include "evaluation/sentences.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

template <class... Values>
std::string said(Language language, std::string_view dutch, std::string_view english, const Values&... values) {
    return fmt::format(fmt::runtime(says(language, dutch, english)), values...);
}

std::string percent(double share, Language language) {
    return fixed_text(std::abs(share) < 1e-9 ? 0 : share * 100, 0) + (language == Language::nl ? "\u00a0%" : "%");
}

/// "7 % minder", "12 % meer", "even veel".
std::string change(double factor, Language language) {
    if (!std::isfinite(factor)) return std::string(says(language, "onbegrensd meer", "more without bound"));
    const auto whole = std::lround(std::abs(factor - 1) * 100);
    if (whole == 0) return std::string(says(language, "even veel", "as many"));
    return percent(std::abs(factor - 1), language) +
           std::string(factor < 1 ? says(language, " minder", " fewer") : says(language, " meer", " more"));
}

std::string decimal(double value, Language language) {
    if (!std::isfinite(value)) return "∞";
    if (value > 100) return std::string(says(language, "meer dan 100", "more than 100"));
    return fixed_text(value, value < 10 ? 2 : 0, language == Language::nl);
}

std::string chance(double p, Language language) {
    if (p < 0.001) return std::string(says(language, "p < 0,001", "p < 0.001"));
    return "p = " + fixed_text(p, p < 0.01 ? 3 : 2, language == Language::nl);
}

std::string count_word(std::size_t count, Language language) {
    static constexpr std::array<std::string_view, 13> dutch{"nul",   "één",  "twee",  "drie", "vier", "vijf",  "zes",
                                                            "zeven", "acht", "negen", "tien", "elf",  "twaalf"};
    static constexpr std::array<std::string_view, 13> english{
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    return count < dutch.size() ? std::string(says(language, dutch[count], english[count])) : std::to_string(count);
}

std::string years_word(std::size_t years, Language language) {
    return count_word(years, language) + std::string(language == Language::nl ? " jaar"
                                                     : years == 1             ? " year"
                                                                              : " years");
}

std::string accidents_word(int count, Language language) {
    return fmt::format("{} {}", count,
                       count == 1 ? says(language, "ongeval", "accident") : says(language, "ongevallen", "accidents"));
}

std::string ratio_text(const Ratio& ratio, Language language) {
    return said(language, "{} keer (95 %: {} tot {}; {})", "{} times (95%: {} to {}; {})",
                decimal(ratio.estimate.value, language), decimal(ratio.estimate.interval.low, language),
                decimal(ratio.estimate.interval.high, language), chance(ratio.p_value, language));
}

}  // namespace

std::string trend_sentence(const Trend& trend, Language language) {
    if (trend.years.size() < 2) return std::string(says(language, "Eén jaar is geen trend.", "One year is no trend."));
    if (!trend.yearly_factor) return std::string(says(language, "Geen ongevallen.", "No accidents."));
    const Estimate& factor = *trend.yearly_factor;
    if (trend.is_distinguishable)
        return said(language, "{} per jaar: elk jaar {} (95 %: {} tot {}), meer dan toeval verklaart ({}).",
                    "{} over the years: {} each year (95%: {} to {}), more than chance explains ({}).",
                    factor.value < 1 ? says(language, "Daling", "Falling") : says(language, "Stijging", "Rising"),
                    change(factor.value, language), change(factor.interval.low, language),
                    change(factor.interval.high, language), chance(trend.p_value, language));
    return said(language, "Niet van toeval te onderscheiden ({}): alles van {} tot {} per jaar past bij deze getallen.",
                "Not distinguishable from chance ({}): anything from {} to {} a year fits these numbers.",
                chance(trend.p_value, language), change(factor.interval.low, language),
                change(factor.interval.high, language));
}

std::string finding_sentence(const BeforeAfter& found, const Periods& periods, Language language) {
    if (periods.after.empty())
        return std::string(says(language,
                                "Er zijn nog geen hele jaren ná de controles ingelezen: over het effect valt nog niets "
                                "te zeggen.",
                                "No whole years after the checks have been read yet: nothing can be said of their "
                                "effect."));
    if (!found.against_rest)
        return std::string(
            says(language, "Te weinig ongevallen om iets te vergelijken.", "Too few accidents to compare anything."));
    // Of a single place the counts stand in its heading, and the rest of the region is the same for all.
    std::string text = found.hotspot
                           ? ""
                           : said(language, "Van {} naar {} ongevallen, de rest van de regio van {} naar {}. ",
                                  "From {} to {} accidents, the rest of the region from {} to {}. ", found.before,
                                  found.after, found.rest_before, found.rest_after);
    const std::string against_rest =
        said(language, "Tegenover de rest van de regio {}. ", "Against the rest of the region {}. ",
             ratio_text(*found.against_rest, language));
    if (found.against_expected)
        text +=
            said(language, "Tegenover wat zonder controles te verwachten was {}. ",
                 "Against what was to be expected without checks {}. ", ratio_text(*found.against_expected, language));
    else
        text += against_rest;
    const bool is_fall = found.against_rest->estimate.value < 1;
    if (found.is_distinguishable)
        return text +
               std::string(is_fall ? says(language,
                                          "Dat zijn er minder dan toeval verklaart. Dat het door de controles komt, is "
                                          "daarmee niet bewezen.",
                                          "That is fewer than chance explains. It does not prove that the checks did "
                                          "it.")
                                   : says(language, "Dat zijn er méér dan toeval verklaart.",
                                          "That is more than chance explains."));
    const bool is_rest_odd = found.against_rest->p_value < 0.05;
    if (is_rest_odd && is_fall)
        return text + std::string(says(language,
                                       "De daling in de aantallen zelf is geen bewijs: plekken die op hun ongevallen "
                                       "gekozen zijn, dalen vanzelf.",
                                       "The fall in the counts themselves proves nothing: places chosen for their "
                                       "accidents fall by themselves."));
    if (is_rest_odd || (found.against_expected && found.against_expected->p_value < 0.05))
        return text + (found.against_expected ? against_rest : "") +
               std::string(says(language, "De vergelijkingen zijn het niet eens, dus geen uitspraak.",
                                "The comparisons do not agree, so nothing is claimed."));
    return text +
           std::string(says(language, "Dat is niet van toeval te onderscheiden.", "That cannot be told from chance."));
}

std::string power_sentence(const BeforeAfter& found, const Periods& periods, Language language) {
    const std::string accidents = accidents_word(found.before, language);
    const std::string before = years_word(periods.before.size(), language);
    const std::string when = periods.after.empty() ? said(language, "Met {} in {} vooraf zou na één jaar",
                                                          "With {} in {} before, after one year", accidents, before)
                                                   : said(language, "Met {} in {} vooraf en {} erna zou",
                                                          "With {} in {} before and {} after,", accidents, before,
                                                          years_word(periods.after.size(), language));
    if (!found.smallest_visible)
        return said(language, "{} zelfs een daling tot nul niet opvallen.",
                    "{} not even a fall to zero would stand out.", when);
    // Rounded up to five: the figure is no better known than that, and a promise may not be too good.
    const double fall = std::min(1.0, std::ceil(*found.smallest_visible * 20 - 1e-9) / 20);
    if (fall >= 1)
        return said(language, "{} alleen een daling tot bijna nul opvallen.",
                    "{} only a fall to almost zero would stand out.", when);
    return said(language, "{} pas een daling van {} of meer opvallen.", "{} only a fall of {} or more would stand out.",
                when, percent(fall, language));
}

std::string warning_sentence(const BeforeAfter& found, Language language) {
    if (found.before == 0) return "";
    if (!found.expected_before)
        return std::string(says(language,
                                "Let op: de plekken zijn mede op hun ongevallen gekozen; na een toevallig hoog aantal "
                                "volgt vanzelf een lager.",
                                "Note: the places were chosen for their accidents among other things; a high count by "
                                "chance is followed by a lower one by itself."));
    const double excess = found.before - *found.expected_before;
    if (excess < 0.5) return "";
    return said(
        language,
        "Let op: gekozen op {} getelde ongevallen, waar er {} te verwachten zijn. Een daling van {} komt dus ook "
        "zonder controles.",
        "Note: chosen for {} accidents counted, where {} are to be expected. A fall of {} comes without any "
        "checks.",
        found.before, fixed_text(*found.expected_before, 1, language == Language::nl),
        percent(excess / found.before, language));
}

std::vector<std::string> notes_of(const Evaluation& evaluation, Language language) {
    std::vector<std::string> notes;
    if (evaluation.without_result > 0)
        notes.push_back(evaluation.without_result == 1
                            ? std::string(says(language, "Van 1 uitgevoerde controle is de uitslag nog niet ingevuld.",
                                               "The result of 1 check that was done has not been entered yet."))
                            : said(language, "Van {} uitgevoerde controles is de uitslag nog niet ingevuld.",
                                   "The results of {} checks that were done have not been entered yet.",
                                   evaluation.without_result));
    if (!evaluation.trends.empty())
        notes.push_back(
            said(language,
                 "Hier staan {} trends naast elkaar: door toeval alleen valt er gemiddeld 1 op de 20 op. Een "
                 "andere wijze van registreren ziet eruit als een trend.",
                 "{} trends stand here side by side: by chance alone 1 in 20 stands out. Another way of "
                 "registering looks like a trend.",
                 evaluation.trends.size()));
    else
        notes.push_back(
            std::string(says(language, "Er zijn geen ongevallen in dit project: geen trend, geen voor en na.",
                             "There are no accidents in this project: no trend, no before and after.")));
    return notes;
}

}  // namespace baken
