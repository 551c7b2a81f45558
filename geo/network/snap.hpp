#pragma once
/// The nearest road of a point, exactly.
///
///     const Snapper snapper(network);
///     const auto snapped = snapper.nearest(p, 30_m);       // nothing: no road that near
///     const auto all = snapper.nearest(points, 30_m, work);

#include "base/work.hpp"
#include "geo/network/network.hpp"

namespace baken {

struct Snapped {
    RoadPlace place;
    double metres = 0;  ///< from the point to the road
};

/// Segments of the roads in square cells; a search widens ring by ring and stops when nothing nearer can come.
class Snapper {
public:
    /// The network must outlive it.
    explicit Snapper(const Network&);

    /// Of equally near roads the first edge, and there the first place, is taken. Throws InputError where the point is
    /// not finite.
    [[nodiscard]] std::optional<Snapped> nearest(MapPoint, Metres tolerance) const;
    /// The same for many points; the same for any number of threads.
    [[nodiscard]] std::vector<std::optional<Snapped>> nearest(std::span<const MapPoint>, Metres tolerance,
                                                              const Work&) const;

private:
    struct Segment {
        MapPoint a, b;
        std::uint32_t edge = 0;
        double start = 0;  ///< metres along the edge at `a`
    };
    struct Best;
    void look_in(std::int64_t row, std::int64_t column, MapPoint, Best&) const;
    [[nodiscard]] std::int64_t row_of(double y) const;
    [[nodiscard]] std::int64_t column_of(double x) const;

    double cell_ = 1, min_x_ = 0, min_y_ = 0;
    std::int64_t columns_ = 0, rows_ = 0;
    std::vector<std::uint32_t> first_;  ///< per cell, where its segments begin in `listed_`
    std::vector<Segment> listed_;       ///< by cell; a segment stands in every cell that it may touch
};

}  // namespace baken
