#pragma once
/// One layer of a project as a file for somebody else.
///
///     export_layer(project, {.layer = "hotspots", .format = LayerFormat::csv_nl, .profile = Profile::partner},
///                  "aandachtslocaties.csv", Overwrite::no, work);

#include "base/work.hpp"
#include "geo/io/write_vector.hpp"
#include "model/project.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
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
    std::optional<Theme> theme = {};
    std::vector<std::string> ids = {};  ///< of the layer's own rows: hotspot_id, check_id, number, ...
};

struct LayerExport {
    std::string
        layer;  ///< municipalities, roads, accidents, complaints, hotspots, checks; to the public another, see above
    LayerFormat format = LayerFormat::geopackage;
    LayerFilter filter = {};
    Profile profile = Profile::internal;
};

[[nodiscard]] const std::vector<std::string>& layer_names();

/// The rows as they would be written. Throws SettingsError: no such layer, municipality or id, a layer without themes
/// with a filter for one, a profile that does not give this layer.
[[nodiscard]] FeatureTable layer_to_export(const Project&, const LayerExport&);

/// Gives the number of rows written. Throws as layer_to_export, and IoError as write_layer.
std::size_t export_layer(const Project&, const LayerExport&, const std::filesystem::path&, Overwrite, const Work&);

}  // namespace baken
