#include "hotspots/figures.hpp"

#include "hotspots/measured.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace baken {

namespace {

/// The value that most accidents have; the smallest of equals; nothing where none has one.
template <class Value, class Get>
std::optional<Value> most_common(std::span<const std::uint32_t> accidents, const Region& region, Get&& get) {
    std::map<Value, int> counts;
    for (const std::uint32_t i : accidents)
        if (const std::optional<Value> value = get(region.accidents[i])) ++counts[*value];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == counts.end()) return std::nullopt;
    return most->first;
}

double farthest(std::vector<MapPoint> points) {
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    double largest = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = i + 1; j < points.size(); ++j)
            largest = std::max(largest, squared_distance(points[i], points[j]));
    return std::sqrt(largest);
}

/// An accident as the signs of themes take it: with the light that is known best.
void add_signs(ThemeSigns& signs, const Accident& accident, Light light) {
    if (light == accident.light) return signs.add(accident);
    Accident lit = accident;
    lit.light = light;
    signs.add(lit);
}

void count_accidents(Hotspot& hotspot, std::span<const std::uint32_t> accidents, const Region& region,
                     const RegionFigures& whole) {
    hotspot.accidents_per_year.assign(whole.years.size(), 0);
    Share dark;
    double with_alcohol = 0;
    for (const std::uint32_t i : accidents) {
        const Accident& accident = region.accidents[i];
        ++hotspot.accidents;
        ++(accident.outcome == Outcome::fatal    ? hotspot.fatal
           : accident.outcome == Outcome::injury ? hotspot.injury
                                                 : hotspot.damage_only);
        const auto year = std::find(whole.years.begin(), whole.years.end(), accident.year);
        if (year != whole.years.end())
            ++hotspot.accidents_per_year[static_cast<std::size_t>(year - whole.years.begin())];
        if (const Light light = whole.lights[i]; light != Light::unknown) {
            dark.among += 1;
            dark.seen += light == Light::dark ? 1 : 0;
        }
        hotspot.count_groups(accident);
        with_alcohol += accident.has_alcohol.value_or(false) ? 1 : 0;
    }
    if (dark.among > 0) hotspot.dark_share = dark.value();
    hotspot.dark_odds = dark_odds(dark, whole.signs.dark);
    if (whole.has_alcohol_column && hotspot.accidents > 0) hotspot.alcohol_share = with_alcohol / hotspot.accidents;
}

void count_complaints(Hotspot& hotspot, const Place& place, const Evidence& evidence, const Region& region) {
    // In the order in which people are met: how they are called must not change the last digit of a sum.
    std::map<std::string, std::size_t> number_of;
    std::vector<double> voices;
    for (const std::size_t i : place.voices) {
        const Voice& voice = evidence.voices[i];
        ++hotspot.complaints;
        const auto number = number_of.try_emplace(region.complaints[voice.complaint].complainant, voices.size());
        if (number.second) voices.push_back(0);
        voices[number.first->second] += voice.faded;
    }
    hotspot.complainants = static_cast<int>(voices.size());
    for (const double faded : voices) hotspot.effective_complainants += std::min(1.0, faded);
}

void add_levels(Hotspot& hotspot, const Place& place, std::span<const SiteLevel> levels) {
    Level together;
    double usual = 0;
    for (const std::size_t i : place.sites) {
        together.mean += levels[i].level.mean;
        together.variance += levels[i].level.variance;
        usual += levels[i].usual;
        hotspot.q_value = std::min(hotspot.q_value, levels[i].q_value);
    }
    hotspot.expected = together.mean;
    hotspot.excess = together.mean - usual;
    hotspot.prob_above = chance_above(together, usual);
    const Interval likely = interval_of(together, 0.95);
    hotspot.expected_low = likely.low;
    hotspot.expected_high = likely.high;
}

/// The first norm that one of the sites meets by itself within the last years that the norm speaks of. Several sites
/// together are no black spot.
std::string norm_met(const Place& place, const Evidence& evidence, const Region& region,
                     const HotspotSettings& settings, std::span<const int> years) {
    for (const BlackSpotNorm& norm : settings.norms) {
        for (const std::size_t i : place.sites) {
            const auto counts = [&](std::uint32_t a) {
                const Accident& accident = region.accidents[a];
                return accident.year > years.back() - norm.years &&
                       (!norm.injury_only || accident.outcome != Outcome::damage_only);
            };
            const auto& accidents = evidence.sites[i].accidents;
            if (norm.accidents > 0 && std::count_if(accidents.begin(), accidents.end(), counts) >= norm.accidents)
                return norm.name;
        }
    }
    return "";
}

