#include "geo/io/read_layer.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/crs_text.hpp"
#include "geo/io/file_check.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/shape_from_ogr.hpp"
#include "geo/io/sqlite_check.hpp"
#include "geo/io/zip_check.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

struct Format {
    const char* extension;
    const char* name;
    std::vector<const char*> drivers;
    std::vector<const char*> open_options = {};
};

const std::vector<Format>& formats() {
    static const std::vector<Format> all{
        {".gpkg", "GeoPackage", {"GPKG"}, {"LIST_ALL_TABLES=NO"}},
        {".geojson", "GeoJSON", {"GeoJSON"}},
        {".json", "GeoJSON", {"GeoJSON"}},
        {".fgb", "FlatGeobuf", {"FlatGeobuf"}, {"VERIFY_BUFFERS=YES"}},
        {".shp", "Shapefile", {"ESRI Shapefile"}},
        {".gml", "GML", {"GML"}, {"DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO"}},
        {".kml", "KML", {"LIBKML", "KML"}},
        {".xlsx", "Excel workbook", {"XLSX"}},
        {".ods", "OpenDocument spreadsheet", {"ODS"}},
    };
    return all;
}

const Format& format_of(const fs::path& path) {
    const std::string extension = extension_of(path);
    std::vector<std::string> known;
    for (const auto& format : formats()) {
        if (format.extension == extension) return format;
        known.emplace_back(format.extension);
    }
    throw InputError(fmt::format("{}: no layer is read from a file that ends in '{}'; export it as one of: {}",
                                 path.string(), extension, joined(known, " ")));
}

struct CloseDataset {
    void operator()(GDALDataset* d) const { GDALClose(d); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

/// GDAL takes lists as pointers with a null at the end.
std::vector<const char*> ended(std::vector<const char*> list) {
    list.push_back(nullptr);
    return list;
}

[[noreturn]] void refuse_content(const fs::path& path, const Format& format, const std::string& said) {
    throw InputError(
        fmt::format("{}: this cannot be read as {} ({}); the file is damaged, cut off, or something else "
                    "under this name: export it again",
                    path.string(), format.name, said.empty() ? "its content is something else" : said));
}

Dataset opened(const fs::path& path, const Format& format) {
    const fs::path file = checked_input_file(path);
    if (format.drivers.front() == std::string_view("GPKG")) check_foreign_geopackage(file);
    if (format.name == std::string_view("Excel workbook") ||
        format.name == std::string_view("OpenDocument spreadsheet"))
        check_unpacked_size(file);
    const GdalMessages said;
    Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, ended(format.drivers).data(),
                                      ended(format.open_options).data(), nullptr));
    if (!dataset || said.has_failures()) refuse_content(path, format, said.last());
    return dataset;
}

std::vector<std::string> names_in(GDALDataset& dataset) {
    std::vector<std::string> names;
    for (const OGRLayer* layer : dataset.GetLayers()) names.emplace_back(const_cast<OGRLayer*>(layer)->GetName());
    return names;
}

OGRLayer& chosen_layer(GDALDataset& dataset, const std::string& wanted, const fs::path& path) {
    if (dataset.GetLayerCount() == 0)
        throw InputError(
            fmt::format("{}: there is no layer in this file; export it again with its features", path.string()));
    OGRLayer* first_with_shapes = nullptr;
    for (OGRLayer* layer : dataset.GetLayers()) {
        if (!wanted.empty() && wanted == layer->GetName()) return *layer;
        if (first_with_shapes == nullptr && layer->GetGeomType() != wkbNone) first_with_shapes = layer;
    }
    if (!wanted.empty()) {
        const auto names = names_in(dataset);
        const auto near = nearest_word(wanted, names);
        throw InputError(fmt::format("{}: no layer named '{}'; this file has: {}{}", path.string(), wanted,
                                     joined(names, ", "), near ? fmt::format(" (did you mean '{}'?)", *near) : ""));
    }
    return first_with_shapes != nullptr ? *first_with_shapes : *dataset.GetLayer(0);
}

