#pragma once
/// One table as a file in the format that its reader asks for. Whole or not at all, as in write_layer.
///
///     write_vector(table, "hotspots.geojson", {.format = LayerFormat::geojson}, work);

#include "base/work.hpp"
#include "geo/io/feature.hpp"
#include "geo/io/write_layer.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace baken {

enum class LayerFormat {
    geopackage,  ///< RD, with its style where one is given
    geojson,     ///< RFC 7946: WGS 84, longitude first, seven decimals
    flatgeobuf,  ///< RD, with an index: rows come back in an order of their own; each must have a place
    kml,         ///< WGS 84, all fields as text
    csv,         ///< for programs: comma, point, UTF-8, ISO dates, texts as they are; a point as x and y, else `wkt`
    csv_nl  ///< for Excel in Dutch: semicolon, decimal comma, byte order mark, dd-mm-yyyy, headings from the aliases;
            ///< a text that Excel would run as a formula gets an apostrophe in front
};

[[nodiscard]] std::string_view code_of(LayerFormat);       ///< "gpkg" "geojson" "fgb" "kml" "csv" "csv-nl"
[[nodiscard]] std::string_view extension_of(LayerFormat);  ///< ".gpkg" ... ".csv"
[[nodiscard]] std::optional<LayerFormat> layer_format_from(std::string_view code);

struct VectorOptions {
    LayerFormat format = LayerFormat::geopackage;
    Overwrite overwrite = Overwrite::no;
    UtcTime stamp = {};                    ///< of the file itself, in a GeoPackage
    const FeatureTable* styles = nullptr;  ///< `layer_styles`, for a GeoPackage
};

/// Throws IoError as write_layer does, and InputError where the format would lose rows.
void write_vector(const FeatureTable&, const std::filesystem::path&, const VectorOptions&, const Work&);

}  // namespace baken
