#pragma once
/// Writing: everything goes to a temporary file beside the target, is closed and checked, and then renamed over it.
/// A failure leaves no file and an old target untouched.

#include "base/work.hpp"
#include "geo/io/feature.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace baken {

enum class Overwrite { no, yes };

/// A QGIS project inside a GeoPackage, in the table `qgis_projects` that QGIS looks for.
struct EmbeddedProject {
    std::string name;  ///< as QGIS lists it; empty: there is none
    std::string qgz;   ///< the project as a file
    UtcTime stamp = {};
};

/// Writes all tables into one new GeoPackage (EPSG:28992), tables without shapes as attributes. Same tables, same
/// bytes: the file's own timestamps are set to `stamp`. Throws IoError naming the file: exists, no permission, disk
/// full.
void write_geopackage(const std::filesystem::path&, std::span<const FeatureTable>, UtcTime stamp, Overwrite,
                      const Work&, const EmbeddedProject& = {});

/// Writes bytes the same careful way.
void write_bytes(const std::filesystem::path&, std::string_view bytes, Overwrite);

}  // namespace baken