FieldType type_of(const OGRFieldDefn& field) {
    switch (field.GetType()) {
        case OFTInteger: return field.GetSubType() == OFSTBoolean ? FieldType::boolean : FieldType::integer;
        case OFTInteger64: return FieldType::integer;
        case OFTReal: return FieldType::real;
        case OFTDate: return FieldType::date;
        case OFTDateTime: return FieldType::date_time;
        default: return FieldType::text;
    }
}

std::string as_utf8(std::string text) { return is_valid_utf8(text) ? text : windows_1252_to_utf8(text); }

Value moment_of(const OGRFeature& feature, int i, bool has_time) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (feature.GetFieldAsDateTime(i, &year, &month, &day, &hour, &minute, &second, &zone) == FALSE) return {};
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return {};
    if (!has_time) return Date{date};
    const UtcTime written = Date{date} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                            std::chrono::seconds{static_cast<int>(second)};
    if (zone > 1)
        return written - std::chrono::minutes{(zone - 100) * 15};  // GDAL counts zones in quarters, UTC is 100
    std::string local = to_iso(written);  // no zone is written: a local moment stays as it stands
    local.pop_back();
    return local;
}

Value value_of(const OGRFeature& feature, int i, FieldType type) {
    if (feature.IsFieldSetAndNotNull(i) == 0) return {};
    switch (type) {
        case FieldType::integer: return static_cast<std::int64_t>(feature.GetFieldAsInteger64(i));
        case FieldType::boolean: return feature.GetFieldAsInteger(i) != 0;
        case FieldType::real: return feature.GetFieldAsDouble(i);
        case FieldType::date: return moment_of(feature, i, false);
        case FieldType::date_time: return moment_of(feature, i, true);
        case FieldType::text: break;
    }
    return as_utf8(const_cast<OGRFeature&>(feature).GetFieldAsString(i));
}

/// The source's CRS as text for Projector, and whether its shapes have north or latitude first.
struct SourceCrs {
    std::string text;
    bool is_y_first = false;
};

SourceCrs crs_of(const OGRSpatialReference* srs, const ReadOptions& options, const fs::path& path) {
    if (options.crs) return {*options.crs, false};
    if (srs == nullptr)
        throw InputError(
            fmt::format("{}: the shapes have no coordinate system; say which one it is, such as EPSG:28992 "
                        "(RD New) or EPSG:4326 (longitude and latitude)",
                        path.string()));
    SourceCrs found;
    const auto& axes = srs->GetDataAxisToSRSAxisMapping();
    const bool is_north_first = srs->EPSGTreatsAsLatLong() != FALSE || srs->EPSGTreatsAsNorthingEasting() != FALSE;
    found.is_y_first = is_north_first && !axes.empty() && axes[0] == 1;
    found.text = crs_text(*srs);
    return found;
}

ShapeType shape_type_of(const Shape& shape) {
    static constexpr ShapeType types[] = {ShapeType::none, ShapeType::point, ShapeType::line, ShapeType::area};
    return types[shape.index()];
}

/// Of the layer as it is declared, or the highest kind among its shapes where it declares none.
ShapeType declared_type(OGRwkbGeometryType declared, const std::vector<Feature>& rows) {
    if (OGR_GT_IsSubClassOf(wkbFlatten(declared), wkbPoint) || wkbFlatten(declared) == wkbMultiPoint)
        return ShapeType::point;
    if (OGR_GT_IsCurve(declared) || OGR_GT_IsSubClassOf(declared, wkbMultiCurve)) return ShapeType::line;
    if (OGR_GT_IsSurface(declared) || OGR_GT_IsSubClassOf(declared, wkbMultiSurface)) return ShapeType::area;
    ShapeType highest = ShapeType::none;
    for (const auto& row : rows) highest = std::max(highest, shape_type_of(row.shape));
    return highest;
}

