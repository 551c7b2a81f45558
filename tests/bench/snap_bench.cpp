/// The nearest road of a million points among 725,000 segments, seconds with all in memory; PostGIS beside it on a
/// hundred thousand of them (nearest by the index, `<->`).

#include "bench/peer.hpp"
#include "bench/streets.hpp"
#include "geo/network/snap.hpp"

using namespace baken;

int main() {
    const std::vector<Line> lines = bench::streets(450);  // two segments each
    const Network network(lines);
    Rng rng(3);
    std::vector<MapPoint> points;
    for (int i = 0; i < 1'000'000; ++i)
        points.push_back({100000 + rng.uniform(0, 44900), 400000 + rng.uniform(0, 44900)});
    fmt::print("{} points, {} segments\n", points.size(), 2 * network.edges().size());
    bench::print_ours(bench::measure(
        "index", [&] { (void)Snapper(network); }, 3));
    const Snapper snapper(network);
    std::vector<std::optional<Snapped>> snapped;
    bench::Measured ours;
    for (const int threads : {1, 2}) {
        ours = bench::measure(
            fmt::format("nearest, {} threads", threads),
            [&] { snapped = snapper.nearest(points, 100_m, {.threads = threads}); }, 3);
        bench::print_ours(ours);
    }

    constexpr std::size_t sample = 100'000;
    double metres = 0;
    for (std::size_t i = 0; i < sample; ++i) metres += snapped[i] ? snapped[i]->metres : 0;
    ours.name = "the same for 100,000";
    ours.seconds /= static_cast<double>(points.size()) / sample;
    ours.figures = {{"metres", metres}};
    bench::print_ours(ours);
    const bench::Scratch scratch;
    {
        std::ofstream roads(scratch / "roads.csv"), places(scratch / "points.csv");
        for (const Line& line : lines)
            for (std::size_t i = 1; i < line.size(); ++i)
                roads << fmt::format("LINESTRING({} {}, {} {})\n", line[i - 1].x, line[i - 1].y, line[i].x, line[i].y);
        for (std::size_t i = 0; i < sample; ++i) places << fmt::format("POINT({} {})\n", points[i].x, points[i].y);
    }
    bench::print_peer(bench::run_peer("postgis_nearest.sh", {scratch / "roads.csv", scratch / "points.csv"}), ours,
                      1e-9);
    return 0;
}
