#pragma once
/// How densely events lie, as a surface: a round kernel in the plane (Silverman 1986, 4.2), exact at every cell.
///
///     const DensityGrid grid = density_surface(points, box, 640, 480, 250_m, work);
///     grid.at(column, row);        // per km2, at the centre of the cell
///     density_surface(points, box, 640, 480, {250_m, Kernel::epanechnikov}, work);
///
/// For looking at a map. What may be called a hotspot is decided elsewhere: a surface spills over canals and railways.

#include "base/work.hpp"
#include "geo/core/shape.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace baken {

struct WeightedPoint {
    MapPoint at;
    double weight = 1;
};

/// Within the bandwidth h, with u = distance / h: quartic 3 / (pi h^2) (1 - u^2)^2, Epanechnikov 2 / (pi h^2) (1 -
/// u^2).
enum class Kernel { quartic, epanechnikov };

struct Smoothing {
    Metres bandwidth;
    Kernel kernel = Kernel::quartic;
    Smoothing(Metres reach, Kernel shape = Kernel::quartic)  // NOLINT(google-explicit-constructor): a bandwidth is one
        : bandwidth(reach), kernel(shape) {}
};

struct DensityGrid {
    Box box;
    int columns = 0, rows = 0;
    Metres bandwidth = Metres(0);  ///< as used
    std::vector<double> values;    ///< per km2, row by row, the northern row first

    [[nodiscard]] double at(int column, int row) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

/// Sum over the points of weight x kernel, at the centre of every cell: to 1e-9 of the largest value that of adding up
/// point by point, and exactly 0 where no point reaches. Values times cells' area add up to the weight of the points
/// whose reach lies within the box, to half a percent (Epanechnikov: two): for that a bandwidth of fewer than three
/// cells is widened to three. Points outside the box count as far as they reach into it. The same bits for any number
/// of threads and any order of the points. Throws InputError when the box or the bandwidth is not above zero, a point
/// is not finite or a weight is below zero.
///
/// Time: one step per point and row of cells that it reaches, and one per cell, whatever the number of columns.
[[nodiscard]] DensityGrid density_surface(std::span<const WeightedPoint>, const Box&, int columns, int rows,
                                          const Smoothing&, const Work&);

}  // namespace baken