void describe_road(Hotspot& hotspot, const Place& place, const Evidence& evidence, const PlaceEvents& events,
                   const Region& region) {
    // The road one stands at first; where its accidents do not say, that of all.
    const std::span<const std::uint32_t> here =
        place.site ? std::span<const std::uint32_t>(evidence.sites[*place.site].accidents)
                   : std::span<const std::uint32_t>();
    const auto mode = [&]<class Value>(std::optional<Value> Accident::*member) {
        const auto get = [member](const Accident& accident) { return accident.*member; };
        const auto at_site = most_common<Value>(here, region, get);
        return at_site ? at_site : most_common<Value>(events.accidents, region, get);
    };
    hotspot.road_manager = mode(&Accident::road_manager);
    hotspot.speed_limit = mode(&Accident::speed_limit);
    hotspot.is_built_up = mode(&Accident::is_built_up);
}

}  // namespace

RegionFigures region_figures(const Region& region, std::span<const Evidence> evidence, std::vector<int> years) {
    RegionFigures figures;
    figures.years = std::move(years);
    figures.lights = lights_of(region);
    for (const Evidence& local : evidence) {
        for (const Site& site : local.sites) {
            for (const std::uint32_t i : site.accidents) {
                add_signs(figures.signs, region.accidents[i], figures.lights[i]);
                if (region.accidents[i].has_alcohol) figures.has_alcohol_column = true;
            }
        }
        for (const Voice& voice : local.voices) figures.signs.add(region.complaints[voice.complaint], voice.weight);
    }
    return figures;
}

PlaceEvents events_of(const Place& place, const Evidence& evidence) {
    PlaceEvents events;
    for (const std::size_t i : place.sites)
        events.accidents.insert(events.accidents.end(), evidence.sites[i].accidents.begin(),
                                evidence.sites[i].accidents.end());
    for (const std::size_t i : place.voices) events.complaints.push_back(evidence.voices[i].complaint);
    std::sort(events.accidents.begin(), events.accidents.end());
    std::sort(events.complaints.begin(), events.complaints.end());
    return events;
}

Hotspot figures_of(const Place& place, const Evidence& evidence, std::span<const SiteLevel> levels,
                   const Region& region, const HotspotSettings& settings, const RegionFigures& whole) {
    const PlaceEvents events = events_of(place, evidence);
    Hotspot hotspot;
    hotspot.at = place.at;
    count_accidents(hotspot, events.accidents, region, whole);
    count_complaints(hotspot, place, evidence, region);
    add_levels(hotspot, place, levels);
    describe_road(hotspot, place, evidence, events, region);
    if (!settings.weight_sets.empty()) hotspot.weighted = severity_weight(hotspot, settings.weight_sets.front());
    if (!whole.years.empty()) hotspot.black_spot_norm = norm_met(place, evidence, region, settings, whole.years);

    std::vector<MapPoint> points{place.at};
    ThemeSigns signs;
    for (const std::size_t i : place.sites) points.push_back(evidence.sites[i].at);
    for (const std::uint32_t i : events.accidents) add_signs(signs, region.accidents[i], whole.lights[i]);
    for (const std::size_t i : place.voices) {
        const Voice& voice = evidence.voices[i];
        points.push_back(region.complaints[voice.complaint].at);
        signs.add(region.complaints[voice.complaint], voice.weight);
    }
    hotspot.length = farthest(std::move(points));
    const MeasuredNear measured = measured_near(place.at, evidence, region, settings.reach);
    hotspot.v85 = measured.v85;
    hotspot.share_over = measured.share_over;
    hotspot.school_distance = school_distance(place.at, region);
    hotspot.theme_weight = theme_weights(signs, whole.signs, hotspot.is_built_up, hotspot.speed_limit,
                                         {measured.excess, hotspot.school_distance});
    return hotspot;
}

double severity_weight(const Hotspot& hotspot, const WeightSet& set) {
    return set.fatal * hotspot.fatal + set.injury * hotspot.injury + set.damage_only * hotspot.damage_only;
}

}  // namespace baken
