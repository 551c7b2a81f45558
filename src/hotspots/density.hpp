#pragma once
/// How densely events lie, as a surface: quartic kernel in the plane (Silverman 1986, 4.2).
///
///     const DensityGrid grid = density_surface(points, box, 640, 480, 250_m, work);
///     grid.at(column, row);        // per km2, exact at the centre of the cell
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

/// Sum over the points of 3 w / (pi h^2) (1 - d^2 / h^2)^2 for d < h, at the centre of every cell. Values times cells'
/// area add up to the weight of the points whose reach lies within the box, to half a percent: for that a bandwidth of
/// fewer than three cells is widened to three. Points outside the box count as far as they reach into it. The same for
/// any number of threads. Throws InputError when the box or the bandwidth is not above zero or a point is not finite.
[[nodiscard]] DensityGrid density_surface(std::span<const WeightedPoint>, const Box&, int columns, int rows,
                                          Metres bandwidth, const Work&);

}  // namespace baken
