#pragma once
/// The briefing sheets of a plan's checks as files.
///
///     brief(project, {.municipality = "Heumen"}, {BriefFormat::pdf}, "briefings", Overwrite::no, printer_here(),
///     work); write_briefings(project, checks_to_brief(project, {}), {}, staged.path() / "briefings", printer, work);
///     // in a pack

#include "base/work.hpp"
#include "geo/io/write_layer.hpp"
#include "model/project.hpp"
#include "print/print.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

enum class BriefFormat { pdf, docx, html };
[[nodiscard]] std::string_view code_of(BriefFormat);  ///< "pdf" "docx" "html"
[[nodiscard]] std::optional<BriefFormat> brief_format_from(std::string_view code);
/// Empty: these, pdf and docx, as far as the machine can.
using BriefFormats = std::set<BriefFormat>;

/// Empty: all checks that are not cancelled.
struct BriefChoice {
    std::vector<std::string> checks = {};  ///< ids
    std::string municipality = {};         ///< code, or the name as people write it
};

/// In the plan's order; they point into the project, which must outlive them. Throws SettingsError: no such check (with
/// the nearest), no such municipality, nothing left.
[[nodiscard]] std::vector<const Check*> checks_to_brief(const Project&, const BriefChoice&);

struct BriefReport {
    PrintedBy by = PrintedBy::libreoffice;
    std::vector<std::filesystem::path> written;  ///< in the order of the checks
    std::string remark;                          ///< what the reader must know of how they were made; empty: nothing
};

/// Into a folder, which is made where it is not there. Where .docx is asked for alone and cannot be made, HTML stands
/// in for it and the remark says so. Throws IoError and Cancelled; what was written until then is for the caller to
/// clear away.
BriefReport write_briefings(const Project&, std::span<const Check* const>, const BriefFormats&,
                            const std::filesystem::path& folder, const Printer&, const Work&);

/// The same in a folder that appears whole or not at all; the report has the files where they stand then. Throws as
/// checks_to_brief and write_briefings, and SettingsError where the folder is not free.
BriefReport brief(const Project&, const BriefChoice&, const BriefFormats&, const std::filesystem::path& folder,
                  Overwrite, const Printer&, const Work&);

}  // namespace baken
