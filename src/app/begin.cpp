#include "app/begin.hpp"

#include "app/demo.hpp"
#include "app/stages.hpp"
#include "geo/io/read_layer.hpp"

#include <algorithm>

namespace baken {

namespace fs = std::filesystem;

namespace {

fs::path free_folder(const fs::path& parent) {
    fs::path folder = parent / "baken-demo";
    for (int number = 2; fs::exists(folder); ++number) folder = parent / ("baken-demo-" + std::to_string(number));
    return folder;
}

}  // namespace

Project demo_project(const fs::path& parent, Language language, const Work& work) {
    const fs::path folder = free_folder(parent);
    write_region({}, folder, Overwrite::no, work);
    return with_events(open_project({.settings = folder / region_settings_file, .language = language}), work);
}

Project project_from_settings(const fs::path& settings, const Work& work) {
    return with_events(open_project({.settings = settings}), work);
}

bool is_project_file(const fs::path& file) {
    try {
        const std::vector<std::string> names = layer_names(file);
        return std::find(names.begin(), names.end(), "baken_settings") != names.end();
    } catch (const Error&) {
        return false;
    }
}

}  // namespace baken
