#pragma once
/// A look into an SQLite file with nothing of GDAL in between: is it sound, and is it safe to open?

#include <filesystem>
#include <string>

namespace baken {

/// What is wrong with the database, by PRAGMA quick_check; empty: nothing.
[[nodiscard]] std::string damage_of(const std::filesystem::path&);

/// Throws InputError when a foreign GeoPackage is damaged, or when a view stands where a table is read: a view runs
/// what its maker wrote, and may never end.
void check_foreign_geopackage(const std::filesystem::path&);

/// The same for a GeoPackage with tiles, which may be gigabytes: it is not read from end to end.
void check_foreign_tiles(const std::filesystem::path&);

}  // namespace baken
