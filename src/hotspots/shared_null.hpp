#pragma once
/// What the sum of a number of units would be if the values lay at random over the units: one simulation for all units
/// that have this number of neighbours.
///
/// A permutation here is a deal: distinct units, one after the other, each as likely as any other. Its first `size` are
/// a random choice of `size` units, for every size at once. For a unit that keeps its own value the choice is to come
/// from the others: where the unit itself was dealt among the first `size`, the next one dealt takes its place. What
/// remains is then a uniform choice from the others, whether the unit was dealt or not, so each unit's null is exactly
/// that of a permutation test of its own. Shared are the deals: the simulation errors of two units are not independent.

#include "base/work.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace baken {

struct NullOptions {
    int permutations = 999;
    std::uint64_t seed = 1;
};

/// In how many permutations the sum was at least, and at most, the one observed.
struct TailCounts {
    int at_least = 0, at_most = 0;
};

class SharedNull {
public:
    /// `values`: of all units, in whole units (WholeUnits). `sizes`: how many units the sums will be of, each at most
    /// the number of units. The same for any number of threads and any order of the values.
    SharedNull(std::span<const std::int64_t> values, std::span<const std::uint32_t> sizes, const NullOptions&,
               const Work&);

    /// Against `size` units chosen from all. `size` is one of the sizes.
    [[nodiscard]] TailCounts of_all(std::uint32_t size, std::int64_t sum) const;
    /// Against `size` units chosen from those other than one with the value `own`. `size` and `size` + 1 are among the
    /// sizes.
    [[nodiscard]] TailCounts of_others(std::uint32_t size, std::int64_t own, std::int64_t sum) const;

private:
    struct Sums {
        std::vector<std::int64_t> dealt;   ///< per permutation
        std::vector<std::int64_t> sorted;  ///< the same, ascending
    };
    struct Dealing {
        std::uint32_t permutation = 0, place = 0;
    };

    void deal(const NullOptions&, const Work&);
    void list_dealings(std::span<const std::uint32_t> dealt, int permutations);
    [[nodiscard]] const Sums& sums(std::uint32_t size) const;

    std::vector<std::int64_t> values_;  ///< ascending
    std::vector<std::uint32_t> sizes_;  ///< ascending, each once
    std::vector<Sums> sums_;            ///< per size
    std::vector<std::uint32_t> first_;  ///< per value in order, where its dealings begin, and the end
    std::vector<Dealing> dealings_;     ///< in which permutations each value was dealt, and as which
};

}  // namespace baken
