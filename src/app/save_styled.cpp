#include "app/save_styled.hpp"

#include "output/qgis_project.hpp"
#include "output/styles.hpp"
#include "store/project_file.hpp"

namespace baken {

namespace {

std::string qgis_text(const std::vector<FeatureTable>& layers, const Project& project, const std::string& name,
                      const std::vector<RasterLook>& rasters) {
    return qgis_project_text(
        layers,
        {.title = project.settings.name, .file = name, .language = project.settings.language, .rasters = rasters});
}

}  // namespace

void save_styled(const Project& project, const std::filesystem::path& file, const std::string& name,
                 Overwrite overwrite, const Work& work, const std::vector<RasterLook>& rasters) {
    const UtcTime stamp = make_date(project.settings.year, 1, 1);
    const std::vector<FeatureTable> layers = project_layers(project);
    save_project(project, layer_styles(layers, project.settings.language, stamp), file, overwrite, work,
                 embedded_project(qgis_text(layers, project, name, rasters), project.settings.name, stamp));
}

std::string project_qgz(const Project& project, const std::string& name, const std::vector<RasterLook>& rasters) {
    return qgz_bytes(qgis_text(project_layers(project), project, name, rasters),
                     std::filesystem::path(name).stem().string());
}

}  // namespace baken
