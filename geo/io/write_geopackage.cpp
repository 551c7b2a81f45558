#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/partial_file.hpp"
#include "geo/io/sqlite_check.hpp"
#include "geo/io/to_ogr.hpp"
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

/// The number of a row must not take the name of a field. QGIS keeps its styles by `id`.
std::string row_number_name(const FeatureTable& table) {
    std::string name = table.name == "layer_styles" ? "id" : "fid";
    while (table.has_field(name)) name += "_";
    return name;
}

std::string hexadecimal(std::string_view bytes) {
    std::string digits;
    digits.reserve(2 * bytes.size());
    for (const char c : bytes) digits += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return digits;
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
        OGRLayer* layer =
            dataset_->CreateLayer(table.name.c_str(), has_shapes ? &rd_ : nullptr,
                                  static_cast<OGRwkbGeometryType>(wkb_type(table.shape_type)), options.List());
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

    /// The project's bytes stand there as hexadecimal digits, and in no list of layers, as QGIS itself keeps it.
    void embed(const EmbeddedProject& project) {
        run("CREATE TABLE qgis_projects(name TEXT PRIMARY KEY, metadata BLOB, content BLOB)");
        run(fmt::format("INSERT INTO qgis_projects VALUES ('{}', '{}', '{}')", replaced(project.name, "'", "''"),
                        fmt::format("{{\"last_modified_time\": \"{}\", \"last_modified_user\": \"baken\"}}",
                                    to_iso(project.stamp).substr(0, 19)),
                        hexadecimal(project.qgz)));
    }

    void close() {
        require(dataset_->CommitTransaction() == OGRERR_NONE);
        dataset_.reset();
        require(true);
    }

private:
    void run(const std::string& sql) {
        if (OGRLayer* answer = dataset_->ExecuteSQL(sql.c_str(), nullptr, nullptr); answer != nullptr)
            dataset_->ReleaseResultSet(answer);
        require(true);
    }

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
                      Overwrite overwrite, const Work& work, const EmbeddedProject& project) {
    start_gdal();
    // The file is synced once, when it is whole; until then nobody reads it.
    const CPLConfigOptionSetter date("OGR_CURRENT_DATE", fmt::format("{}.000Z", to_iso(stamp).substr(0, 19)).c_str(),
                                     false);
    const CPLConfigOptionSetter synchronous("OGR_SQLITE_SYNCHRONOUS", "OFF", false);
    const CPLConfigOptionSetter journal("OGR_SQLITE_JOURNAL", "MEMORY", false);

    PartialFile part(path, overwrite);
    GeoPackageWriting writing(part.path(), path);
    for (const auto& table : tables) writing.add(table, work);
    if (!project.name.empty()) writing.embed(project);
    writing.close();
    if (const std::string damage = damage_of(part.path()); !damage.empty())
        throw IoError(
            fmt::format("{}: what was written is damaged ({}); check the disk and try again", path.string(), damage));
    part.finish();
}

}  // namespace baken
