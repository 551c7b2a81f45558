/// The real roads of Wageningen with its real accidents.
#include "hotspots/stretches.hpp"

#include "geo/io/read_layer.hpp"
#include "hotspots/bron_file.hpp"
#include "hotspots/junctions.hpp"
#include "hotspots/kde_plus.hpp"
#include "hotspots/network_k.hpp"
#include "hotspots/road_region.hpp"
#include "support/support.hpp"

#include <chrono>
#include <numeric>

using namespace baken;
using namespace baken::test;

namespace {

/// Wageningen with the part of its roads that the file has.
Region wageningen() {
    Region region = region_of_bron(read_bytes(shared("data/bron_2022_2024/netherlands.csv.gz")));
    const auto code = std::find_if(region.municipalities.begin(), region.municipalities.end(),
                                   [](const Municipality& m) { return m.name == "Wageningen"; });
    const auto number = static_cast<std::uint32_t>(code - region.municipalities.begin());
    std::vector<Accident> own;
    for (Accident& a : region.accidents)
        if (a.municipality == number) own.push_back(std::move(a));
    for (Accident& a : own) a.municipality = 0;
    region.accidents = std::move(own);
    region.municipalities = {*code};
    const FeatureTable table = read_layer(shared("data/nwb_wageningen/nwb_wegvakken_wageningen_rd.geojson"), {}, {});
    for (const Feature& row : table.rows) {
        const auto field = [&](const char* name) { return text_of(row.values[table.field(name)]); };
        RoadSegment road;
        road.id = field("wvk_id");
        road.name = field("stt_naam");
        road.from_junction = field("jte_id_beg");
        road.to_junction = field("jte_id_end");
        road.line = std::get<MultiLine>(row.shape).at(0);
        const std::string manager = field("wegbehsrt");
        road.manager = manager == "R"   ? RoadManager::national
                       : manager == "P" ? RoadManager::province
                                        : RoadManager::municipality;
        region.roads.push_back(std::move(road));
    }
    return region;
}

void tell(const char* what, std::span<const StretchFinding> found) {
    for (const StretchFinding& f : found)
        WARN(what << " " << f.id << " " << f.name << ": " << f.length << " m, " << f.accidents << " accidents ("
                  << f.injury << " with injury), " << f.expected << " expected, x" << f.ratio << ", p " << f.p_value
                  << ", q " << f.q_value << ", strength " << f.strength);
}

}  // namespace

TEST_CASE("every accident of Wageningen is accounted for along its roads, and its stretches hold on the map") {
    BAKEN_NEEDS_SHARED();
    const Region region = wageningen();
    REQUIRE(region.roads.size() == 247);
    const std::vector<int> years = years_that_count(region, {});
    const RoadNetwork roads = road_network(region, {});
    const auto evidence = accident_evidence(region, {}, years);
    const RoadTally tally = tally_on_roads(region, roads, evidence, {}, {});
    std::size_t placed = 0;
    for (const Accident& a : region.accidents) placed += has_place(a) && is_on_our_roads(a, {}) ? 1 : 0;
    const LocalRoads& local = tally.local[0];
    WARN("Wageningen: " << region.accidents.size() << " accidents, " << placed
                        << " with a place on our roads: " << local.in_sections.size() << " on sections, "
                        << local.at_posts.size() << " at posts, " << local.points.size() << " at points, "
                        << local.at_junctions.size() << " at junctions, " << tally.off_road.size() << " not on these "
                        << region.roads.size() << " roads (" << local.length / 1000 << " km)");
    CHECK(local.along_roads() +
              static_cast<int>(local.at_junctions.size() + tally.off_road.size() + tally.elsewhere.size()) ==
          static_cast<int>(placed));
    CHECK(tally.elsewhere.empty());
    // The file has a part of the municipality's roads. By the register's own keys, counted without this program, 13
    // accidents happened on its sections and 15 at its junctions; the others are within metres of another road's
    // middle, for the two files are of different years.
    std::size_t sections_by_key = 0, junctions_by_key = 0;
    for (const PlacedAccident& p : local.in_sections)
        sections_by_key += roads.road_of(p.place.edge, region).id == region.accidents[p.accident].location.id ? 1 : 0;
    for (const auto& [accident, node] : local.at_junctions) {
        const auto known = roads.node_of_junction.find(region.accidents[accident].location.id);
        junctions_by_key += known != roads.node_of_junction.end() && known->second == node ? 1 : 0;
    }
    CHECK(sections_by_key == 13);
    CHECK(junctions_by_key == 15);

    const auto start = std::chrono::steady_clock::now();
    const StretchResult scan = stretch_findings(region, roads, tally, {}, 2027, {});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    WARN("scan of Wageningen: " << seconds << " s, best p " << scan.accounts[0].p_value);
    tell("scan", scan.stretches);
    CHECK(verify_stretches(scan.stretches, region, roads, tally).empty());
    CHECK(scan.accounts[0].along_roads == local.along_roads());
    for (const StretchFinding& f : scan.stretches) {
        CHECK(f.q_value <= 0.1);
        CHECK(f.ratio > 1);
        CHECK(!f.lines.empty());
    }

    const KdePlusResult kde = kde_plus_findings(region, roads, tally, {}, 2027, {});
    WARN("KDE+: " << kde.account.roads << " roads with " << kde.account.tested << " accidents tested, "
                  << kde.account.too_few << " too few, " << kde.account.without_place
                  << " accidents without a place on " << kde.account.roads_without_place << " roads left out");
    tell("KDE+", kde.stretches);
    CHECK(verify_stretches(kde.stretches, region, roads, tally).empty());
    CHECK(kde.account.without_place == static_cast<int>(local.in_sections.size()));

    for (const JunctionFinding& j : junction_findings(region, roads, tally, {}))
        WARN("junction " << j.name << ": " << j.accidents << " accidents (" << j.injury << " with injury), "
                         << j.expected << " expected, q " << j.q_value);
    const auto k = network_k_of(region, roads, tally, {}, 2027, {});
    REQUIRE(k);
    for (std::size_t i = 0; i < k->distance.size(); i += 3)
        WARN("K at " << k->distance[i] << " m: " << k->observed[i] << ", by chance " << k->low[i] << " to "
                     << k->high[i]);
}

