/// How much of a year's injury accidents lies at places picked from earlier years: the product against simpler ways of
/// picking. Settings are chosen on 2022 -> 2023 alone; 2022-2023 -> 2024 is the test.

#include "geo/core/point_index.hpp"
#include "hotspots/choose.hpp"
#include "hotspots/covering.hpp"
#include "hotspots/dbscan.hpp"
#include "hotspots/foresight.hpp"
#include "intake/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>

using namespace baken;

namespace {

Region imported(const std::string& accidents, const std::string& boundaries) {
    Settings settings;
    settings.region.boundaries = std::string(BAKEN_SHARED_DIR) + "/data/municipalities/" + boundaries;
    SourceSettings source;
    source.path = std::string(BAKEN_SHARED_DIR) + "/data/bron_2022_2024/" + accidents;
    settings.sources.push_back(source);
    return import_region(settings, {});
}

double plain(const Accident&) { return 1; }
double severity(const Accident& accident) {
    return accident.outcome == Outcome::fatal ? 5 : accident.outcome == Outcome::injury ? 3 : 0.5;
}

double weight_of(const Site& site, const Region& region, double (*weigh)(const Accident&)) {
    double weight = 0;
    for (const std::uint32_t i : site.accidents) weight += weigh(region.accidents[i]);
    return weight;
}

/// The points of the largest values, one by one, each at least `apart` from those before it.
std::vector<MapPoint> highest(std::span<const MapPoint> points, std::span<const double> values, Metres apart,
                              int count) {
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    std::vector<MapPoint> places;
    for (const std::size_t i : order) {
        if (static_cast<int>(places.size()) == count) break;
        const auto is_near = [&](MapPoint p) { return distance(p, points[i]) < apart; };
        if (std::none_of(places.begin(), places.end(), is_near)) places.push_back(points[i]);
    }
    return places;
}

/// The heaviest sites, `apart` from each other.
auto by_site(double (*weigh)(const Accident&), Metres apart) {
    return [=](const Evidence& evidence, const Region& region, const HotspotSettings& settings) {
        std::vector<MapPoint> points;
        std::vector<double> values;
        for (const Site& site : evidence.sites) {
            points.push_back(site.at);
            values.push_back(weight_of(site, region, weigh));
        }
        return highest(points, values, apart, settings.per_municipality);
    };
}

/// Peaks of a quartic kernel density of 250 m, 500 m apart.
auto by_density(double (*weigh)(const Accident&)) {
    return [=](const Evidence& evidence, const Region& region, const HotspotSettings& settings) {
        const Metres bandwidth(250);
        std::vector<MapPoint> points;
        for (const Site& site : evidence.sites) points.push_back(site.at);
        const PointIndex index(points, bandwidth);
        std::vector<double> values;
        for (const MapPoint p : points) {
            double sum = 0;
            index.for_each_within(p, bandwidth, [&](std::size_t i) {
                const double u = 1 - squared_distance(p, points[i]) / (bandwidth.value * bandwidth.value);
                sum += weight_of(evidence.sites[i], region, weigh) * u * u;
            });
            values.push_back(sum);
        }
        return highest(points, values, Metres(500), settings.per_municipality);
    };
}

/// Clusters of DBSCAN (100 m, 5 accidents), the heaviest first, each at its mean.
std::vector<MapPoint> by_clusters(const Evidence& evidence, const Region& region, const HotspotSettings& settings) {
    std::vector<MapPoint> points;
    std::vector<double> weights;
    for (const Site& site : evidence.sites)
        for (const std::uint32_t i : site.accidents) {
            points.push_back(site.at);
            weights.push_back(severity(region.accidents[i]));
        }
    const Labels labels = cluster_events(points, {.reach = Metres(100), .core_size = 5}, {});
    struct Cluster {
        double weight = 0, x = 0, y = 0, n = 0;
    };
    std::map<int, Cluster> clusters;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (labels[i] == noise) continue;
        Cluster& cluster = clusters[labels[i]];
        cluster.weight += weights[i];
        cluster.x += points[i].x;
        cluster.y += points[i].y;
        cluster.n += 1;
    }
    std::vector<MapPoint> means;
    std::vector<double> values;
    for (const auto& [label, cluster] : clusters) {
        means.push_back({cluster.x / cluster.n, cluster.y / cluster.n});
        values.push_back(cluster.weight);
    }
    return highest(means, values, Metres(0), settings.per_municipality);
}

