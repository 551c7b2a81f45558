#pragma once
/// GDAL, started once and held on a short lead: only the drivers on our list, no network, errors as exceptions.

#include <string>

namespace baken {

/// Starts GDAL for this process (idempotent, thread-safe). Every function of geo/io calls it; nobody else needs to.
void start_gdal();

/// Version of GDAL and PROJ as they run, for the provenance: "GDAL 3.6.2, PROJ 9.1.1".
[[nodiscard]] std::string gdal_versions();

}  // namespace baken
