#pragma once
/// A project as people open it in QGIS: every layer styled, and a QGIS project inside and beside the file.

#include "base/work.hpp"
#include "geo/io/write_layer.hpp"
#include "model/project.hpp"
#include "output/raster_look.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace baken {

/// Writes the project's GeoPackage. `name`: what the file will be called when it stands in its place; the QGIS project
/// inside finds its layers by it. `rasters`: those that stand beside it.
void save_styled(const Project&, const std::filesystem::path& file, const std::string& name, Overwrite, const Work&,
                 const std::vector<RasterLook>& rasters = {});

/// The bytes of the `.qgz` that stands beside the project's GeoPackage `name`.
[[nodiscard]] std::string project_qgz(const Project&, const std::string& name,
                                      const std::vector<RasterLook>& rasters = {});

}  // namespace baken
