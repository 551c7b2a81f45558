/// Gi* and local Moran with 999 permutations over about 17,000 cells, seconds with the values in memory: neighbours are
/// made before, statistic and p are within the time. Where R's spdep is, it runs the same beside them; the number of
/// cells that stand out at 5 % agrees but for chance.

#include "base/random.hpp"
#include "bench/peer.hpp"
#include "hotspots/local_statistics.hpp"

#include <cmath>

using namespace baken;

namespace {

constexpr int side = 130;
/// All cells share their 999 deals, so that the share called at 5 % has the error of one cell's p: 0.7 % of all cells.
constexpr double by_chance = 0.25;

std::vector<double> patchy_values(std::size_t cells) {
    Rng rng(1);
    std::vector<double> values;
    for (std::size_t i = 0; i < cells; ++i) {
        const double mean = i / side % 40 < 8 && i % side % 40 < 8 ? 3 : 1;
        values.push_back(-mean * std::log(1 - rng.uniform()));
    }
    return values;
}

double stand_out(const std::vector<LocalP>& p, PermutationP LocalP::*null) {
    double count = 0;
    for (const LocalP& one : p) count += std::min((one.*null).above, (one.*null).below) <= 0.025 ? 1 : 0;
    return count;
}

}  // namespace

int main() try {
    const SpatialWeights near = grid_weights(whole_grid(side, side), Contiguity::queen);
    const std::vector<double> values = patchy_values(near.size());
    fmt::print("local statistics, {} cells\n", values.size());
    const bench::Scratch scratch;
    bench::write_doubles(scratch / "values.bin", values);
    double sum = 0;
    std::vector<LocalP> p;
    for (const int permutations : {999, 99'999}) {
        for (const int threads : {1, 2}) {
            const auto test = [&](auto&& statistic) {
                return [&, statistic] {
                    sum += statistic()[0];
                    p = permutation_tests(values, near, {.permutations = permutations}, {.threads = threads});
                };
            };
            bench::Measured gi = bench::measure(fmt::format("Gi*, {} permutations, {} thr.", permutations, threads),
                                                test([&] { return getis_ord_z(values, near, Window::with_itself); }));
            gi.figures = {{"cells", static_cast<double>(values.size())},
                          {"at_5_percent", stand_out(p, &LocalP::window)}};
            bench::print_ours(gi);
            bench::Measured moran =
                bench::measure(fmt::format("Moran, {} permutations, {} thr.", permutations, threads),
                               test([&] { return local_moran(values, near); }));
            moran.figures = {{"cells", gi.figures["cells"]}, {"at_5_percent", stand_out(p, &LocalP::neighbours)}};
            bench::print_ours(moran);
            if (permutations != 999 || threads != 1) continue;
            const auto peer = [&](const char* statistic) {
                return bench::run_peer("r_spdep_local.R", {scratch / "values.bin", fmt::format("{}", side),
                                                           fmt::format("{}", side), "999", statistic});
            };
            bench::print_peer(peer("gi"), gi, by_chance);
            bench::print_peer(peer("moran"), moran, by_chance);
        }
    }
    return std::isfinite(sum) ? 0 : 1;
} catch (const std::exception& error) {
    fmt::print(stderr, "local_statistics_bench: {}\n", error.what());
    return 1;
}