TEST_CASE(
    "real accidents with points of their own, on 2,945 real roads, make stretches and clusters that hold on the map") {
    BAKEN_NEEDS_SHARED();
    RoadRegion made;
    const std::string network = read_bytes(shared("truth/spnetwork/mtl_network.csv"));
    CsvReader roads_file(network, ',');
    roads_file.next();
    while (roads_file.next()) {
        std::string wkt(roads_file.fields()[1]);
        wkt = wkt.substr(wkt.find('(') + 1);
        wkt.pop_back();
        Line line;
        for (const std::string& pair : split(wkt, ',')) {
            const auto numbers = split(trimmed(pair), ' ');
            line.push_back({*parse_number(numbers.at(0)), *parse_number(numbers.at(1))});
        }
        made.add_road(std::move(line));
    }
    const std::string accidents = read_bytes(shared("truth/spnetwork/bike_accidents.csv"));
    CsvReader file(accidents, ',');
    file.next();
    while (file.next()) made.at_point({*parse_number(file.fields()[3]), *parse_number(file.fields()[4])});
    REQUIRE(made.region.roads.size() == 2945);
    REQUIRE(made.region.accidents.size() == 347);
    const auto seconds_of = [](auto&& body) {
        const auto start = std::chrono::steady_clock::now();
        body();
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    // All but 44 lie at most 20 m from a junction. Left where they are they make stretches of busy crossings in a row;
    // taken as accidents at junctions they leave hardly more than chance along the roads.
    const OnRoads together(made.region), apart(made.region, TallyOptions{}.junction_reach);
    for (const OnRoads* on : {&together, &apart}) {
        const LocalRoads& local = on->tally.local[0];
        CHECK(local.points.size() + local.at_junctions.size() + on->tally.off_road.size() == 347);
        StretchResult scan;
        KdePlusResult kde;
        const double scan_seconds =
            seconds_of([&] { scan = stretch_findings(made.region, on->roads, on->tally, {}, 2027, {}); });
        const double kde_seconds =
            seconds_of([&] { kde = kde_plus_findings(made.region, on->roads, on->tally, {}, 2027, {}); });
        WARN("347 accidents on " << local.length / 1000 << " km, " << local.at_junctions.size()
                                 << " at junctions: scan " << scan_seconds << " s, best p " << scan.accounts[0].p_value
                                 << "; KDE+ " << kde_seconds << " s, " << kde.account.roads << " roads with "
                                 << kde.account.tested << " accidents");
        tell("scan", scan.stretches);
        tell("KDE+", kde.stretches);
        CHECK(verify_stretches(scan.stretches, made.region, on->roads, on->tally).empty());
        CHECK(verify_stretches(kde.stretches, made.region, on->roads, on->tally).empty());
        if (on == &together) CHECK(scan.stretches.size() >= 5);
        if (on == &apart) CHECK(scan.accounts[0].p_value > 0.01);
    }
    CHECK(together.tally.local[0].at_junctions.empty());
    CHECK(apart.tally.local[0].points.size() < 60);
    for (const JunctionFinding& j : junction_findings(made.region, apart.roads, apart.tally, {}))
        WARN("junction of " << j.arms << " arms at " << j.at.x << ", " << j.at.y << ": " << j.accidents << ", expected "
                            << j.expected << ", q " << j.q_value);
    std::optional<NetworkK> k;
    const double k_seconds =
        seconds_of([&] { k = network_k_of(made.region, together.roads, together.tally, {}, 2027, {}); });
    REQUIRE(k);
    WARN("K: " << k_seconds << " s");
    for (std::size_t i = 0; i < k->distance.size(); ++i) {
        WARN("K at " << k->distance[i] << " m: " << k->observed[i] << ", by chance " << k->low[i] << " to "
                     << k->high[i]);
        CHECK(k->observed[i] > k->high[i]);  // cyclists ride where the cycle paths are
    }
}
