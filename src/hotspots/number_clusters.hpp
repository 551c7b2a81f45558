#pragma once
/// Labels out of groups that have any numbers.

#include "hotspots/dbscan.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace baken {

inline constexpr std::uint32_t in_no_group = std::numeric_limits<std::uint32_t>::max();

/// Numbers 0, 1, .. in the order in which the groups' first events come; `in_no_group` is noise. Groups are below
/// `groups`.
[[nodiscard]] inline Labels number_clusters(std::span<const std::uint32_t> group_of_event, std::size_t groups) {
    Labels labels(group_of_event.size(), noise);
    std::vector<int> number_of(groups, noise);
    int next = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (group_of_event[i] == in_no_group) continue;
        int& number = number_of[group_of_event[i]];
        if (number == noise) number = next++;
        labels[i] = number;
    }
    return labels;
}

}  // namespace baken
