#pragma once
/// A QGIS project: the layers of one GeoPackage in groups, styled, with titles and aliases in words, on the region.
///
///     const std::string text = qgis_project_text(layers, {.title = "Tweestromenland 2027", .file = "plan.gpkg"});
///     write_bytes("plan.qgz", qgz_bytes(text, "plan"), Overwrite::no);         // beside the GeoPackage
///     save_project(..., embedded_project(text, "Tweestromenland 2027"));        // and inside it

#include "base/language.hpp"
#include "geo/io/feature.hpp"
#include "geo/io/write_layer.hpp"
#include "output/raster_look.hpp"

#include <span>
#include <string>
#include <vector>

namespace baken {

struct QgisProject {
    std::string title;
    std::string file;  ///< the GeoPackage's name; it and the project stay together in a folder, under these names
    Language language = Language::nl;
    /// Grids beside the GeoPackage, each in a file called as its layer: `density.tif`. Under what happened, and not
    /// shown until somebody asks.
    std::vector<RasterLook> rasters = {};
};

/// Layers without shapes are left out; the others stand in the order in which they are drawn, what matters on top.
[[nodiscard]] std::string qgis_project_text(std::span<const FeatureTable> layers, const QgisProject&);

/// The project as a file of its own: a zip with `NAME.qgs`.
[[nodiscard]] std::string qgz_bytes(const std::string& project_text, const std::string& name);

/// The project as QGIS keeps it in a GeoPackage, under this name.
[[nodiscard]] EmbeddedProject embedded_project(const std::string& project_text, const std::string& name, UtcTime stamp);

}  // namespace baken
