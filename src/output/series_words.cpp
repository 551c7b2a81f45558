#include "output/series_words.hpp"

#include "base/text.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

template <class... Parts>
std::string say(Language language, std::string_view dutch, std::string_view english, const Parts&... parts) {
    return fmt::format(fmt::runtime(says(language, dutch, english)), parts...);
}

std::string without_sources(Language language) {
    return say(language,
               "De ongevallen en meldingen zelf staan niet in een opgeslagen project. Lees de bronnen opnieuw in om ze "
               "hier te zien.",
               "A saved project does not hold the accidents and complaints themselves. Read the sources again to see "
               "them here.");
}

/// "1 melding", "12 meldingen"
std::string counted(int count, Language language, std::string_view one_nl, std::string_view many_nl,
                    std::string_view one_en, std::string_view many_en) {
    return fmt::format("{} {}", count, count == 1 ? says(language, one_nl, one_en) : says(language, many_nl, many_en));
}

std::string accidents(int count, Language language) {
    return counted(count, language, "ongeval", "ongevallen", "accident", "accidents");
}
std::string complaints(int count, Language language) {
    return counted(count, language, "melding", "meldingen", "complaint", "complaints");
}
std::string complainants(int count, Language language) {
    return counted(count, language, "melder", "melders", "complainant", "complainants");
}
std::string events(const WeekHours& week, int count, Language language) {
    return week.kind == EventKind::accidents ? accidents(count, language) : complaints(count, language);
}

std::string part_words(const WeekPart& part, Language language) {
    const bool is_weekend = part.days == DayKind::weekend;
    const auto days = is_weekend ? says(language, "in het weekend", "at weekends")
                                 : says(language, "op werkdagen", "on working days");
    switch (part.part) {
        case DayPart::night: return say(language, "{} \u2019s nachts", "at night {}", days);
        case DayPart::morning: return say(language, "{} \u2019s ochtends", "in the morning {}", days);
        case DayPart::afternoon: return say(language, "{} \u2019s middags", "in the afternoon {}", days);
        case DayPart::evening: return say(language, "{} \u2019s avonds", "in the evening {}", days);
    }
    return {};
}

constexpr int fewest_lights = 5, fewest_complaints = 5;

}  // namespace

std::string instead_of(const AccidentYears& series, Language language) {
    if (!series.has_sources) return without_sources(language);
    if (series.total > 0) return {};
    if (series.rows.empty())
        return say(language, "Er zijn geen ongevallen ingelezen voor deze jaren.",
                   "No accidents were read for these years.");
    const int first = series.rows.front().year, last = series.rows.back().year;
    return say(language, "Hier zijn geen ongevallen geregistreerd in {}.", "No accidents are registered here in {}.",
               first == last ? std::to_string(first) : fmt::format("{}\u2013{}", first, last));
}

std::string note_on(const AccidentYears& series, Language language) {
    if (series.on_other_roads == 0) return {};
    return say(language, "{} op wegen van andere beheerders niet meegeteld.", "{} on roads of other managers left out.",
               accidents(series.on_other_roads, language));
}

std::string instead_of(const LightCounts& series, Language language) {
    if (!series.has_sources) return without_sources(language);
    if (series.total == 0)
        return say(language, "Hier zijn geen ongevallen geregistreerd.", "No accidents are registered here.");
    if (series.known() < fewest_lights)
        return say(language, "Van {} van de {} is het licht bekend: te weinig voor een verdeling.",
                   "The light is known of {} of {}: too few for a distribution.", series.known(),
                   accidents(series.total, language));
    return {};
}

std::string note_on(const LightCounts& series, Language language) {
    const auto share = series.dark_share();
    if (!share) return {};
    return say(language, "{} van de ongevallen met bekend licht in het donker.",
               "{} of the accidents whose light is known happened in the dark.", percent_text(*share, 0, language));
}

std::string instead_of(const ComplaintMonths& series, Language language) {
    if (!series.has_sources) return without_sources(language);
    if (series.total >= fewest_complaints) return {};
    const std::string undated = series.undated == 0
                                    ? std::string()
                                    : say(language, " Van nog {} is de dag niet bekend.",
                                          " The day of another {} is not known.", complaints(series.undated, language));
    if (series.total == 0)
        return say(language, "Er zijn hier geen meldingen met een datum.", "There are no dated complaints here.") +
               undated;
    return say(language, "Er zijn hier {} van {}: te weinig voor een verloop.",
               "There are {} by {} here: too few for a course over time.", complaints(series.total, language),
               complainants(series.complainants, language)) +
           undated;
}

