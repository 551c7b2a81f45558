#pragma once
/// The density surface as a layer that a team takes along: numbers per km2 on the map's own squares, and how they are
/// drawn.
///
///     const DensityRaster surface = density_raster(project, {.of = DensityOf::accidents}, work);
///     write_raster(surface.grid, "density.tif", {.description = surface.look.title}, work);
///     write_bytes("density.qml", raster_qml(surface.look), Overwrite::no);

#include "app/map_images.hpp"
#include "geo/io/write_raster.hpp"
#include "output/raster_look.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace baken {

struct DensityRasterOptions {
    DensityOf of = DensityOf::accidents;
    /// Nothing: 50 m, doubled until there are no more than ten million cells.
    std::optional<Metres> cell = {};
    Metres bandwidth = Metres(250);               ///< widened to three cells where it is less
    std::set<std::uint32_t> municipalities = {};  ///< indices; empty: all
};

struct DensityRaster {
    RasterGrid grid;  ///< events per km2; not known outside the municipalities
    RasterLook look;  ///< five classes with equal area among the cells that have any
    Metres bandwidth = Metres(0);
    std::size_t events = 0;  ///< that count in it
};

/// Of the events that the map's picture shows (density_points), those beyond the municipalities asked for too, so that
/// they reach over the border. Cells lie on whole multiples of their size, so that rasters of two years fit on each
/// other. Throws SettingsError, in the language of the settings: a cell below 1 m, a bandwidth that is not above zero,
/// more than a hundred million cells.
[[nodiscard]] DensityRaster density_raster(const Project&, const DensityRasterOptions&, const Work&);

/// "density" and "density_complaints": the layers that are rasters.
[[nodiscard]] const std::vector<std::string>& raster_layer_names();
[[nodiscard]] std::string raster_layer_name(DensityOf);  ///< of one of these

}  // namespace baken
