#include "print/print.hpp"

#include "base/error.hpp"
#include "print/office.hpp"
#include "print/plain.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

std::string remark_on(const std::string& why, Language language) {
    return fmt::format(
        fmt::runtime(says(
            language, "{}: de PDF's zijn eenvoudig gemaakt, zonder opbouw voor een schermlezer en zonder Word-bestand.",
            "{}: the PDFs are plain, without the structure that a screen reader uses and without Word "
            "files.")),
        why);
}

}  // namespace

PrintReport print_pages(std::span<const PrintJob> jobs, const Printer& printer, const Work& work) {
    if (jobs.empty()) return {.by = printer.office ? PrintedBy::libreoffice : PrintedBy::plain};
    std::string why(says(printer.language, "LibreOffice is niet gevonden", "LibreOffice was not found"));
    if (printer.office) {
        try {
            return {.by = PrintedBy::libreoffice, .written = print_with_office(jobs, *printer.office, printer, work)};
        } catch (const IoError& error) {
            why = fmt::format("{} ({})", says(printer.language, "LibreOffice lukte niet", "LibreOffice failed"),
                              error.what());
        }
    }
    PrintReport report{.by = PrintedBy::plain, .written = print_plainly(jobs, printer, work)};
    report.remark = remark_on(why, printer.language);
    for (const PrintJob& job : jobs)
        if (job.docx) report.left_out.push_back(*job.docx);
    return report;
}

}  // namespace baken
