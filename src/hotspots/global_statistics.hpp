#pragma once
/// Whether values lie together over all units at once: Moran's I and the general G of Getis & Ord.
///
///     const MoranTest test = moran_test(values, near);
///     test.randomisation.z, test.randomisation.p_above;

#include "hotspots/spatial_weights.hpp"

#include <span>

namespace baken {

/// A statistic held against the normal distribution.
struct NormalTest {
    double variance = 0;
    double z = 0;
    double p_above = 1;  ///< one-sided: as large as this or larger
    double p_two_sided = 1;
};

struct MoranTest {
    double i = 0, expected = 0;
    NormalTest normality;      ///< the values are draws from a normal distribution
    NormalTest randomisation;  ///< the values as they are, in any order over the units: for counts
};

/// Moran's I with expectation and both variances (Cliff & Ord 1981, 2.3). Units without neighbours are units too, as in
/// PySAL and in spdep with `adjust.n = FALSE`. All zero, with p of 1, for fewer than four units, values that are all
/// the same or no neighbours at all.
[[nodiscard]] MoranTest moran_test(std::span<const double> values, const SpatialWeights&);

struct GlobalG {
    double g = 0, expected = 0;
    NormalTest randomisation;
};

/// General G (Getis & Ord 1992): high where large values are each other's neighbours. Values at or above 0, else
/// InputError.
[[nodiscard]] GlobalG global_g(std::span<const double> values, const SpatialWeights&);

/// Chance that a standard normal is above z.
[[nodiscard]] double normal_above(double z);

}  // namespace baken
