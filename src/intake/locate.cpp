#include "intake/locate.hpp"

#include "geo/core/measure.hpp"

#include <algorithm>

namespace baken {

namespace {

std::vector<MultiPolygon> areas_of(const std::vector<Municipality>& municipalities) {
    std::vector<MultiPolygon> areas;
    areas.reserve(municipalities.size());
    for (const auto& one : municipalities) areas.push_back(one.area);
    return areas;
}

}  // namespace

Locator::Locator(const Boundaries& boundaries) : areas_(areas_of(boundaries.municipalities)), names_(boundaries.names) {
    for (const auto& one : boundaries.municipalities) {
        names_of_.push_back(one.name);
        centres_.push_back(centroid(one.area));
    }
}

std::optional<std::uint32_t> Locator::by_area(MapPoint point) const {
    const auto found = areas_.area_at(point);
    if (!found) return std::nullopt;
    return static_cast<std::uint32_t>(*found);
}

const Locator::Meaning& Locator::meaning_of(std::string_view name) {
    if (const auto known = meanings_.find(name); known != meanings_.end()) return known->second;
    Meaning meaning;
    if (const auto found = names_.find(name)) {
        meaning.municipality = static_cast<std::uint32_t>(*found);
    } else {
        const auto parts = joined_into(name);
        for (const auto& part : parts)
            if (const auto at = names_.find(part)) meaning.parts.push_back(static_cast<std::uint32_t>(*at));
        meaning.is_complete = !parts.empty() && meaning.parts.size() == parts.size();
    }
    return meanings_.emplace(std::string(name), std::move(meaning)).first->second;
}

std::optional<std::uint32_t> Locator::among(const Meaning& meaning, MapPoint point) const {
    const auto area = by_area(point);
    if (area && std::find(meaning.parts.begin(), meaning.parts.end(), *area) != meaning.parts.end()) return area;
    if (!meaning.is_complete) return std::nullopt;
    // Just outside a generalised border: the part whose centre is nearest.
    return *std::min_element(meaning.parts.begin(), meaning.parts.end(), [&](std::uint32_t a, std::uint32_t b) {
        return squared_distance(centres_[a], point) < squared_distance(centres_[b], point);
    });
}

std::optional<std::uint32_t> Locator::by_name(std::string_view name, std::optional<MapPoint> point) {
    const Meaning& meaning = meaning_of(name);
    if (meaning.municipality || meaning.parts.empty() || !point) return meaning.municipality;
    return among(meaning, *point);
}

}  // namespace baken
