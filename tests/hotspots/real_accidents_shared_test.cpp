#include "geo/core/point_index.hpp"
#include "geo/io/read_layer.hpp"
#include "hotspots/bron_file.hpp"
#include "hotspots/dbscan.hpp"
#include "hotspots/empirical_bayes.hpp"
#include "hotspots/evidence.hpp"
#include "hotspots/find.hpp"
#include "hotspots/foresight.hpp"
#include "intake/import.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <chrono>
#include <map>

using namespace baken;
using namespace baken::test;

namespace {

const Region& nation() {
    static const Region region = region_of_bron(read_bytes(shared("data/bron_2022_2024/netherlands.csv.gz")));
    return region;
}

const Region& home() {
    static const Region region = region_of_bron(read_bytes(shared("data/bron_2022_2024/tweestromenland.csv")));
    return region;
}

/// In the order of the file, which the truth's border events depend on.
std::vector<MapPoint> points_of(std::string_view csv) {
    CsvReader reader(csv, ',');
    reader.next();
    const auto& header = reader.fields();
    const auto x = std::find(header.begin(), header.end(), "x_rd") - header.begin();
    const auto y = std::find(header.begin(), header.end(), "y_rd") - header.begin();
    std::vector<MapPoint> points;
    while (reader.next())
        points.push_back({*parse_number(reader.fields()[static_cast<std::size_t>(x)]),
                          *parse_number(reader.fields()[static_cast<std::size_t>(y)])});
    return points;
}

/// Size of the largest cluster when a border event between clusters goes to the one with the lowest core, as
/// scikit-learn has it.
long long largest_by_first_core(const std::vector<MapPoint>& points, const Labels& labels,
                                const std::vector<bool>& is_core, Metres reach) {
    std::map<int, std::size_t> first_core;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (is_core[i]) first_core.try_emplace(labels[i], i);
    const PointIndex index(points, reach);
    std::map<std::size_t, long long> size;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (labels[i] == noise) continue;
        std::size_t cluster = is_core[i] ? first_core.at(labels[i]) : points.size();
        if (!is_core[i])
            index.for_each_within(points[i], reach, [&](std::size_t j) {
                if (is_core[j]) cluster = std::min(cluster, first_core.at(labels[j]));
            });
        ++size[cluster];
    }
    long long largest = 0;
    for (const auto& [cluster, n] : size) largest = std::max(largest, n);
    return largest;
}

