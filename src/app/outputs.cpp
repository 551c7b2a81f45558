#include "app/outputs.hpp"

#include "app/one_municipality.hpp"
#include "app/pack_list.hpp"
#include "app/pack_products.hpp"
#include "app/staged_folder.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"

#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

/// The plan's calendars in these folders; where there is none, or none that can be read, nothing was told.
std::vector<std::string> calendars_in(const std::vector<fs::path>& folders) {
    std::vector<std::string> calendars;
    for (const auto& folder : folders) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / "plan.ics", ignored)) calendars.push_back(read_bytes(folder / "plan.ics"));
    }
    return calendars;
}

/// Lists what was made, puts it in its place, and clears what an earlier pack left.
std::vector<fs::path> put_in_place(StagedFolder& staged, const fs::path& folder) {
    const PackList list = listed_files(staged.path()), earlier = pack_list_in(folder);
    write_bytes(staged.path() / pack_list_file, written(list), Overwrite::no);
    std::vector<fs::path> files = staged.publish();
    remove_left_over(folder, earlier, list);
    return files;
}

std::vector<fs::path> told_folders(const PackOptions& options, const fs::path& own) {
    std::vector<fs::path> folders = options.told_in;
    folders.push_back(own);
    return folders;
}

/// What a municipality reads of its plan: remarks of the review and of crews stay in the team.
Project for_partner(Project project) {
    for (Hotspot& hotspot : project.hotspots) hotspot.remark.clear();
    for (Check& check : project.plan.checks)
        if (check.result) check.result->remark.clear();
    return project;
}

}  // namespace

std::string name_stem(std::string_view name) {
    std::string stem;
    for (const auto& word : split(name, ' ')) {
        const std::string part = folded(word);
        if (part.empty()) continue;
        stem += (stem.empty() ? "" : "-") + part;
    }
    return stem;
}

std::string file_stem(const Project& project) {
    const std::string stem = name_stem(project.settings.name);
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

Pack write_outputs(const Project& project, const fs::path& folder, const PackOptions& options, const Work& work) {
    require_free(folder, options.overwrite);
    StagedFolder staged(folder);
    PackProducts products(project, staged.path(), options, work);
    products.project_file();
    products.plan_json();
    products.workbook();
    products.calendars(calendars_in(told_folders(options, folder)));
    products.pages();
    products.briefings();
    products.answers();
    products.public_layer();
    work.check_stop();
    return {put_in_place(staged, folder), products.notes()};
}

Pack write_municipality_packs(const Project& project, const fs::path& folder, const PackOptions& options,
                              const Work& work) {
    require_free(folder, options.overwrite);
    StagedFolder staged(folder);
    Pack pack;
    for (std::uint32_t m = 0; m < project.region->municipalities.size(); ++m) {
        const std::string& name = project.region->municipalities[m].name;
        const Project part = for_partner(one_municipality(project, m));
        const fs::path own = staged.path() / name_stem(name);
        fs::create_directories(own);
        Work telling = work;
        if (work.on_progress)
            telling.on_progress = [&](std::string_view doing, double share) {
                work.on_progress(fmt::format("{}: {}", name, doing), share);
            };
        PackProducts products(part, own, options, telling);
        products.partner_layers();
        products.workbook();
        std::vector<fs::path> told = told_folders(options, folder);
        for (auto& one : told) one /= name_stem(name);
        products.calendars(calendars_in(told));
        products.certificate();
        products.briefings();
        products.answers();
        for (const auto& note : products.notes())
            if (pack.notes.empty() || pack.notes.back() != note) pack.notes.push_back(note);
    }
    work.check_stop();
    pack.files = put_in_place(staged, folder);
    return pack;
}

std::vector<fs::path> write_texts(const std::map<std::string, std::string>& texts, const fs::path& folder,
                                  Overwrite overwrite) {
    require_free(folder, overwrite);
    StagedFolder staged(folder);
    for (const auto& [name, text] : texts) write_bytes(staged.path() / name, text, Overwrite::no);
    return staged.publish();
}

}  // namespace baken
