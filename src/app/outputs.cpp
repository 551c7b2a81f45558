#include "app/outputs.hpp"

#include "app/named_work.hpp"
#include "app/staged_folder.hpp"
#include "base/text.hpp"
#include "output/calendar_file.hpp"
#include "output/certificate.hpp"
#include "output/json.hpp"
#include "output/styles.hpp"
#include "store/project_file.hpp"

namespace baken {

namespace fs = std::filesystem;

namespace {

/// The moment that stands in the files: the first of the planning year. A clock would make two equal runs differ.
UtcTime stamp_of(const Project& project) { return make_date(project.settings.year, 1, 1); }

}  // namespace

std::string file_stem(const Project& project) {
    std::string stem;
    for (const auto& word : split(project.settings.name, ' ')) {
        const std::string part = folded(word);
        if (part.empty()) continue;
        stem += (stem.empty() ? "" : "-") + part;
    }
    return stem.empty() ? "plan" : stem;
}

fs::path default_folder(const Project& project) { return project.settings.file.parent_path() / file_stem(project); }

void require_free(const fs::path& folder, Overwrite overwrite) {
    if (fs::exists(folder) && !fs::is_directory(folder))
        throw SettingsError(folder.string() + " is a file; name a folder with --out");
    if (overwrite == Overwrite::no && fs::exists(folder) && !fs::is_empty(folder))
        throw SettingsError(folder.string() +
                            " exists already; --force replaces its files, --out names another folder");
}

std::vector<fs::path> write_outputs(const Project& project, const fs::path& folder, Overwrite overwrite,
                                    const Work& work) {
    require_free(folder, overwrite);
    StagedFolder staged(folder);
    const Work writing = named_work(work, project.settings.language, "uitvoer schrijven", "writing the outputs");
    save_project(project, layer_styles(project_layers(project), project.settings.language, stamp_of(project)),
                 staged.path() / (file_stem(project) + ".gpkg"), Overwrite::no, writing);
    work.check_stop();
    writing.progress("", 0.8);
    write_bytes(staged.path() / "plan.json", plan_json(project), Overwrite::no);
    write_bytes(staged.path() / "plan.ics", plan_calendar(project), Overwrite::no);
    write_bytes(staged.path() / "certificate.html", certificate_page(project), Overwrite::no);
    work.check_stop();
    return staged.publish();
}

std::vector<fs::path> write_texts(const std::map<std::string, std::string>& texts, const fs::path& folder,
                                  Overwrite overwrite) {
    require_free(folder, overwrite);
    StagedFolder staged(folder);
    for (const auto& [name, text] : texts) write_bytes(staged.path() / name, text, Overwrite::no);
    return staged.publish();
}

}  // namespace baken