/// Covering with damage-only accidents at half weight.
std::vector<MapPoint> by_half_weight(const Evidence& evidence, const Region& region, const HotspotSettings& settings) {
    std::vector<Attraction> attractions;
    for (const Site& site : evidence.sites) {
        double weight = 0;
        for (const std::uint32_t i : site.accidents)
            weight += region.accidents[i].outcome == Outcome::damage_only ? 0.5 : 1;
        attractions.push_back({site.at, weight, Attraction::Standing::proper});
    }
    std::vector<MapPoint> places;
    for (const auto& chosen : choose_covering(attractions, settings.reach, settings.per_municipality))
        places.push_back(attractions[chosen.attraction].at);
    return places;
}

Foresight held_against(const Region& region, const HotspotSettings& settings, const std::vector<int>& years,
                       int tested_on, const auto& pick) {
    std::vector<std::vector<MapPoint>> places;
    for (const Evidence& local : accident_evidence(region, settings, years))
        places.push_back(pick(local, region, settings));
    Foresight foresight{years, tested_on, 0, 0, 0};
    for (const Accident& accident : region.accidents) {
        if (accident.year != tested_on || accident.outcome == Outcome::damage_only || !has_place(accident) ||
            !is_on_our_roads(accident, settings))
            continue;
        ++foresight.accidents;
        const auto& near = places[accident.municipality];
        if (std::any_of(near.begin(), near.end(),
                        [&](MapPoint p) { return distance(p, accident.at) <= settings.reach; }))
            ++foresight.caught;
    }
    foresight.share = static_cast<double>(foresight.caught) / std::max(1, foresight.accidents);
    return foresight;
}

void print(const char* method, const Foresight& foresight) {
    fmt::print("  {:<44} {:>6} of {:>6} = {:5.2f} %\n", method, foresight.caught, foresight.accidents,
               100 * foresight.share);
}

void compare(const char* name, const Region& region) {
    const HotspotSettings settings;
    for (const auto& [years, tested_on] :
         {std::pair{std::vector<int>{2022}, 2023}, std::pair{std::vector<int>{2022, 2023}, 2024}}) {
        fmt::print("{}, {}{} -> {}\n", name, years.front(), years.size() > 1 ? "-2023" : "", tested_on);
        const auto held = [&](const char* method, const auto& pick) {
            print(method, held_against(region, settings, years, tested_on, pick));
        };
        held("raw count of the site", by_site(plain, Metres(0)));
        held("severity 5-3-0.5 of the site", by_site(severity, Metres(0)));
        held("the same, 250 m apart", by_site(severity, Metres(250)));
        held("DBSCAN 100 m / 5, clusters by severity", by_clusters);
        held("quartic density 250 m by severity, peaks", by_density(severity));
        held("quartic density 250 m unweighted, peaks", by_density(plain));
        held("covering, damage-only at half weight", by_half_weight);
        const auto start = std::chrono::steady_clock::now();
        print("Baken", foresight_of(region, settings, years, tested_on, {}));
        fmt::print("  {:.2f} s\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
}

}  // namespace

int main() try {
    compare("nation", imported("netherlands.csv.gz", "netherlands_2022_wgs84.geojson"));
    compare("home region", imported("tweestromenland.csv", "tweestromenland_2022_wgs84.geojson"));
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "foresight_bench: {}\n", error.what());
    return 1;
}
