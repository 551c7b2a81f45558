#include "hotspots/find.hpp"

#include "hotspots/figures.hpp"
#include "hotspots/foresight.hpp"
#include "hotspots/gather.hpp"
#include "hotspots/naming.hpp"
#include "hotspots/nearby.hpp"
#include "hotspots/ranking.hpp"
#include "hotspots/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace baken {

namespace {

std::vector<Hotspot> hotspots_of(std::uint32_t municipality, const Gathered& gathered, const Region& region,
                                 const HotspotOptions& options) {
    const Evidence& evidence = gathered.evidence[municipality];
    const Choice choice = choose_places(evidence, region, gathered.weights, options.settings);
    const std::vector<std::string> names = names_of(choice.places, evidence, region, municipality, options.language);
    std::vector<Hotspot> hotspots;
    std::vector<double> gains;
    for (std::size_t i = 0; i < choice.places.size(); ++i) {
        hotspots.push_back(figures_of(choice.places[i], evidence, gathered.levels[municipality], region,
                                      options.settings, gathered.whole));
        hotspots.back().municipality = municipality;
        hotspots.back().name = names[i];
        gains.push_back(choice.places[i].gain);
    }
    rank_hotspots(hotspots, gains, fusion_of(hotspots, choice.shares, evidence, region, options.settings),
                  options.settings);
    if (!region.complaints.empty()) find_quadrants(hotspots);
    for (std::size_t i = 0; i < hotspots.size(); ++i) {
        Hotspot& hotspot = hotspots[i];
        hotspot.id.text = fmt::format("{}-H{:02}", region.municipalities[municipality].code.text, hotspot.rank);
        PlaceEvents events = events_of(choice.places[i], evidence);
        hotspot.accident_rows = std::move(events.accidents);
        hotspot.complaint_rows = std::move(events.complaints);
    }
    return hotspots;
}

std::vector<std::uint32_t> accidents_that_count(std::span<const Evidence> evidence) {
    std::vector<std::uint32_t> accidents;
    for (const Evidence& local : evidence)
        for (const Site& site : local.sites)
            accidents.insert(accidents.end(), site.accidents.begin(), site.accidents.end());
    return accidents;
}

}  // namespace

HotspotResult find_hotspots(const Region& region, const HotspotOptions& options, const Work& work) {
    const auto doing = [&](double share) {
        work.check_stop();
        work.progress(says(options.language, "aandachtslocaties zoeken", "finding hotspots"), share);
    };
    doing(0);
    HotspotResult result;
    const Gathered gathered = gather(region, options, work);
    result.years = gathered.whole.years;
    result.notes = gathered.notes;
    doing(0.4);
    for (std::uint32_t i = 0; i < gathered.evidence.size(); ++i) {
        auto found = hotspots_of(i, gathered, region, options);
        std::move(found.begin(), found.end(), std::back_inserter(result.hotspots));
        doing(0.4 + 0.4 * (i + 1) / static_cast<double>(gathered.evidence.size()));
    }
    find_nearby(result.hotspots, options.settings.reach);
    tell_reasons(result.hotspots, region, gathered.whole, options.language, [](const Hotspot&) { return true; });
    result.darkness = darkness_odds(region, accidents_that_count(gathered.evidence));
    result.foresight = foresight_of_last(region, options.settings, result.years, work);
    doing(1);
    return result;
}

}  // namespace baken
