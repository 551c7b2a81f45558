#pragma once
/// What the import page has done by the JobRunner: each captures values and gives a value. The functions of app that
/// touch files are called in here, on the worker's thread, and nowhere else.

#include "app/intake_preview.hpp"
#include "model/project.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace baken {

/// A file that was looked at; `trouble` is why it could not be.
struct Looked {
    std::filesystem::path path;
    std::optional<FirstLook> look;
    std::string trouble;
};
[[nodiscard]] std::function<Looked(const Work&)> look_job(const std::filesystem::path&);

struct Previewed {
    SourcePreview preview;
    std::string trouble;
};
[[nodiscard]] std::function<Previewed(const Work&)> preview_job(const SourceSettings&);

[[nodiscard]] std::function<std::vector<MunicipalityName>(const Work&)> names_job(const std::filesystem::path&);
[[nodiscard]] std::function<std::vector<SourceFile>(const Work&)> files_job(const Settings&);
[[nodiscard]] std::function<Project(const Work&)> read_job(const std::string& settings_text,
                                                           const std::filesystem::path& settings_file,
                                                           std::optional<std::uint64_t> seed);
/// The rejected rows of a receipt into a CSV file; gives the number of rows.
[[nodiscard]] std::function<std::size_t(const Work&)> save_rejected_job(const Receipt&, Language,
                                                                        const std::filesystem::path&);

struct ProjectWish {
    std::string name;
    int year = 0;
    std::filesystem::path boundaries;
    std::vector<std::string> municipalities;  ///< none: all
    Language language = Language::nl;
    std::filesystem::path folder;
    bool may_overwrite = false;
};
struct ProjectMade {
    std::filesystem::path settings_file;
    bool is_taken = false;  ///< there is a project already: nothing was written
};
[[nodiscard]] std::function<ProjectMade(const Work&)> create_job(const ProjectWish&);

}  // namespace baken
