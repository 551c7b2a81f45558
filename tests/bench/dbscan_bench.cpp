/// DBSCAN, seconds with the points in memory, beside the textbook over nanoflann, R and scikit-learn; and from a file
/// of points to a file of labels, beside QGIS.

#include "base/csv.hpp"
#include "base/text.hpp"
#include "bench/peer.hpp"
#include "bench/points.hpp"
#include "geo/io/read_layer.hpp"
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

/// Every row of the file with its label behind it.
Labels from_file_to_file(const std::string& from, const std::string& to, const ClusterOptions& options) {
    const std::string text = read_bytes(from);
    CsvReader reader(text, ',');
    reader.next();
    std::vector<MapPoint> points;
    std::vector<std::string_view> rows;
    while (reader.next()) {
        points.push_back({*parse_number(reader.fields()[0]), *parse_number(reader.fields()[1])});
        rows.push_back(reader.row_text());
    }
    Labels labels = cluster_events(points, options, {.threads = 2});
    std::string out = "x,y,cluster\n";
    out.reserve(text.size() + 8 * rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out += rows[i].substr(0, rows[i].find('\n'));
        out += ',';
        out += fmt::format_int(labels[i]).c_str();
        out += '\n';
    }
    std::ofstream(to, std::ios::binary) << out;
    return labels;
}

void file_to_file(const std::vector<MapPoint>& points, const ClusterOptions& options, const bench::Scratch& scratch) {
    const std::string csv = scratch / "points.csv";
    {
        std::ofstream out(csv);
        out << "x,y\n";
        for (const MapPoint p : points) out << fmt::format("{:.3f},{:.3f}\n", p.x, p.y);
    }
    Labels labels;
    bench::Measured ours = bench::measure(
        "ours, CSV to CSV", [&] { labels = from_file_to_file(csv, scratch / "ours.csv", options); }, 3);
    ours.figures = {{"clusters", figures_of(labels)["clusters"]}};
    bench::print_ours(ours);
    bench::print_peer(
        bench::run_peer("qgis_dbscan.py", {csv, scratch / "theirs.csv", fmt::format("{}", options.reach.value),
                                           std::to_string(options.core_size)}),
        ours);
}

void compare(const char* name, const std::vector<MapPoint>& points, const ClusterOptions& options) {
    if (points.empty()) return;
    fmt::print("{}: {} points, {} m / {}\n", name, points.size(), options.reach.value, options.core_size);
    bench::Measured ours;
    for (const int threads : {1, 2}) {
        Labels labels;
        ours = bench::measure(fmt::format("ours, {} threads", threads),
                              [&] { labels = cluster_events(points, options, {.threads = threads}); });
        ours.figures = figures_of(labels);
        bench::print_ours(ours);
    }
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
    file_to_file(points, options, scratch);
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
