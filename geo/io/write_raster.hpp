#pragma once
/// A grid of numbers as a GeoTIFF in RD.
///
///     RasterGrid grid{.north_west = {180000, 434000}, .cell = 50_m, .columns = 400, .rows = 300, .values = ...};
///     write_raster(grid, "density.tif", {.description = "accidents per km2"}, work);

#include "base/work.hpp"
#include "geo/io/write_layer.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace baken {

struct RasterGrid {
    MapPoint north_west;  ///< corner of the first cell
    Metres cell = Metres(1);
    int columns = 0, rows = 0;
    std::vector<double> values;  ///< row by row, the northern row first; not a number: not known
};

enum class RasterNumber { float32, float64 };

struct RasterWriting {
    RasterNumber number = RasterNumber::float32;
    double no_data = -9999;        ///< stands for what is not known; no cell may hold it
    std::string description = {};  ///< of the band, as programs show it
    Overwrite overwrite = Overwrite::no;
};

/// One band, deflated in tiles, EPSG:28992. Same grid, same bytes. Written beside the target and renamed when it is
/// whole. Throws IoError naming the file, InputError for a grid whose values are not columns times rows, and Cancelled.
void write_raster(const RasterGrid&, const std::filesystem::path&, const RasterWriting&, const Work&);

/// The first band of a GeoTIFF that write_raster could have written: square cells, north up. Throws IoError,
/// InputError.
[[nodiscard]] RasterGrid read_grid(const std::filesystem::path&);

}  // namespace baken
