#include "hotspots/foresight.hpp"

#include "hotspots/choose.hpp"

#include <algorithm>

namespace baken {

Foresight foresight_of(const Region& region, const HotspotSettings& settings, std::span<const int> learned_from,
                       int tested_on, const Work& work) {
    const AccidentWeights weights(region.accidents, learned_from);
    const std::vector<Evidence> evidence = accident_evidence(region, settings, learned_from);
    std::vector<std::vector<Place>> places;
    for (const Evidence& local : evidence) {
        work.check_stop();
        places.push_back(choose_places(local, region, weights, settings).places);
    }
    Foresight foresight;
    foresight.learned_from.assign(learned_from.begin(), learned_from.end());
    foresight.tested_on = tested_on;
    const double reach2 = settings.reach.value * settings.reach.value;
    for (const Accident& accident : region.accidents) {
        if (accident.year != tested_on || accident.outcome == Outcome::damage_only || !has_place(accident) ||
            !is_on_our_roads(accident, settings) || accident.municipality >= places.size())
            continue;
        const auto& near = places[accident.municipality];
        ++foresight.accidents;
        if (std::any_of(near.begin(), near.end(),
                        [&](const Place& place) { return squared_distance(place.at, accident.at) <= reach2; }))
            ++foresight.caught;
    }
    if (foresight.accidents > 0) foresight.share = static_cast<double>(foresight.caught) / foresight.accidents;
    return foresight;
}

std::optional<Foresight> foresight_of_last(const Region& region, const HotspotSettings& settings,
                                           std::span<const int> years, const Work& work) {
    if (years.size() < 2) return std::nullopt;
    Foresight foresight = foresight_of(region, settings, years.first(years.size() - 1), years.back(), work);
    if (foresight.accidents == 0) return std::nullopt;
    return foresight;
}

}  // namespace baken
