#include "store/own_tables.hpp"
#include "store/project_file.hpp"

namespace baken {

void save_project(const Project& project, const FeatureTable& layer_styles, const std::filesystem::path& file,
                  Overwrite overwrite, const Work& work, const EmbeddedProject& qgis) {
    // A clock would make two equal runs differ: the first day of the planning year stands for all moments of the file.
    const UtcTime stamp = make_date(project.settings.year, 1, 1);
    std::vector<FeatureTable> tables = project_layers(project);
    tables.push_back(layer_styles);
    for (auto& table : own_tables(project, stamp)) tables.push_back(std::move(table));
    work.check_stop();
    write_geopackage(file, tables, stamp, overwrite, work, qgis);
}

}  // namespace baken
