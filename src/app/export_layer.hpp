#pragma once
/// Layers of a project as files for somebody else.
///
///     export_layer(project, {.layer = "hotspots", .format = LayerFormat::csv_nl, .profile = Profile::partner},
///                  "aandachtslocaties.csv", Overwrite::no, work);

#include "base/work.hpp"
#include "geo/io/write_vector.hpp"
#include "model/project.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baken {

/// Who will read it. Internal: all of the layer. Partner (another organisation that works on the plan): without the
/// numbers by which the register knows an accident, without remarks of the review and what only the planner weighs;
/// single complaints not at all. Public: layers of its own, see output/public_layer.
enum class Profile { internal, partner, for_public };

[[nodiscard]] std::string_view code_of(Profile);  ///< "internal" "partner" "public"
[[nodiscard]] std::optional<Profile> profile_from(std::string_view code);

/// Empty: all.
struct LayerFilter {
    std::vector<std::string> municipalities = {};  ///< code, or the name as people write it
    std::vector<Theme> themes = {};
    std::vector<std::string> statuses = {};  ///< of hotspots: proposed, accepted, rejected; of checks: planned, ...
    std::vector<std::string> ids = {};       ///< of the layer's own rows: hotspot_id, check_id, number, ...
};

struct LayerExport {
    std::string layer;  ///< one of layer_names(); to the public another, see above
    LayerFormat format = LayerFormat::geopackage;
    LayerFilter filter = {};
    Profile profile = Profile::internal;
};

[[nodiscard]] const std::vector<std::string>& layer_names();

/// Indices of the municipalities written; none for none. Throws SettingsError where the plan has no such municipality.
[[nodiscard]] std::set<std::uint32_t> municipalities_meant(const Project&, const std::vector<std::string>& written);

/// The rows as they would be written, with words for fields and codes. Throws SettingsError: no such layer,
/// municipality, status or id, a layer without themes (or statuses) with a filter for one, a profile that does not give
/// this layer.
[[nodiscard]] FeatureTable layer_to_export(const Project&, const LayerExport&);

struct LayersWritten {
    std::vector<std::pair<std::string, std::size_t>> rows;  ///< of each layer, in the order asked for
    std::vector<std::filesystem::path> files;               ///< by name
};

/// Writes a layer to `file`, and beside it what belongs to it: styles (`.qml`, `.sld`) for formats that QGIS styles so,
/// a QGIS project (`.qgz`) for a GeoPackage, the fields of a shapefile in words. All of them or none. Throws as
/// layer_to_export, and IoError as write_layer.
LayersWritten export_layer(const Project&, const LayerExport&, const std::filesystem::path& file, Overwrite,
                           const Work&);

/// Several layers, all in one format. `out` is a file where it ends as files of the format do: one layer, or in a
/// GeoPackage as many as are asked for. Else it is a folder, made where there is none, with a file per layer called as
/// the layer; a GeoPackage there holds all layers and is called as the plan. Throws SettingsError for several layers in
/// one file of another format.
LayersWritten export_layers(const Project&, std::span<const LayerExport>, const std::filesystem::path& out, Overwrite,
                            const Work&);

}  // namespace baken
