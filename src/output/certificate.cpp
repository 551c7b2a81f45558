#include "output/certificate.hpp"

#include "output/certificate_groups.hpp"
#include "output/page.hpp"
#include "output/page_notes.hpp"
#include "output/page_plan.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace baken {

namespace {

class CertificatePage {
public:
    CertificatePage(const Project& project, PageFor target)
        : project_(project), parts_(project.settings.language, target), sections_(sections_of(project.certificate)) {
        for (const auto& check : project.plan.checks) check_of_.emplace(check.id, &check);
    }

    [[nodiscard]] std::string html() const {
        return parts_.document(
            parts_.say("Certificaat", "Certificate"), project_.settings.name, head(), {},
            parts_.section("unmet",
                           parts_.say("Wat niet lukt, en wat zou helpen", "What cannot be met, and what would help"),
                           unmet_list(project_, parts_)) +
                clauses() +
                parts_.section(
                    "unvisited",
                    parts_.say("Plekken met klachten zonder controle", "Places with complaints and no check"),
                    unvisited_list(project_, parts_)) +
                parts_.section("checks", parts_.say("De controles", "The checks"),
                               check_tables(project_, parts_, WithReasons::no)) +
                parts_.section("certainty", parts_.say("Hoe zeker is dit", "How sure is this"), parts_.list(notes())) +
                parts_.section("provenance", parts_.say("Herkomst", "Provenance"), provenance_facts(project_, parts_)));
    }

private:
    [[nodiscard]] std::string head() const {
        const auto& all = project_.certificate.clauses;
        const auto missed = std::count_if(all.begin(), all.end(), [](const Clause& clause) { return !clause.ok; });
        std::vector<PageParts::Tile> tiles;
        for (const auto& section : sections_)
            if (section.group != ClauseGroup::prohibitions) tiles.push_back(tile(section));
        return fmt::format(
            "<p class=\"eyebrow\">{}</p>\n<h1>{}</h1>\n<p class=\"soft\">{}</p>\n{}{}",
            parts_.say("Certificaat van het controleplan", "Certificate of the plan of checks"),
            escaped(project_.settings.name), subtitle(project_, parts_),
            parts_.verdict(missed == 0, missed == 0 ? parts_.sentence("Alle {} bepalingen zijn gehaald",
                                                                      "All {} clauses are met", all.size())
                                                    : parts_.sentence("{} van {} bepalingen niet gehaald",
                                                                      "{} of {} clauses not met", missed, all.size())),
            parts_.tiles(tiles));
    }

    [[nodiscard]] PageParts::Tile tile(const ClauseSection& section) const {
        PageParts::Tile tile{.figure = fmt::format("{}/{}", section.met(), section.required()),
                             .name = std::string(title_of(section.group, parts_.language()))};
        tile.is_good = section.ok();
        tile.is_neutral = section.ok() && section.met() < section.required();
        tile.state = !section.ok()     ? "\u2717 " + parts_.say("niet gehaald", "not met")
                     : tile.is_neutral ? "\u2013 " + parts_.say("de rest is toegelicht", "the rest is explained")
                                       : "\u2713 " + parts_.say("gehaald", "met");
        return tile;
    }

    [[nodiscard]] std::string mark(const Clause& clause) const {
        const bool is_prohibition = group_of(clause) == ClauseGroup::prohibitions;
        const auto written = [&](std::string_view look, std::string_view sign, const std::string& words) {
            return fmt::format("<span class=\"{}{}\">{} {}</span>", parts_.is_print() ? "" : "mark ", look, sign,
                               words);
        };
        if (!clause.ok)
            return written("no", "\u2717",
                           is_prohibition ? parts_.say("overtreden", "broken") : parts_.say("niet gehaald", "not met"));
        // A complaint site may go without a check when the reason is told; that is neither met nor broken.
        if (!is_prohibition && clause.met < clause.required)
            return written("soft", "\u2013", parts_.say("toegelicht", "explained"));
        return written("yes", "\u2713",
                       is_prohibition ? parts_.say("in orde", "in order") : parts_.say("gehaald", "met"));
    }

    [[nodiscard]] std::string clauses() const {
        std::string text;
        for (const auto& section : sections_) {
            const std::string title(title_of(section.group, parts_.language()));
            text += parts_.section(fmt::format("clauses-{}", static_cast<int>(section.group)), title,
                                   clause_table(section, title));
        }
        return text;
    }

    /// Prohibitions ask for no number; the checks that break one are named.
    [[nodiscard]] std::string clause_table(const ClauseSection& section, const std::string& title) const {
        const bool is_counted = section.group != ClauseGroup::prohibitions;
        const bool has_checks = std::any_of(section.clauses.begin(), section.clauses.end(),
                                            [](const Clause* clause) { return !clause->checks.empty(); });
        PageTable table{.caption = title, .has_visible_caption = false, .name_column = 1};
        table.columns = {{.head = parts_.say("Stand", "State"), .width = 15, .is_kept = true},
                         {.head = parts_.say("Bepaling", "Clause"), .width = has_checks ? 36 : 0}};
        if (has_checks) table.columns.push_back({.head = parts_.say("Controles", "Checks")});
        if (is_counted)
            table.columns.push_back(
                {.head = parts_.say("Gehaald", "Met"), .width = 10, .is_number = true, .is_kept = true});
        for (const auto* clause : section.clauses) {
            PageTable::Row row{.cells = {mark(*clause), escaped(clause->text)}};
            if (has_checks) row.cells.push_back(checks_of(*clause));
            if (is_counted) row.cells.push_back(fmt::format("{}/{}", clause->met, clause->required));
            table.rows.push_back(std::move(row));
        }
        return parts_.table(table);
    }

    [[nodiscard]] std::string checks_of(const Clause& clause) const {
        std::string text;
        for (const auto& id : clause.checks) {
            const auto found = check_of_.find(id);
            const std::string words =
                found == check_of_.end()
                    ? escaped(id.text)
                    : fmt::format("<b>{}</b> {}", short_day_text(found->second->date, parts_.language()),
                                  escaped(project_.hotspots.at(found->second->hotspot).name));
            if (parts_.is_print())
                text += (text.empty() ? "" : "<br>") + words;
            else if (found == check_of_.end())
                text += "<li>" + words + "</li>";
            else
                text += fmt::format("<li><a href=\"#{}\">{}</a></li>", escaped(id.text), words);
        }
        return text.empty() || parts_.is_print() ? text : "<ul class=\"by\">" + text + "</ul>";
    }

    [[nodiscard]] std::vector<std::string> notes() const {
        std::vector<std::string> notes = certainty_notes(project_, parts_);
        notes.push_back(parts_.say(
            "Dit certificaat is gemaakt met code die niets deelt met die van de planner: zij kent alleen de "
            "instellingen, de "
            "kalender, de plekken en de controles.",
            "This certificate was made by code that shares nothing with the planner's: it knows only the settings, the "
            "calendar, the places and the checks."));
        for (std::string& note : register_notes(project_, parts_)) notes.push_back(std::move(note));
        return notes;
    }

    const Project& project_;
    PageParts parts_;
    std::vector<ClauseSection> sections_;
    std::map<CheckId, const Check*> check_of_;
};

}  // namespace

std::string certificate_page(const Project& project, PageFor target) { return CertificatePage(project, target).html(); }

}  // namespace baken
