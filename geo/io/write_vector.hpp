#pragma once
/// One table as a file in the format that its reader asks for. Whole or not at all, as in write_layer, also where the
/// format has several files.
///
///     write_vector(table, "hotspots.geojson", {.format = LayerFormat::geojson}, work);

#include "base/language.hpp"
#include "base/work.hpp"
#include "geo/io/map_look.hpp"
#include "geo/io/write_layer.hpp"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace baken {

enum class LayerFormat {
    geopackage,  ///< RD, with its style where one is given
    geojson,     ///< RFC 7946: WGS 84, longitude first, seven decimals
    flatgeobuf,  ///< RD, with an index: rows come back in an order of their own; each must have a place
    shapefile,   ///< RD, five files and one of words; see shapefile.hpp. A path that ends in .zip: all of them in one
    kml,         ///< WGS 84, coloured, with descriptions
    kmz,         ///< the same, with the marks as pictures
    csv,         ///< for programs: comma, point, UTF-8, ISO dates, texts as they are; a point as x and y, else `wkt`
    csv_nl,      ///< for Excel in Dutch: semicolon, decimal comma, byte order mark, dd-mm-yyyy, headings from the
                 ///< aliases; a text that Excel would run as a formula gets an apostrophe in front
    xlsx,  ///< a workbook: headings from the aliases, a second sheet that explains the columns; points as x and y,
           ///< lines and areas without their shape
    ods,   ///< the same for LibreOffice
    dxf    ///< RD in metres, for drawing programs; see dxf_text.hpp
};
inline constexpr int layer_formats = 11;

/// "gpkg" "geojson" "fgb" "shp" "kml" "kmz" "csv" "csv-nl" "xlsx" "ods" "dxf"
[[nodiscard]] std::string_view code_of(LayerFormat);
[[nodiscard]] std::string_view extension_of(LayerFormat);  ///< ".gpkg" ... ".csv"
[[nodiscard]] std::optional<LayerFormat> layer_format_from(std::string_view code);

struct VectorOptions {
    LayerFormat format = LayerFormat::geopackage;
    Overwrite overwrite = Overwrite::no;
    UtcTime stamp = {};                     ///< of the file itself, in a GeoPackage or a shapefile
    const FeatureTable* styles = nullptr;   ///< `layer_styles`, for a GeoPackage
    const LayerDrawing* drawing = nullptr;  ///< look and words, for formats that carry them; none: one plain mark
    Language language = Language::en;       ///< of what is written for people
};

/// Gives the files that were written. Throws IoError as write_layer does, and InputError where the format would lose
/// rows.
std::vector<std::filesystem::path> write_vector(const FeatureTable&, const std::filesystem::path&, const VectorOptions&,
                                                const Work&);

}  // namespace baken