double seconds_of(auto&& body) {
    const auto start = std::chrono::steady_clock::now();
    body();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("clusters of the real accidents are those that scikit-learn counts") {
    BAKEN_NEEDS_SHARED();
    const std::string truth = read_bytes(shared("truth/dbscan_counts.csv"));
    CsvReader reader(truth, ',');
    reader.next();
    std::map<std::string, std::vector<MapPoint>> read;
    int rows = 0;
    while (reader.next()) {
        const std::string name(reader.fields()[0]);
        const auto field = [&](std::size_t i) { return *parse_integer(reader.fields()[i]); };
        if (!read.contains(name)) read[name] = points_of(read_bytes(shared(name)));
        const std::vector<MapPoint>& points = read[name];
        const ClusterOptions options{.reach = Metres(static_cast<double>(field(2))),
                                     .core_size = static_cast<int>(field(3))};
        const Labels labels = cluster_events(points, options, {});
        const std::vector<bool> is_core = core_events(points, options);
        INFO("line " << reader.line() << " of the truth");
        CHECK(static_cast<long long>(points.size()) == field(1));
        CHECK(*std::max_element(labels.begin(), labels.end()) + 1 == field(4));
        CHECK(std::count(is_core.begin(), is_core.end(), true) == field(5));
        CHECK(std::count(labels.begin(), labels.end(), noise) == field(6));
        CHECK(largest_by_first_core(points, labels, is_core, options.reach) == field(7));
        CHECK(verify_clusters(points, labels, options).empty());
        ++rows;
    }
    CHECK(rows == 6);
}

TEST_CASE("places of 2022 and 2023 foretell more than 21 % of the nation's injury accidents of 2024") {
    BAKEN_NEEDS_SHARED();
    const std::vector<int> years{2022, 2023, 2024};
    const auto foresight = foresight_of_last(nation(), {}, years, {});
    REQUIRE(foresight);
    CHECK(foresight->accidents == 20609);  // as counted without this program
    CHECK(foresight->share > 0.21);
    WARN("foresight 2024: " << foresight->caught << " of " << foresight->accidents);
}

TEST_CASE("the nation as the product imports it is foretold as well") {
    BAKEN_NEEDS_SHARED();
    Settings settings;
    settings.region.boundaries = shared("data/municipalities/netherlands_2022_wgs84.geojson");
    SourceSettings source;
    source.path = shared("data/bron_2022_2024/netherlands.csv.gz");
    settings.sources.push_back(source);
    const Region region = import_region(settings, {});
    HotspotResult found;
    const double seconds = seconds_of([&] { found = find_hotspots(region, {.plan_year = 2027}, {}); });
    REQUIRE(found.foresight);
    CHECK(found.foresight->accidents == 20609);
    CHECK(found.foresight->share > 0.21);
    CHECK(found.hotspots.size() > 3300);
    WARN("hotspots of the nation: " << seconds << " s, foresight " << found.foresight->share);
}

TEST_CASE("estimates of 2022 foretell the accidents of 2023 at the same sites, where the counts overstate them") {
    BAKEN_NEEDS_SHARED();
    const std::vector<int> first{2022}, second{2023};
    const auto before = accident_evidence(nation(), {}, first);
    const auto after = accident_evidence(nation(), {}, second);
    std::vector<SiteCount> counts;
    std::vector<double> next;
    for (std::size_t m = 0; m < before.size(); ++m) {
        std::map<LocationKey, double> count_after;
        for (const Site& site : after[m].sites)
            count_after[nation().accidents[site.accidents.front()].location] =
                static_cast<double>(site.accidents.size());
        for (const Site& site : before[m].sites) {
            const Accident& accident = nation().accidents[site.accidents.front()];
            counts.push_back({{.kind = static_cast<int>(site.kind), .limit = accident.speed_limit.value_or(-1)},
                              static_cast<int>(site.accidents.size())});
            next.push_back(count_after[accident.location]);
        }
    }
    const auto levels = levels_of(counts);
    for (const auto& [from, to] : {std::pair{1, 1}, std::pair{2, 2}, std::pair{3, 4}, std::pair{5, 100}}) {
        double estimated = 0, counted = 0, real = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i].count < from || counts[i].count > to) continue;
            estimated += levels[i].level.mean;
            counted += counts[i].count;
            real += next[i];
        }
        INFO("sites with " << from << " to " << to << " accidents: estimate " << estimated / real << ", count "
                           << counted / real << " of what came");
        CHECK(estimated / real > 0.7);
        CHECK(estimated / real < 1.5);
        CHECK(counted / real > 2);
    }
}

TEST_CASE("the home region is as the register's own facts say") {
    BAKEN_NEEDS_SHARED();
    const HotspotResult found = find_hotspots(home(), {.plan_year = 2027}, {});
    CHECK(found.hotspots.size() == 60);
    REQUIRE(found.foresight);
    CHECK(found.foresight->accidents == 100);
    CHECK(found.foresight->caught >= 20);
    int injured_at_best = 0;
    for (const Hotspot& hotspot : found.hotspots) {
        CHECK(hotspot.road_manager != RoadManager::national);
        CHECK(hotspot.black_spot_norm != "6 letsel in 3 jaar");  // no location reaches it
        CHECK(hotspot.expected < hotspot.accidents);
    }
    for (const Evidence& local : accident_evidence(home(), {}, found.years))
        for (const Site& site : local.sites)
            injured_at_best = std::max(
                injured_at_best,
                static_cast<int>(std::count_if(site.accidents.begin(), site.accidents.end(), [](std::uint32_t i) {
                    return home().accidents[i].outcome != Outcome::damage_only;
                })));
    CHECK(injured_at_best == 3);
}

TEST_CASE("no hotspot of the nation counts an accident twice or one that has no place") {
    BAKEN_NEEDS_SHARED();
    const HotspotResult found = find_hotspots(nation(), {}, {});
    std::vector<int> counted(nation().municipalities.size()), placed(nation().municipalities.size());
    for (const Hotspot& hotspot : found.hotspots) counted[hotspot.municipality] += hotspot.accidents;
    for (const Accident& accident : nation().accidents)
        if (has_place(accident) && is_on_our_roads(accident, {})) ++placed[accident.municipality];
    for (std::size_t m = 0; m < placed.size(); ++m) CHECK(counted[m] <= placed[m]);
}
