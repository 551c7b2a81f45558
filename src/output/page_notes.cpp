#include "output/page_notes.hpp"

#include "output/words.hpp"

#include <filesystem>

namespace baken {

std::vector<std::string> certainty_notes(const Project& project, const PageParts& parts) {
    const Language language = parts.language();
    std::vector<std::string> notes{escaped(solver_sentence(project.plan.solver, language))};
    if (const Predictability& guess = project.plan.predictability; guess.plans > 1)
        notes.push_back(parts.sentence(
            "Wie alles weet behalve het toeval van dit plan, heeft bij de meest waarschijnlijke dag van een gemeente "
            "{} kans "
            "om goed te raden; twee even goede plannen delen gemiddeld {} van hun plekken en dagen.",
            "Who knows everything but the chance in this plan guesses the most likely day of a municipality with a "
            "chance of "
            "{}; two plans as good share {} of their places and days on average.",
            percent_text(guess.most_likely_day, 0, language), percent_text(guess.same_place_and_day, 0, language)));
    if (const auto& tested = project.foresight)
        notes.push_back(parts.sentence(
            "Voorspelkracht: de plekken die uit eerdere jaren gekozen zouden zijn, lagen bij {} van de {} "
            "letselongevallen "
            "van {} ({}).",
            "Foresight: the places that earlier years would have picked were near {} of the {} injury accidents of {} "
            "({}).",
            tested->caught, tested->accidents, tested->tested_on, percent_text(tested->share, 1, language)));
    return notes;
}

std::vector<std::string> register_notes(const Project& project, const PageParts& parts) {
    std::size_t in_totals_only = 0;
    bool has_register = false;
    for (const auto& receipt : project.region->receipts) {
        if (!receipt.profile.starts_with("bron")) continue;
        has_register = true;
        in_totals_only += receipt.unplaced;
    }
    if (!has_register) return {};
    std::vector<std::string> notes{
        parts.say(
            "Het openbare ongevallenregister BRON kent geen datum en geen uur; het uur van een controle komt uit "
            "klachten, licht en instellingen.",
            "The public accident register BRON has no date and no hour; the hour of a check comes from complaints, "
            "light and settings."),
        parts.say(
            "BRON legt een ongeval op een kruispunt, op het midden van een wegvak of op een hectometerpaal (tot 100 m "
            "ernaast).",
            "BRON places an accident on a junction, the middle of a road section or a hectometre post (up to 100 m "
            "off)."),
        parts.say("Ongeveer 90\u00a0% van de dodelijke ongevallen staat in BRON, en veel minder van de lichte.",
                  "About 90% of fatal accidents are in BRON, and far fewer of the light ones.")};
    if (in_totals_only > 0)
        notes.push_back(parts.sentence(
            "{} ongevallen zijn alleen op straat of gemeente geregistreerd: zij tellen in totalen, niet in plekken.",
            "{} accidents are registered by street or municipality only: they count in totals, not in places.",
            in_totals_only));
    return notes;
}

std::string data_date(const Project& project, Language language) {
    const auto day = parse_iso_date(project.provenance.data_date);
    return day ? day_text(*day, language) : project.provenance.data_date;
}

std::string subtitle(const Project& project, const PageParts& parts) {
    const auto count = project.region->municipalities.size();
    std::string text = parts.sentence(
        "Jaar {} \u00b7 {} {} \u00b7 controles: {}", "Year {} \u00b7 {} {} \u00b7 checks: {}", project.settings.year,
        count, count == 1 ? parts.say("gemeente", "municipality") : parts.say("gemeenten", "municipalities"),
        project.plan.checks.size());
    if (const std::string date = data_date(project, parts.language()); !date.empty())
        text += parts.sentence(" \u00b7 gegevens tot en met {}", " \u00b7 data up to {}", escaped(date));
    return text;
}

std::string provenance_facts(const Project& project, const PageParts& parts) {
    const Provenance& from = project.provenance;
    std::string text = parts.facts(
        {{parts.say("Gemaakt met", "Made with"),
          "Baken " + escaped(from.version) + (from.libraries.empty() ? "" : " (" + escaped(from.libraries) + ")")},
         {parts.say("Co\u00f6rdinaten", "Coordinates"), escaped(from.operation)},
         {parts.say("Gegevens tot en met", "Data up to"), escaped(data_date(project, parts.language()))},
         {parts.say("Instellingen", "Settings"),
          from.settings_sha256.empty() ? std::string() : code(from.settings_sha256)}});
    for (const std::string& note : from.notes) text += parts.facts({{parts.say("Let op", "Note"), escaped(note)}});
    PageTable inputs{.caption = parts.say("De bestanden die zijn gelezen", "The files that were read"),
                     .columns = {{.head = parts.say("Bestand", "File"), .width = 26},
                                 {.head = parts.say("Rijen", "Rows"), .width = 10, .is_number = true},
                                 {.head = "SHA-256"}}};
    for (const auto& input : from.inputs)
        inputs.rows.push_back({.cells = {escaped(std::filesystem::path(input.name).filename().string()),
                                         std::to_string(input.rows), code(input.sha256)}});
    return text + parts.table(inputs);
}

}  // namespace baken
