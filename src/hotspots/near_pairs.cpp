#include "hotspots/near_pairs.hpp"

#include "base/error.hpp"
#include "hotspots/distinct_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace baken {

NearPairs near_pairs(std::size_t events, std::vector<NearPair> pairs) {
    std::vector<NearPair> both;
    both.reserve(2 * pairs.size());
    for (const NearPair& pair : pairs) {
        if (pair.a >= events || pair.b >= events)
            throw InputError(
                fmt::format("events {} and {} are called near, and there are {} events", pair.a, pair.b, events));
        if (!(pair.distance.value >= 0 && pair.distance.value < 1e9))
            throw InputError(
                fmt::format("events {} and {} are called {} m apart", pair.a, pair.b, pair.distance.value));
        if (pair.a == pair.b) continue;
        const Metres distance(std::round(pair.distance.value * place_steps) / place_steps);
        both.push_back({pair.a, pair.b, distance});
        both.push_back({pair.b, pair.a, distance});
    }
    std::sort(both.begin(), both.end(), [](const NearPair& x, const NearPair& y) {
        return std::tie(x.a, x.b, x.distance.value) < std::tie(y.a, y.b, y.distance.value);
    });
    NearPairs near;
    near.first_.assign(events + 1, 0);
    for (std::size_t i = 0; i < both.size(); ++i) {
        if (i > 0 && both[i].a == both[i - 1].a && both[i].b == both[i - 1].b) continue;
        near.neighbours_.push_back({both[i].b, both[i].distance});
        ++near.first_[both[i].a + 1];
    }
    for (std::size_t i = 0; i < events; ++i) near.first_[i + 1] += near.first_[i];
    return near;
}

NearPairs NearPairs::among(std::span<const std::uint32_t> events) const {
    std::vector<NearPair> pairs;
    for (std::uint32_t i = 0; i < events.size(); ++i)
        for (const Neighbour& neighbour : of(events[i])) {
            const auto at = std::lower_bound(events.begin(), events.end(), neighbour.event);
            const auto j = static_cast<std::uint32_t>(at - events.begin());
            if (at != events.end() && *at == neighbour.event && i < j) pairs.push_back({i, j, neighbour.distance});
        }
    return near_pairs(events.size(), std::move(pairs));
}

}  // namespace baken
