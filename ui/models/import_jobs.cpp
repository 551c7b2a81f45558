#include "ui/models/import_jobs.hpp"

#include "app/new_project.hpp"
#include "base/error.hpp"

namespace baken {

std::function<Looked(const Work&)> look_job(const std::filesystem::path& path) {
    return [path](const Work& work) {
        try {
            return Looked{path, first_look(path, work), {}};
        } catch (const Error& error) {  // of one file: the others are looked at all the same
            return Looked{path, std::nullopt, error.what()};
        }
    };
}

std::function<Previewed(const Work&)> preview_job(const SourceSettings& source) {
    return [source](const Work& work) {
        try {
            return Previewed{previewed(source, work), {}};
        } catch (const Error& error) {
            return Previewed{{}, error.what()};
        }
    };
}

std::function<std::vector<MunicipalityName>(const Work&)> names_job(const std::filesystem::path& path) {
    return [path](const Work& work) { return municipalities_in(path, work); };
}

std::function<std::vector<SourceFile>(const Work&)> files_job(const Settings& settings) {
    return [settings](const Work&) { return files_of(settings); };
}

std::function<Project(const Work&)> read_job(const std::string& settings_text,
                                             const std::filesystem::path& settings_file,
                                             std::optional<std::uint64_t> seed) {
    return [=](const Work& work) { return read_sources(settings_text, settings_file, seed, work); };
}

std::function<std::size_t(const Work&)> save_rejected_job(const Receipt& receipt, Language language,
                                                          const std::filesystem::path& path) {
    return [receipt, language, path](const Work&) {
        write_text_file(path, rejected_rows_csv(receipt, language));
        return receipt.rejected_rows.size();
    };
}

std::function<ProjectMade(const Work&)> create_job(const ProjectWish& wish) {
    return [wish](const Work&) {
        if (!wish.may_overwrite && is_taken(wish.folder)) return ProjectMade{{}, true};
        RegionSettings region;
        region.boundaries = wish.boundaries;
        region.municipalities = wish.municipalities;
        return ProjectMade{create_settings({.name = wish.name,
                                            .year = wish.year,
                                            .region = region,
                                            .language = wish.language,
                                            .folder = wish.folder},
                                           wish.may_overwrite ? Overwrite::yes : Overwrite::no),
                           false};
    };
}

}  // namespace baken
