/// How much of a year's injury accidents lies at places picked from earlier years: the product against simpler ways of
/// picking. Settings are chosen on 2022 -> 2023 alone; 2022-2023 -> 2024 is the test.

#include "hotspots/choose.hpp"
#include "hotspots/covering.hpp"
#include "hotspots/foresight.hpp"
#include "intake/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

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

/// The sites with most accidents, one by one.
std::vector<MapPoint> by_raw_count(const Evidence& evidence, const Region&, const HotspotSettings& settings) {
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t i = 0; i < evidence.sites.size(); ++i) order.emplace_back(evidence.sites[i].accidents.size(), i);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    order.resize(std::min(order.size(), static_cast<std::size_t>(settings.per_municipality)));
    std::vector<MapPoint> places;
    for (const auto& entry : order) places.push_back(evidence.sites[entry.second].at);
    return places;
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
        print("raw count", held_against(region, settings, years, tested_on, by_raw_count));
        print("covering, damage-only at half weight", held_against(region, settings, years, tested_on, by_half_weight));
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
