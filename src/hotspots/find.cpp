#include "hotspots/find.hpp"

#include "hotspots/figures.hpp"
#include "hotspots/foresight.hpp"
#include "hotspots/naming.hpp"
#include "hotspots/ranking.hpp"
#include "hotspots/reason.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace baken {

namespace {

int value_or_unknown(const auto& optional) { return optional ? static_cast<int>(*optional) : -1; }

/// The first accident speaks for the site. To look on where it leaves something open would put sites with many
/// accidents into other strata than sites with few, and the strata would no longer be kinds of road.
Stratum stratum_of(const Site& site, const Region& region) {
    const Accident& accident = region.accidents[site.accidents.front()];
    return {.kind = static_cast<int>(site.kind),
            .limit = value_or_unknown(accident.speed_limit),
            .built_up = value_or_unknown(accident.is_built_up),
            .manager = value_or_unknown(accident.road_manager)};
}

/// Levels of the sites of every municipality, compared over the whole region.
std::vector<std::vector<SiteLevel>> levels_per_municipality(const std::vector<Evidence>& evidence,
                                                            const Region& region) {
    std::vector<SiteCount> counts;
    for (const Evidence& local : evidence)
        for (const Site& site : local.sites)
            counts.push_back({stratum_of(site, region), static_cast<int>(site.accidents.size())});
    const std::vector<SiteLevel> all = levels_of(counts);
    std::vector<std::vector<SiteLevel>> levels;
    auto next = all.begin();
    for (const Evidence& local : evidence) {
        const auto last = next + static_cast<std::ptrdiff_t>(local.sites.size());
        levels.emplace_back(next, last);
        next = last;
    }
    return levels;
}

struct Local {
    const Evidence& evidence;
    const std::vector<SiteLevel>& levels;
    std::uint32_t municipality;
};

std::vector<Hotspot> hotspots_of(const Local& local, const Region& region, const AccidentWeights& weights,
                                 const RegionFigures& whole, const HotspotOptions& options) {
    const Choice choice = choose_places(local.evidence, region, weights, options.settings);
    const std::vector<std::string> names =
        names_of(choice.places, local.evidence, region, local.municipality, options.language);
    std::vector<Hotspot> hotspots;
    std::vector<double> gains;
    for (std::size_t i = 0; i < choice.places.size(); ++i) {
        hotspots.push_back(figures_of(choice.places[i], local.evidence, local.levels, region, options.settings, whole));
        hotspots.back().municipality = local.municipality;
        hotspots.back().name = names[i];
        gains.push_back(choice.places[i].gain);
    }
    rank_hotspots(hotspots, gains, choice.complaint_share, options.settings);
    if (!region.complaints.empty()) find_quadrants(hotspots);
    for (std::size_t i = 0; i < hotspots.size(); ++i) {
        Hotspot& hotspot = hotspots[i];
        hotspot.id.text = fmt::format("{}-H{:02}", region.municipalities[local.municipality].code.text, hotspot.rank);
        PlaceEvents events = events_of(choice.places[i], local.evidence);
        hotspot.reason = reason_of(hotspot, events, region, whole.years, options.language);
        hotspot.accident_rows = std::move(events.accidents);
        hotspot.complaint_rows = std::move(events.complaints);
    }
    return hotspots;
}

}  // namespace

HotspotResult find_hotspots(const Region& region, const HotspotOptions& options, const Work& work) {
    const auto doing = [&](double share) {
        work.check_stop();
        work.progress(says(options.language, "aandachtslocaties zoeken", "finding hotspots"), share);
    };
    doing(0);
    HotspotResult result;
    result.years = years_that_count(region, options.settings);
    const AccidentWeights weights(region.accidents, result.years);
    std::vector<Evidence> evidence = accident_evidence(region, options.settings, result.years);
    doing(0.2);
    add_complaints(evidence, region, options.settings, options.plan_year, work);
    const auto levels = levels_per_municipality(evidence, region);
    const RegionFigures whole = region_figures(region, evidence, result.years);
    doing(0.4);
    for (std::uint32_t i = 0; i < evidence.size(); ++i) {
        auto found = hotspots_of({evidence[i], levels[i], i}, region, weights, whole, options);
        std::move(found.begin(), found.end(), std::back_inserter(result.hotspots));
        doing(0.4 + 0.4 * (i + 1) / static_cast<double>(evidence.size()));
    }
    result.foresight = foresight_of_last(region, options.settings, result.years, work);
    doing(1);
    return result;
}

}  // namespace baken
