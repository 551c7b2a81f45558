// The sheets of what was agreed and what it asks of the crews; their figures are those of the charts.
#include "output/workbook_sheets.hpp"

#include "output/series_plan.hpp"
#include "output/sheet_words.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

std::string_view met_word(Language language) { return says(language, "gehaald", "met"); }
std::string_view short_word(Language language) { return says(language, "te weinig", "short"); }

/// "gehaald", or "te weinig: 1 van 3".
std::string state_of(const Progress& progress, Language language) {
    if (progress.is_met()) return std::string(met_word(language));
    return fmt::format(fmt::runtime(says(language, "te weinig: {} van {}", "short: {} of {}")), progress.counted(),
                       progress.required);
}

std::vector<SheetCell> cells_of(const Progress& progress, Language language) {
    return {whole(progress.required),  whole(progress.planned),   whole(progress.done),
            whole(progress.cancelled), whole(progress.counted()), text_cell_of(state_of(progress, language))};
}

void add(Progress& sum, const Progress& one) {
    sum.required += one.required;
    sum.planned += one.planned;
    sum.done += one.done;
    sum.cancelled += one.cancelled;
}

std::vector<SheetColumn> quota_columns(Language language) {
    const auto count = [&](std::string_view dutch, std::string_view english) {
        return SheetColumn{
            .heading = std::string(says(language, dutch, english)), .format = CellFormat::whole, .widest = 14};
    };
    const auto state = [&](std::string_view dutch, std::string_view english) {
        return SheetColumn{.heading = std::string(says(language, dutch, english)),
                           .format = CellFormat::text,
                           .widest = 24,
                           .marks = {{std::string(met_word(language)), Tone::good},
                                     {std::string(short_word(language)), Tone::attention}}};
    };
    return {{.heading = heading_of("municipality", language), .format = CellFormat::text},
            count("Norm: afgesproken", "Quota: agreed"),
            count("Norm: nog gepland", "Quota: still planned"),
            count("Norm: gedaan", "Quota: done"),
            count("Norm: vervallen", "Quota: cancelled"),
            count("Norm: telt mee", "Quota: counts"),
            state("Norm: stand", "Quota: state"),
            count("Donkere dagen: afgesproken", "Dark days: agreed"),
            count("Donkere dagen: nog gepland", "Dark days: still planned"),
            count("Donkere dagen: gedaan", "Dark days: done"),
            count("Donkere dagen: vervallen", "Dark days: cancelled"),
            count("Donkere dagen: telt mee", "Dark days: counts"),
            state("Donkere dagen: stand", "Dark days: state")};
}

/// What a plan cannot meet belongs beside the figures that show it.
std::vector<SheetFact> shortfalls(const Plan& plan, Language language) {
    std::vector<SheetFact> facts;
    const auto add_all = [&](const std::vector<Unmet>& found, std::string_view dutch, std::string_view english) {
        for (const Unmet& one : found) {
            const std::string help =
                one.relaxation.empty()
                    ? ""
                    : fmt::format(" {}: {}", says(language, "Wat helpt", "What helps"), one.relaxation);
            facts.push_back({std::string(says(language, dutch, english)), one.text + help});
        }
    };
    add_all(plan.unmet, "Niet gehaald", "Not met");
    add_all(plan.unvisited, "Klachten zonder controle", "Complaints, no check");
    return facts;
}

std::string_view week_state(const CrewWeek& week, Language language) {
    if (week.load() > week.capacity) return says(language, "te vol", "overfull");
    if (week.capacity == 0) return says(language, "niet beschikbaar", "not available");
    if (week.load() == week.capacity) return says(language, "vol", "full");
    if (week.load() == 0) return says(language, "vrij", "free");
    return says(language, "ruimte", "room left");
}

std::vector<SheetColumn> load_columns(Language language) {
    const auto named = [&](std::string_view dutch, std::string_view english, CellFormat format) {
        return SheetColumn{.heading = std::string(says(language, dutch, english)), .format = format, .widest = 16};
    };
    std::vector<SheetColumn> columns{{.heading = heading_of("crew", language), .format = CellFormat::text},
                                     named("Week", "Week", CellFormat::whole),
                                     named("Maandag", "Monday", CellFormat::day),
                                     named("Gepland", "Planned", CellFormat::whole),
                                     named("Gedaan", "Done", CellFormat::whole),
                                     named("Vervallen", "Cancelled", CellFormat::whole),
                                     named("Op de 24-uursactie", "On the 24-hour action", CellFormat::whole),
                                     named("Capaciteit", "Capacity", CellFormat::whole),
                                     named("Bezetting", "Load", CellFormat::share),
                                     named("Stand", "State", CellFormat::text)};
    columns.back().marks = {{std::string(says(language, "te vol", "overfull")), Tone::attention},
                            {std::string(says(language, "vol", "full")), Tone::good},
                            {std::string(says(language, "niet", "not")), Tone::quiet}};
    return columns;
}

}  // namespace

Sheet quota_sheet(const Project& project) {
    const Language language = project.settings.language;
    Sheet sheet{.name = std::string(says(language, "Norm", "Quota")), .columns = quota_columns(language), .rows = {}};
    const auto line = [&](std::string_view name, const Progress& quota, const Progress& dark_days) {
        std::vector<SheetCell> row{text_cell_of(name)};
        for (const Progress* one : {&quota, &dark_days})
            for (SheetCell& cell : cells_of(*one, language)) row.push_back(std::move(cell));
        return row;
    };
    Progress quota, dark_days;
    bool all_met = true, all_dark_met = true;
    for (const MunicipalityProgress& row : quota_progress(project)) {
        sheet.rows.push_back(line(row.name, row.quota, row.dark_days));
        add(quota, row.quota);
        add(dark_days, row.dark_days);
        all_met = all_met && row.quota.is_met();
        all_dark_met = all_dark_met && row.dark_days.is_met();
    }
    // Enough checks in all may still leave one municipality short: the totals do not say that it is met.
    sheet.totals = line(says(language, "Regio", "Region"), quota, dark_days);
    if (!all_met) sheet.totals[6] = SheetCell();
    if (!all_dark_met) sheet.totals[12] = SheetCell();
    sheet.facts = shortfalls(project.plan, language);
    return sheet;
}

Sheet load_sheet(const Project& project) {
    const Language language = project.settings.language;
    Sheet sheet{
        .name = std::string(says(language, "Belasting", "Load")), .columns = load_columns(language), .rows = {}};
    for (const CrewLoad& crew : crew_loads(project))
        for (const CrewWeek& week : crew.weeks)
            sheet.rows.push_back(
                {text_cell_of(crew.name), whole(week.week.week), week.monday, whole(week.planned), whole(week.done),
                 whole(week.cancelled), whole(week.on_region_day), whole(week.capacity),
                 week.capacity > 0 ? SheetCell(static_cast<double>(week.load()) / week.capacity) : SheetCell(),
                 text_cell_of(week_state(week, language))});
    return sheet;
}

}  // namespace baken
