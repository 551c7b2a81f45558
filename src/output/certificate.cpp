#include "output/certificate.hpp"

#include "base/text.hpp"
#include "output/certificate_groups.hpp"
#include "output/page_style.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>

namespace baken {

namespace {

std::string escaped(std::string_view text) { return xml_escaped(text); }

/// Writes one project in one language; every text that is not ours goes through escaped().
class Page {
public:
    explicit Page(const Project& project)
        : project_(project), language_(project.settings.language), sections_(sections_of(project.certificate)) {
        for (const auto& check : project.plan.checks) check_of_.emplace(check.id, &check);
    }

    [[nodiscard]] std::string html() const {
        return fmt::format(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{} \u2013 {}</title>\n"
            "<style>{}</style>\n</head>\n<body>\n<main>\n{}{}{}{}{}{}{}</main>\n</body>\n</html>\n",
            say("nl", "en"), say("Certificaat", "Certificate"), escaped(project_.settings.name), page_style, head(),
            unmet(), clauses(), unvisited(), checks(), method(), provenance());
    }

private:
    [[nodiscard]] std::string_view say(std::string_view dutch, std::string_view english) const {
        return says(language_, dutch, english);
    }
    /// A sentence of two languages with its figures; the figures are texts that are escaped already.
    template <class... Parts>
    [[nodiscard]] std::string sentence(std::string_view dutch, std::string_view english, const Parts&... parts) const {
        return fmt::format(fmt::runtime(say(dutch, english)), parts...);
    }
    [[nodiscard]] std::string titled(std::string_view dutch, std::string_view english,
                                     const std::string& content) const {
        return fmt::format("<section>\n<h2>{}</h2>\n{}</section>\n", say(dutch, english), content);
    }
    [[nodiscard]] std::string mark(const Clause& clause) const {
        const bool is_prohibition = group_of(clause) == ClauseGroup::prohibitions;
        if (!clause.ok)
            return fmt::format("<span class=\"mark no\">\u2717 {}</span>",
                               is_prohibition ? say("overtreden", "broken") : say("niet gehaald", "not met"));
        // A complaint site may go without a check when the reason is told; that is neither met nor broken.
        if (!is_prohibition && clause.met < clause.required)
            return fmt::format("<span class=\"mark soft\">\u2013 {}</span>", say("toegelicht", "explained"));
        return fmt::format("<span class=\"mark yes\">\u2713 {}</span>",
                           is_prohibition ? say("in orde", "in order") : say("gehaald", "met"));
    }
    [[nodiscard]] std::string state(const ClauseSection& section) const {
        if (!section.ok())
            return fmt::format("<span class=\"state no\">\u2717 {}</span>", say("niet gehaald", "not met"));
        if (section.met() < section.required())
            return fmt::format("<span class=\"state\">\u2013 {}</span>",
                               say("de rest is toegelicht", "the rest is explained"));
        return fmt::format("<span class=\"state yes\">\u2713 {}</span>", say("gehaald", "met"));
    }
    [[nodiscard]] const Municipality& municipality_of(const Check& check) const {
        return project_.region->municipalities.at(check.municipality);
    }

    [[nodiscard]] std::string head() const {
        const auto& clauses = project_.certificate.clauses;
        const auto missed =
            std::count_if(clauses.begin(), clauses.end(), [](const Clause& clause) { return !clause.ok; });
        const bool ok = missed == 0;
        const std::string verdict =
            ok ? sentence("\u2713 Alle {} bepalingen zijn gehaald", "\u2713 All {} clauses are met", clauses.size())
               : sentence("\u2717 {} van {} bepalingen niet gehaald", "\u2717 {} of {} clauses not met", missed,
                          clauses.size());
        const auto count = project_.region->municipalities.size();
        std::string summary =
            sentence("Jaar {} \u00b7 {} {} \u00b7 controles: {}", "Year {} \u00b7 {} {} \u00b7 checks: {}",
                     project_.settings.year, count,
                     count == 1 ? say("gemeente", "municipality") : say("gemeenten", "municipalities"),
                     project_.plan.checks.size());
        if (!project_.provenance.data_date.empty())
            summary += sentence(" \u00b7 gegevens tot en met {}", " \u00b7 data up to {}", escaped(data_date()));
        return fmt::format(
            "<header>\n<p class=\"eyebrow\">{}</p>\n<h1>{}</h1>\n<p class=\"soft\">{}</p>\n<p class=\"verdict "
            "{}\">{}</p>\n"
            "<ul class=\"tiles\">\n{}</ul>\n</header>\n",
            say("Certificaat van het controleplan", "Certificate of the plan of checks"),
            escaped(project_.settings.name), summary, ok ? "yes" : "no", verdict, tiles());
    }

    [[nodiscard]] std::string data_date() const {
        const auto day = parse_iso_date(project_.provenance.data_date);
        return day ? day_text(*day, language_) : project_.provenance.data_date;
    }

    [[nodiscard]] std::string tiles() const {
        std::string tiles;
        for (const auto& section : sections_) {
            if (section.group == ClauseGroup::prohibitions) continue;
            tiles += fmt::format("<li><b>{}/{}</b><span>{}</span><br>{}</li>\n", section.met(), section.required(),
                                 title_of(section.group, language_), state(section));
        }
        return tiles;
    }

