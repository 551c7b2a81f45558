#pragma once
/// Simulations whose results depend on the seed and on what is simulated, and neither on threads nor on the order in
/// which they are run.
///
///     simulate(999, work, [&] {
///         return [&, counts = std::vector<double>(cells)](std::size_t i) mutable {
///             highest[i] = highest_of(rng_of(seed, "scan GM0209", i), counts);
///         };
///     });

#include "base/random.hpp"
#include "base/work.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace baken {

/// The random numbers of one simulation of a family. Seeds and families are mixed (SplitMix64; Steele, Lea & Flood
/// 2014), for streams of one generator that begin at the same state resemble each other.
[[nodiscard]] Rng rng_of(std::uint64_t seed, std::string_view family, std::uint64_t index);

/// Calls what `begin` gives with 0 .. count - 1, on as many threads as the work may take; `begin` is called once per
/// thread, for buffers that its runs share. Throws Cancelled on a stop.
using SimulationRun = std::function<void(std::size_t)>;
void simulate(std::size_t count, const Work&, const std::function<SimulationRun()>& begin);

/// Chance under the null of a figure at least this high (Davison & Hinkley 1997, section 4.2): one more than the
/// simulations that reach it, over one more than all. A simulation a billionth below it counts as reaching it, for
/// equal figures may differ in their last digits.
[[nodiscard]] double p_of(double observed, std::span<const double> simulated);

/// False-discovery rates of findings whose p-values are of the maximum over their family (a municipality, a section):
/// each family is one test, by its lowest p. For every p the rate of Benjamini & Hochberg (1995) at which it would be
/// called; equal to p where there is one family.
[[nodiscard]] std::vector<double> rates_over_families(std::span<const double> p_values,
                                                      std::vector<double> lowest_of_families);

}  // namespace baken
