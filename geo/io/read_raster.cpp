#include "geo/io/read_raster.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/crs_text.hpp"
#include "geo/io/file_check.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/mbtiles.hpp"
#include "geo/io/raster_pixels.hpp"
#include "geo/io/raster_warp.hpp"
#include "geo/io/sqlite_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

struct Format {
    const char* extension;
    const char* driver;
    const char* name;
};
constexpr std::array formats{
    Format{".gpkg", "GPKG", "GeoPackage with tiles"},
    Format{".mbtiles", "MBTiles", "MBTiles"},
    Format{".tif", "GTiff", "GeoTIFF"},
    Format{".tiff", "GTiff", "GeoTIFF"},
    Format{".png", "PNG", "PNG"},
    Format{".jpg", "JPEG", "JPEG"},
    Format{".jpeg", "JPEG", "JPEG"},
};

const Format& format_of(const fs::path& path) {
    const std::string extension = extension_of(path);
    std::vector<std::string> known;
    for (const Format& format : formats) {
        if (format.extension == extension) return format;
        known.emplace_back(format.extension);
    }
    throw InputError(fmt::format("{}: no base map is read from a file that ends in '{}'; export it as one of: {}",
                                 path.string(), extension, joined(known, " ")));
}

std::vector<std::string> tile_layers(GDALDataset& container) {
    std::vector<std::string> names;
    CSLConstList entries = container.GetMetadata("SUBDATASETS");
    for (int i = 1; const char* name = CSLFetchNameValue(entries, fmt::format("SUBDATASET_{}_NAME", i).c_str()); ++i) {
        const std::string full(name);
        names.push_back(full.substr(full.rfind(':') + 1));
    }
    return names;
}

Dataset opened(const fs::path& path, const Format& format, const RasterOptions& options) {
    const fs::path file = checked_input_file(path);
    const bool is_geopackage = format.driver == std::string_view("GPKG");
    if (is_geopackage) check_foreign_tiles(file);
    CPLStringList open_options;
    if (is_geopackage && !options.layer.empty()) open_options.SetNameValue("TABLE", options.layer.c_str());
    const std::array drivers{format.driver, static_cast<const char*>(nullptr)};
    const GdalMessages said;
    Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.data(),
                                      open_options.List(), nullptr));
    if (dataset && dataset->GetRasterCount() == 0) {
        const auto names = tile_layers(*dataset);
        if (!names.empty())
            throw InputError(fmt::format("{}: there are several tile layers in this file; name one as 'layer': {}",
                                         path.string(), joined(names, ", ")));
        dataset.reset();
    }
    if (!dataset)
        throw InputError(
            fmt::format("{}: there is no picture to be read in this {} ({}); vector tiles and layers are "
                        "no base map: export it as an image",
                        path.string(), format.name, said.last().empty() ? "nothing in it is a raster" : said.last()));
    return dataset;
}

Affine place_of(GDALDataset& dataset, const fs::path& path) {
    Affine place{};
    if (dataset.GetGeoTransform(place.data()) != CE_None)
        throw InputError(fmt::format(
            "{}: the picture does not say where it lies; put its world file beside it (.pgw, .jgw, .tfw), or "
            "export it as GeoTIFF",
            path.string()));
    return place;
}

/// A world file gives numbers and no system. Where they can only be RD, they are.
std::string crs_of(GDALDataset& dataset, const Affine& place, const RasterOptions& options, const fs::path& path) {
    if (!options.crs.empty()) return options.crs;
    if (const OGRSpatialReference* srs = dataset.GetSpatialRef(); srs != nullptr && !srs->IsEmpty())
        return crs_text(*srs);
    const double width = dataset.GetRasterXSize(), height = dataset.GetRasterYSize();
    if (is_on_rd_map(place[0] + place[1] * width / 2, place[3] + place[5] * height / 2) && std::abs(place[1]) > 0.001)
        return "EPSG:28992";
    throw InputError(
        fmt::format("{}: the picture has no coordinate system; say which one it is, such as crs = "
                    "\"EPSG:28992\" (RD New) or \"EPSG:3857\"",
                    path.string()));
}

/// A foreign database may not call anything through its schema while we read.
CPLConfigOptionSetter without_trust() { return {"OGR_SQLITE_PRAGMA", "trusted_schema=OFF", false}; }

}  // namespace

struct Raster::Inside {
    fs::path path;
    std::optional<TileFile> tiles;  ///< MBTiles; else all that follows
    Dataset dataset;
    Affine place{};
    std::optional<Projector> projector;
};

Raster::Raster(const fs::path& path, const RasterOptions& options) : inside_(std::make_unique<Inside>()) {
    start_gdal();
    const auto distrust = without_trust();
    Inside& in = *inside_;
    in.path = path;
    const Format& format = format_of(path);
    if (format.driver == std::string_view("MBTiles")) {
        in.tiles.emplace(checked_input_file(path));
        return;
    }
    in.dataset = opened(path, format, options);
    in.place = place_of(*in.dataset, path);
    const std::string crs = crs_of(*in.dataset, in.place, options, path);
    with_context(path.string(), [&] { in.projector.emplace(crs); });
}

Raster::~Raster() = default;
Raster::Raster(Raster&&) noexcept = default;
Raster& Raster::operator=(Raster&&) noexcept = default;

MapImage Raster::image(const Box& box, int width, int height, const Work& work) const {
    Inside& in = *inside_;
    work.check_stop();
    if (in.tiles) return in.tiles->image(box, width, height, work);
    MapImage frame = empty_frame(box, width, height);
    const auto window =
        window_for(frame, *in.projector, in.place, in.dataset->GetRasterXSize(), in.dataset->GetRasterYSize());
    if (!window) return frame;
    const Pixels pixels =
        with_context(in.path.string(), [&] { return pixels_in(*in.dataset, *window, in.place, work); });
    warp_into(frame, pixels, *in.projector, work);
    return frame;
}

Box Raster::extent() const {
    const Inside& in = *inside_;
    if (in.tiles) return in.tiles->extent();
    const double width = in.dataset->GetRasterXSize(), height = in.dataset->GetRasterYSize();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Box box{infinity, infinity, -infinity, -infinity};
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const double column = width * i / steps, row = height * j / steps;
            const Affine& a = in.place;
            const auto at = in.projector->forward(a[0] + a[1] * column + a[2] * row, a[3] + a[4] * column + a[5] * row);
            if (!at) continue;
            box = {std::min(box.min_x, at->x), std::min(box.min_y, at->y), std::max(box.max_x, at->x),
                   std::max(box.max_y, at->y)};
        }
    return box.min_x <= box.max_x ? box : Box{};
}

}  // namespace baken
