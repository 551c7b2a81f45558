// The sheet of stretches of road.
#include "output/workbook_sheets.hpp"

#include "model/findings.hpp"
#include "output/findings_words.hpp"
#include "output/sheet_words.hpp"

namespace baken {

Sheet stretches_sheet(const Project& project) {
    const Language language = project.settings.language;
    const Findings& findings = *project.findings;
    const auto column = [&](const char* field, CellFormat format, double widest = 40) {
        return SheetColumn{.heading = heading_of(field, language), .format = format, .widest = widest};
    };
    const auto named = [&](std::string_view dutch, std::string_view english, CellFormat format) {
        return SheetColumn{.heading = std::string(says(language, dutch, english)), .format = format};
    };
    const std::string striking(says(language, "opvallend", "stands out")),
        doubtful(says(language, "kan toeval zijn", "may be chance"));
    Sheet sheet{.name = std::string(says(language, "Trajecten", "Stretches")),
                .columns = {named("Rang", "Rank", CellFormat::whole), column("municipality", CellFormat::text),
                            column("name", CellFormat::wrapped, 36), column("length_m", CellFormat::whole),
                            column("accidents", CellFormat::tenths), column("injury", CellFormat::whole),
                            named("Bij toeval te verwachten", "To expect by chance", CellFormat::tenths),
                            named("Keer zo veel", "Times as many", CellFormat::tenths),
                            named("Kans op vals alarm (q)", "False alarms (q)", CellFormat::share),
                            named("Oordeel", "Verdict", CellFormat::text), column("method", CellFormat::text),
                            named("Nummer", "Number", CellFormat::text)},
                .rows = {}};
    for (SheetColumn& one : sheet.columns)
        if (one.heading == says(language, "Oordeel", "Verdict"))
            one.marks = {{striking, Tone::attention}, {doubtful, Tone::quiet}};
    int rank = 0;
    for (const std::size_t row : stretches_by_rank(findings)) {
        const StretchFinding& one = findings.stretches[row];
        sheet.rows.push_back(
            {whole(++rank), text_cell_of(project.region->municipalities.at(one.municipality).name),
             text_cell_of(stretch_name(one, language)), one.length, one.accidents, whole(one.injury), one.expected,
             one.ratio, one.q_value, text_cell_of(one.q_value <= largest_q ? striking : doubtful),
             text_cell_of(code_word("stretches", "method", code_of(one.method), language)), text_cell_of(one.id)});
    }
    sheet.facts = {{.label = std::string(says(language, "Hele regio", "Whole region")),
                    .value = pattern_sentence(findings, language)}};
    return sheet;
}

}  // namespace baken
