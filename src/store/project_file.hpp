#pragma once
/// The project as one GeoPackage: layers for people (with QGIS styles) and `baken_*` tables for the program.

#include "base/work.hpp"
#include "geo/io/feature.hpp"
#include "geo/io/write_layer.hpp"
#include "model/project.hpp"

#include <filesystem>
#include <vector>

namespace baken {

inline constexpr int schema_version = 2;

/// The layers of a project, as docs/layers.md describes them: municipalities, accidents, complaints, roads, hotspots,
/// checks, and what the methods find beside the hotspots: cells, stretches, network_density.
[[nodiscard]] std::vector<FeatureTable> project_layers(const Project&);

/// Writes layers, styles (the `layer_styles` table, see output/styles), the program's own tables and a QGIS project
/// (see output/qgis_project) to a new file.
void save_project(const Project&, const FeatureTable& layer_styles, const std::filesystem::path&, Overwrite,
                  const Work&, const EmbeddedProject& qgis = {});

/// The whole project, so that a search for hotspots in what was read finds what was saved. Of a file of schema 1 the
/// results of checks, and the events that a hotspot answers for, are not there. Throws InputError when the file is no
/// project or of a newer schema, naming what was found.
[[nodiscard]] Project load_project(const std::filesystem::path&, const Work&);

}  // namespace baken
