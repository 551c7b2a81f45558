#pragma once
/// `baken export PROJECT --layer ...`: layers for somebody else.

#include "cli/common.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baken {

/// As written on the command line.
struct LayersWanted {
    std::vector<std::string> layers, municipalities, themes, statuses, ids;
    std::string format = "gpkg", profile = "internal";
    std::optional<double> cell, bandwidth;  ///< metres, of rasters

    /// True where a filter or a form was named that only layers have.
    [[nodiscard]] bool asks_for_layers() const;
    bool has_format = false, has_profile = false;
};

void add_layer_options(CLI::App& command, const Session&, LayersWanted&);

int export_wanted(Session&, const std::filesystem::path& project, const LayersWanted&);

}  // namespace baken
