#pragma once
/// Files looked at before they are part of a project.
///
///     FirstLook look = first_look("meldingen.csv", work);
///     look.source.columns["x"] = "X-coord";                  // corrected by a person
///     look.preview = previewed(look.source, work);

#include "base/work.hpp"
#include "model/inspection.hpp"
#include "model/receipt.hpp"
#include "model/source_preview.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace baken {

/// What a file is, and the source that it is proposed to be.
struct FirstLook {
    Inspection inspection;
    SourceSettings source;
    SourcePreview preview;  ///< of the source; of boundaries the rows only
};

[[nodiscard]] FirstLook first_look(const std::filesystem::path&, const Work&);

/// As it would be read with these settings.
[[nodiscard]] SourcePreview previewed(const SourceSettings&, const Work&);

struct MunicipalityName {
    std::string name, code;
};
/// All municipalities of a file of boundaries, by name. Throws InputError where it is none.
[[nodiscard]] std::vector<MunicipalityName> municipalities_in(const std::filesystem::path& boundaries, const Work&);

/// A file of the settings, and whether it is there.
struct SourceFile {
    std::filesystem::path path;
    bool is_there = false;
    std::uintmax_t bytes = 0;
};
/// The boundaries first, then the sources in their order.
[[nodiscard]] std::vector<SourceFile> files_of(const Settings&);

/// The rejected rows of a receipt as text for a spreadsheet: semicolons, UTF-8 with its mark, a header in the language.
[[nodiscard]] std::string rejected_rows_csv(const Receipt&, Language);
/// Written whole or not at all. Throws IoError.
void write_text_file(const std::filesystem::path&, const std::string& text);

}  // namespace baken
