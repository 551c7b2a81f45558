#include "geo/io/write_ogr.hpp"

#include "base/error.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/memory_file.hpp"
#include "geo/io/row_work.hpp"
#include "geo/io/to_degrees.hpp"
#include "geo/io/to_ogr.hpp"

#include <algorithm>
#include <memory>

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace baken {

namespace {

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

class OgrWriting {
public:
    OgrWriting(const FeatureTable& table, const char* driver_name, int epsg, const CPLStringList& options,
               const std::string& file)
        : table_(table) {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driver_name);
        if (driver == nullptr) throw InternalError(fmt::format("this GDAL cannot write {}", driver_name));
        dataset_.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        require(dataset_ != nullptr);
        OGRSpatialReference srs;
        srs.importFromEPSG(epsg);
        srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const bool has_shapes = table.shape_type != ShapeType::none;
        layer_ = dataset_->CreateLayer(table.name.c_str(), has_shapes ? &srs : nullptr,
                                       static_cast<OGRwkbGeometryType>(wkb_type(table.shape_type)),
                                       const_cast<CPLStringList&>(options).List());
        require(layer_ != nullptr);
        for (const Field& field : table.fields) require(layer_->CreateField(ogr_field(field).get()) == OGRERR_NONE);
        require(layer_->GetLayerDefn()->GetFieldCount() == static_cast<int>(table.fields.size()));
    }

    void add(std::size_t row) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer_->GetLayerDefn()));
        fill(*feature, table_, row);
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
    std::unique_ptr<GDALDataset, CloseDataset> dataset_;
    OGRLayer* layer_ = nullptr;
};

/// The driver makes a folder of a file whose name does not end as it wants.
std::string written(const FeatureTable& table, const char* driver, const char* ending, int epsg,
                    const CPLStringList& options, const Work& work) {
    start_gdal();
    const MemoryFile file(ending);
    OgrWriting writing(table, driver, epsg, options, file.name());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        at_row(work, table, row);
        writing.add(row);
    }
    writing.close();
    if (file.bytes().empty()) throw InternalError(fmt::format("GDAL wrote no {} of the layer {}", driver, table.name));
    return std::string(file.bytes());
}

}  // namespace

std::string geojson_bytes(const FeatureTable& table, const Work& work) {
    FeatureTable turned = without_dates(table);
    const ToDegrees to_degrees;
    for (Feature& row : turned.rows) row.shape = to_degrees(row.shape);
    CPLStringList options;
    options.SetNameValue("RFC7946", "YES");
    options.SetNameValue("COORDINATE_PRECISION", "7");
    return written(turned, "GeoJSON", ".geojson", 4326, options, work);
}

std::string flatgeobuf_bytes(const FeatureTable& table, const Work& work) {
    const auto nowhere =
        std::count_if(table.rows.begin(), table.rows.end(), [](const Feature& row) { return row.shape.index() == 0; });
    if (table.shape_type != ShapeType::none && nowhere > 0)
        throw InputError(
            fmt::format("{} of {} rows of the layer {} have no place, and FlatGeobuf would drop them; choose "
                        "GeoPackage or GeoJSON",
                        nowhere, table.rows.size(), table.name));
    return written(without_dates(table), "FlatGeobuf", ".fgb", 28992, {}, work);
}

}  // namespace baken
