#pragma once
/// The density as files for somebody else.
///
///     export_densities(project, {{.layer = "density", .cell = 25_m}}, "density.tif", Overwrite::no, work);

#include "app/density_raster.hpp"
#include "app/export_layer.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace baken {

struct DensityExport {
    std::string layer;  ///< of raster_layer_names()
    std::optional<Metres> cell = {};
    Metres bandwidth = Metres(250);
    std::vector<std::string> municipalities = {};  ///< code, or the name as people write it; empty: all
    Profile profile = Profile::internal;
};

inline constexpr const char* raster_format = "tif";  ///< as it is written on a command line

struct DensityWritten {
    std::string layer;
    int columns = 0, rows = 0;
    Metres cell = Metres(0), bandwidth = Metres(0);
    std::size_t events = 0;
};

struct DensitiesWritten {
    std::vector<DensityWritten> layers;
    std::vector<std::filesystem::path> files;  ///< by name
};

/// Writes each density as a GeoTIFF with its style (`.qml`) beside it: `out` is a file where it ends in .tif and one is
/// asked for, else a folder, made where there is none. All of them or none. Throws SettingsError: no such municipality,
/// as density_raster, and for a profile that does not give it. A surface is not k-anonymous: the top of a lonely hill
/// is the very place of one event; so the public gets none, and partners none of complaints.
DensitiesWritten export_densities(const Project&, std::span<const DensityExport>, const std::filesystem::path& out,
                                  Overwrite, const Work&);

/// The GeoTIFF alone.
void write_density(const DensityRaster&, const std::filesystem::path& tif, const Work&);

}  // namespace baken
