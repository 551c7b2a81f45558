#include "cli/evaluation_report.hpp"

#include "base/text.hpp"
#include "cli/table.hpp"
#include "model/fine_kind.hpp"
#include "output/words.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

std::string word(Language language, std::string_view dutch, std::string_view english) {
    return std::string(says(language, dutch, english));
}

std::string municipality_name(const Project& project, const std::optional<std::uint32_t>& municipality,
                              Language language) {
    return municipality ? project.region->municipalities.at(*municipality).name
                        : word(language, "hele regio", "whole region");
}

std::string title(const std::string& text) { return "\n" + text + "\n"; }

std::string progress_table(const Project& project, const Evaluation& evaluation, Language language) {
    Table table({word(language, "gemeente", "municipality"), word(language, "norm", "quota"),
                 word(language, "uitgevoerd", "done"), word(language, "gepland", "planned"),
                 word(language, "vervallen", "cancelled"), word(language, "donker", "dark"),
                 word(language, "uitgevoerd", "done"), word(language, "gepland", "planned"), ""});
    table.align_right({1, 2, 3, 4, 5, 6, 7});
    for (const QuotaProgress& here : evaluation.progress) {
        const int missing = here.quota.missing() + here.dark_days.missing();
        table.add(
            {municipality_name(project, here.municipality, language), std::to_string(here.quota.required),
             std::to_string(here.quota.done), std::to_string(here.quota.planned), std::to_string(here.quota.cancelled),
             std::to_string(here.dark_days.required), std::to_string(here.dark_days.done),
             std::to_string(here.dark_days.planned),
             missing > 0 && here.municipality ? fmt::format("{} {}", missing, says(language, "tekort", "short")) : ""});
    }
    return table.text();
}

std::string rate_text(const std::optional<Estimate>& rate, Language language) {
    if (!rate) return "-";
    return fmt::format("{} ({} {} {})", percent_text(rate->value, 1, language),
                       percent_text(rate->interval.low, 1, language), says(language, "tot", "to"),
                       percent_text(rate->interval.high, 1, language));
}

std::string hit_table(const Project& project, const HitRates& hits, Language language) {
    Table table({word(language, "trefkans", "hit rate"), word(language, "controles", "checks"),
                 word(language, "voertuigen", "vehicles"), word(language, "bonnen", "fines"),
                 word(language, "bon per voertuig (95 %)", "fines per vehicle (95%)"),
                 word(language, "testen", "tests"),
                 word(language, "alcohol en drugs per test (95 %)", "alcohol and drugs per test (95%)")});
    table.align_right({1, 2, 3, 4, 5, 6});
    const auto add = [&](const std::string& name, const HitRate& rate) {
        table.add({name, std::to_string(rate.checks), std::to_string(rate.vehicles), std::to_string(rate.fines),
                   rate_text(rate.per_vehicle, language), std::to_string(rate.tests),
                   rate_text(rate.per_test, language)});
    };
    add(word(language, "alle", "all"), hits.all);
    for (const auto& [theme, rate] : hits.by_theme) add(std::string(name_of(theme, language)), rate);
    for (const auto& [municipality, rate] : hits.by_municipality)
        add(project.region->municipalities.at(municipality).name, rate);
    for (const auto& [hotspot, rate] : hits.by_hotspot) add(project.hotspots.at(hotspot).name, rate);
    std::string text = table.text();
    std::vector<std::string> kinds;
    for (const auto& fines : hits.fines)
        kinds.push_back(fmt::format("{} {}", fines.count, fine_name(fines.kind, language)));
    if (!kinds.empty()) text += fmt::format("{}: {}\n", says(language, "bonnen", "fines"), joined(kinds, ", "));
    return text;
}

std::string trend_lines(const Project& project, const Evaluation& evaluation, Language language) {
    std::string text;
    for (const Trend& trend : evaluation.trends) {
        std::vector<std::string> counts;
        for (const auto& year : trend.years) counts.push_back(fmt::format("{} {}", year.year, year.count));
        text += fmt::format("  {}, {}: {}\n    {}\n", municipality_name(project, trend.municipality, language),
                            trend.counted == CountedAccidents::casualties
                                ? says(language, "met letsel of dodelijke afloop", "with injury or death")
                                : says(language, "alle ongevallen", "all accidents"),
                            joined(counts, ", "), trend.sentence);
    }
    return text;
}

std::string before_after_lines(const Project& project, const Evaluation& evaluation, Language language) {
    std::string text;
    for (const BeforeAfter& found : evaluation.before_after) {
        text += found.hotspot ? fmt::format("  {}: {} -> {}\n", project.hotspots.at(*found.hotspot).name, found.before,
                                            found.after)
                              : fmt::format(fmt::runtime(says(language, "  Alle {} plekken met een controle\n",
                                                              "  All {} places with a check\n")),
                                            found.places);
        // What holds for each place alike is said once, for all of them.
        const bool says_all = !found.hotspot || !evaluation.years_after.empty();
        for (const auto* sentence :
             {says_all ? &found.finding : nullptr, &found.power, found.hotspot ? nullptr : &found.warning})
            if (sentence != nullptr && !sentence->empty()) text += "    " + *sentence + "\n";
    }
    return text;
}

}  // namespace

std::string evaluation_report(const Project& project, const Evaluation& evaluation, Language language) {
    std::string text = progress_table(project, evaluation, language) + "\n";
    text += evaluation.hits.all.checks > 0 ? hit_table(project, evaluation.hits, language)
                                           : word(language, "Nog geen uitslagen.\n", "No results yet.\n");
    if (!evaluation.trends.empty())
        text += title(word(language, "Ongevallen per jaar", "Accidents per year")) +
                trend_lines(project, evaluation, language);
    if (!evaluation.before_after.empty())
        text +=
            title(word(language, "Voor en na", "Before and after")) + before_after_lines(project, evaluation, language);
    text += "\n";
    for (const auto& note : evaluation.notes) text += note + "\n";
    return text;
}

}  // namespace baken
