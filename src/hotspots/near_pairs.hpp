#pragma once
/// Distances between events that the caller worked out, such as along roads. A pair that is not listed is infinitely
/// far.
///
///     const NearPairs near = near_pairs(events.size(), 300_m, [&](std::uint32_t i, Metres reach, auto&& visit) {
///         for (const auto& [j, way] : roads.within(places[i], reach)) visit(j, way);
///     });
///     cluster_pairs(near, {.reach = 100_m, .core_size = 5}, work);

#include "base/quantity.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace baken {

struct NearPair {
    std::uint32_t a = 0, b = 0;
    Metres distance;
};

struct Neighbour {
    std::uint32_t event = 0;
    Metres distance;
};

class NearPairs {
public:
    [[nodiscard]] std::size_t events() const { return first_.size() - 1; }
    /// Of one event, the lowest first; both events of a pair have each other; itself is not among them.
    [[nodiscard]] std::span<const Neighbour> of(std::size_t event) const {
        return std::span(neighbours_).subspan(first_[event], first_[event + 1] - first_[event]);
    }
    /// Those of a few events among themselves, numbered in their order. `events` ascend.
    [[nodiscard]] NearPairs among(std::span<const std::uint32_t> events) const;

private:
    friend NearPairs near_pairs(std::size_t, std::vector<NearPair>);
    std::vector<std::size_t> first_{0};
    std::vector<Neighbour> neighbours_;
};

/// Pairs in any order. Of a pair that is listed more than once the shortest distance holds, whichever end comes first;
/// distances are taken to the micrometre. Throws InputError when a number is no event, or a distance is below zero
/// or not finite.
[[nodiscard]] NearPairs near_pairs(std::size_t events, std::vector<NearPair> pairs);

/// `for_each_within(i, reach, visit)` calls `visit(j, distance)` for the events within reach of event i.
template <class ForEachWithin>
[[nodiscard]] NearPairs near_pairs(std::size_t events, Metres reach, ForEachWithin&& for_each_within) {
    std::vector<NearPair> pairs;
    for (std::uint32_t i = 0; i < events; ++i)
        for_each_within(i, reach, [&](std::uint32_t j, Metres distance) {
            if (distance <= reach) pairs.push_back({i, j, distance});
        });
    return near_pairs(events, std::move(pairs));
}

}  // namespace baken
