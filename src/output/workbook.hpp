#pragma once
/// plan.xlsx: the plan as a municipality works with it. Real dates, times and numbers; texts are never formulas; the
/// same project gives the same bytes. For the team: it holds the days of the checks, and never the seed.
///
///     write_workbook(workbook_of(project), folder / "plan.xlsx", Overwrite::no);

#include "base/language.hpp"
#include "geo/io/write_layer.hpp"
#include "model/project.hpp"
#include "output/sheet.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace baken {

struct Workbook {
    std::string title;  ///< at the head of every printed page, and in the file's properties
    std::string note;   ///< at its foot: version and data date
    Language language = Language::nl;
    UtcTime stamp;  ///< of the file itself
    std::vector<Sheet> sheets;
};

/// Plan, hotspots, quota, load and sources.
[[nodiscard]] Workbook workbook_of(const Project&);

/// Written beside the target and renamed. Throws IoError as write_layer does.
void write_workbook(const Workbook&, const std::filesystem::path&, Overwrite);

}  // namespace baken
