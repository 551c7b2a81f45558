#pragma once
/// Rasters for the background of a map, as pixels in a frame on the working map.
///
///     const Raster raster("luchtfoto.tif");
///     const MapImage image = raster.image({181000, 429000, 183000, 430500}, 1280, 960, work);

#include "base/work.hpp"
#include "geo/core/map_image.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace baken {

struct RasterOptions {
    std::string crs = {};    ///< instead of the file's own, or where it has none (a world file never has)
    std::string layer = {};  ///< of a GeoPackage with several tile layers; empty: the only one
};

/// A GeoPackage or MBTiles with tiles, GeoTIFF, PNG or JPEG (these two with a world file beside them). Not to be shared
/// by threads.
class Raster {
public:
    /// Throws IoError (missing, no permission) or InputError (no raster, no place on the map, unknown CRS, vector
    /// tiles), naming the file and the next step.
    explicit Raster(const std::filesystem::path&, const RasterOptions& = {});
    ~Raster();
    Raster(Raster&&) noexcept;
    Raster& operator=(Raster&&) noexcept;

    /// What the raster shows of the box, transparent elsewhere. Palettes, grey, colours and alpha are honoured, nodata
    /// is transparent, overviews are used, values of more than a byte are stretched from their lowest to their highest.
    /// Throws InputError when the file turns out damaged, and Cancelled.
    [[nodiscard]] MapImage image(const Box&, int width, int height, const Work&) const;
    [[nodiscard]] Box extent() const;  ///< on the working map

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace baken
