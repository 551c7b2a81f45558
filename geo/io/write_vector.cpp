#include "geo/io/write_vector.hpp"

#include "base/error.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/csv_text.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/to_ogr.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace baken {

namespace {

struct Format {
    LayerFormat format;
    std::string_view code, extension;
    const char* driver;  ///< of GDAL; nullptr: written here
    bool is_lonlat;
    bool has_dates;  ///< as a type of their own
};
constexpr std::array formats{
    Format{LayerFormat::geopackage, "gpkg", ".gpkg", nullptr, false, true},
    Format{LayerFormat::geojson, "geojson", ".geojson", "GeoJSON", true, false},
    Format{LayerFormat::flatgeobuf, "fgb", ".fgb", "FlatGeobuf", false, false},
    Format{LayerFormat::kml, "kml", ".kml", "KML", true, false},
    Format{LayerFormat::csv, "csv", ".csv", nullptr, false, false},
    Format{LayerFormat::csv_nl, "csv-nl", ".csv", nullptr, false, false},
};

const Format& format_of(LayerFormat format) { return formats[static_cast<std::size_t>(format)]; }

/// Longitude and latitude in place of x and y.
class ToDegrees {
public:
    Shape operator()(const Shape& shape) const {
        return std::visit([this](const auto& inner) { return Shape(turned(inner)); }, shape);
    }

private:
    [[nodiscard]] std::monostate turned(std::monostate) const { return {}; }
    [[nodiscard]] MapPoint turned(MapPoint p) const {
        const LonLat at = rd_.to_lonlat(p);
        return {at.lon, at.lat};
    }
    [[nodiscard]] Polygon turned(const Polygon& polygon) const {
        return {turned(polygon.outer), turned(polygon.holes)};
    }
    template <class Inner>
    [[nodiscard]] std::vector<Inner> turned(const std::vector<Inner>& many) const {
        std::vector<Inner> all;
        all.reserve(many.size());
        for (const Inner& one : many) all.push_back(turned(one));
        return all;
    }

    Projector rd_{"EPSG:28992"};
};

/// Values as text, for formats that would write them in a way of their own.
FeatureTable without_dates(FeatureTable table) {
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        FieldType& type = table.fields[i].type;
        if (type != FieldType::date && type != FieldType::date_time) continue;
        type = FieldType::text;
        for (Feature& row : table.rows)
            if (row.values[i].index() != 0) row.values[i] = text_of(row.values[i]);
    }
    return table;
}

struct CloseDataset {
    void operator()(GDALDataset* d) const { GDALClose(d); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

/// A file in memory, gone with this.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view extension)
        : name_(fmt::format("/vsimem/baken/{}{}", static_cast<const void*>(this), extension)) {}
    ~MemoryFile() { VSIUnlink(name_.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view bytes() const {
        vsi_l_offset length = 0;
        const GByte* data = VSIGetMemFileBuffer(name_.c_str(), &length, FALSE);
        return {reinterpret_cast<const char*>(data), data == nullptr ? 0 : static_cast<std::size_t>(length)};
    }

private:
    std::string name_;
};

class OgrWriting {
public:
    OgrWriting(const FeatureTable& table, const Format& format, const std::string& file) : table_(table) {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
        if (driver == nullptr) throw InternalError(fmt::format("this GDAL cannot write {}", format.driver));
        dataset_.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        require(dataset_ != nullptr);
        OGRSpatialReference srs;
        srs.importFromEPSG(format.is_lonlat ? 4326 : 28992);
        srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        CPLStringList options;
        if (format.format == LayerFormat::geojson) {
            options.SetNameValue("RFC7946", "YES");
            options.SetNameValue("COORDINATE_PRECISION", "7");
        }
        const bool has_shapes = table.shape_type != ShapeType::none;
        layer_ = dataset_->CreateLayer(table.name.c_str(), has_shapes ? &srs : nullptr,
                                       static_cast<OGRwkbGeometryType>(wkb_type(table.shape_type)), options.List());
        require(layer_ != nullptr);
        first_field_ = layer_->GetLayerDefn()->GetFieldCount();  // KML begins with a name and a description of its own
        for (const Field& field : table.fields) require(layer_->CreateField(ogr_field(field).get()) == OGRERR_NONE);
        require(layer_->GetLayerDefn()->GetFieldCount() == first_field_ + static_cast<int>(table.fields.size()));
        for (const char* title : {"site_name", "name"})
            if (table.has_field(title)) title_ = table.field(title);
    }

    void add(std::size_t row) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer_->GetLayerDefn()));
        fill(*feature, table_, row, first_field_);
        if (first_field_ > 0) feature->SetField(0, text_of(table_.rows[row].values.at(title_)).c_str());
        require(layer_->CreateFeature(feature.get()) == OGRERR_NONE);
    }
    void close() {
        dataset_.reset();
        require(true);
    }

private:
    void require(bool is_done) const {
        if (!is_done || said_.has_failures())
            throw IoError(
                fmt::format("the layer {} cannot be written ({}); choose another format", table_.name, said_.last()));
    }

