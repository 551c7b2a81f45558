#include "hotspots/nearby.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace baken {

void find_nearby(std::span<Hotspot> hotspots, Metres reach) {
    const double farthest = 4 * reach.value * reach.value;
    for (Hotspot& hotspot : hotspots) {
        std::vector<std::pair<double, const HotspotId*>> near;
        for (const Hotspot& other : hotspots) {
            const double squared = squared_distance(hotspot.at, other.at);
            if (&other != &hotspot && squared <= farthest) near.emplace_back(squared, &other.id);
        }
        std::sort(near.begin(), near.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : a.second->text < b.second->text;
        });
        hotspot.nearby.clear();
        for (const auto& [squared, id] : near) hotspot.nearby.push_back(*id);
    }
}

}  // namespace baken
