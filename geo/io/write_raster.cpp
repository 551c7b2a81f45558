#include "geo/io/write_raster.hpp"

#include "base/error.hpp"
#include "geo/io/file_check.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/partial_file.hpp"
#include "geo/io/raster_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

namespace baken {

namespace {

constexpr int tile = 256;  ///< cells to a side

std::size_t size_of(const RasterGrid& grid) {
    return static_cast<std::size_t>(std::max(0, grid.columns)) * static_cast<std::size_t>(std::max(0, grid.rows));
}

class GeoTiff {
public:
    GeoTiff(const RasterGrid& grid, const RasterWriting& how, const std::filesystem::path& file,
            const std::filesystem::path& target)
        : target_(target) {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        if (driver == nullptr) throw InternalError("this GDAL cannot write a GeoTIFF");
        CPLStringList options;
        options.SetNameValue("COMPRESS", "DEFLATE");
        options.SetNameValue("PREDICTOR", "3");
        options.SetNameValue("TILED", "YES");
        options.SetNameValue("BLOCKXSIZE", std::to_string(tile).c_str());
        options.SetNameValue("BLOCKYSIZE", std::to_string(tile).c_str());
        options.SetNameValue("BIGTIFF", "IF_SAFER");
        const GDALDataType type = how.number == RasterNumber::float32 ? GDT_Float32 : GDT_Float64;
        dataset_.reset(driver->Create(file.c_str(), grid.columns, grid.rows, 1, type, options.List()));
        if (!dataset_) fail();
        OGRSpatialReference rd;
        rd.importFromEPSG(28992);
        rd.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        require(dataset_->SetSpatialRef(&rd));
        std::array<double, 6> place{grid.north_west.x, grid.cell.value, 0, grid.north_west.y, 0, -grid.cell.value};
        require(dataset_->SetGeoTransform(place.data()));
        require(dataset_->GetRasterBand(1)->SetNoDataValue(how.no_data));
        if (!how.description.empty()) dataset_->GetRasterBand(1)->SetDescription(how.description.c_str());
    }

    void write(const RasterGrid& grid, double no_data, const Work& work) {
        const auto columns = static_cast<std::size_t>(grid.columns);
        std::vector<double> band;
        for (int row = 0; row < grid.rows; row += tile) {
            work.check_stop();
            work.progress("raster", static_cast<double>(row) / grid.rows);
            const int rows = std::min(tile, grid.rows - row);
            const auto from =
                grid.values.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * columns);
            band.assign(from, from + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(rows) * columns));
            for (double& value : band)
                if (std::isnan(value)) value = no_data;
            require(dataset_->GetRasterBand(1)->RasterIO(GF_Write, 0, row, grid.columns, rows, band.data(),
                                                         grid.columns, rows, GDT_Float64, 0, 0, nullptr));
        }
    }

    void close() {
        dataset_->FlushCache();
        dataset_.reset();
        require(CE_None);
    }

private:
    void require(CPLErr done) const {
        if (done != CE_None || said_.has_failures()) fail();
    }
    [[noreturn]] void fail() const {
        throw IoError(fmt::format("{}: cannot be written ({}); make room on the disk or choose another folder",
                                  target_.string(), said_.last()));
    }

    GdalMessages said_;
    const std::filesystem::path& target_;
    Dataset dataset_;
};

}  // namespace

void write_raster(const RasterGrid& grid, const std::filesystem::path& path, const RasterWriting& how,
                  const Work& work) {
    if (grid.columns < 1 || grid.rows < 1 || grid.values.size() != size_of(grid) || !(grid.cell.value > 0))
        throw InputError(fmt::format("{}: a raster of {} by {} cells with {} values cannot be written", path.string(),
                                     grid.columns, grid.rows, grid.values.size()));
    start_gdal();
    PartialFile part(path, how.overwrite);
    {
        GeoTiff file(grid, how, part.path(), path);
        file.write(grid, how.no_data, work);
        file.close();
    }
    part.finish();
}

RasterGrid read_grid(const std::filesystem::path& path) {
    start_gdal();
    const std::filesystem::path file = checked_input_file(path);
    const std::array drivers{"GTiff", static_cast<const char*>(nullptr)};
    const GdalMessages said;
    const Dataset dataset(
        GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
    std::array<double, 6> place{};
    if (!dataset || dataset->GetRasterCount() < 1 || dataset->GetGeoTransform(place.data()) != CE_None)
        throw InputError(fmt::format("{}: is no GeoTIFF with a place on the map ({})", path.string(), said.last()));
    if (place[2] != 0 || place[4] != 0 || place[1] != -place[5])
        throw InputError(fmt::format("{}: its cells are not square, or north is not up", path.string()));
    RasterGrid grid{.north_west = {place[0], place[3]},
                    .cell = Metres(place[1]),
                    .columns = dataset->GetRasterXSize(),
                    .rows = dataset->GetRasterYSize(),
                    .values = {}};
    grid.values.resize(size_of(grid));
    GDALRasterBand* band = dataset->GetRasterBand(1);
    if (band->RasterIO(GF_Read, 0, 0, grid.columns, grid.rows, grid.values.data(), grid.columns, grid.rows, GDT_Float64,
                       0, 0, nullptr) != CE_None)
        throw InputError(fmt::format("{}: cannot be read ({})", path.string(), said.last()));
    int has_no_data = 0;
    const double no_data = band->GetNoDataValue(&has_no_data);
    if (has_no_data != 0)
        for (double& value : grid.values)
            if (value == no_data) value = std::numeric_limits<double>::quiet_NaN();
    return grid;
}

}  // namespace baken
