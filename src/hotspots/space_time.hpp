#pragma once
/// Whether events that are near each other are also soon after each other: Knox (1964).
///
///     const KnoxTest test = knox_test(events, {.space = 250_m, .time = 14}, work);
///     test.pairs, test.expected, test.p_permutation;
///
/// For events with days of their own; the public accident register has none.

#include "base/quantity.hpp"
#include "base/work.hpp"
#include "geo/core/point.hpp"

#include <cstdint>
#include <span>

namespace baken {

struct TimedPoint {
    MapPoint at;
    double time = 0;  ///< in days, from any moment
};

struct KnoxOptions {
    Metres space = Metres(250);  ///< two events at most this far apart are near
    double time = 14;            ///< at most this long apart: soon
    int permutations = 999;
    std::uint64_t seed = 1;
};

struct KnoxTest {
    long long near = 0, soon = 0;  ///< pairs of events
    long long pairs = 0;           ///< both: the statistic
    double expected = 0;           ///< pairs, if times lay at random over the places
    double p_poisson = 1;          ///< of as many or more if pairs were Poisson, which they are only where they are few
    double p_permutation = 1;      ///< of as many or more when the times are dealt over the places; never 0
};

/// The same for any number of threads and order of events. Throws InputError when a time or a place is not finite or
/// `permutations` is below 1.
[[nodiscard]] KnoxTest knox_test(std::span<const TimedPoint>, const KnoxOptions&, const Work&);

}  // namespace baken