std::string note_on(const ComplaintMonths& series, Language language) {
    std::string note = say(language, "{} van {} samen.", "{} by {} in all.", complaints(series.total, language),
                           complainants(series.complainants, language));
    if (series.without_complainant > 0)
        note += say(language, " Bij {} noemt de bron geen melder; die zijn geteld per adres, dag en rubriek.",
                    " The source names nobody for {}; these are told apart by address, day and category.",
                    complaints(series.without_complainant, language));
    if (series.undated > 0)
        note += say(language, " {} zonder datum niet getekend.", " {} without a day not drawn.",
                    complaints(series.undated, language));
    return note;
}

std::string instead_of(const WeekHours& week, Language language) {
    if (!week.has_sources) return without_sources(language);
    if (!week.is_too_few() || week.is_borrowed()) return {};
    if (week.timed + week.untimed == 0)
        return week.kind == EventKind::accidents
                   ? say(language, "Hier zijn geen ongevallen geregistreerd.", "No accidents are registered here.")
                   : say(language, "Er zijn hier geen meldingen.", "There are no complaints here.");
    if (week.timed == 0)
        return week.kind == EventKind::accidents
                   ? say(language,
                         "Het uur van de ongevallen is niet bekend: het openbare ongevallenbestand (BRON) noemt geen "
                         "uren, "
                         "en Baken verzint ze niet.",
                         "The hour of the accidents is not known: the public accident file (BRON) holds no hours, and "
                         "Baken invents none.")
                   : say(language, "Van geen van de {} is het uur bekend.", "The hour of none of the {} is known.",
                         complaints(week.untimed, language));
    return say(language, "Van {} is het uur bekend: te weinig voor een patroon in de week.",
               "The hour of {} is known: too few for a pattern in the week.", events(week, week.timed, language));
}

std::string note_on(const WeekHours& week, Language language) {
    if (week.is_borrowed()) {
        const std::string own = week.timed == 0 ? say(language, "Geen eigen tijdgegevens.", "No times of its own.")
                                                : say(language, "Te weinig eigen tijdgegevens ({}).",
                                                      "Too few times of its own ({}).", week.timed);
        return own + say(language, " De tint is het patroon van {} in de regio, van 1,5 tot 6 keer een gemiddeld uur.",
                         " The tint is the pattern of {} in the region, from 1.5 to 6 times an average hour.",
                         events(week, week.timed_around, language));
    }
    std::string note = week.kind == EventKind::complaints
                           ? say(language, "{}, naar het uur van de melding.", "{}, by the hour of the report.",
                                 complaints(week.timed, language))
                           : say(language, "{}, naar het uur van het ongeval.", "{}, by the hour of the accident.",
                                 accidents(week.timed, language));
    if (week.untimed > 0)
        note += say(language, " Van nog {} is het uur niet bekend.", " The hour of another {} is not known.",
                    events(week, week.untimed, language));
    return note;
}

std::string when_words(const WeekHours& week, Language language) {
    if (week.timed + week.untimed == 0) return {};
    if (!week.shares)
        return say(language, "Geen eigen tijdgegevens; het tijdvak volgt het thema en het licht.",
                   "No times of its own; the hours follow the theme and the light.");
    const auto part = busiest_part(*week.shares);
    constexpr double stands_out = 1.3;
    const std::string when = !part || part->lift < stands_out
                                 ? say(language, "verspreid over de week", "spread over the week")
                                 : say(language, "vooral {}", "mostly {}", part_words(*part, language));
    if (week.is_borrowed())
        return say(language, "{}; in de regio {} ({}).", "{}; in the region {} ({}).",
                   week.timed == 0 ? say(language, "Geen eigen tijdgegevens", "No times of its own")
                                   : say(language, "Te weinig eigen tijdgegevens ({})", "Too few times of its own ({})",
                                         week.timed),
                   when, events(week, week.timed_around, language));
    return week.kind == EventKind::accidents
               ? say(language, "Ongevallen {} ({} met een uur).", "Accidents {} ({} with an hour).", when, week.timed)
               : say(language, "Gemeld {} ({} met een uur).", "Reported {} ({} with an hour).", when, week.timed);
}

std::string instead_of(const AccidentTrend& trend, Language language) {
    if (!trend.has_sources) return without_sources(language);
    if (trend.rows.empty()) return say(language, "Er zijn geen ongevallen ingelezen.", "No accidents were read.");
    if (trend.rows.front().points.size() < 2)
        return say(language, "Er is \u00e9\u00e9n jaar met ongevallen: daarin zit geen ontwikkeling.",
                   "There is one year of accidents: that shows no trend.");
    return {};
}

