/// The density surface on 1280 x 960 cells: the kernel with the points in memory, and from a file of points to a
/// raster. Beside it QGIS's heatmap (file to file) and scikit-learn's KernelDensity (in memory), and how far their
/// values differ.

#include "base/csv.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "bench/peer.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/write_raster.hpp"
#include "hotspots/density.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace baken;

namespace {

const Box box{160000, 415000, 200000, 445000};
constexpr int columns = 1280, rows = 960;
constexpr double cell = 31.25;  ///< metres

std::vector<WeightedPoint> points_in_box(int count) {
    Rng rng(1);
    std::vector<WeightedPoint> points;
    for (int i = 0; i < count; ++i)
        points.push_back({{rng.uniform(box.min_x, box.max_x), rng.uniform(box.min_y, box.max_y)}, 1});
    return points;
}

void write_csv(const std::string& path, const std::vector<WeightedPoint>& points) {
    std::string text = "x,y\n";
    for (const auto& point : points) text += number_text(point.at.x) + "," + number_text(point.at.y) + "\n";
    write_bytes(path, text, Overwrite::yes);
}

void write_gpkg(const std::string& path, const std::vector<WeightedPoint>& points) {
    FeatureTable table{.name = "points", .shape_type = ShapeType::point, .fields = {}, .rows = {}};
    for (const auto& point : points) table.rows.push_back({{}, point.at});
    write_geopackage(path, std::span(&table, 1), make_date(2027, 1, 1), Overwrite::yes, {});
}

std::vector<WeightedPoint> from_csv(const std::string& path) {
    const std::string text = read_bytes(path);
    CsvReader reader(text, ',');
    reader.next();
    std::vector<WeightedPoint> points;
    while (reader.next()) points.push_back({{*parse_number(reader.fields()[0]), *parse_number(reader.fields()[1])}, 1});
    return points;
}

std::vector<WeightedPoint> from_gpkg(const std::string& path) {
    std::vector<WeightedPoint> points;
    for (const Feature& row : read_layer(path, {}, {}).rows) points.push_back({std::get<MapPoint>(row.shape), 1});
    return points;
}

void to_raster(const std::vector<WeightedPoint>& points, const std::string& path) {
    DensityGrid surface = density_surface(points, box, columns, rows, 500_m, {.threads = 2});
    write_raster({.north_west = {box.min_x, box.max_y},
                  .cell = Metres(cell),
                  .columns = columns,
                  .rows = rows,
                  .values = std::move(surface.values)},
                 path, {.overwrite = Overwrite::yes}, {});
}

void print_difference(std::span<const double> ours, std::span<const double> theirs) {
    double worst = 0, top = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        worst = std::max(worst, std::abs(ours[i] - theirs[i]));
        top = std::max(top, ours[i]);
    }
    fmt::print("    largest difference: {:.1e} of the largest value\n", worst / top);
}

/// On the frame that QGIS chose: the points' own, and a radius around it.
void compare_with_qgis(const std::string& path, const std::vector<WeightedPoint>& points) {
    const RasterGrid theirs = read_grid(path);
    const Box frame{theirs.north_west.x, theirs.north_west.y - theirs.rows * theirs.cell.value,
                    theirs.north_west.x + theirs.columns * theirs.cell.value, theirs.north_west.y};
    const DensityGrid ours = density_surface(points, frame, theirs.columns, theirs.rows, 500_m, {.threads = 2});
    const double per_raw = 3 / (std::numbers::pi * 500 * 500) * 1e6;
    std::vector<double> scaled;
    for (const double value : theirs.values) scaled.push_back(std::isnan(value) ? 0 : value * per_raw);
    print_difference(ours.values, scaled);
}

void file_to_file(const std::vector<WeightedPoint>& points) {
    const bench::Scratch scratch;
    const std::string csv = scratch / "points.csv", gpkg = scratch / "points.gpkg";
    write_csv(csv, points);
    write_gpkg(gpkg, points);
    const bench::Measured by_csv = bench::measure(
        "ours, CSV to GeoTIFF", [&] { to_raster(from_csv(csv), scratch / "ours.tif"); }, 3);
    bench::print_ours(by_csv);
    bench::print_peer(bench::run_peer("qgis_heatmap.py", {csv, scratch / "a.tif", "500", "31.25"}, 900), by_csv);
    const bench::Measured by_gpkg = bench::measure(
        "ours, GeoPackage to GeoTIFF", [&] { to_raster(from_gpkg(gpkg), scratch / "ours.tif"); }, 3);
    bench::print_ours(by_gpkg);
    const auto peer = bench::run_peer("qgis_heatmap.py", {gpkg, scratch / "b.tif", "500", "31.25"}, 900);
    bench::print_peer(peer, by_gpkg);
    if (peer.absent.empty()) compare_with_qgis(scratch / "b.tif", points);
}

void beside_sklearn(const std::vector<WeightedPoint>& points) {
    const bench::Scratch scratch;
    std::vector<double> values;
    for (const auto& point : points) values.insert(values.end(), {point.at.x, point.at.y});
    bench::write_doubles(scratch / "points.bin", values);
    DensityGrid surface;
    const bench::Measured ours = bench::measure("ours, Epanechnikov, 1 thread", [&] {
        surface = density_surface(points, box, columns, rows, {500_m, Kernel::epanechnikov}, {});
    });
    bench::print_ours(ours);
    const auto peer = bench::run_peer(
        "sklearn_density.py",
        {scratch / "points.bin", scratch / "out.bin", "500", "160000", "415000", "200000", "445000", "1280", "960"},
        900);
    bench::print_peer(peer, ours);
    if (!peer.absent.empty()) return;
    const std::string bytes = read_bytes(scratch / "out.bin");
    std::vector<double> theirs(bytes.size() / sizeof(double));
    std::copy_n(bytes.data(), theirs.size() * sizeof(double), reinterpret_cast<char*>(theirs.data()));
    for (double& value : theirs) value *= 1e6;
    print_difference(surface.values, theirs);
}

}  // namespace

int main() try {
    for (const int count : {10'000, 100'000, 1'000'000}) {
        const std::vector<WeightedPoint> points = points_in_box(count);
        fmt::print("{} points on {} x {} cells\n", count, columns, rows);
        for (const double metres : {100.0, 500.0, 2000.0})
            for (const int threads : {1, 2}) {
                const std::string name = fmt::format("ours, kernel, {} m, {} threads", metres, threads);
                bench::print_ours(bench::measure(
                    name,
                    [&] { (void)density_surface(points, box, columns, rows, Metres(metres), {.threads = threads}); },
                    3));
            }
        file_to_file(points);
        if (count == 10'000) beside_sklearn(points);
    }
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "density_bench: {}\n", error.what());
    return 1;
}
