/// The density surface of a million events in one window, seconds: medians of three.

#include "base/random.hpp"
#include "hotspots/density.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

using namespace baken;

int main() {
    Rng rng(1);
    std::vector<WeightedPoint> points;
    for (int i = 0; i < 1'000'000; ++i)
        points.push_back({{rng.uniform(160000, 200000), rng.uniform(415000, 445000)}, 1});
    const Box box{160000, 415000, 200000, 445000};
    for (const double metres : {100.0, 250.0, 500.0, 1000.0, 2000.0}) {
        for (const int threads : {1, 2}) {
            Work work;
            work.threads = threads;
            std::vector<double> seconds;
            for (int i = 0; i < 3; ++i) {
                const auto start = std::chrono::steady_clock::now();
                const DensityGrid grid = density_surface(points, box, 1280, 960, Metres(metres), work);
                seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
                if (grid.at(640, 480) <= 0) return 1;
            }
            std::sort(seconds.begin(), seconds.end());
            fmt::print("1,000,000 points on 1280 x 960, {} m, {} threads: {:.2f} s\n", metres, threads, seconds[1]);
        }
    }
    return 0;
}