std::string note_on(const AccidentTrend&, Language language) {
    return say(language,
               "Dunne lijn: bij welke jaargemiddelden dit aantal toeval kan zijn (95\u00a0%). Lijnen die elkaar "
               "overlappen bewijzen geen verandering.",
               "Thin line: the yearly means under which this count can be chance (95%). Lines that overlap prove no "
               "change.");
}

std::string instead_of(const RankRanges& series, Language language) {
    if (series.rows.empty())
        return say(language, "Deze gemeente heeft nog geen aandachtslocaties.",
                   "This municipality has no hotspots yet.");
    if (series.rows.size() == 1)
        return say(language, "Er is \u00e9\u00e9n aandachtslocatie: er valt niets te rangschikken.",
                   "There is one hotspot: nothing to rank.");
    return {};
}

std::string note_on(const RankRanges& series, Language language) {
    if (std::all_of(series.rows.begin(), series.rows.end(), [](const auto& row) { return row.ranks.empty(); }))
        return say(language, "Lijn: van de beste tot de slechtste plaats bij andere gewichten.",
                   "Line: from the best to the worst place under other weights.");
    return {};
}

std::string instead_of(const std::vector<CrewLoad>& crews, Language language) {
    if (std::any_of(crews.begin(), crews.end(), [](const CrewLoad& crew) { return crew.all() > 0; })) return {};
    return say(language, "Er zijn nog geen controles gepland.", "No checks are planned yet.");
}

std::string note_on(const std::vector<CrewLoad>& crews, Language language) {
    int overfull = 0, on_region_day = 0;
    for (const CrewLoad& crew : crews) {
        overfull += crew.overfull();
        for (const CrewWeek& week : crew.weeks) on_region_day += week.on_region_day;
    }
    std::string note = overfull > 0 ? say(language, "{} boven de capaciteit.", "{} above capacity.",
                                          counted(overfull, language, "week", "weken", "week", "weeks"))
                                    : say(language, "Geen week boven de capaciteit.", "No week above capacity.");
    if (on_region_day > 0)
        note += say(language, " De 24-uursactie ({}) telt daarin niet mee.",
                    " The 24-hour action ({}) does not count against it.",
                    counted(on_region_day, language, "controle", "controles", "check", "checks"));
    return note;
}

std::string instead_of(const std::vector<MunicipalityProgress>& rows, Language language) {
    if (rows.empty()) return say(language, "Er zijn nog geen gemeenten.", "There are no municipalities yet.");
    return {};
}

std::string note_on(const std::vector<MunicipalityProgress>& rows, Language language) {
    const auto met = std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.quota.is_met(); });
    const auto dark = std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.dark_days.is_met(); });
    return say(language, "Norm gehaald in {} van {} gemeenten, donkere dagen in {}.",
               "Quota met in {} of {} municipalities, dark days in {}.", met, rows.size(), dark);
}

std::string instead_of(const DarkMonths& series, Language language) {
    if (series.all.checks > 0) return {};
    return say(language, "Er zijn nog geen controles gepland.", "No checks are planned yet.");
}

std::string note_on(const DarkMonths& series, Language language) {
    const auto share = series.all.share();
    if (!share) return {};
    return say(language, "{} van de controletijd in het donker ({}).", "{} of the time of checks in the dark ({}).",
               percent_text(*share, 0, language),
               counted(series.all.checks, language, "controle", "controles", "check", "checks"));
}

std::string instead_of(const Guessing& guess, Language language) {
    if (guess.is_known()) return {};
    return say(language, "Nog niet bekend: dit wordt berekend als het jaar wordt gepland.",
               "Not known yet: this is worked out when the year is planned.");
}

std::vector<PlainFigure> plain_figures(const Guessing& guess, Language language) {
    const Predictability& figures = guess.figures;
    const auto days = static_cast<long long>(std::llround(guess.days_in_doubt));
    return {
        {percent_text(figures.same_place_and_day, 0, language),
         say(language, "van de controles (plaats en dag) hebben twee plannen met een andere loting gemeen",
             "of the checks (place and day) are shared by two plans with other draws"),
         figures.same_place_and_day},
        {percent_text(figures.most_likely_day, 0, language),
         say(language, "kans op de dag die in een gemeente het best te raden is",
             "chance of the day that is easiest to guess in a municipality"),
         figures.most_likely_day},
        {fmt::format("{}", days),
         say(language, "dagen blijven even waarschijnlijk voor wie alles weet behalve de loting",
             "days stay equally likely to one who knows all but the draw"),
         days > 0 ? 1.0 / static_cast<double>(days) : 1},
    };
}

}  // namespace baken
