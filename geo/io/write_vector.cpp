#include "geo/io/write_vector.hpp"

#include "base/text.hpp"
#include "geo/io/csv_text.hpp"
#include "geo/io/dxf_text.hpp"
#include "geo/io/file_check.hpp"
#include "geo/io/file_set.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/kml_text.hpp"
#include "geo/io/shapefile.hpp"
#include "geo/io/workbook_bytes.hpp"
#include "geo/io/write_ogr.hpp"
#include "geo/io/zip_bytes.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace fs = std::filesystem;

namespace {

struct Format {
    LayerFormat format;
    std::string_view code, extension;
};
constexpr std::array<Format, layer_formats> formats{{{LayerFormat::geopackage, "gpkg", ".gpkg"},
                                                     {LayerFormat::geojson, "geojson", ".geojson"},
                                                     {LayerFormat::flatgeobuf, "fgb", ".fgb"},
                                                     {LayerFormat::shapefile, "shp", ".shp"},
                                                     {LayerFormat::kml, "kml", ".kml"},
                                                     {LayerFormat::kmz, "kmz", ".kmz"},
                                                     {LayerFormat::csv, "csv", ".csv"},
                                                     {LayerFormat::csv_nl, "csv-nl", ".csv"},
                                                     {LayerFormat::xlsx, "xlsx", ".xlsx"},
                                                     {LayerFormat::ods, "ods", ".ods"},
                                                     {LayerFormat::dxf, "dxf", ".dxf"}}};

LayerDrawing plain_drawing(const FeatureTable& table) {
    const bool is_point = table.shape_type == ShapeType::point;
    return {.title = table.name,
            .categories = {{"",
                            "",
                            {.shape = is_point ? "circle" : "solid",
                             .fill = table.shape_type == ShapeType::area ? "" : "#8a8f98",
                             .outline = is_point ? "#ffffff" : "#4a5160",
                             .size = is_point ? 2.0 : 0.4}}}};
}

/// As a sheet has it: points as two columns, unless they are there already.
FeatureTable with_coordinates(FeatureTable table) {
    if (table.shape_type != ShapeType::point || table.has_field("x") || table.has_field("y")) return table;
    table.fields.push_back({"x", FieldType::real, "x (RD)"});
    table.fields.push_back({"y", FieldType::real, "y (RD)"});
    for (Feature& row : table.rows) {
        const auto* at = std::get_if<MapPoint>(&row.shape);
        row.values.resize(table.fields.size());
        if (at == nullptr) continue;
        row.values[table.fields.size() - 2] = at->x;
        row.values[table.fields.size() - 1] = at->y;
    }
    return table;
}

/// What the columns mean, for who opens the workbook a year later.
FeatureTable explanation(const FeatureTable& table, const LayerDrawing& drawing, Language language) {
    const auto word = [&](std::string_view dutch, std::string_view english) {
        return std::string(says(language, dutch, english));
    };
    FeatureTable about{.name = word("uitleg", "explanation"),
                       .fields = {{"column", FieldType::text, word("kolom", "column")},
                                  {"field", FieldType::text, word("naam in Baken", "name in Baken")},
                                  {"code", FieldType::text, word("code", "code")},
                                  {"meaning", FieldType::text, word("betekenis", "meaning")}},
                       .rows = {}};
    for (const Field& field : table.fields) {
        const std::string column = field.alias.empty() ? field.name : field.alias;
        about.rows.push_back({{column, field.name, {}, {}}, {}});
        if (const auto codes = drawing.words.find(field.name); codes != drawing.words.end())
            for (const auto& [code, meaning] : codes->second)
                about.rows.push_back({{column, field.name, code, meaning}, {}});
    }
    return about;
}

std::vector<FeatureTable> sheets_of(const FeatureTable& table, const LayerDrawing& drawing, Language language) {
    std::vector<FeatureTable> sheets{with_coordinates(table)};
    sheets.push_back(explanation(sheets.front(), drawing, language));
    return sheets;
}

std::vector<fs::path> write_shapefile(const FeatureTable& table, const fs::path& path, const LayerDrawing& drawing,
                                      const VectorOptions& options, const Work& work) {
    (void)checked_output_file(path, options.overwrite == Overwrite::yes);
    const auto files = shapefile_files(table, path.stem().string(), drawing, options.language,
                                       std::chrono::floor<std::chrono::days>(options.stamp), work);
    if (extension_of(path) == ".zip") {
        write_bytes(path, zip_bytes(files), options.overwrite);
        return {path};
    }
    FileSet set(path.parent_path(), options.overwrite);
    for (const NamedBytes& file : files) set.expect(file.name);
    for (const NamedBytes& file : files) set.write(file.name, file.bytes);
    return set.publish();
}

void write_tables(const FeatureTable& table, const fs::path& path, const VectorOptions& options, const Work& work) {
    std::vector<FeatureTable> tables{table};
    if (options.styles != nullptr) tables.push_back(*options.styles);
    write_geopackage(path, tables, options.stamp, options.overwrite, work);
}

std::string bytes_of(const FeatureTable& table, const LayerDrawing& drawing, const VectorOptions& options,
                     const Work& work) {
    switch (options.format) {
        case LayerFormat::geojson: return geojson_bytes(table, work);
        case LayerFormat::flatgeobuf: return flatgeobuf_bytes(table, work);
        case LayerFormat::kml: return kml_text(table, drawing, options.language, work);
        case LayerFormat::kmz: return kmz_bytes(table, drawing, options.language, work);
        case LayerFormat::csv: return csv_text(table, work);
        case LayerFormat::csv_nl: return dutch_csv_text(table, work);
        case LayerFormat::xlsx: return xlsx_bytes(sheets_of(table, drawing, options.language), work);
        case LayerFormat::ods: return ods_bytes(sheets_of(table, drawing, options.language), work);
        case LayerFormat::dxf: return dxf_text(table, drawing, work);
        case LayerFormat::geopackage:
        case LayerFormat::shapefile: break;  // not one run of bytes
    }
    return {};
}

}  // namespace

std::string_view code_of(LayerFormat format) { return formats.at(static_cast<std::size_t>(format)).code; }
std::string_view extension_of(LayerFormat format) { return formats.at(static_cast<std::size_t>(format)).extension; }
std::optional<LayerFormat> layer_format_from(std::string_view code) {
    const auto* const found =
        std::find_if(formats.begin(), formats.end(), [&](const Format& format) { return format.code == code; });
    if (found == formats.end()) return std::nullopt;
    return found->format;
}

std::vector<fs::path> write_vector(const FeatureTable& table, const fs::path& path, const VectorOptions& options,
                                   const Work& work) {
    start_gdal();
    const LayerDrawing drawing = options.drawing != nullptr ? *options.drawing : plain_drawing(table);
    if (options.format == LayerFormat::shapefile) return write_shapefile(table, path, drawing, options, work);
    if (options.format == LayerFormat::geopackage)
        write_tables(table, path, options, work);
    else
        write_bytes(path, bytes_of(table, drawing, options, work), options.overwrite);
    return {path};
}

}  // namespace baken
