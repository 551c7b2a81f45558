// The sheet of where the figures come from: what came in, what was left out, and by which rule.
#include "output/workbook_sheets.hpp"

#include "base/text.hpp"
#include "output/intake_words.hpp"
#include "output/sheet_words.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t rejected_shown = 50;  ///< of each source

std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

std::string_view kind_word(const std::string& kind, Language language) {
    if (kind == "accidents") return says(language, "ongevallen", "accidents");
    if (kind == "complaints") return says(language, "klachten", "complaints");
    if (kind == "measurements") return says(language, "snelheidsmetingen", "speed measurements");
    if (kind == "schools") return says(language, "scholen", "schools");
    if (kind == "roads") return says(language, "wegen", "roads");
    if (kind == "boundaries") return says(language, "gemeentegrenzen", "boundaries");
    return kind;
}

std::string notes_of(const Receipt& receipt, Language language) {
    std::vector<std::string> notes;
    for (const std::string& note : receipt.notes) notes.push_back(intake_words(note, language));
    return joined(notes, "; ");
}

std::vector<SheetColumn> source_columns(Language language) {
    const auto named = [&](std::string_view dutch, std::string_view english, CellFormat format, double widest = 30) {
        return SheetColumn{.heading = std::string(says(language, dutch, english)), .format = format, .widest = widest};
    };
    std::vector<SheetColumn> columns{named("Bron", "Source", CellFormat::wrapped, 30),
                                     named("Soort", "Kind", CellFormat::text),
                                     named("Profiel", "Profile", CellFormat::text),
                                     named("Gelezen", "Read", CellFormat::whole),
                                     named("Geplaatst", "Placed", CellFormat::whole),
                                     named("Alleen in totalen", "In totals only", CellFormat::whole),
                                     named("Afgekeurd", "Rejected", CellFormat::whole),
                                     named("Dubbel", "Duplicate", CellFormat::whole),
                                     named("Buiten de regio", "Outside the region", CellFormat::whole),
                                     named("Weggelaten", "Left out", CellFormat::whole),
                                     named("Telling", "Count", CellFormat::text),
                                     named("Codering", "Encoding", CellFormat::text),
                                     named("Co\u00f6rdinaten", "Coordinates", CellFormat::text),
                                     named("Opmerkingen", "Notes", CellFormat::wrapped, 44),
                                     named("SHA-256 van het bestand", "SHA-256 of the file", CellFormat::wrapped, 34)};
    columns[10].marks = {{std::string(says(language, "klopt niet", "not balanced")), Tone::attention},
                         {std::string(says(language, "klopt", "balanced")), Tone::good}};
    return columns;
}

class Facts {
public:
    explicit Facts(Language language) : language_(language) {}

    void add(std::string_view dutch, std::string_view english, std::string_view content) {
        if (!content.empty()) all_.push_back({std::string(says(language_, dutch, english)), std::string(content)});
    }
    [[nodiscard]] std::vector<SheetFact> all() && { return std::move(all_); }

private:
    Language language_;
    std::vector<SheetFact> all_;
};

void add_left_out(Facts& facts, const std::vector<Receipt>& receipts, Language language) {
    for (const Receipt& receipt : receipts) {
        for (const auto& [rule, rows] : receipt.filtered_by)
            facts.add("Weggelaten", "Left out",
                      fmt::format(fmt::runtime(says(language, "{}: {} rijen ({})", "{}: {} rows ({})")),
                                  file_name(receipt.source), rows, intake_words(rule, language)));
        const auto& rejected = receipt.rejected_rows;
        for (std::size_t i = 0; i < std::min(rejected.size(), rejected_shown); ++i)
            facts.add(
                "Afgekeurd", "Rejected",
                fmt::format(fmt::runtime(says(language, "{}, regel {}: {}", "{}, line {}: {}")),
                            file_name(receipt.source), rejected[i].line, intake_words(rejected[i].reason, language)));
        if (rejected.size() > rejected_shown)
            facts.add("Afgekeurd", "Rejected",
                      fmt::format(fmt::runtime(says(language, "{}: nog {} rijen; het projectbestand heeft ze alle",
                                                    "{}: {} rows more; the project file has them all")),
                                  file_name(receipt.source), rejected.size() - rejected_shown));
    }
}

}  // namespace

Sheet sources_sheet(const Project& project) {
    const Language language = project.settings.language;
    Sheet sheet{
        .name = std::string(says(language, "Bronnen", "Sources")), .columns = source_columns(language), .rows = {}};
    for (const Receipt& receipt : project.region->receipts)
        sheet.rows.push_back({text_cell_of(file_name(receipt.source)), text_cell_of(kind_word(receipt.kind, language)),
                              text_cell_of(receipt.profile), whole(receipt.read), whole(receipt.placed),
                              whole(receipt.unplaced), whole(receipt.rejected), whole(receipt.duplicate),
                              whole(receipt.outside_region), whole(receipt.filtered),
                              text_cell_of(receipt.is_balanced() ? says(language, "klopt", "balanced")
                                                                 : says(language, "klopt niet", "not balanced")),
                              text_cell_of(receipt.encoding), text_cell_of(receipt.crs),
                              text_cell_of(notes_of(receipt, language)), text_cell_of(receipt.sha256)});

    const Provenance& from = project.provenance;
    Facts facts(language);
    facts.add("Plan", "Plan", project.settings.name);
    facts.add("Gegevens tot en met", "Data up to", from.data_date);
    facts.add("Gemaakt met", "Made with",
              fmt::format("Baken {}{}", from.version, from.libraries.empty() ? "" : " (" + from.libraries + ")"));
    for (const std::string& note : from.notes) facts.add("Let op", "Note", note);
    facts.add("Omrekening van co\u00f6rdinaten", "Conversion of coordinates", from.operation);
    facts.add("Instellingen (SHA-256)", "Settings (SHA-256)", from.settings_sha256);
    const auto& receipts = project.region->receipts;
    for (const InputFile& input : from.inputs)
        if (std::none_of(receipts.begin(), receipts.end(),
                         [&](const Receipt& receipt) { return receipt.sha256 == input.sha256; }))
            facts.add("Invoer (SHA-256)", "Input (SHA-256)",
                      fmt::format(fmt::runtime(says(language, "{}, {} rijen: {}", "{}, {} rows: {}")),
                                  file_name(input.name), input.rows, input.sha256));
    add_left_out(facts, receipts, language);
    facts.add("Niet in dit bestand", "Not in this file",
              says(language, "wie er klaagde, vrije tekst van meldingen en het geheime startgetal van het plan",
                   "who complained, free text of reports and the plan's secret starting number"));
    sheet.facts = std::move(facts).all();
    return sheet;
}

}  // namespace baken
