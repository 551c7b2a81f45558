/// A million points in the municipalities of the country: ours, GEOS with prepared areas and a tree in this process,
/// and PostGIS where a server answers.

#include "base/random.hpp"
#include "bench/peer.hpp"
#include "geo/io/overlay.hpp"
#include "geo/io/read_layer.hpp"
#include "support/geos_areas.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <optional>

using namespace baken;

namespace {

constexpr std::size_t many = 1'000'000;

/// The municipalities where the real data are here, else crooked ones of about their size and number of corners.
std::vector<MultiPolygon> municipalities() {
    const std::string path = std::string(BAKEN_SHARED_DIR) + "/data/municipalities/netherlands_2022_wgs84.geojson";
    std::vector<MultiPolygon> areas;
    if (std::filesystem::exists(path)) {
        for (const auto& row : read_layer(path, {}, {}).rows)
            areas.push_back(made_valid(std::get<MultiPolygon>(row.shape)));
        return areas;
    }
    Rng rng(1);
    constexpr double pi = 3.14159265358979323846;
    for (int i = 0; i < 350; ++i) {
        const MapPoint middle{20000 + 13000.0 * (i % 19), 310000 + 16000.0 * (i / 19)};
        Ring ring;
        for (int corner = 0; corner < 300; ++corner) {
            const double angle = corner * 2 * pi / 300, radius = 5800 + rng.uniform(-300, 300);
            ring.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
        }
        ring.push_back(ring.front());
        areas.push_back({{ring, {}}});
    }
    return areas;
}

/// As events lie: in the areas, on no grid.
std::vector<MapPoint> points_in(const std::vector<MultiPolygon>& areas) {
    const AreaLocator locator(areas);
    Rng rng(2);
    std::vector<MapPoint> points;
    while (points.size() < many) {
        const MapPoint p{rng.uniform(10000, 280000), rng.uniform(305000, 620000)};
        if (locator.area_at(p) || rng.chance(0.02)) points.push_back(p);
    }
    return points;
}

void write_for_postgis(const std::string& areas_file, const std::vector<MultiPolygon>& areas,
                       const std::string& points_file, const std::vector<MapPoint>& points) {
    std::ofstream out(areas_file);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        std::string parts;
        for (const Polygon& polygon : areas[i]) {
            std::string rings;
            const auto add = [&](const Ring& ring) {
                std::string text;
                for (const MapPoint p : ring)
                    text += fmt::format("{}{:.17g} {:.17g}", text.empty() ? "" : ",", p.x, p.y);
                rings += (rings.empty() ? "(" : ",(") + text + ")";
            };
            add(polygon.outer);
            for (const Ring& hole : polygon.holes) add(hole);
            parts += (parts.empty() ? "(" : ",(") + rings + ")";
        }
        out << i << "\tMULTIPOLYGON(" << parts << ")\n";
    }
    std::ofstream rows(points_file);
    for (const MapPoint p : points) rows << fmt::format("{:.17g}\t{:.17g}\n", p.x, p.y);
}

}  // namespace

int main() try {
    const auto areas = municipalities();
    const auto points = points_in(areas);
    fmt::print("{} points in {} areas\n", points.size(), areas.size());
    std::vector<std::optional<std::size_t>> found(points.size()), theirs(points.size());

    const double before = bench::peak_megabytes();
    const bench::Measured made = bench::measure(
        "ours, making the index", [&] { (void)AreaIndex(areas); }, 3);
    const AreaIndex index(areas);
    bench::Measured ours = bench::measure("ours", [&] {
        for (std::size_t i = 0; i < points.size(); ++i) found[i] = index.area_at(points[i]);
    });
    const double located =
        static_cast<double>(std::count_if(found.begin(), found.end(), [](const auto& f) { return f.has_value(); }));
    ours.figures = {{"located", located}};
    bench::print_ours(made);
    bench::print_ours(ours);
    fmt::print("  {:.1f} % of cells hold a border; peak {:.0f} MB, of which {:.0f} for the index\n",
               100 * index.share_of_border_cells(), bench::peak_megabytes(), bench::peak_megabytes() - before);

    const double before_geos = bench::peak_megabytes();
    test::GeosAreas geos(areas);
    bench::Measured peer = bench::measure(
        "GEOS " GEOS_VERSION ", prepared + tree",
        [&] {
            for (std::size_t i = 0; i < points.size(); ++i) theirs[i] = geos.area_at(points[i]);
        },
        3);
    std::size_t different = 0;
    for (std::size_t i = 0; i < points.size(); ++i) different += found[i] != theirs[i];
    peer.figures = {{"different", static_cast<double>(different)}};
    bench::print_peer(peer, ours);
    fmt::print("  GEOS added {:.0f} MB to the peak\n", bench::peak_megabytes() - before_geos);

    const bench::Scratch scratch;
    write_for_postgis(scratch / "areas.tsv", areas, scratch / "points.tsv", points);
    bench::print_peer(bench::run_peer("postgis_areas.sh", {scratch / "areas.tsv", scratch / "points.tsv"}, 900), ours);
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "areas_bench: {}\n", error.what());
    return 1;
}
