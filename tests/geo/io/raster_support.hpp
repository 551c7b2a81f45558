#pragma once
/// Rasters for tests, made with GDAL itself.

#include "geo/core/map_image.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/gdal_session.hpp"
#include "support/support.hpp"

#include <gdal/gdal.h>
#include <gdal/ogr_srs_api.h>

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace baken::test {

/// What is in a raster: `bands` values at a column and row.
using Paint = std::function<double(int band, int column, int row)>;

struct Made {
    int width = 40, height = 30, bands = 3;
    std::array<double, 6> place{180000, 100, 0, 433000, 0, -100};
    std::string crs = "EPSG:28992";  ///< empty: none
    GDALDataType type = GDT_Byte;
};

struct CloseRasterHandle {
    void operator()(void* d) const { GDALClose(d); }
};
using RasterHandle = std::unique_ptr<void, CloseRasterHandle>;

inline void set_crs(GDALDatasetH dataset, const std::string& crs) {
    const auto srs = OSRNewSpatialReference(nullptr);
    OSRSetFromUserInput(srs, crs.c_str());
    OSRSetAxisMappingStrategy(srs, OAMS_TRADITIONAL_GIS_ORDER);
    GDALSetSpatialRef(dataset, srs);
    OSRDestroySpatialReference(srs);
}

inline void paint_band(GDALRasterBandH band, int number, const Paint& paint) {
    const int width = GDALGetRasterBandXSize(band), height = GDALGetRasterBandYSize(band);
    std::vector<double> values;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column) values.push_back(paint(number, column, row));
    REQUIRE(GDALRasterIO(band, GF_Write, 0, 0, width, height, values.data(), width, height, GDT_Float64, 0, 0) ==
            CE_None);
}

/// In memory; to be copied to a file, or kept open.
inline RasterHandle made_in_memory(const Made& made, const Paint& paint) {
    start_gdal();
    RasterHandle dataset(
        GDALCreate(GDALGetDriverByName("MEM"), "", made.width, made.height, made.bands, made.type, nullptr));
    REQUIRE(dataset);
    auto place = made.place;
    GDALSetGeoTransform(dataset.get(), place.data());
    if (!made.crs.empty()) set_crs(dataset.get(), made.crs);
    for (int b = 1; b <= made.bands; ++b) paint_band(GDALGetRasterBand(dataset.get(), b), b, paint);
    return dataset;
}

inline void copy_to(const RasterHandle& dataset, const char* driver, const std::filesystem::path& file,
                    std::vector<const char*> options = {}) {
    options.push_back(nullptr);
    RasterHandle copy(GDALCreateCopy(GDALGetDriverByName(driver), file.c_str(), dataset.get(), FALSE,
                                     const_cast<char**>(options.data()), nullptr, nullptr));
    REQUIRE(copy);
}

inline std::filesystem::path geotiff(const std::filesystem::path& file, const Made& made, const Paint& paint,
                                     const std::function<void(GDALDatasetH)>& more = {}) {
    const auto dataset = made_in_memory(made, paint);
    if (more) more(dataset.get());
    copy_to(dataset, "GTiff", file);
    return file;
}

/// A colour of its own for every pixel.
inline double mosaic(int band, int column, int row) {
    return band == 1   ? (column * 37) % 256
           : band == 2 ? (row * 53) % 256
           : band == 3 ? (column * 7 + row * 11) % 256
                       : 255;
}
inline Rgba mosaic_at(int column, int row) {
    return {static_cast<std::uint8_t>(mosaic(1, column, row)), static_cast<std::uint8_t>(mosaic(2, column, row)),
            static_cast<std::uint8_t>(mosaic(3, column, row)), 255};
}

}  // namespace baken::test
