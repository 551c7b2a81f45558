#include "hotspots/measured.hpp"

#include "model/measured_speed.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace baken {

namespace {

/// The limit that the accidents of the nearest site name; the first by number where they name several.
std::optional<int> limit_near(MapPoint at, const Evidence& evidence, const Region& region, Metres reach) {
    std::optional<int> limit;
    double nearest = reach.value * reach.value;
    for (const Site& site : evidence.sites) {
        const double away = squared_distance(site.at, at);
        if (away > nearest || (away == nearest && limit)) continue;
        const auto named = std::find_if(site.accidents.begin(), site.accidents.end(),
                                        [&](std::uint32_t i) { return region.accidents[i].speed_limit.has_value(); });
        if (named == site.accidents.end()) continue;
        limit = region.accidents[*named].speed_limit;
        nearest = away;
    }
    return limit;
}

}  // namespace

void add_measured(std::vector<Evidence>& evidence, const Region& region, const HotspotSettings& settings) {
    std::map<std::pair<std::uint32_t, MapPoint>, std::optional<Date>> last_day;
    for (const Measurement& measurement : region.measurements) {
        auto& day = last_day[{measurement.municipality, measurement.at}];
        if (measurement.date && (!day || *day < *measurement.date)) day = measurement.date;
    }
    for (std::uint32_t i = 0; i < region.measurements.size(); ++i) {
        const Measurement& measurement = region.measurements[i];
        if (measurement.municipality >= evidence.size()) continue;
        if (measurement.date != last_day.at({measurement.municipality, measurement.at})) continue;
        Evidence& local = evidence[measurement.municipality];
        const auto limit = measurement.speed_limit ? measurement.speed_limit
                                                   : limit_near(measurement.at, local, region, settings.reach);
        local.measured.push_back({i, speed_excess(measurement, limit)});
    }
}

MeasuredNear measured_near(MapPoint at, const Evidence& evidence, const Region& region, Metres reach) {
    MeasuredNear near;
    const double reach2 = reach.value * reach.value;
    for (const Measured& one : evidence.measured) {
        const Measurement& measurement = region.measurements[one.measurement];
        if (squared_distance(measurement.at, at) > reach2) continue;
        if (one.excess && (!near.excess || *one.excess > *near.excess)) near.excess = one.excess;
        // Of equal speeds the one with the higher share, so that the order of rows is nothing.
        if (std::tie(measurement.v85, measurement.share_over) > std::tie(near.v85, near.share_over)) {
            near.v85 = measurement.v85;
            near.share_over = measurement.share_over;
        }
    }
    return near;
}

std::optional<double> school_distance(MapPoint at, const Region& region) {
    std::optional<double> least;
    for (const School& school : region.schools) {
        const double away = squared_distance(school.at, at);
        if (!least || away < *least) least = away;
    }
    if (least) least = std::sqrt(*least);
    return least;
}

}  // namespace baken
