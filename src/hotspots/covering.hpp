#pragma once
/// Places chosen together, so that as much weight as possible lies within reach of at least one of them: maximal
/// covering (Church & ReVelle 1974), greedily. The greedy choice covers at least 63 % of what the best choice does
/// (Nemhauser, Wolsey & Fisher 1978).

#include "base/quantity.hpp"
#include "geo/core/point.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace baken {

/// Something that draws attention: it can be covered, and perhaps one can stand there.
struct Attraction {
    enum class Standing {
        never,    ///< it can be covered, and is no place
        in_need,  ///< a place only when all proper places have nothing left to cover
        proper    ///< a place
    };
    MapPoint at;
    double weight = 0;  ///< 0 or more
    Standing standing = Standing::proper;
};

struct ChosenPlace {
    std::size_t attraction = 0;        ///< at which one stands
    double gain = 0;                   ///< weight that it covers and no earlier one does
    std::vector<std::size_t> covered;  ///< those attractions, ascending
};

/// At most `count` places in the order of choice; every place gains something. Equal gains go to the heavier
/// attraction, then to the lower.
[[nodiscard]] std::vector<ChosenPlace> choose_covering(std::span<const Attraction>, Metres reach, int count);

}  // namespace baken
