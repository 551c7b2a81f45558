#pragma once
/// Networks whose distances can be worked out by hand, and random ones.

#include "base/random.hpp"
#include "geo/network/network.hpp"

namespace baken::test {

/// A grid of streets, `side` metres apart, `n` crossings each way, every street between two crossings a line of its
/// own.
inline std::vector<Line> street_grid(int n, double side, MapPoint corner = {180000, 430000}) {
    std::vector<Line> lines;
    const auto at = [&](int i, int j) { return MapPoint{corner.x + i * side, corner.y + j * side}; };
    for (int i = 0; i < n; ++i)
        for (int j = 0; j < n; ++j) {
            if (i + 1 < n) lines.push_back({at(i, j), at(i + 1, j)});
            if (j + 1 < n) lines.push_back({at(i, j), at(i, j + 1)});
        }
    return lines;
}

/// Crooked roads between random crossings; some run twice between the same two, some come back to where they began.
inline std::vector<Line> crooked_roads(Rng& rng, int crossings, int roads, double extent) {
    std::vector<MapPoint> nodes;
    for (int i = 0; i < crossings; ++i)
        nodes.push_back({180000 + rng.uniform(0, extent), 430000 + rng.uniform(0, extent)});
    std::vector<Line> lines;
    for (int i = 0; i < roads; ++i) {
        const auto pick = [&] { return nodes[rng.below(static_cast<std::uint32_t>(crossings))]; };
        const MapPoint a = pick(), b = pick();
        Line line{a};
        for (std::uint32_t bends = rng.below(3) + 1; bends > 0; --bends)
            line.push_back({(a.x + b.x) / 2 + rng.uniform(-extent, extent) / 20,
                            (a.y + b.y) / 2 + rng.uniform(-extent, extent) / 20});
        line.push_back(b);
        lines.push_back(line);
    }
    return lines;
}

}  // namespace baken::test
