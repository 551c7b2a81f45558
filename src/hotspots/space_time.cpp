#include "hotspots/space_time.hpp"

#include "base/parallel.hpp"
#include "hotspots/counter_random.hpp"
#include "hotspots/distributions.hpp"
#include "hotspots/spatial_weights.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace baken {

namespace {

/// In an order of their own, so that the order of rows does not matter: by time, then place.
std::vector<TimedPoint> sorted(std::span<const TimedPoint> events) {
    std::vector<TimedPoint> order(events.begin(), events.end());
    for (const TimedPoint& event : order)
        if (!std::isfinite(event.time) || !std::isfinite(event.at.x) || !std::isfinite(event.at.y))
            throw InputError("an event without a place or a time cannot be tested; leave it out");
    std::sort(order.begin(), order.end(), [](const TimedPoint& a, const TimedPoint& b) {
        return std::tuple(a.time, a.at.x, a.at.y) < std::tuple(b.time, b.at.x, b.at.y);
    });
    return order;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::vector<Pair> near_pairs(std::span<const TimedPoint> events, Metres space) {
    std::vector<MapPoint> places;
    for (const TimedPoint& event : events) places.push_back(event.at);
    const SpatialWeights near = distance_band(places, space);
    std::vector<Pair> pairs;
    for (std::uint32_t i = 0; i < near.size(); ++i)
        for (const std::uint32_t j : near.of(i))
            if (i < j) pairs.emplace_back(i, j);
    return pairs;
}

long long soon_pairs(std::span<const double> ascending, double time) {
    long long pairs = 0;
    for (std::size_t first = 0, i = 0; i < ascending.size(); ++i) {
        while (ascending[i] - ascending[first] > time) ++first;
        pairs += static_cast<long long>(i - first);
    }
    return pairs;
}

long long soon_among(std::span<const Pair> near, std::span<const double> times, double time) {
    long long pairs = 0;
    for (const auto& [i, j] : near) pairs += std::abs(times[i] - times[j]) <= time ? 1 : 0;
    return pairs;
}

int permutations_at_least(long long pairs, std::span<const Pair> near, const std::vector<double>& times,
                          const KnoxOptions& options, const Work& work) {
    const CounterRandom random(options.seed);
    std::atomic<int> at_least{0};
    in_pieces(static_cast<std::size_t>(options.permutations), 1, work, [&](std::size_t permutation, std::size_t) {
        std::vector<double> dealt = times;
        for (auto left = static_cast<std::uint32_t>(dealt.size()); left > 1; --left)
            std::swap(dealt[left - 1], dealt[random.below(static_cast<std::uint32_t>(permutation), left, left)]);
        if (soon_among(near, dealt, options.time) >= pairs) ++at_least;
    });
    return at_least;
}

}  // namespace

KnoxTest knox_test(std::span<const TimedPoint> events, const KnoxOptions& options, const Work& work) {
    if (options.permutations < 1) throw InputError("a test by permutations asks for one or more; take 999");
    KnoxTest test;
    if (events.size() < 2) return test;
    const std::vector<TimedPoint> order = sorted(events);
    std::vector<double> times;
    times.reserve(order.size());
    for (const TimedPoint& event : order) times.push_back(event.time);
    const std::vector<Pair> near = near_pairs(order, options.space);
    const auto n = static_cast<double>(order.size());
    test.near = static_cast<long long>(near.size());
    test.soon = soon_pairs(times, options.time);
    test.pairs = soon_among(near, times, options.time);
    test.expected = static_cast<double>(test.near) * static_cast<double>(test.soon) / (n * (n - 1) / 2);
    test.p_poisson = poisson_at_least(test.pairs, test.expected);
    const int at_least = permutations_at_least(test.pairs, near, times, options, work);
    test.p_permutation = (at_least + 1.0) / (options.permutations + 1.0);
    return test;
}

}  // namespace baken
