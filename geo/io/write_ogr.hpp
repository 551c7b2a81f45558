#pragma once
/// A table in a format that GDAL writes in one go, in memory. For write_vector.

#include "base/work.hpp"
#include "geo/io/feature.hpp"

#include <string>

namespace baken {

/// RFC 7946.
[[nodiscard]] std::string geojson_bytes(const FeatureTable&, const Work&);
/// Throws InputError where a row has no place, which the format would drop.
[[nodiscard]] std::string flatgeobuf_bytes(const FeatureTable&, const Work&);

}  // namespace baken
