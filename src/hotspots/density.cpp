#include "hotspots/density.hpp"

#include "base/parallel.hpp"
#include "hotspots/density_points.hpp"
#include "hotspots/density_row.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace baken {

namespace {

constexpr double fewest_cells = 3;  ///< in a bandwidth
constexpr double square_metres_in_km2 = 1e6;

/// What makes the kernel's volume one, per km2.
double scale_of(const Smoothing& smoothing, Metres bandwidth) {
    const double height = smoothing.kernel == Kernel::quartic ? 3 : 2;
    return height / (std::numbers::pi * bandwidth.value * bandwidth.value) * square_metres_in_km2;
}

}  // namespace

DensityGrid density_surface(std::span<const WeightedPoint> points, const Box& box, int columns, int rows,
                            const Smoothing& smoothing, const Work& work) {
    const double width = box.max_x - box.min_x, height = box.max_y - box.min_y;
    if (!(width > 0 && height > 0 && std::isfinite(width) && std::isfinite(height)) || columns < 1 || rows < 1)
        throw InputError("a density surface asks for a box and a grid that are not empty");
    if (!(smoothing.bandwidth.value > 0) || !std::isfinite(smoothing.bandwidth.value))
        throw InputError("a density surface asks for a bandwidth above 0 m");
    DensityGrid grid{.box = box, .columns = columns, .rows = rows};
    grid.bandwidth =
        Metres(std::max(smoothing.bandwidth.value, fewest_cells * std::max(width / columns, height / rows)));
    grid.values.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
    const DensityPoints sorted = points_in_rows(points, grid, work);
    const double scale = scale_of(smoothing, grid.bandwidth);
    in_pieces_by(static_cast<std::size_t>(rows), 1, work, "density", [&] {
        return [&, sums = DensityRow(sorted, smoothing.kernel)](std::size_t row, std::size_t) mutable {
            const auto size = static_cast<std::size_t>(columns);
            const std::span<double> values(grid.values.data() + row * size, size);
            sums.fill(static_cast<int>(row), values);
            for (double& value : values) value *= scale;
        };
    });
    work.progress("density", 1);
    return grid;
}

}  // namespace baken
