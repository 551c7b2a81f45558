/// How many instructions each method executes on the same input, counted by callgrind: a figure that does not depend on
/// what else the machine does, so that today's can be held against last year's.
///
///     instructions_bench            all methods, under valgrind
///     instructions_bench dbscan     one, without valgrind

#include "base/random.hpp"
#include "geo/io/overlay.hpp"
#include "geo/network/lixels.hpp"
#include "geo/network/network.hpp"
#include "geo/network/snap.hpp"
#include "hotspots/covering.hpp"
#include "hotspots/dbscan.hpp"
#include "hotspots/density.hpp"
#include "hotspots/empirical_bayes.hpp"
#include "hotspots/evidence.hpp"
#include "hotspots/hdbscan.hpp"
#include "hotspots/kde_plus.hpp"
#include "hotspots/local_statistics.hpp"
#include "hotspots/network_density.hpp"
#include "hotspots/stretches.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

using namespace baken;

/// All that callgrind counts happens below this function.
extern "C" [[gnu::noinline]] void baken_measured(const std::function<void()>& method) { method(); }

namespace {

constexpr double extent = 20000;  // metres
constexpr std::size_t points = 20000;

/// Accidents around junctions, some on top of another.
std::vector<MapPoint> events() {
    Rng rng(1);
    std::vector<MapPoint> junctions(2000);
    for (MapPoint& j : junctions) j = {180000 + rng.uniform(0, extent), 430000 + rng.uniform(0, extent)};
    std::vector<MapPoint> made;
    while (made.size() < points) {
        const MapPoint j = junctions[rng.below(static_cast<std::uint32_t>(junctions.size()))];
        made.push_back(rng.chance(0.4) ? j : MapPoint{j.x + 60 * rng.normal(), j.y + 60 * rng.normal()});
    }
    return made;
}

std::vector<Line> streets() {
    constexpr int blocks = 60;
    constexpr double side = extent / blocks;
    std::vector<Line> lines;
    const auto at = [](int i, int j) { return MapPoint{180000 + i * side, 430000 + j * side}; };
    for (int i = 0; i < blocks; ++i)
        for (int j = 0; j < blocks; ++j) {
            lines.push_back({at(i, j), at(i + 1, j)});
            lines.push_back({at(i, j), at(i, j + 1)});
        }
    return lines;
}

/// The streets as a region of one municipality, with accidents along them.
Region town() {
    Region region;
    region.municipalities.push_back({MunicipalityId{"GM0001"}, "Dorp", {}, {}});
    for (Line& line : streets()) {
        RoadSegment road;
        road.id = std::to_string(region.roads.size());
        road.line = std::move(line);
        region.roads.push_back(std::move(road));
    }
    Rng rng(3);
    for (int i = 0; i < 2000; ++i) {
        const Line& line = region.roads[rng.below(static_cast<std::uint32_t>(region.roads.size()))].line;
        const double share = rng.uniform(0.1, 0.9);
        Accident accident;
        accident.year = 2024;
        accident.at = {line[0].x + share * (line[1].x - line[0].x), line[0].y + share * (line[1].y - line[0].y)};
        accident.location = {LocationKind::point, std::to_string(i)};
        region.accidents.push_back(std::move(accident));
    }
    return region;
}

/// A search along the roads of the town: what `search(region, roads, tally)` executes.
using Search = std::function<void(const Region&, const RoadNetwork&, const RoadTally&)>;
std::function<void()> along_roads(const Search& search) {
    const Region region = town();
    RoadNetwork roads = road_network(region, {});
    const std::vector<int> years{2024};
    RoadTally tally = tally_on_roads(region, roads, accident_evidence(region, {}, years), {}, {});
    return [search, region, roads, tally] { search(region, roads, tally); };
}

struct Method {
    std::string name;
    std::function<std::function<void()>()> prepare;  ///< makes the input; what it returns is counted
};

std::vector<Method> methods() {
    return {
        {"dbscan",
         [] { return [p = events()] { (void)cluster_events(p, {.reach = Metres(100), .core_size = 5}, {}); }; }},
        {"hdbscan",
         [] {
             return [p = events()] {
                 (void)cluster_by_density(p, {.min_cluster_size = 10, .core_size = 10, .resolution = Metres(5)}, {});
             };
         }},
        {"density",
         [] {
             std::vector<WeightedPoint> weighted;
             for (const MapPoint p : events()) weighted.push_back({p, 1});
             return [weighted] {
                 const Box box{180000, 430000, 180000 + extent, 430000 + extent};
                 (void)density_surface(weighted, box, 400, 400, Metres(250), {});
             };
         }},
        {"covering",
         [] {
             std::vector<Attraction> attractions;
             for (const MapPoint p : events()) attractions.push_back({p, 1, Attraction::Standing::proper});
             return [attractions] { (void)choose_covering(attractions, Metres(250), 10); };
         }},
        {"empirical_bayes",
         [] {
             Rng rng(2);
             std::vector<SiteCount> sites;
             for (std::size_t i = 0; i < points; ++i)
                 sites.push_back({{static_cast<int>(rng.below(3)), 50, 1, 0}, 1 + rng.poisson(0.4)});
             return [sites] { (void)levels_of(sites); };
         }},
        {"permutation_tests",
         [] {
             Rng rng(4);
             std::vector<double> values;
             for (int i = 0; i < 10000; ++i) values.push_back(rng.poisson(1.5));
             return [values, near = grid_weights(whole_grid(100, 100), Contiguity::queen)] {
                 (void)permutation_tests(values, near, {.permutations = 999}, {});
             };
         }},
        {"areas",
         [] {
             std::vector<MultiPolygon> squares;
             for (int i = 0; i < 400; ++i) {
                 const double x = 180000 + 1000.0 * (i % 20), y = 430000 + 1000.0 * (i / 20);
                 squares.push_back({{{{x, y}, {x + 1000, y}, {x + 1000, y + 1000}, {x, y + 1000}, {x, y}}, {}}});
             }
             return [squares, p = events()] {
                 const AreaIndex index(squares);
                 for (const MapPoint at : p) (void)index.area_at(at);
             };
         }},
        {"network_density",
         [] {
             Network network(streets());
             Rng rng(5);
             std::vector<NetworkEvent> accidents;
             for (int i = 0; i < 5000; ++i) {
                 const auto edge = rng.below(static_cast<std::uint32_t>(network.edges().size()));
                 const double offset = rng.uniform(0, network.edges()[edge].length);
                 accidents.push_back({edge, offset, offset, 1});
             }
             std::vector<RoadPlace> middles;
             for (const Lixel& lixel : lixels_of(network, Metres(50), Metres(12.5))) middles.push_back(lixel.centre());
             return [=] { (void)network_density(network, accidents, middles, {.bandwidth = Metres(500)}, {}); };
         }},
        {"stretches",
         [] {
             return along_roads([](const Region& region, const RoadNetwork& roads, const RoadTally& tally) {
                 (void)stretch_findings(region, roads, tally, {}, 1, {});
             });
         }},
        {"kde_plus",
         [] {
             return along_roads([](const Region& region, const RoadNetwork& roads, const RoadTally& tally) {
                 (void)kde_plus_findings(region, roads, tally, {}, 1, {});
             });
         }},
        {"network", [] { return [lines = streets()] { (void)Network(lines); }; }},
        {"snap",
         [] {
             return
                 [p = events(), network = Network(streets())] { (void)Snapper(network).nearest(p, Metres(500), {}); };
         }},
    };
}

/// "Collected : 123" as callgrind ends.
unsigned long long counted(const std::string& program, const std::string& method) {
    const std::string command = fmt::format(
        "valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=baken_measured '{}' {} 2>&1",
        program, method);
    FILE* output = popen(command.c_str(), "r");
    if (output == nullptr) throw std::runtime_error("valgrind did not start");
    unsigned long long count = 0;
    std::string line(512, '\0');
    while (std::fgets(line.data(), static_cast<int>(line.size()), output) != nullptr)
        if (const auto at = line.find("Collected : "); at != std::string::npos)
            count = std::strtoull(line.c_str() + at + 12, nullptr, 10);
    if (pclose(output) != 0 || count == 0) throw std::runtime_error("valgrind did not count " + method);
    return count;
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc == 2) {
        for (const Method& method : methods())
            if (method.name == argv[1]) {
                baken_measured(method.prepare());
                return 0;
            }
        throw std::runtime_error(std::string("no method is called ") + argv[1]);
    }
    if (std::system("valgrind --version > /dev/null 2>&1") != 0) {
        fmt::print("  valgrind is not here (package valgrind)\n");
        return 0;
    }
    for (const Method& method : methods())
        fmt::print("  {:<20} {:>15} instructions\n", method.name, counted(argv[0], method.name));
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "instructions_bench: {}\n", error.what());
    return 1;
}
