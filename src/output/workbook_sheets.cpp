// The sheets of what will be done: checks, and the places they are at.
#include "output/workbook_sheets.hpp"

#include "base/text.hpp"
#include "output/look.hpp"
#include "output/sheet_words.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace baken {

namespace {

std::int64_t fines_of(const CheckResult& result) {
    std::int64_t all = 0;
    for (const auto& fines : result.fines) all += fines.count;
    return all;
}

std::string kinds_of_fines(const CheckResult& result) {
    std::vector<std::string> parts;
    for (const auto& fines : result.fines) parts.push_back(fines.kind + " " + std::to_string(fines.count));
    return joined(parts, ", ");
}

std::vector<SheetColumn> plan_columns(Language language, bool has_results) {
    const auto column = [&](const char* field, CellFormat format, double widest = 40) {
        return SheetColumn{.heading = heading_of(field, language), .format = format, .widest = widest};
    };
    const auto named = [&](std::string_view dutch, std::string_view english, CellFormat format, double widest = 40) {
        return SheetColumn{.heading = std::string(says(language, dutch, english)), .format = format, .widest = widest};
    };
    std::vector<SheetColumn> columns{column("date", CellFormat::day),
                                     named("Van", "From", CellFormat::clock),
                                     named("Tot", "Until", CellFormat::clock),
                                     column("municipality", CellFormat::text),
                                     column("site_name", CellFormat::wrapped, 30),
                                     column("theme", CellFormat::wrapped, 20),
                                     column("kind", CellFormat::wrapped, 18),
                                     column("campaign", CellFormat::wrapped, 24),
                                     column("crew", CellFormat::wrapped, 14),
                                     column("partners", CellFormat::wrapped, 12),
                                     named("In het donker", "In the dark", CellFormat::share),
                                     column("status", CellFormat::text),
                                     column("locked", CellFormat::text)};
    for (SheetColumn& one : columns)
        if (one.heading == heading_of("status", language))
            one.marks = {{code_word("checks", "status", code_of(CheckStatus::done), language), Tone::good},
                         {code_word("checks", "status", code_of(CheckStatus::cancelled), language), Tone::quiet}};
    if (has_results)
        for (SheetColumn& one : std::vector<SheetColumn>{
                 column("vehicles", CellFormat::whole), column("tests", CellFormat::whole),
                 column("fines", CellFormat::whole), column("fines_by_kind", CellFormat::wrapped, 28),
                 column("warnings", CellFormat::whole), column("result_remark", CellFormat::wrapped, 40)})
            columns.push_back(std::move(one));
    columns.push_back(named("Controlenummer", "Check number", CellFormat::text));
    columns.push_back(column("reason", CellFormat::free, 80));
    // What is done and found belongs on paper; the long reasons are for the screen.
    for (SheetColumn& one : columns)
        if (one.heading == heading_of("reason", language)) one.is_printed = false;
    return columns;
}

/// Theme words, the heaviest first; all of them would say nothing.
std::string heaviest_themes(const Hotspot& hotspot, Language language) {
    constexpr std::size_t shown = 3;
    std::vector<Theme> themes(all_themes.begin(), all_themes.end());
    std::erase_if(themes, [&](Theme theme) { return hotspot.theme_weight[index_of(theme)] <= 0; });
    std::stable_sort(themes.begin(), themes.end(), [&](Theme a, Theme b) {
        return hotspot.theme_weight[index_of(a)] > hotspot.theme_weight[index_of(b)];
    });
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(shown, themes.size()); ++i) words.emplace_back(name_of(themes[i], language));
    return joined(words, ", ");
}

std::vector<SheetColumn> hotspot_columns(Language language) {
    const auto column = [&](const char* field, CellFormat format, double widest = 40) {
        return SheetColumn{.heading = heading_of(field, language), .format = format, .widest = widest};
    };
    const auto named = [&](std::string_view dutch, std::string_view english, CellFormat format, double widest = 40) {
        return SheetColumn{.heading = std::string(says(language, dutch, english)), .format = format, .widest = widest};
    };
    std::vector<SheetColumn> columns{column("municipality", CellFormat::text),
                                     named("Rang", "Rank", CellFormat::whole),
                                     column("name", CellFormat::wrapped, 32),
                                     named("Controles dit jaar", "Checks this year", CellFormat::whole),
                                     column("accidents", CellFormat::whole),
                                     column("fatal", CellFormat::whole),
                                     column("injury", CellFormat::whole),
                                     column("damage_only", CellFormat::whole),
                                     column("complaints", CellFormat::whole),
                                     named("Melders", "Complainants", CellFormat::whole),
                                     named("Belangrijkste thema's", "Main themes", CellFormat::wrapped, 36),
                                     column("road_manager", CellFormat::text),
                                     named("Limiet (km/u)", "Limit (km/h)", CellFormat::whole),
                                     column("enforceable", CellFormat::wrapped, 16),
                                     column("status", CellFormat::text),
                                     column("remark", CellFormat::wrapped, 28),
                                     named("Geschatte ongevallen", "Estimated accidents", CellFormat::tenths),
                                     named("Minstens (95 %)", "At least (95%)", CellFormat::tenths),
                                     named("Hoogstens (95 %)", "At most (95%)", CellFormat::tenths),
                                     named("Kans op meer dan gewoon", "Chance of more than usual", CellFormat::share),
                                     named("Beste rang", "Best rank", CellFormat::whole),
                                     named("Slechtste rang", "Worst rank", CellFormat::whole),
                                     column("dark_share", CellFormat::share),
                                     named("Met fietser", "With a cyclist", CellFormat::whole),
                                     named("Met voetganger", "With a pedestrian", CellFormat::whole),
                                     named("Met brom- of snorfietser", "With a moped rider", CellFormat::whole),
                                     named("Gemeten V85 (km/u)", "Measured V85 (km/h)", CellFormat::tenths),
                                     column("share_over", CellFormat::share),
                                     named("Afstand tot school (m)", "Distance to school (m)", CellFormat::whole),
                                     column("quadrant", CellFormat::wrapped, 24),
                                     column("black_spot_norm", CellFormat::wrapped, 18),
                                     named("Nummer", "Number", CellFormat::text),
                                     column("reason", CellFormat::wrapped, 70)};
    columns[16].is_printed = false;  // the figures behind the choice are for the screen
    for (SheetColumn& one : columns) {
        if (one.heading == heading_of("status", language))
            one.marks = {{code_word("hotspots", "status", "accepted", language), Tone::good},
                         {code_word("hotspots", "status", "rejected", language), Tone::quiet}};
        if (one.heading == heading_of("enforceable", language))
            one.marks = {{code_word("hotspots", "enforceable", "no", language), Tone::attention}};
    }
    return columns;
}

}  // namespace

