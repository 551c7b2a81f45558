#include "hotspots/reasons.hpp"

#include <string>
#include <unordered_map>

namespace baken {

void tell_reasons(std::span<Hotspot> hotspots, const Region& region, const RegionFigures& whole, Language language,
                  const std::function<bool(const Hotspot&)>& is_told) {
    std::unordered_map<std::string, const Hotspot*> by_id;
    for (const Hotspot& hotspot : hotspots) by_id.emplace(hotspot.id.text, &hotspot);
    for (Hotspot& hotspot : hotspots) {
        if (!is_told(hotspot)) continue;
        const Hotspot* neighbour = nullptr;
        if (!hotspot.nearby.empty()) neighbour = by_id.at(hotspot.nearby.front().text);
        hotspot.reason = reason_of(hotspot, {.region = region,
                                             .years = whole.years,
                                             .lights = whole.lights,
                                             .neighbour = neighbour,
                                             .language = language});
    }
}

}  // namespace baken
