#include "base/error.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/partial_file.hpp"
#include "geo/io/sqlite_check.hpp"
#include "geo/io/write_layer.hpp"

#include <memory>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace baken {

namespace {

struct CloseDataset {
    void operator()(GDALDataset* d) const { GDALClose(d); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

struct ToOgr {
    static void add(OGRSimpleCurve& curve, const std::vector<MapPoint>& points) {
        static_assert(sizeof(MapPoint) == sizeof(OGRRawPoint));
        curve.setPoints(static_cast<int>(points.size()), reinterpret_cast<const OGRRawPoint*>(points.data()));
    }
    static void add(OGRPolygon& polygon, const Ring& ring) {
        auto closed = std::make_unique<OGRLinearRing>();
        add(static_cast<OGRSimpleCurve&>(*closed), ring);
        polygon.addRingDirectly(closed.release());
    }

    std::unique_ptr<OGRGeometry> operator()(std::monostate) const { return nullptr; }
    std::unique_ptr<OGRGeometry> operator()(MapPoint p) const { return std::make_unique<OGRPoint>(p.x, p.y); }
    std::unique_ptr<OGRGeometry> operator()(const MultiLine& lines) const {
        auto all = std::make_unique<OGRMultiLineString>();
        for (const auto& line : lines) {
            auto one = std::make_unique<OGRLineString>();
            add(*one, line);
            all->addGeometryDirectly(one.release());
        }
        return all;
    }
    std::unique_ptr<OGRGeometry> operator()(const MultiPolygon& area) const {
        auto all = std::make_unique<OGRMultiPolygon>();
        for (const auto& part : area) {
            auto one = std::make_unique<OGRPolygon>();
            add(*one, part.outer);
            for (const auto& hole : part.holes) add(*one, hole);
            all->addGeometryDirectly(one.release());
        }
        return all;
    }
};

OGRwkbGeometryType ogr_type(ShapeType type) {
    switch (type) {
        case ShapeType::point: return wkbPoint;
        case ShapeType::line: return wkbMultiLineString;
        case ShapeType::area: return wkbMultiPolygon;
        case ShapeType::none: break;
    }
    return wkbNone;
}

std::unique_ptr<OGRFieldDefn> ogr_field(const Field& field) {
    auto made = std::make_unique<OGRFieldDefn>(field.name.c_str(), OFTString);
    switch (field.type) {
        case FieldType::text: break;
        case FieldType::integer: made->SetType(OFTInteger64); break;
        case FieldType::real: made->SetType(OFTReal); break;
        case FieldType::date: made->SetType(OFTDate); break;
        case FieldType::date_time: made->SetType(OFTDateTime); break;
        case FieldType::boolean:
            made->SetType(OFTInteger);
            made->SetSubType(OFSTBoolean);
            break;
    }
    if (!field.alias.empty()) made->SetAlternativeName(field.alias.c_str());
    return made;
}

/// Sets one field; false when the value is of another type than the field.
class SetField {
public:
    SetField(OGRFeature& feature, int index, FieldType type) : feature_(feature), index_(index), type_(type) {}

    bool operator()(std::monostate) const {
        feature_.SetFieldNull(index_);
        return true;
    }
    bool operator()(const std::string& text) const {
        feature_.SetField(index_, text.c_str());
        return type_ == FieldType::text;
    }
    bool operator()(std::int64_t number) const {
        feature_.SetField(index_, static_cast<GIntBig>(number));
        return type_ == FieldType::integer || type_ == FieldType::real;
    }
    bool operator()(double number) const {
        feature_.SetField(index_, number);
        return type_ == FieldType::real;
    }
    bool operator()(bool truth) const {
        feature_.SetField(index_, truth ? 1 : 0);
        return type_ == FieldType::boolean;
    }
    bool operator()(Date date) const {
        feature_.SetField(index_, year_of(date), static_cast<int>(month_of(date)),
                          static_cast<int>(day_of_month(date)));
        return type_ == FieldType::date;
    }
    bool operator()(UtcTime moment) const {
        const Date date = std::chrono::floor<std::chrono::days>(moment);
        const auto second = static_cast<int>((moment - date).count());
        constexpr int utc = 100;
        feature_.SetField(index_, year_of(date), static_cast<int>(month_of(date)), static_cast<int>(day_of_month(date)),
                          second / 3600, second / 60 % 60, static_cast<float>(second % 60), utc);
        return type_ == FieldType::date_time;
    }

private:
    OGRFeature& feature_;
    int index_;
    FieldType type_;
};

/// The number of a row must not take the name of a field. QGIS keeps its styles by `id`.
std::string row_number_name(const FeatureTable& table) {
    std::string name = table.name == "layer_styles" ? "id" : "fid";
    while (table.has_field(name)) name += "_";
    return name;
}

void fill(OGRFeature& feature, const FeatureTable& table, std::size_t row) {
    const Feature& from = table.rows[row];
    const auto refuse = [&](const std::string& what) {
        throw InternalError(fmt::format("row {} of table {}: {}", row, table.name, what));
    };
    if (from.values.size() != table.fields.size()) refuse("it has not one value per field");
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        const Field& field = table.fields[i];
        const Value& value = from.values[i];
        const SetField set(feature, static_cast<int>(i), field.type);
        const bool is_spelled_out = field.type == FieldType::text && value.index() != 0;
        if (!(is_spelled_out ? set(text_of(value)) : std::visit(set, value)))
            refuse("'" + field.name + "' has a value of another type");
    }
    if (from.shape.index() == 0) return;
    if (static_cast<std::size_t>(table.shape_type) != from.shape.index())
        refuse("its shape is of another kind than the table's");
    feature.SetGeometryDirectly(std::visit(ToOgr{}, from.shape).release());
}

class GeoPackageWriting {
public:
    GeoPackageWriting(const std::filesystem::path& file, const std::filesystem::path& target) : target_(target) {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        if (driver == nullptr) throw InternalError("this GDAL cannot write a GeoPackage");
        dataset_.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        rd_.importFromEPSG(28992);
        rd_.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (!dataset_) fail();
        require(dataset_->StartTransaction() == OGRERR_NONE);
    }

