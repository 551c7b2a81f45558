#pragma once
/// Points for the benchmarks of clustering.

#include "base/csv.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "bench/peer.hpp"
#include "geo/core/point.hpp"
#include "geo/io/read_layer.hpp"

#include <cmath>
#include <filesystem>
#include <vector>

namespace baken::bench {

/// Towns of different sizes and a background that is nowhere dense; the more points, the larger the country: a million
/// lie on 200 x 200 km.
inline std::vector<MapPoint> synthetic_points(std::size_t count) {
    const double millions = static_cast<double>(count) / 1e6, side = 200000 * std::sqrt(millions);
    Rng rng(1);
    std::vector<MapPoint> towns;
    for (int i = 0; i < 4000 * millions; ++i) towns.push_back({rng.uniform(0, side), rng.uniform(0, side)});
    std::vector<MapPoint> points;
    while (points.size() < count) {
        if (rng.chance(0.4)) {
            points.push_back({rng.uniform(0, side), rng.uniform(0, side)});
            continue;
        }
        const std::uint32_t town = rng.below(static_cast<std::uint32_t>(towns.size()));
        const double spread = 100 + town % 20 * 25.0;
        points.push_back({towns[town].x + spread * rng.normal(), towns[town].y + spread * rng.normal()});
    }
    return points;
}

/// The same with a share of the points on top of an earlier one, as the locations of a register are.
inline std::vector<MapPoint> synthetic_duplicates(std::size_t count, double share) {
    std::vector<MapPoint> points = synthetic_points(count);
    Rng rng(2);
    for (std::uint32_t i = 1; i < points.size(); ++i)
        if (rng.chance(share)) points[i] = points[rng.below(i)];
    return points;
}

/// All registered accidents of the country in the order of the file; empty where the real data are not here.
inline std::vector<MapPoint> national_points() {
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

/// As peers read them: x y x y ..
inline void write_points(const std::string& path, const std::vector<MapPoint>& points) {
    std::vector<double> values;
    values.reserve(2 * points.size());
    for (const MapPoint p : points) {
        values.push_back(p.x);
        values.push_back(p.y);
    }
    write_doubles(path, values);
}

}  // namespace baken::bench
