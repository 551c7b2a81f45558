/// DBSCAN, seconds with the points in memory: medians of five. With nanoflann at hand its textbook DBSCAN runs beside
/// it, so that the ratio comes from one run on one machine.

#include "base/csv.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "hotspots/dbscan.hpp"

#include <fmt/format.h>

#ifdef BAKEN_HAS_NANOFLANN
#include <nanoflann.hpp>
#endif

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>

using namespace baken;

namespace {

double median_seconds(const std::function<void()>& body) {
    std::vector<double> seconds;
    for (int i = 0; i < 5; ++i) {
        const auto start = std::chrono::steady_clock::now();
        body();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[2];
}

/// Towns of different sizes on 200 x 200 km, and a background that is nowhere dense.
std::vector<MapPoint> synthetic_points(std::size_t count) {
    Rng rng(1);
    std::vector<MapPoint> towns;
    for (int i = 0; i < 4000; ++i) towns.push_back({rng.uniform(0, 200000), rng.uniform(0, 200000)});
    std::vector<MapPoint> points;
    while (points.size() < count) {
        if (rng.chance(0.4)) {
            points.push_back({rng.uniform(0, 200000), rng.uniform(0, 200000)});
            continue;
        }
        const std::uint32_t town = rng.below(static_cast<std::uint32_t>(towns.size()));
        const double spread = 100 + town % 20 * 25.0;
        points.push_back({towns[town].x + spread * rng.normal(), towns[town].y + spread * rng.normal()});
    }
    return points;
}

std::vector<MapPoint> national_points() {
    const std::string path = std::string(BAKEN_SHARED_DIR) + "/data/bron_2022_2024/netherlands.csv.gz";
    std::vector<MapPoint> points;
    if (!std::filesystem::exists(path)) return points;
    const std::string text = read_bytes(path);
    CsvReader reader(text, ',');
    reader.next();
    while (reader.next()) {
        const auto& fields = reader.fields();
        points.push_back({*parse_number(fields[fields.size() - 2]), *parse_number(fields[fields.size() - 1])});
    }
    return points;
}

#ifdef BAKEN_HAS_NANOFLANN
struct Cloud {
    const std::vector<MapPoint>& points;
    [[nodiscard]] std::size_t kdtree_get_point_count() const { return points.size(); }
    [[nodiscard]] double kdtree_get_pt(std::size_t i, std::size_t axis) const {
        return axis == 0 ? points[i].x : points[i].y;
    }
    template <class Box>
    bool kdtree_get_bbox(Box&) const {
        return false;
    }
};
using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud>, Cloud, 2>;

/// Ester et al. as printed: one radius search per point, clusters grown from cores.
int textbook_clusters(const std::vector<MapPoint>& points, const ClusterOptions& options) {
    const Cloud cloud{points};
    Tree tree(2, cloud, nanoflann::KDTreeSingleIndexAdaptorParams(10));
    tree.buildIndex();
    const double squared = options.reach.value * options.reach.value;
    const auto neighbours = [&](std::size_t i) {
        std::vector<std::pair<std::uint32_t, double>> found;
        nanoflann::SearchParams parameters;
        parameters.sorted = false;
        const double at[2] = {points[i].x, points[i].y};
        tree.radiusSearch(at, squared, found, parameters);
        return found;
    };
    constexpr int unseen = -2;
    std::vector<int> labels(points.size(), unseen);
    int clusters = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (labels[i] != unseen) continue;
        auto open = neighbours(i);
        if (static_cast<int>(open.size()) < options.core_size) {
            labels[i] = noise;
            continue;
        }
        labels[i] = clusters;
        for (std::size_t at = 0; at < open.size(); ++at) {
            const std::size_t j = open[at].first;
            if (labels[j] == noise) labels[j] = clusters;
            if (labels[j] != unseen) continue;
            labels[j] = clusters;
            const auto more = neighbours(j);
            if (static_cast<int>(more.size()) >= options.core_size) open.insert(open.end(), more.begin(), more.end());
        }
        ++clusters;
    }
    return clusters;
}
#endif

void measure(const char* name, const std::vector<MapPoint>& points, const ClusterOptions& options) {
    if (points.empty()) return;
    Labels labels;
    const double ours = median_seconds([&] { labels = cluster_events(points, options, {}); });
    const int clusters = *std::max_element(labels.begin(), labels.end()) + 1;
    fmt::print("{:<10} {:>8} points, {} m / {}: {:.3f} s, {} clusters, {} noise\n", name, points.size(),
               options.reach.value, options.core_size, ours, clusters, std::count(labels.begin(), labels.end(), noise));
#ifdef BAKEN_HAS_NANOFLANN
    int theirs_clusters = 0;
    const double theirs = median_seconds([&] { theirs_clusters = textbook_clusters(points, options); });
    fmt::print("{:<10} nanoflann {:.3f} s, {} clusters: {:.1f} times as long\n", "", theirs, theirs_clusters,
               theirs / ours);
#endif
}

}  // namespace

int main() try {
    measure("synthetic", synthetic_points(1'000'000), {.reach = 100_m, .core_size = 10});
    const std::vector<MapPoint> national = national_points();
    measure("nation", national, {.reach = 100_m, .core_size = 10});
    measure("nation", national, {.reach = 50_m, .core_size = 5});
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "dbscan_bench: {}\n", error.what());
    return 1;
}