Sheet plan_sheet(const Project& project) {
    const Language language = project.settings.language;
    const auto& checks = project.plan.checks;
    const bool has_results =
        std::any_of(checks.begin(), checks.end(), [](const Check& check) { return check.result.has_value(); });
    Sheet sheet{.name = "Plan", .columns = plan_columns(language, has_results), .rows = {}};
    for (const Check& check : checks) {
        std::vector<SheetCell> row{check.date,
                                   ClockTime{check.start},
                                   ClockTime{check.end},
                                   text_cell_of(project.region->municipalities.at(check.municipality).name),
                                   text_cell_of(project.hotspots.at(check.hotspot).name),
                                   text_cell_of(name_of(check.theme, language)),
                                   text_cell_of(name_of(check.kind, language)),
                                   text_cell_of(check.campaign),
                                   text_cell_of(project.settings.crew_name(check.crew)),
                                   text_cell_of(check.partners),
                                   check.dark_share,
                                   text_cell_of(code_word("checks", "status", code_of(check.status), language)),
                                   text_cell_of(check.is_locked ? says(language, "ja", "yes") : "")};
        if (has_results) {
            if (check.result) {
                const CheckResult& result = *check.result;
                row.insert(row.end(),
                           {whole(result.vehicles), whole(result.tests), fines_of(result),
                            text_cell_of(kinds_of_fines(result)), whole(result.warnings), text_cell_of(result.remark)});
            } else {
                row.resize(row.size() + 6);
            }
        }
        row.push_back(text_cell_of(check.id.text));
        row.push_back(text_cell_of(check.reason));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

Sheet hotspots_sheet(const Project& project) {
    const Language language = project.settings.language;
    Sheet sheet{.name = std::string(says(language, "Aandachtslocaties", "Hotspots")),
                .columns = hotspot_columns(language),
                .rows = {}};
    std::map<std::size_t, std::int64_t> checks;
    for (const Check& check : project.plan.checks)
        if (check.status != CheckStatus::cancelled) ++checks[check.hotspot];
    const auto number = [](const std::optional<double>& known) { return known ? SheetCell(*known) : SheetCell(); };
    for (std::size_t i = 0; i < project.hotspots.size(); ++i) {
        const Hotspot& h = project.hotspots[i];
        sheet.rows.push_back({text_cell_of(project.region->municipalities.at(h.municipality).name),
                              whole(h.rank),
                              text_cell_of(h.name),
                              checks[i],
                              whole(h.accidents),
                              whole(h.fatal),
                              whole(h.injury),
                              whole(h.damage_only),
                              whole(h.complaints),
                              whole(h.complainants),
                              text_cell_of(heaviest_themes(h, language)),
                              h.road_manager ? text_cell_of(name_of(*h.road_manager, language)) : SheetCell(),
                              h.speed_limit ? whole(*h.speed_limit) : SheetCell(),
                              text_cell_of(code_word("hotspots", "enforceable", h.enforceable, language)),
                              text_cell_of(code_word("hotspots", "status", h.status, language)),
                              text_cell_of(h.remark),
                              h.expected,
                              h.has_interval() ? SheetCell(h.expected_low) : SheetCell(),
                              h.has_interval() ? SheetCell(h.expected_high) : SheetCell(),
                              h.prob_above,
                              whole(h.rank_best),
                              whole(h.rank_worst),
                              number(h.dark_share),
                              whole(h.with_bicycle),
                              whole(h.with_pedestrian),
                              whole(h.with_moped),
                              number(h.v85),
                              number(h.share_over),
                              h.school_distance ? whole(std::lround(*h.school_distance)) : SheetCell(),
                              text_cell_of(name_of(h.quadrant, language)),
                              text_cell_of(h.black_spot_norm),
                              text_cell_of(h.id.text),
                              text_cell_of(h.reason)});
    }
    return sheet;
}

}  // namespace baken