class LayerReading {
public:
    LayerReading(OGRLayer& layer, const ReadOptions& options, const fs::path& path)
        : layer_(layer), options_(options), path_(path) {
        table_.name = layer.GetName();
        const OGRFeatureDefn& definition = *layer.GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            const OGRFieldDefn& field = *definition.GetFieldDefn(i);
            if (field.GetType() == OFTBinary) continue;  // nothing here asks for bytes
            columns_.push_back(i);
            const char* alias = field.GetAlternativeNameRef();
            table_.fields.push_back(
                {as_utf8(field.GetNameRef()), type_of(field), alias == nullptr ? "" : as_utf8(alias)});
        }
    }

    void add(const OGRFeature& feature) {
        Feature row;
        row.values.reserve(columns_.size());
        for (std::size_t c = 0; c < columns_.size(); ++c)
            row.values.push_back(value_of(feature, columns_[c], table_.fields[c].type));
        if (const OGRGeometry* geometry = feature.GetGeometryRef(); geometry != nullptr && !geometry->IsEmpty())
            row.shape = shape_from_ogr(*geometry, projector_for(*geometry), is_y_first_);
        table_.rows.push_back(std::move(row));
    }

    FeatureTable result(OGRwkbGeometryType declared) {
        table_.shape_type = declared_type(declared, table_.rows);
        return std::move(table_);
    }

private:
    /// Made when the first shape asks for it: a layer without shapes needs no CRS.
    const Projector& projector_for(const OGRGeometry& geometry) {
        if (!projector_) {
            const OGRSpatialReference* srs = layer_.GetSpatialRef();
            if (srs == nullptr) srs = geometry.getSpatialReference();
            const SourceCrs source = crs_of(srs, options_, path_);
            is_y_first_ = source.is_y_first;
            projector_ = with_context(path_.string(), [&] { return std::make_unique<Projector>(source.text); });
        }
        return *projector_;
    }

    OGRLayer& layer_;
    const ReadOptions& options_;
    const fs::path& path_;
    FeatureTable table_;
    std::vector<int> columns_;
    std::unique_ptr<Projector> projector_;
    bool is_y_first_ = false;
};

/// A foreign database may not call anything through its schema while we read; our own writing needs its triggers.
CPLConfigOptionSetter without_trust() { return {"OGR_SQLITE_PRAGMA", "trusted_schema=OFF", false}; }

}  // namespace

struct LayerFile::Inside {
    fs::path path;
    const Format& format;
    Dataset dataset;
};

LayerFile::LayerFile(const fs::path& path) {
    start_gdal();
    const auto distrust = without_trust();
    const Format& format = format_of(path);
    inside_ = std::make_unique<Inside>(Inside{path, format, opened(path, format)});
}

LayerFile::~LayerFile() = default;

std::vector<std::string> LayerFile::names() const { return names_in(*inside_->dataset); }

FeatureTable LayerFile::read(const ReadOptions& options, const Work& work) const {
    const auto distrust = without_trust();
    const fs::path& path = inside_->path;
    const Format& format = inside_->format;
    OGRLayer& layer = chosen_layer(*inside_->dataset, options.layer, path);

    const GdalMessages said;
    const GIntBig promised = layer.GetFeatureCount(TRUE);
    LayerReading reading(layer, options, path);
    GIntBig rows = 0;
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        if (rows % 256 == 0) {
            work.check_stop();
            work.progress("reading " + path.filename().string(),
                          promised > 0 ? static_cast<double>(rows) / static_cast<double>(promised) : -1);
        }
        reading.add(*feature);
        ++rows;
    }
    if (said.has_failures()) refuse_content(path, format, fmt::format("after {} features: {}", rows, said.last()));
    if (promised >= 0 && promised != rows)
        refuse_content(path, format, fmt::format("it says to hold {} features and gave {}", promised, rows));
    return reading.result(layer.GetGeomType());
}

FeatureTable read_layer(const fs::path& path, const ReadOptions& options, const Work& work) {
    return LayerFile(path).read(options, work);
}

std::vector<std::string> layer_names(const fs::path& path) { return LayerFile(path).names(); }

}  // namespace baken
