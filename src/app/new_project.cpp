#include "app/new_project.hpp"

#include "app/stages.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "config/read_settings.hpp"
#include "geo/io/read_layer.hpp"

#include <fmt/format.h>

#include <system_error>

namespace baken {

namespace fs = std::filesystem;

bool is_taken(const fs::path& folder) {
    std::error_code failure;
    return fs::exists(folder / settings_file_name, failure);
}

fs::path create_settings(const NewProject& asked, Overwrite overwrite) {
    if (trimmed(asked.name).empty()) throw SettingsError("a project needs a name");
    if (asked.folder.empty()) throw SettingsError("a project needs a folder of its own");
    if (asked.region.boundaries.empty())
        throw SettingsError("a project needs a file with the boundaries of its municipalities");
    const fs::path file = asked.folder / settings_file_name;
    if (overwrite == Overwrite::no && is_taken(asked.folder))
        throw SettingsError(
            fmt::format("{} holds a project already; open it, or choose another folder", asked.folder.string()));
    const std::string text =
        fresh_settings(trimmed(asked.name), asked.year, asked.region, asked.language, asked.folder);
    std::error_code failure;
    fs::create_directories(asked.folder, failure);
    if (failure) throw IoError(fmt::format("cannot make the folder {}: {}", asked.folder.string(), failure.message()));
    write_bytes(file, text, overwrite);
    return file;
}

std::string text_of_settings(const fs::path& file) { return read_bytes(file); }

void save_settings(const std::string& text, const fs::path& file) {
    (void)read_settings(text, file);
    write_bytes(file, text, Overwrite::yes);
}

Settings settings_from(const std::string& text, const fs::path& file) { return read_settings(text, file); }

Project read_sources(const std::string& settings_text, const fs::path& settings_file, std::optional<std::uint64_t> seed,
                     const Work& work) {
    return with_events(open_project({.settings = settings_file, .seed = seed, .text = settings_text}), work);
}

}  // namespace baken
