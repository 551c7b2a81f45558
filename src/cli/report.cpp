#include "cli/report.hpp"

#include "base/text.hpp"
#include "cli/table.hpp"
#include "output/findings_words.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace baken {

namespace {

std::string day_text(Date date, Language language) {
    static constexpr std::array<std::string_view, 7> dutch{"ma", "di", "wo", "do", "vr", "za", "zo"};
    static constexpr std::array<std::string_view, 7> english{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const std::size_t day = weekday_of(date) - 1;
    return fmt::format("{} {:02}-{:02}-{}", says(language, dutch[day], english[day]), day_of_month(date),
                       month_of(date), year_of(date));
}

std::string percent(double share, Language language) {
    return fixed_text(share * 100, 1, language == Language::nl) + " %";
}

std::string source_report(const Receipt& receipt, Language language) {
    std::string text = fmt::format("{} ({}, {}", receipt.source, receipt.kind, receipt.profile);
    if (!receipt.encoding.empty()) text += ", " + receipt.encoding;
    if (!receipt.crs.empty()) text += ", " + receipt.crs;
    text += ")\n";
    const auto count = [&](std::string_view dutch, std::string_view english, std::size_t rows) {
        if (rows > 0) text += fmt::format("  {:<28}{:>9}\n", says(language, dutch, english), rows);
    };
    text += fmt::format("  {:<28}{:>9}\n", says(language, "gelezen", "read"), receipt.read);
    text += fmt::format("  {:<28}{:>9}\n", says(language, "geplaatst", "placed"), receipt.placed);
    count("alleen in totalen", "in totals only", receipt.unplaced);
    count("afgekeurd", "rejected", receipt.rejected);
    count("dubbel", "duplicate", receipt.duplicate);
    count("buiten de regio", "outside the region", receipt.outside_region);
    count("weggelaten door een regel", "left out by a rule", receipt.filtered);
    for (const auto& [rule, rows] : receipt.filtered_by) text += fmt::format("    {:<40}{:>7}\n", rule, rows);
    constexpr std::size_t shown = 10;
    for (std::size_t i = 0; i < std::min(shown, receipt.rejected_rows.size()); ++i) {
        const RejectedRow& row = receipt.rejected_rows[i];
        text +=
            fmt::format(fmt::runtime(says(language, "    regel {}: {}\n", "    line {}: {}\n")), row.line, row.reason);
    }
    if (receipt.rejected_rows.size() > shown)
        text += fmt::format(fmt::runtime(says(language, "    ... en nog {} (alle met --json)\n",
                                              "    ... and {} more (all with --json)\n")),
                            receipt.rejected_rows.size() - shown);
    std::vector<std::string> empty;
    for (const auto& column : receipt.columns)
        if (column.filled == 0) empty.push_back(column.column);
    if (!empty.empty())
        text += fmt::format("  {} {}\n", says(language, "leeg in dit bestand:", "empty in this file:"),
                            joined(empty, ", "));
    for (const auto& note : receipt.notes) text += "  " + note + "\n";
    return text;
}

std::string totals_report(const Project& project, Language language) {
    struct Count {
        int fatal = 0, injury = 0, damage_only = 0, complaints = 0;
    };
    std::vector<Count> counts(project.region->municipalities.size());
    for (const auto& accident : project.region->accidents) {
        Count& count = counts[accident.municipality];
        (accident.outcome == Outcome::fatal    ? count.fatal
         : accident.outcome == Outcome::injury ? count.injury
                                               : count.damage_only)++;
    }
    for (const auto& complaint : project.region->complaints) ++counts[complaint.municipality].complaints;
    Table table({std::string(says(language, "gemeente", "municipality")),
                 std::string(says(language, "dodelijk", "fatal")), std::string(says(language, "letsel", "injury")),
                 "UMS", std::string(says(language, "klachten", "complaints"))});
    table.align_right({1, 2, 3, 4});
    for (std::size_t i = 0; i < counts.size(); ++i)
        table.add({project.region->municipalities[i].name, std::to_string(counts[i].fatal),
                   std::to_string(counts[i].injury), std::to_string(counts[i].damage_only),
                   std::to_string(counts[i].complaints)});
    return table.text();
}

std::string foresight_sentence(const Foresight& foresight, Language language) {
    return fmt::format(
        fmt::runtime(says(
            language,
            "Voorspelkracht: de plekken gekozen uit eerdere jaren lagen bij {} van de {} letselongevallen van {} "
            "({}).\n",
            "Foresight: the places picked from earlier years were near {} of the {} injury accidents of {} ({}).\n")),
        foresight.caught, foresight.accidents, foresight.tested_on, percent(foresight.share, language));
}

}  // namespace

std::string receipt_report(const Project& project, Language language) {
    std::string text;
    for (const auto& receipt : project.region->receipts) text += source_report(receipt, language) + "\n";
    return text + totals_report(project, language);
}

std::string hotspot_report(const Project& project, Language language) {
    std::string text;
    for (std::uint32_t m = 0; m < project.region->municipalities.size(); ++m) {
        text += project.region->municipalities[m].name + "\n";
        Table table({"#", std::string(says(language, "plek", "place")),
                     std::string(says(language, "ongevallen", "accidents")),
                     std::string(says(language, "dodelijk", "fatal")), std::string(says(language, "letsel", "injury")),
                     std::string(says(language, "melders", "reporters")), "score", "EB", "q",
                     std::string(says(language, "rang", "rank"))});
        table.align_right({0, 2, 3, 4, 5, 6, 7, 8, 9});
        for (const auto& h : project.hotspots) {
            if (h.municipality != m) continue;
            const bool comma = language == Language::nl;
            table.add({std::to_string(h.rank), h.name, std::to_string(h.accidents), std::to_string(h.fatal),
                       std::to_string(h.injury), std::to_string(h.complainants), fixed_text(h.score, 2, comma),
                       fixed_text(h.expected, 1, comma), fixed_text(h.q_value, 2, comma),
                       fmt::format("{}-{}", h.rank_best, h.rank_worst)});
        }
        text += table.text() + "\n";
    }
    if (project.foresight) text += foresight_sentence(*project.foresight, language);
    const std::string missing = no_stretches(project, language);
    text += (missing.empty() ? stretches_sentence(*project.findings, language) : missing) + "\n";
    if (project.findings->pattern) text += pattern_sentence(*project.findings, language) + "\n";
    return text;
}

std::string plan_report(const Project& project, Language language) {
    Table table({std::string(says(language, "datum", "date")), std::string(says(language, "tijd", "time")),
                 std::string(says(language, "gemeente", "municipality")), std::string(says(language, "plek", "place")),
                 std::string(says(language, "thema", "theme")), std::string(says(language, "soort", "kind")),
                 std::string(says(language, "donker", "dark"))});
    table.align_right({6});
    for (const auto& check : project.plan.checks)
        table.add({day_text(check.date, language), clock_text(check.start) + "-" + clock_text(check.end),
                   project.region->municipalities[check.municipality].name, project.hotspots[check.hotspot].name,
                   std::string(name_of(check.theme, language)), std::string(name_of(check.kind, language)),
                   fixed_text(check.dark_share * 100, 0) + " %"});
    const SolverReport& solver = project.plan.solver;
    std::string text = table.text() + "\n";
    text += fmt::format(
        fmt::runtime(says(language,
                          "{} controles. Bewezen: geen plan is meer dan {:.2f} % beter dan het beste dat gevonden is "
                          "(kloof {:.2f} %). Het gekozen plan geeft daarvan {:.2f} % op om onvoorspelbaar te zijn.\n",
                          "{} checks. Proven: no plan is more than {:.2f} % better than the best one found "
                          "(gap {:.2f} %). The plan chosen gives up {:.2f} % of that to be unpredictable.\n")),
        project.plan.checks.size(), solver.gap * 100, solver.gap * 100,
        solver.best > 0 ? (1 - solver.value / solver.best) * 100 : 0.0);
    for (const auto& unmet : project.plan.unmet)
        text += fmt::format("{} {} {}\n", says(language, "NIET GEHAALD:", "NOT MET:"), unmet.text, unmet.relaxation);
    for (const auto& site : project.plan.unvisited) text += site.text + "\n";
    return text;
}

std::string certificate_report(const Project& project, Language language) {
    Table table({"", std::string(says(language, "bepaling", "clause")),
                 std::string(says(language, "vereist", "required")), std::string(says(language, "gehaald", "met")),
                 std::string(says(language, "controles", "checks"))});
    table.align_right({2, 3});
    for (const auto& clause : project.certificate.clauses) {
        std::vector<std::string> ids;
        for (const auto& id : clause.checks) ids.push_back(id.text);
        if (ids.size() > 4) ids = {ids[0], ids[1], ids[2], fmt::format("+{}", ids.size() - 3)};
        table.add({std::string(clause.ok ? says(language, "ja", "yes") : says(language, "NEE", "NO")), clause.text,
                   std::to_string(clause.required), std::to_string(clause.met), joined(ids, " ")});
    }
    return table.text() +
           (project.certificate.ok()
                ? std::string(says(language, "Alle bepalingen zijn gehaald.\n", "All clauses are met.\n"))
                : std::string(says(language, "Niet alle bepalingen zijn gehaald.\n", "Not all clauses are met.\n")));
}

std::string inspection_report(const Inspection& found, Language language) {
    std::string text = fmt::format("{}, {}", found.format, found.encoding);
    if (!found.separator.empty())
        text += fmt::format(", {} '{}'", says(language, "scheidingsteken", "separator"), found.separator);
    text += fmt::format(fmt::runtime(says(language, "\n{} rijen, {} kolommen\n", "\n{} rows, {} columns\n")),
                        found.rows, found.columns.size());
    text += fmt::format("CRS: {}\n{}: {}\n", found.crs.empty() ? "?" : found.crs, says(language, "profiel", "profile"),
                        found.profile);
    for (const auto& [ours, theirs] : found.mapping) text += fmt::format("  {:<20} <- {}\n", ours, theirs);
    for (const auto& warning : found.warnings)
        text += fmt::format("{} {}\n", says(language, "Let op:", "Note:"), warning);
    Table table(found.columns);
    for (const auto& row : found.first_rows) table.add(row);
    return text + "\n" + table.text();
}

}  // namespace baken
