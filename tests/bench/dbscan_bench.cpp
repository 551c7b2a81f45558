/// DBSCAN, seconds with the points in memory, beside the textbook over nanoflann, R and scikit-learn.

#include "bench/peer.hpp"
#include "bench/points.hpp"
#include "hotspots/dbscan.hpp"

#include <fmt/format.h>

#ifdef BAKEN_HAS_NANOFLANN
#include <nanoflann.hpp>
#endif

#include <algorithm>

using namespace baken;

namespace {

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
Labels textbook_clusters(const std::vector<MapPoint>& points, const ClusterOptions& options) {
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
    Labels labels(points.size(), unseen);
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
    return labels;
}
#endif

bench::Figures figures_of(const Labels& labels) {
    return {{"clusters", *std::max_element(labels.begin(), labels.end()) + 1.0},
            {"noise", static_cast<double>(std::count(labels.begin(), labels.end(), noise))}};
}

void compare(const char* name, const std::vector<MapPoint>& points, const ClusterOptions& options) {
    if (points.empty()) return;
    fmt::print("{}: {} points, {} m / {}\n", name, points.size(), options.reach.value, options.core_size);
    Labels labels;
    bench::Measured ours = bench::measure("ours", [&] { labels = cluster_events(points, options, {}); });
    ours.figures = figures_of(labels);
    bench::print_ours(ours);
#ifdef BAKEN_HAS_NANOFLANN
    Labels theirs;
    bench::Measured textbook = bench::measure(
        "nanoflann, textbook", [&] { theirs = textbook_clusters(points, options); }, 3);
    textbook.figures = figures_of(theirs);
#else
    const bench::Measured textbook{.name = "nanoflann, textbook", .absent = "absent (package libnanoflann-dev)"};
#endif
    bench::print_peer(textbook, ours);
    const bench::Scratch scratch;
    const std::vector<std::string> arguments{scratch / "points.bin", fmt::format("{}", options.reach.value),
                                             std::to_string(options.core_size)};
    bench::write_points(arguments[0], points);
    bench::print_peer(bench::run_peer("r_dbscan.R", arguments), ours);
    bench::print_peer(bench::run_peer("sklearn_dbscan.py", arguments), ours);
}

}  // namespace

int main() try {
    for (const std::size_t count : {10'000, 100'000, 1'000'000})
        compare("synthetic", bench::synthetic_points(count), {.reach = 100_m, .core_size = 10});
    const std::vector<MapPoint> national = bench::national_points();
    compare("nation", national, {.reach = 100_m, .core_size = 10});
    compare("nation", national, {.reach = 50_m, .core_size = 5});
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "dbscan_bench: {}\n", error.what());
    return 1;
}