    const FeatureTable& table_;
    GdalMessages said_;
    Dataset dataset_;
    OGRLayer* layer_ = nullptr;
    int first_field_ = 0;
    std::size_t title_ = 0;  ///< the field that names a row to people
};

void write_by_ogr(const FeatureTable& table, const Format& format, const std::filesystem::path& path,
                  Overwrite overwrite, const Work& work) {
    const auto nowhere =
        std::count_if(table.rows.begin(), table.rows.end(), [](const Feature& row) { return row.shape.index() == 0; });
    if (format.format == LayerFormat::flatgeobuf && table.shape_type != ShapeType::none && nowhere > 0)
        throw InputError(
            fmt::format("{} of {} rows of the layer {} have no place, and FlatGeobuf would drop them; choose "
                        "GeoPackage or GeoJSON",
                        nowhere, table.rows.size(), table.name));
    FeatureTable turned = format.has_dates ? table : without_dates(table);
    if (format.is_lonlat) {
        const ToDegrees to_degrees;
        for (Feature& row : turned.rows) row.shape = to_degrees(row.shape);
    }
    const MemoryFile file(format.extension);
    OgrWriting writing(turned, format, file.name());
    for (std::size_t row = 0; row < turned.rows.size(); ++row) {
        if (row % 1024 == 0) {
            work.check_stop();
            work.progress("writing " + table.name, static_cast<double>(row) / static_cast<double>(turned.rows.size()));
        }
        writing.add(row);
    }
    writing.close();
    write_bytes(path, file.bytes(), overwrite);
}

}  // namespace

std::string_view code_of(LayerFormat format) { return format_of(format).code; }
std::string_view extension_of(LayerFormat format) { return format_of(format).extension; }
std::optional<LayerFormat> layer_format_from(std::string_view code) {
    for (const Format& format : formats)
        if (format.code == code) return format.format;
    return std::nullopt;
}

void write_vector(const FeatureTable& table, const std::filesystem::path& path, const VectorOptions& options,
                  const Work& work) {
    start_gdal();
    const Format& format = format_of(options.format);
    switch (options.format) {
        case LayerFormat::geopackage: {
            std::vector<FeatureTable> tables{table};
            if (options.styles != nullptr) tables.push_back(*options.styles);
            write_geopackage(path, tables, options.stamp, options.overwrite, work);
            return;
        }
        case LayerFormat::csv: write_bytes(path, csv_text(table, work), options.overwrite); return;
        case LayerFormat::csv_nl: write_bytes(path, dutch_csv_text(table, work), options.overwrite); return;
        case LayerFormat::geojson:
        case LayerFormat::flatgeobuf:
        case LayerFormat::kml: write_by_ogr(table, format, path, options.overwrite, work); return;
    }
}

}  // namespace baken
