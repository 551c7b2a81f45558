#include "hotspots/split_place.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace baken {

namespace {

/// What a place answers for at one point, and what that weighs.
struct Gathering {
    std::vector<std::size_t> sites, voices;
    double weight = 0;
};
using Gatherings = std::map<MapPoint, Gathering>;

Gatherings gatherings_of(const Place& place, const Evidence& evidence, const Region& region,
                         const EvidenceWeights& weights) {
    Gatherings gatherings;
    for (const std::size_t i : place.sites) {
        Gathering& here = gatherings[evidence.sites[i].at];
        here.sites.push_back(i);
        here.weight += weights.sites[i];
    }
    for (const std::size_t i : place.voices) {
        Gathering& here = gatherings[region.complaints[evidence.voices[i].complaint].at];
        here.voices.push_back(i);
        here.weight += weights.voices[i];
    }
    return gatherings;
}

MapPoint nearest_gathering(const Gatherings& gatherings, MapPoint to) {
    const auto nearest = std::min_element(gatherings.begin(), gatherings.end(), [&](const auto& a, const auto& b) {
        return squared_distance(a.first, to) < squared_distance(b.first, to);
    });
    return nearest->first;
}

/// Of equals the one farthest from the first, then the first by its coordinates.
MapPoint second_median(const Gatherings& gatherings, MapPoint first) {
    MapPoint best;
    double least = std::numeric_limits<double>::infinity(), away = -1;
    for (const auto& [candidate, unused] : gatherings) {
        if (candidate == first) continue;
        double left = 0;
        for (const auto& [at, gathering] : gatherings)
            left += gathering.weight * std::min(distance(at, first).value, distance(at, candidate).value);
        const double from_first = distance(candidate, first).value;
        if (left > least || (left == least && from_first <= away)) continue;
        least = left;
        away = from_first;
        best = candidate;
    }
    return best;
}

}  // namespace

std::optional<Halves> halves_of(const Place& whole, const Evidence& evidence, const Region& region,
                                const EvidenceWeights& weights) {
    const Gatherings gatherings = gatherings_of(whole, evidence, region, weights);
    if (gatherings.size() < 2) return std::nullopt;
    const MapPoint first = nearest_gathering(gatherings, whole.at), second = second_median(gatherings, first);
    Halves halves;
    halves.first.at = whole.at;
    halves.first.site = whole.site;
    halves.second.at = second;
    double weight = 0, weight_of_first = 0;
    for (const auto& [at, gathering] : gatherings) {
        const bool is_first = squared_distance(at, first) <= squared_distance(at, second);
        Place& half = is_first ? halves.first : halves.second;
        half.sites.insert(half.sites.end(), gathering.sites.begin(), gathering.sites.end());
        half.voices.insert(half.voices.end(), gathering.voices.begin(), gathering.voices.end());
        weight += gathering.weight;
        if (is_first) weight_of_first += gathering.weight;
    }
    halves.share_of_first = weight > 0 ? weight_of_first / weight : 0.5;
    for (Place* half : {&halves.first, &halves.second}) {
        std::sort(half->sites.begin(), half->sites.end());
        std::sort(half->voices.begin(), half->voices.end());
    }
    for (const std::size_t i : halves.second.sites)
        if (!halves.second.site && evidence.sites[i].at == second) halves.second.site = i;
    return halves;
}

}  // namespace baken
