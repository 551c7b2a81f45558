#include "hotspots/evidence.hpp"

#include "hotspots/hdbscan.hpp"
#include "hotspots/road_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

namespace baken {

namespace {

/// What a complaint without a date weighs: that of one a half-life old.
constexpr double faded_without_date = 0.5;

bool is_among(int year, std::span<const int> years) {
    return std::find(years.begin(), years.end(), year) != years.end();
}

/// Accidents for which `belongs` holds, those of one municipality and location key together.
template <class Belongs>
std::vector<std::uint32_t> by_location(const Region& region, Belongs&& belongs) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < region.accidents.size(); ++i)
        if (belongs(region.accidents[i])) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Accident &x = region.accidents[a], &y = region.accidents[b];
        return std::tie(x.municipality, x.location.kind, x.location.id, a) <
               std::tie(y.municipality, y.location.kind, y.location.id, b);
    });
    return order;
}

/// Calls `take(first accident, all accidents)` for every location.
template <class Take>
void for_each_location(const Region& region, const std::vector<std::uint32_t>& order, Take&& take) {
    for (std::size_t first = 0; first < order.size();) {
        const Accident& accident = region.accidents[order[first]];
        std::size_t last = first + 1;
        while (last < order.size() && region.accidents[order[last]].municipality == accident.municipality &&
               region.accidents[order[last]].location == accident.location)
            ++last;
        take(accident, std::vector<std::uint32_t>(order.begin() + static_cast<std::ptrdiff_t>(first),
                                                  order.begin() + static_cast<std::ptrdiff_t>(last)));
        first = last;
    }
}

std::optional<Date> day_to_fade_to(const Region& region, int plan_year) {
    if (plan_year != 0) return make_date(plan_year, 1, 1);
    std::optional<Date> last;
    for (const Complaint& complaint : region.complaints)
        if (complaint.date && (!last || *complaint.date > *last)) last = complaint.date;
    return last;
}

double faded(const Complaint& complaint, std::optional<Date> until, Days half_life) {
    if (!complaint.date || !until) return faded_without_date;
    if (half_life.value <= 0) return 1;
    const double age = std::max(0.0, static_cast<double>((*until - *complaint.date).count()));
    return std::exp2(-age / half_life.value);
}

/// HDBSCAN* knows no reach: what people point at is known to some 25 m, and what is wider than 500 m is not one place.
Labels complaint_clusters(std::span<const MapPoint> points, const Region& region, const HotspotSettings& settings,
                          const Work& work) {
    const bool is_dbscan = settings.complaint_clusters == ComplaintClusters::dbscan;
    const bool is_along_roads = settings.complaint_distance == ComplaintDistance::road && !region.roads.empty();
    const ClusterOptions within{.reach = settings.complaint_reach, .core_size = settings.complaint_core};
    const HdbscanOptions by_density{.min_cluster_size = std::max(settings.complaint_core, 2),
                                    .core_size = settings.complaint_core,
                                    .resolution = Metres(25),
                                    .widest = Metres(500)};
    if (!is_along_roads)
        return is_dbscan ? cluster_events(points, within, work) : cluster_by_density(points, by_density, work);
    // Whose roads they are matters to checks and not to how far two people are from each other.
    std::vector<Line> lines;
    for (const RoadSegment& road : region.roads) lines.push_back(road.line);
    const NearPairs near =
        pairs_along_roads(Network(std::move(lines)), points, is_dbscan ? within.reach : by_density.widest, work);
    return is_dbscan ? cluster_pairs(near, within, work) : cluster_pairs_by_density(near, by_density, work, {}, points);
}

}  // namespace

std::vector<int> years_that_count(const Region& region, const HotspotSettings& settings) {
    std::vector<int> years = settings.years;
    if (years.empty())
        for (const Accident& accident : region.accidents)
            if (!is_among(accident.year, years)) years.push_back(accident.year);
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

bool is_on_our_roads(const Accident& accident, const HotspotSettings& settings) {
    const auto& ours = settings.road_managers;
    return !accident.road_manager || std::find(ours.begin(), ours.end(), *accident.road_manager) != ours.end();
}

bool has_place(const Accident& accident) {
    return accident.link == LinkLevel::exact || accident.link == LinkLevel::junction;
}

std::vector<Evidence> accident_evidence(const Region& region, const HotspotSettings& settings,
                                        std::span<const int> years) {
    std::vector<Evidence> evidence(region.municipalities.size());
    const auto counts = [&](const Accident& accident) {
        return accident.municipality < evidence.size() && is_among(accident.year, years) &&
               is_on_our_roads(accident, settings);
    };
    const auto placed = by_location(region, [&](const Accident& a) { return counts(a) && has_place(a); });
    for_each_location(region, placed, [&](const Accident& first, std::vector<std::uint32_t> accidents) {
        evidence[first.municipality].sites.push_back({first.location.kind, first.at, std::move(accidents)});
    });
    const auto streets =
        by_location(region, [&](const Accident& a) { return counts(a) && a.link == LinkLevel::street; });
    for_each_location(region, streets, [&](const Accident& first, std::vector<std::uint32_t> accidents) {
        evidence[first.municipality].street_rows.push_back({first.at, std::move(accidents)});
    });
    return evidence;
}

void add_complaints(std::vector<Evidence>& evidence, const Region& region, const HotspotSettings& settings,
                    int plan_year, const Work& work) {
    std::vector<MapPoint> points;
    for (const Complaint& complaint : region.complaints) points.push_back(complaint.at);
    const Labels labels = complaint_clusters(points, region, settings, work);
    const std::optional<Date> until = day_to_fade_to(region, plan_year);

    // One person about one place: a cluster within a municipality, or the very point of a single complaint.
    using Place = std::tuple<std::uint32_t, int, MapPoint, std::string>;
    std::map<Place, double> voice_of;
    std::vector<Place> places;
    std::vector<double> fading;
    for (std::size_t i = 0; i < region.complaints.size(); ++i) {
        const Complaint& complaint = region.complaints[i];
        const MapPoint where = labels[i] == noise ? complaint.at : MapPoint{};
        places.emplace_back(complaint.municipality, labels[i], where, complaint.complainant);
        fading.push_back(faded(complaint, until, settings.complaint_half_life));
        voice_of[places.back()] += fading.back();
    }
    for (std::uint32_t i = 0; i < region.complaints.size(); ++i) {
        const std::uint32_t municipality = region.complaints[i].municipality;
        if (municipality >= evidence.size()) continue;
        const double weight = fading[i] / std::max(1.0, voice_of.at(places[i]));
        evidence[municipality].voices.push_back({i, fading[i], weight, labels[i] != noise});
    }
}

}  // namespace baken
