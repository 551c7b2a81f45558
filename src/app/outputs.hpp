#pragma once
/// Everything a team takes along, in one folder that appears whole or not at all.
///
///     const Pack pack = write_outputs(project, "uitvoer", {.printer = printer_here()}, work);
///     for (const auto& note : pack.notes) tell(note);          // "LibreOffice is not here: ..."

#include "base/work.hpp"
#include "geo/io/write_layer.hpp"
#include "model/project.hpp"
#include "print/print.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace baken {

/// A file name from a name: "West Maas en Waal" -> "west-maas-en-waal"; empty where it has neither letter nor digit.
[[nodiscard]] std::string name_stem(std::string_view name);
/// Of a plan's name: "Tweestromenland 2027" -> "tweestromenland-2027".
[[nodiscard]] std::string file_stem(const Project&);
/// The folder beside the settings, named after the plan.
[[nodiscard]] std::filesystem::path default_folder(const Project&);

/// Throws SettingsError when `folder` exists (and `overwrite` is no) or is a file; says what to do. Called before long
/// work begins.
void require_free(const std::filesystem::path& folder, Overwrite);

struct PackOptions {
    Overwrite overwrite = Overwrite::no;
    /// Makes PDF and .docx of the pages (app/find_printer); nothing: pages stay HTML, which takes seconds less.
    std::optional<Printer> printer = {};
    /// Folders where a calendar of this plan was put before: its changes count on from there. The pack's own is one.
    std::vector<std::filesystem::path> told_in = {};
};

struct Pack {
    std::vector<std::filesystem::path> files;
    std::vector<std::string> notes;  ///< what is plainer than it could be, and what would help; in the plan's language
};

/// Writes the project, its map layers, pages, workbook, calendars, briefing sheets, answers and what is public. They
/// are made in a folder beside the target and moved when all are there; a failure or a stop leaves the target as it
/// was. What an earlier pack left in the folder and this one has not goes. Progress names each product.
Pack write_outputs(const Project&, const std::filesystem::path& folder, const PackOptions&, const Work&);

/// One folder per municipality, with what that municipality needs of the plan: for a partner, without what stays in the
/// team.
Pack write_municipality_packs(const Project&, const std::filesystem::path& folder, const PackOptions&, const Work&);

/// Writes named texts into a folder in the same way.
std::vector<std::filesystem::path> write_texts(const std::map<std::string, std::string>& texts,
                                               const std::filesystem::path& folder, Overwrite);

}  // namespace baken