    [[nodiscard]] std::string unmet() const {
        if (project_.plan.unmet.empty()) return {};
        std::string list;
        for (const auto& found : project_.plan.unmet) {
            const std::string help = found.relaxation.empty()
                                         ? std::string(say("Geen versoepeling van \u00e9\u00e9n regel lost dit op.",
                                                           "No relaxation of a single rule clears this."))
                                         : sentence("<b>Kleinste versoepeling:</b> {}",
                                                    "<b>Smallest relaxation:</b> {}", escaped(found.relaxation));
            list += fmt::format("<div class=\"missed\"><p><b class=\"no\">\u2717</b> {}</p><p>{}</p></div>\n",
                                escaped(found.text), help);
        }
        return titled("Wat niet lukt, en wat zou helpen", "What cannot be met, and what would help", list);
    }

    [[nodiscard]] std::string clauses() const {
        std::string text;
        for (const auto& section : sections_) {
            const bool is_compact = section.group == ClauseGroup::prohibitions;
            std::string rows;
            for (const auto* clause : section.clauses) rows += clause_row(*clause);
            text += fmt::format("<section>\n<h2>{}</h2>\n<ul class=\"clauses{}\">\n{}</ul>\n</section>\n",
                                title_of(section.group, language_), is_compact ? " compact" : "", rows);
        }
        return text;
    }

    [[nodiscard]] std::string clause_row(const Clause& clause) const {
        const bool is_counted = group_of(clause) != ClauseGroup::prohibitions;
        const std::string count = is_counted ? fmt::format("{}/{}", clause.met, clause.required) : std::string();
        std::string by;
        for (const auto& id : clause.checks) by += "<li>" + check_link(id) + "</li>";
        if (!by.empty()) by = "<ul class=\"by\">" + by + "</ul>";
        return fmt::format("<li>{}<span class=\"text\">{}</span><span class=\"count\">{}</span>{}</li>\n", mark(clause),
                           escaped(clause.text), count, by);
    }

    [[nodiscard]] std::string check_link(const CheckId& id) const {
        const auto found = check_of_.find(id);
        if (found == check_of_.end()) return escaped(id.text);
        const Check& check = *found->second;
        return fmt::format("<a href=\"#{}\"><b>{}</b> {}</a>", escaped(id.text), short_day_text(check.date, language_),
                           escaped(project_.hotspots.at(check.hotspot).name));
    }

    [[nodiscard]] std::string unvisited() const {
        if (project_.plan.unvisited.empty()) return {};
        std::string list;
        for (const auto& found : project_.plan.unvisited) {
            list += "<li>" + escaped(found.text);
            if (!found.relaxation.empty()) list += " <span class=\"soft\">" + escaped(found.relaxation) + "</span>";
            list += "</li>\n";
        }
        return titled("Plekken met klachten zonder controle", "Places with complaints and no check",
                      "<ul class=\"plain\">\n" + list + "</ul>\n");
    }

    [[nodiscard]] std::string checks() const {
        if (project_.plan.checks.empty()) return {};
        std::string rows;
        for (const auto& check : project_.plan.checks) rows += check_row(check);
        const auto column = [&](std::string_view dutch, std::string_view english) {
            return fmt::format("<th scope=\"col\">{}</th>", say(dutch, english));
        };
        return titled("De controles", "The checks",
                      "<table class=\"stacks\">\n<thead><tr>" + column("Datum", "Date") + column("Tijd", "Time") +
                          column("Gemeente", "Municipality") + column("Plek", "Place") + column("Thema", "Theme") +
                          column("Soort", "Kind") + column("Ploeg", "Crew") + "</tr></thead>\n<tbody>\n" + rows +
                          "</tbody>\n</table>\n");
    }

    [[nodiscard]] std::string check_row(const Check& check) const {
        const auto labelled = [&](std::string_view dutch, std::string_view english, const std::string& content) {
            return fmt::format("<td data-is=\"{}\">{}</td>", say(dutch, english), content);
        };
        std::string theme = escaped(name_of(check.theme, language_));
        if (!check.campaign.empty()) theme += " <span class=\"soft\">(" + escaped(check.campaign) + ")</span>";
        std::string crew = escaped(project_.settings.crew_name(check.crew));
        if (!check.partners.empty()) crew += " + " + escaped(check.partners);
        return fmt::format("<tr id=\"{}\"><td class=\"when\">{}</td><td class=\"when\">{}</td><td>{}</td><td>{}</td>",
                           escaped(check.id.text), day_text(check.date, language_), window_text(check),
                           escaped(municipality_of(check).name), escaped(project_.hotspots.at(check.hotspot).name)) +
               labelled("Thema", "Theme", theme) + labelled("Soort", "Kind", escaped(name_of(check.kind, language_))) +
               labelled("Ploeg", "Crew", crew) + "</tr>\n";
    }

