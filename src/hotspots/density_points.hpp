#pragma once
/// The points of a density surface in its own units, one row of cells after another.

#include "base/work.hpp"
#include "hotspots/density.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace baken {

/// `x` counts columns and `y` rows, whole at a cell's centre. The points stand in one order whatever order they came
/// in, those at one place together: sites are shared by many events.
struct DensityPoints {
    int columns = 0, rows = 0;
    double step_x = 0, step_y = 0;  ///< a cell, in bandwidths
    std::vector<double> x, y, weight;

    /// Those that can reach the centres of a row of cells, and some more.
    [[nodiscard]] std::pair<std::size_t, std::size_t> near_row(int row) const;

    int reach = 0;      ///< rows
    int first_row = 0;  ///< of `begin`; points beyond the rows that are kept stand in the outermost
    std::vector<std::size_t> begin;
};

/// The points that reach into the grid. Throws InputError: a point that is not finite, a weight below zero.
[[nodiscard]] DensityPoints points_in_rows(std::span<const WeightedPoint>, const DensityGrid&, const Work&);

}  // namespace baken
