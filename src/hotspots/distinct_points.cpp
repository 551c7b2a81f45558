#include "hotspots/distinct_points.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geo/core/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace baken {

namespace {

constexpr double widest = 4e6;       ///< metres; 2^42 steps
constexpr unsigned curve_bits = 22;  ///< per axis

struct Keyed {
    std::uint64_t key = 0;
    std::uint32_t event = 0;
};

/// Place on the Hilbert curve over a square of 2^22 by 2^22 (Hilbert 1891): quadrant by quadrant, each turned as the
/// walk so far tells.
std::uint64_t along_curve(std::uint32_t x, std::uint32_t y) {
    std::uint64_t key = 0;
    std::uint32_t is_swapped = 0, is_flipped = 0;
    for (unsigned bit = curve_bits; bit-- > 0;) {
        const std::uint32_t across = x >> bit & 1U, up = y >> bit & 1U;
        const std::uint32_t change = ((across ^ up) & is_swapped) ^ is_flipped;
        const std::uint32_t right = across ^ change, upper = up ^ change;
        key = key << 2 | ((3 * right) ^ upper);
        is_swapped ^= upper ^ 1U;
        is_flipped ^= right & (upper ^ 1U);
    }
    return key;
}

/// Stable, least significant digit first.
void radix_sort(std::vector<Keyed>& items) {
    constexpr unsigned bits = 11;
    std::vector<Keyed> sorted(items.size());
    std::array<std::uint32_t, std::size_t{1} << bits> start{};
    for (unsigned shift = 0; shift < 2 * curve_bits; shift += bits) {
        const auto digit = [shift](const Keyed& item) { return (item.key >> shift) & ((1U << bits) - 1U); };
        start.fill(0);
        for (const Keyed& item : items) ++start[digit(item)];
        std::uint32_t before = 0;
        for (std::uint32_t& count : start) before += std::exchange(count, before);
        for (const Keyed& item : items) sorted[start[digit(item)]++] = item;
        items.swap(sorted);
    }
}

std::vector<Keyed> sorted_along_curve(const std::vector<MapPoint>& steps, const Work& work) {
    double extent = place_steps;
    for (const MapPoint p : steps) extent = std::max({extent, p.x, p.y});
    const double to_curve = ((1U << curve_bits) - 1) / (extent + 1);
    std::vector<Keyed> items(steps.size());
    in_pieces(steps.size(), 16384, work, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            items[i] = {along_curve(static_cast<std::uint32_t>(steps[i].x * to_curve),
                                    static_cast<std::uint32_t>(steps[i].y * to_curve)),
                        static_cast<std::uint32_t>(i)};
    });
    radix_sort(items);
    return items;
}

Box checked_box(std::span<const MapPoint> points) {
    Box box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const MapPoint p : points) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y))
            throw InputError("a point to cluster is not finite; leave such rows out before clustering");
        box = {std::min(box.min_x, p.x), std::min(box.min_y, p.y), std::max(box.max_x, p.x), std::max(box.max_y, p.y)};
    }
    if (std::max(box.max_x - box.min_x, box.max_y - box.min_y) > widest)
        throw InputError("the points to cluster lie more than 4,000 km apart; are they metres of one map?");
    return box;
}

}  // namespace

std::vector<WeightSteps> weights_in_steps(std::span<const double> weights, std::size_t events) {
    if (!weights.empty() && weights.size() != events)
        throw InputError(fmt::format("there are {} weights for {} events to cluster", weights.size(), events));
    std::vector<WeightSteps> steps(events, weight_steps);
    double total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!(weights[i] >= 0 && weights[i] <= 1e6))
            throw InputError(fmt::format("the weight of event {} is {}; it must be 0 to 1e6", i, weights[i]));
        steps[i] = std::llround(weights[i] * static_cast<double>(weight_steps));
        total += weights[i];
    }
    if (total > 1e12) throw InputError("the weights of the events to cluster are too large together; divide them all");
    return steps;
}

std::vector<MapPoint> steps_from_corner(std::span<const MapPoint> points) {
    std::vector<MapPoint> steps;
    if (points.empty()) return steps;
    const Box box = checked_box(points);
    steps.reserve(points.size());
    for (const MapPoint p : points)
        steps.push_back({std::round((p.x - box.min_x) * place_steps), std::round((p.y - box.min_y) * place_steps)});
    return steps;
}

DistinctPoints distinct_points(std::span<const MapPoint> points, std::span<const double> weights, const Work& work) {
    if (points.size() >= std::numeric_limits<std::uint32_t>::max())
        throw InputError("there are too many points to cluster; cluster part of them");
    DistinctPoints distinct;
    const std::vector<WeightSteps> weight = weights_in_steps(weights, points.size());
    const std::vector<MapPoint> steps = steps_from_corner(points);
    const std::vector<Keyed> items = sorted_along_curve(steps, work);
    std::vector<std::pair<MapPoint, std::uint32_t>> run;  // the events of one stretch of the curve
    distinct.at.reserve(points.size());
    distinct.weight.reserve(points.size());
    distinct.place_of_event.resize(points.size());
    for (std::size_t first = 0, last = 0; first < items.size(); first = last) {
        run.clear();
        for (last = first; last < items.size() && items[last].key == items[first].key; ++last)
            run.emplace_back(steps[items[last].event], items[last].event);
        if (run.size() > 1) std::sort(run.begin(), run.end());
        for (std::size_t i = 0; i < run.size(); ++i) {
            const auto& [at, event] = run[i];
            if (i == 0 || at != run[i - 1].first) {
                distinct.at.push_back(at);
                distinct.weight.push_back(0);
            }
            distinct.place_of_event[event] = static_cast<std::uint32_t>(distinct.at.size() - 1);
            distinct.weight.back() += weight[event];
        }
    }
    return distinct;
}

}  // namespace baken