    [[nodiscard]] std::string method() const {
        std::string list = item(solver_sentence(project_.plan.solver, language_));
        if (const Predictability& guess = project_.plan.predictability; guess.plans > 1)
            list += item(sentence(
                "Wie alles weet behalve het toeval van dit plan, heeft bij de meest waarschijnlijke dag van een "
                "gemeente {} "
                "kans om goed te raden; twee even goede plannen delen gemiddeld {} van hun plekken en dagen.",
                "Who knows everything but the chance in this plan guesses the most likely day of a municipality with a "
                "chance of {}; two plans as good share {} of their places and days on average.",
                percent_text(guess.most_likely_day, 0, language_),
                percent_text(guess.same_place_and_day, 0, language_)));
        if (project_.foresight) list += item(foresight(*project_.foresight));
        list += item(std::string(say(
            "Dit certificaat is gemaakt met code die niets deelt met die van de planner: zij kent alleen de "
            "instellingen, "
            "de kalender, de plekken en de controles.",
            "This certificate was made by code that shares nothing with the planner's: it knows only the settings, the "
            "calendar, the places and the checks.")));
        return titled("Hoe zeker is dit", "How sure is this",
                      "<ul class=\"plain\">\n" + list + register_limits() + "</ul>\n");
    }

    [[nodiscard]] static std::string item(const std::string& text) { return "<li>" + text + "</li>\n"; }

    [[nodiscard]] std::string foresight(const Foresight& tested) const {
        return sentence(
            "Voorspelkracht: de plekken die uit eerdere jaren gekozen zouden zijn, lagen bij {} van de {} "
            "letselongevallen van {} ({}).",
            "Foresight: the places that earlier years would have picked were near {} of the {} injury accidents of {} "
            "({}).",
            tested.caught, tested.accidents, tested.tested_on, percent_text(tested.share, 1, language_));
    }

    /// What the accident register cannot say, where it is among the sources.
    [[nodiscard]] std::string register_limits() const {
        std::size_t in_totals_only = 0;
        bool has_register = false;
        for (const auto& receipt : project_.region->receipts) {
            if (!receipt.profile.starts_with("bron")) continue;
            has_register = true;
            in_totals_only += receipt.unplaced;
        }
        if (!has_register) return {};
        std::string list =
            item(std::string(say("Het openbare ongevallenregister BRON kent geen datum en geen uur; het uur van een "
                                 "controle komt uit klachten, licht en instellingen.",
                                 "The public accident register BRON has no date and no hour; the hour of a check comes "
                                 "from complaints, light and settings.")));
        list +=
            item(std::string(say("BRON legt een ongeval op een kruispunt, op het midden van een wegvak of op een "
                                 "hectometerpaal (tot 100 m ernaast).",
                                 "BRON places an accident on a junction, the middle of a road section or a hectometre "
                                 "post (up to 100 m off).")));
        list += item(std::string(
            say("Ongeveer 90\u00a0% van de dodelijke ongevallen staat in BRON, en veel minder van de lichte.",
                "About 90% of fatal accidents are in BRON, and far fewer of the light ones.")));
        if (in_totals_only > 0)
            list += item(sentence(
                "{} ongevallen zijn alleen op straat of gemeente geregistreerd: zij tellen in totalen, niet in "
                "plekken.",
                "{} accidents are registered by street or municipality only: they count in totals, not in places.",
                in_totals_only));
        return list;
    }

    [[nodiscard]] std::string provenance() const {
        const Provenance& from = project_.provenance;
        std::string facts;
        const auto fact = [&](std::string_view dutch, std::string_view english, const std::string& content) {
            if (!content.empty()) facts += fmt::format("<dt>{}</dt><dd>{}</dd>\n", say(dutch, english), content);
        };
        fact("Gemaakt met", "Made with",
             "Baken " + escaped(from.version) + (from.libraries.empty() ? "" : " (" + escaped(from.libraries) + ")"));
        fact("Co\u00f6rdinaten", "Coordinates", escaped(from.operation));
        fact("Gegevens tot en met", "Data up to", escaped(data_date()));
        fact("Instellingen", "Settings",
             from.settings_sha256.empty() ? "" : "<code>" + escaped(from.settings_sha256) + "</code>");
        std::string rows;
        for (const auto& input : from.inputs)
            rows += fmt::format(
                "<tr><td class=\"when\">{}</td><td class=\"right\" "
                "data-is=\"{}\">{}</td><td><code>{}</code></td></tr>\n",
                escaped(std::filesystem::path(input.name).filename().string()), say("rijen", "rows"), input.rows,
                escaped(input.sha256));
        if (!rows.empty())
            rows = fmt::format(
                "<table class=\"stacks\">\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\" "
                "class=\"right\">{}</th>"
                "<th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n{}</tbody>\n</table>\n",
                say("Bestand", "File"), say("Rijen", "Rows"), rows);
        return titled("Herkomst", "Provenance", "<dl>\n" + facts + "</dl>\n" + rows);
    }

    const Project& project_;
    Language language_;
    std::vector<ClauseSection> sections_;
    std::map<CheckId, const Check*> check_of_;
};

}  // namespace

std::string certificate_page(const Project& project) { return Page(project).html(); }

}  // namespace baken
