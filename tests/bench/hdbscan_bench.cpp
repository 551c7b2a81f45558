/// HDBSCAN*, seconds with the points in memory to labels: a register's points, of which two in five lie on another.
/// Beside it R's dbscan where its memory, which grows with the square of the points, allows; scikit-learn has none
/// before 1.3. R lets a part that is too small stay in its cluster until its last two events part, where the paper lets
/// it go at once, so its counts are near ours and not the same (tests/hotspots/clustering_judge_test.cpp compares where
/// that makes no difference); of points on one another it makes infinite stabilities, so there it is left out.

#include "bench/peer.hpp"
#include "bench/points.hpp"
#include "hotspots/hdbscan.hpp"

#include <algorithm>

using namespace baken;

namespace {

void compare(const char* name, const std::vector<MapPoint>& points, bool has_peer = false) {
    if (points.empty()) return;
    constexpr int size = 10;
    fmt::print("{}: {} points, clusters of {} and more\n", name, points.size(), size);
    bench::Measured ours;
    for (const int threads : {1, 2}) {
        Labels labels;
        ours = bench::measure(
            fmt::format("ours, {} threads", threads),
            [&] {
                labels =
                    cluster_by_density(points, {.min_cluster_size = size, .core_size = size}, {.threads = threads});
            },
            3);
        ours.figures = {{"clusters", *std::max_element(labels.begin(), labels.end()) + 1.0},
                        {"noise", static_cast<double>(std::count(labels.begin(), labels.end(), noise))}};
        bench::print_ours(ours);
    }
    if (!has_peer) return;
    const bench::Scratch scratch;
    bench::write_points(scratch / "points.bin", points);
    bench::print_peer(bench::run_peer("r_hdbscan.R", {scratch / "points.bin", std::to_string(size)}), ours);
}

}  // namespace

int main() try {
    compare("synthetic, none on another", bench::synthetic_points(10'000), true);
    for (const std::size_t count : {10'000, 100'000, 1'000'000})
        compare("synthetic", bench::synthetic_duplicates(count, 0.4));
    compare("nation", bench::national_points());
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "hdbscan_bench: {}\n", error.what());
    return 1;
}
