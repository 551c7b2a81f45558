#include "app/intake_preview.hpp"

#include "app/named_work.hpp"
#include "app/stages.hpp"
#include "base/csv.hpp"
#include "base/error.hpp"
#include "geo/io/write_layer.hpp"
#include "intake/municipalities.hpp"
#include "intake/preview.hpp"
#include "output/intake_words.hpp"

#include <fmt/format.h>

#include <system_error>

namespace baken {

FirstLook first_look(const std::filesystem::path& path, const Work& work) {
    FirstLook look;
    look.inspection = inspected(path, work);
    look.source.path = path;
    if (look.inspection.kind == "boundaries") {
        look.preview.asked = look.source;
        look.preview.rows = look.inspection.rows;
        look.preview.first_rows = look.inspection.first_rows;
        for (const auto& column : look.inspection.columns) look.preview.columns.push_back({column, 0, {}});
        return look;
    }
    look.source.kind = look.inspection.kind == "accidents"      ? SourceKind::accidents
                       : look.inspection.kind == "measurements" ? SourceKind::measurements
                       : look.inspection.kind == "schools"      ? SourceKind::schools
                       : look.inspection.kind == "roads"        ? SourceKind::roads
                                                                : SourceKind::complaints;
    look.preview = previewed(look.source, work);
    return look;
}

SourcePreview previewed(const SourceSettings& source, const Work& work) { return preview_source(source, work); }

std::vector<MunicipalityName> municipalities_in(const std::filesystem::path& boundaries, const Work& work) {
    RegionSettings region;
    region.boundaries = boundaries;
    std::vector<MunicipalityName> names;
    for (const auto& one : read_boundaries(region, work).municipalities) names.push_back({one.name, one.code.text});
    return names;
}

std::vector<SourceFile> files_of(const Settings& settings) {
    std::vector<SourceFile> files;
    const auto add = [&](const std::filesystem::path& path) {
        std::error_code failure;
        const bool is_there = std::filesystem::is_regular_file(path, failure);
        const auto bytes = is_there ? std::filesystem::file_size(path, failure) : 0;
        files.push_back({path, is_there, failure ? 0 : bytes});
    };
    add(settings.region.boundaries);
    for (const auto& source : settings.sources) add(source.path);
    return files;
}

std::string rejected_rows_csv(const Receipt& receipt, Language language) {
    std::string text = "\xEF\xBB\xBF";
    text += says(language, "regel;kolom;reden\r\n", "line;column;reason\r\n");
    for (const auto& row : receipt.rejected_rows)
        text += fmt::format("{};{};{}\r\n", row.line, csv_field(row.column, ';'),
                            csv_field(intake_words(row.reason, language), ';'));
    return text;
}

void write_text_file(const std::filesystem::path& path, const std::string& text) {
    write_bytes(path, text, Overwrite::yes);
}

}  // namespace baken
