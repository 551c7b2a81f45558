#pragma once
/// The density surface as a picture with a legend: plain pixels for whoever draws.
///
///     const DensityOptions options{.colours = colours, .bandwidth = 250_m};
///     const DensityImage seen = density_image(density_points(project, DensityOf::accidents), frame, options, work);
///     // class k is seen.bounds[k] to seen.bounds[k + 1] events per km2, drawn in colours[k]

#include "base/work.hpp"
#include "geo/core/map_image.hpp"
#include "hotspots/density.hpp"
#include "model/project.hpp"

#include <array>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace baken {

inline constexpr std::size_t density_classes = 5;
using DensityBounds = std::array<double, density_classes + 1>;  ///< ascending, events per km2

enum class DensityOf { accidents, injury_accidents, complaints };

/// The events that count, each with weight 1: accidents of the project's years that are tied to a place, on the roads
/// that the settings look at; complaints all. `municipalities`: indices; empty: all.
[[nodiscard]] std::vector<WeightedPoint> density_points(const Project&, DensityOf,
                                                        const std::set<std::uint32_t>& municipalities = {});

/// Quantiles of the cells that have any density: classes with equal area. All 0 where no cell has.
[[nodiscard]] DensityBounds density_bounds(std::span<const double> cells);

struct ImageFrame {
    Box box;
    int width = 0, height = 0;  ///< pixels
};

struct DensityOptions {
    std::array<Rgba, density_classes> colours;  ///< weak to strong; where there is nothing all is transparent
    Metres bandwidth = Metres(250);
    /// Those of another picture, so that a colour keeps its meaning while the map is moved. Nothing: quantiles of the
    /// cells of this one that have any density.
    std::optional<DensityBounds> bounds = {};
};

struct DensityImage {
    MapImage image;
    DensityBounds bounds{};        ///< all 0 where there is nothing to see
    Metres bandwidth = Metres(0);  ///< as used: not finer than the pixels can show
};

[[nodiscard]] DensityImage density_image(std::span<const WeightedPoint>, const ImageFrame&, const DensityOptions&,
                                         const Work&);

}  // namespace baken
