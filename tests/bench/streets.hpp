#pragma once
/// A made-up city: streets about 100 m long between crossings that are not quite in rows, one street in ten not there.

#include "base/random.hpp"
#include "geo/network/network.hpp"

#include <vector>

namespace baken::bench {

inline std::vector<Line> streets(int crossings_each_way, std::uint64_t seed = 1) {
    Rng rng(seed);
    const int n = crossings_each_way;
    std::vector<MapPoint> at;
    for (int j = 0; j < n; ++j)
        for (int i = 0; i < n; ++i)
            at.push_back({100000 + i * 100 + rng.uniform(-20, 20), 400000 + j * 100 + rng.uniform(-20, 20)});
    std::vector<Line> lines;
    const auto add = [&](int a, int b) {
        const MapPoint p = at[static_cast<std::size_t>(a)], q = at[static_cast<std::size_t>(b)];
        const MapPoint bend{(p.x + q.x) / 2 + rng.uniform(-8, 8), (p.y + q.y) / 2 + rng.uniform(-8, 8)};
        if (rng.below(10) != 0) lines.push_back({p, bend, q});
    };
    for (int j = 0; j < n; ++j)
        for (int i = 0; i < n; ++i) {
            if (i + 1 < n) add(j * n + i, j * n + i + 1);
            if (j + 1 < n) add(j * n + i, j * n + i + n);
        }
    return lines;
}

}  // namespace baken::bench
