#pragma once
/// Where a value and those around it stand out: Getis-Ord Gi and Gi*, local Moran's I, and their permutation tests.
///
///     const SpatialWeights near = grid_weights(squares, Contiguity::queen);
///     const auto z = getis_ord_z(values, near, Window::with_itself);        // Gi*
///     const auto p = permutation_tests(values, near, {.permutations = 9999}, work);
///     p[i].window.above                                     // could a Gi* this high be chance?
///
/// The same bits for any number of threads and any order of the units.

#include "hotspots/shared_null.hpp"
#include "hotspots/spatial_weights.hpp"
#include "model/findings.hpp"

#include <span>
#include <vector>

namespace baken {

enum class Window {
    without_itself,  ///< Gi: the neighbours
    with_itself      ///< Gi*: the unit and its neighbours
};

/// Getis & Ord (1992) as standardised by Ord & Getis (1995): how far the sum of the window lies above what as many
/// units on average have, in standard deviations over all ways to choose them. As all units of a window weigh the same,
/// the style of the weights does not matter. 0 where there is nothing to compare: a window that is empty or holds all
/// units, or values that are all the same. Values may be anything finite, one per unit.
[[nodiscard]] std::vector<double> getis_ord_z(std::span<const double> values, const SpatialWeights&, Window);

/// Local Moran's I (Anselin 1995): the deviation of the unit from the mean, over the variance, times the weighted
/// deviations of its neighbours. Positive where they are alike. They add up to S0 times the global I.
[[nodiscard]] std::vector<double> local_moran(std::span<const double> values, const SpatialWeights&);

/// Chance, where values lie at random over the units, of a window whose sum is at least, and at most, as large as this
/// one's: (r + 1) / (permutations + 1), never 0 (Davison & Hinkley 1997, 4.2; Phipson & Smyth 2010).
struct PermutationP {
    double above = 1, below = 1;

    /// Twice the smaller tail, at most 1.
    [[nodiscard]] double two_sided() const;
};

/// Of one unit, under two ways to let chance lay out the values.
struct LocalP {
    PermutationP neighbours;  ///< the unit keeps its value, its neighbours are drawn from the others (conditional;
                              ///< Anselin 1995): of Gi, and of local Moran
    PermutationP window;      ///< the unit's own value is drawn as well: the null under which the z of Gi* is one
};

/// For every unit; the permutations are the same for all. Given the unit's value Gi, Gi* and local Moran all rise, or
/// fall, with the sum of its neighbours, so they share a p. 1 for a unit without neighbours.
[[nodiscard]] std::vector<LocalP> permutation_tests(std::span<const double> values, const SpatialWeights&,
                                                    const NullOptions&, const Work&);

/// The p of local Moran's upper tail: being like its neighbours. `value_above_mean`: whether the unit is high.
[[nodiscard]] inline double moran_p_above(const PermutationP& p, bool value_above_mean) {
    return value_above_mean ? p.above : p.below;
}

/// High or low, among neighbours that are high or low, against the mean of all; `none` where not `is_significant`, and
/// where unit or neighbours are exactly at the mean.
[[nodiscard]] std::vector<LocalPattern> local_patterns(std::span<const double> values, const SpatialWeights&,
                                                       const std::vector<bool>& is_significant);

}  // namespace baken
