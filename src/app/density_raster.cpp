#include "app/density_raster.hpp"

#include "base/text.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/overlay.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double default_cell = 50, default_most_cells = 1e7, most_cells = 1e8;

std::vector<MultiPolygon> areas_of(const Project& project, const std::set<std::uint32_t>& asked) {
    std::vector<MultiPolygon> areas;
    const auto& all = project.region->municipalities;
    for (std::uint32_t m = 0; m < all.size(); ++m)
        if (asked.empty() || asked.contains(m)) areas.push_back(all[m].area);
    return areas;
}

Box box_of(const std::vector<MultiPolygon>& areas) {
    constexpr double far = std::numeric_limits<double>::infinity();
    Box all{far, far, -far, -far};
    for (const MultiPolygon& area : areas) {
        const Box one = bounding_box(area);
        all = {std::min(all.min_x, one.min_x), std::min(all.min_y, one.min_y), std::max(all.max_x, one.max_x),
               std::max(all.max_y, one.max_y)};
    }
    return all;
}

/// Outward to whole cells.
Box on_cells(const Box& box, double cell) {
    return {std::floor(box.min_x / cell) * cell, std::floor(box.min_y / cell) * cell,
            std::ceil(box.max_x / cell) * cell, std::ceil(box.max_y / cell) * cell};
}

double cells_in(const Box& box, double cell) {
    return (box.max_x - box.min_x) / cell * ((box.max_y - box.min_y) / cell);
}

[[noreturn]] void refuse(const Project& project, const std::string& dutch, const std::string& english) {
    throw SettingsError(std::string(says(project.settings.language, dutch, english)));
}

double cell_for(const Project& project, const DensityRasterOptions& options, const Box& box) {
    if (!options.cell) {
        double cell = default_cell;
        while (cells_in(box, cell) > default_most_cells) cell *= 2;
        return cell;
    }
    const double cell = options.cell->value;
    if (!(cell >= 1) || !std::isfinite(cell))
        refuse(project, "een cel van de dichtheid is minstens 1 meter", "a cell of the density is 1 metre at least");
    if (cells_in(box, cell) > most_cells)
        refuse(project,
               fmt::format("met cellen van {} m zijn het er meer dan honderd miljoen; neem grotere cellen of minder "
                           "gemeenten",
                           number_text(cell)),
               fmt::format("with cells of {} m there are more than a hundred million; take larger cells or fewer "
                           "municipalities",
                           number_text(cell)));
    return cell;
}

/// Outside the municipalities nothing was read, so nothing is known.
void forget_outside(RasterGrid& grid, const std::vector<MultiPolygon>& areas, const Work& work) {
    const AreaLocator inside(areas);
    for (int row = 0; row < grid.rows; ++row) {
        if (row % 256 == 0) work.check_stop();
        const double y = grid.north_west.y - (row + 0.5) * grid.cell.value;
        double* values = grid.values.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns);
        for (int column = 0; column < grid.columns; ++column)
            if (!inside.area_at({grid.north_west.x + (column + 0.5) * grid.cell.value, y}))
                values[column] = std::numeric_limits<double>::quiet_NaN();
    }
}

RasterLook look_for(const RasterGrid& grid, DensityOf of, Metres bandwidth, Language language) {
    const std::string_view dutch = of == DensityOf::complaints  ? "klachten"
                                   : of == DensityOf::accidents ? "ongevallen"
                                                                : "letselongevallen";
    const std::string_view english = of == DensityOf::complaints  ? "complaints"
                                     : of == DensityOf::accidents ? "accidents"
                                                                  : "injury accidents";
    RasterLook look{
        .name = raster_layer_name(of),
        .title = fmt::format(fmt::runtime(says(language, "Dichtheid van {} (over {} m)", "Density of {} (over {} m)")),
                             says(language, dutch, english), fixed_text(bandwidth.value, 0)),
        .unit = std::string(says(language, "per km\u00b2", "per km\u00b2")),
        .opacity = 0.7,
        .classes = {},
        .language = language};
    const DensityBounds bounds = density_bounds(grid.values);
    for (std::size_t i = 0; i < density_classes && bounds.back() > 0; ++i)
        look.classes.push_back({bounds[i], bounds[i + 1], density_colours()[i]});
    return look;
}

}  // namespace

const std::vector<std::string>& raster_layer_names() {
    static const std::vector<std::string> names{"density", "density_complaints"};
    return names;
}

std::string raster_layer_name(DensityOf of) { return raster_layer_names()[of == DensityOf::complaints ? 1 : 0]; }

DensityRaster density_raster(const Project& project, const DensityRasterOptions& options, const Work& work) {
    if (!(options.bandwidth.value > 0) || !std::isfinite(options.bandwidth.value))
        refuse(project, "een bandbreedte is meer dan 0 meter", "a bandwidth is more than 0 metres");
    const std::vector<MultiPolygon> areas = areas_of(project, options.municipalities);
    const Box bounds = box_of(areas);
    if (!(bounds.min_x < bounds.max_x && bounds.min_y < bounds.max_y))
        refuse(project, "zonder gemeentegrenzen is er geen dichtheid", "without boundaries there is no density");
    const double cell = cell_for(project, options, bounds);
    const Box box = on_cells(bounds, cell);
    const std::vector<WeightedPoint> points = density_points(project, options.of);
    const int columns = static_cast<int>(std::lround((box.max_x - box.min_x) / cell));
    const int rows = static_cast<int>(std::lround((box.max_y - box.min_y) / cell));
    DensityGrid surface = density_surface(points, box, columns, rows, options.bandwidth, work);
    DensityRaster raster{.grid = {.north_west = {box.min_x, box.max_y},
                                  .cell = Metres(cell),
                                  .columns = columns,
                                  .rows = rows,
                                  .values = std::move(surface.values)},
                         .look = {},
                         .bandwidth = surface.bandwidth,
                         .events = points.size()};
    forget_outside(raster.grid, areas, work);
    raster.look = look_for(raster.grid, options.of, raster.bandwidth, project.settings.language);
    return raster;
}

}  // namespace baken