    void add(const FeatureTable& table, const Work& work) {
        CPLStringList options;
        options.SetNameValue("FID", row_number_name(table).c_str());
        options.SetNameValue("GEOMETRY_NAME", "geom");
        const bool has_shapes = table.shape_type != ShapeType::none;
        OGRLayer* layer = dataset_->CreateLayer(table.name.c_str(), has_shapes ? &rd_ : nullptr,
                                                ogr_type(table.shape_type), options.List());
        require(layer != nullptr);
        for (const auto& field : table.fields) {
            require(layer->CreateField(ogr_field(field).get()) == OGRERR_NONE);
        }
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            if (row % 1024 == 0) {
                work.check_stop();
                work.progress("writing " + table.name,
                              static_cast<double>(row) / static_cast<double>(table.rows.size()));
            }
            const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
            fill(*feature, table, row);
            require(layer->CreateFeature(feature.get()) == OGRERR_NONE);
        }
        require(layer->SyncToDisk() == OGRERR_NONE);
    }

    void close() {
        require(dataset_->CommitTransaction() == OGRERR_NONE);
        dataset_.reset();
        require(true);
    }

private:
    /// GDAL may report success and still have said that something failed.
    void require(bool is_done) const {
        if (!is_done || said_.has_failures()) fail();
    }
    [[noreturn]] void fail() const {
        throw IoError(fmt::format("{}: cannot be written ({}); make room on the disk or choose another folder",
                                  target_.string(), said_.last()));
    }

    GdalMessages said_;
    const std::filesystem::path& target_;
    OGRSpatialReference rd_;
    Dataset dataset_;
};

}  // namespace

void write_geopackage(const std::filesystem::path& path, std::span<const FeatureTable> tables, UtcTime stamp,
                      Overwrite overwrite, const Work& work) {
    start_gdal();
    // The file is synced once, when it is whole; until then nobody reads it.
    const CPLConfigOptionSetter date("OGR_CURRENT_DATE", fmt::format("{}.000Z", to_iso(stamp).substr(0, 19)).c_str(),
                                     false);
    const CPLConfigOptionSetter synchronous("OGR_SQLITE_SYNCHRONOUS", "OFF", false);
    const CPLConfigOptionSetter journal("OGR_SQLITE_JOURNAL", "MEMORY", false);

    PartialFile part(path, overwrite);
    GeoPackageWriting writing(part.path(), path);
    for (const auto& table : tables) writing.add(table, work);
    writing.close();
    if (const std::string damage = damage_of(part.path()); !damage.empty())
        throw IoError(
            fmt::format("{}: what was written is damaged ({}); check the disk and try again", path.string(), damage));
    part.finish();
}

}  // namespace baken
