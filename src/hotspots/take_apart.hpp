#pragma once
/// Clusters that are too wide, taken apart.

#include "hotspots/number_clusters.hpp"

#include "geo/core/shape.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace baken {

/// Those of `values` at `events`; none of none.
template <class Value>
std::vector<Value> chosen(std::span<const Value> values, std::span<const std::uint32_t> events) {
    std::vector<Value> some;
    if (values.empty()) return some;
    some.reserve(events.size());
    for (const std::uint32_t event : events) some.push_back(values[event]);
    return some;
}

/// The diagonal of the box around events.
[[nodiscard]] inline Metres width_of(std::span<const MapPoint> at, std::span<const std::uint32_t> events) {
    Box box{at[events[0]].x, at[events[0]].y, at[events[0]].x, at[events[0]].y};
    for (const std::uint32_t event : events)
        box = {std::min(box.min_x, at[event].x), std::min(box.min_y, at[event].y), std::max(box.max_x, at[event].x),
               std::max(box.max_y, at[event].y)};
    return Metres(std::hypot(box.max_x - box.min_x, box.max_y - box.min_y));
}

/// Labels in which every cluster wider than `widest` is replaced by what `parts(its events, ascending)` labels, and all
/// are numbered anew by their first events.
template <class Parts>
[[nodiscard]] Labels take_apart(Labels labels, std::span<const MapPoint> at, Metres widest, Parts&& parts) {
    if (!std::isfinite(widest.value) || labels.empty()) return labels;
    const auto clusters = static_cast<std::size_t>(*std::max_element(labels.begin(), labels.end()) + 1);
    std::vector<std::vector<std::uint32_t>> events_of(clusters);
    std::vector<std::uint32_t> group(labels.size(), in_no_group);
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == noise) continue;
        group[i] = static_cast<std::uint32_t>(labels[i]);
        events_of[group[i]].push_back(i);
    }
    auto next = static_cast<std::uint32_t>(clusters);
    for (const auto& events : events_of) {
        if (width_of(at, events) <= widest) continue;
        const Labels inside = parts(events);
        std::uint32_t first = next;
        for (std::size_t i = 0; i < events.size(); ++i) {
            group[events[i]] = inside[i] == noise ? in_no_group : first + static_cast<std::uint32_t>(inside[i]);
            if (inside[i] != noise) next = std::max(next, group[events[i]] + 1);
        }
    }
    return number_clusters(group, next);
}

}  // namespace baken
