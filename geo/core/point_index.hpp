#pragma once
/// All points within a reach, fast, for points that do not move.
///
///     const PointIndex index(points, 100_m);       // reach: the radius that will be asked for most
///     index.for_each_within(p, 100_m, [&](std::size_t i) { ... });   // distance <= reach, in ascending cell order

#include "geo/core/point.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace baken {

/// Square cells with the points sorted by cell: a row of neighbouring cells is one contiguous range.
class PointIndex {
public:
    /// Throws InternalError when a coordinate is not finite or `cell` is not above zero. The cells are made larger than
    /// asked where the points are few and far between; that changes the speed and nothing else.
    PointIndex(std::span<const MapPoint> points, Metres cell);

    /// Calls `visit(index)` for every point at most `reach` away, the point itself included.
    template <class Visit>
    void for_each_within(MapPoint centre, Metres reach, Visit&& visit) const {
        if (order_.empty()) return;
        const double r = reach.value, r2 = r * r;
        // A point at exactly the reach may round to the far side of a cell's edge: look a hair wider, then measure.
        const double wide = r + 1e-12 * (r + std::abs(centre.x) + std::abs(centre.y));
        const std::int64_t row_first = row_of(centre.y - wide), row_last = row_of(centre.y + wide);
        const std::int64_t column_first = column_of(centre.x - wide), column_last = column_of(centre.x + wide);
        for (std::int64_t row = row_first; row <= row_last; ++row) {
            const auto [first, last] = range_of(row, column_first, column_last);
            for (std::size_t at = first; at < last; ++at)
                if (squared_distance(centre, sorted_[at]) <= r2) visit(static_cast<std::size_t>(order_[at]));
        }
    }

    [[nodiscard]] std::vector<std::size_t> within(MapPoint centre, Metres reach) const;  ///< ascending indices
    [[nodiscard]] std::size_t size() const { return order_.size(); }

private:
    [[nodiscard]] std::int64_t row_of(double y) const;     ///< clamped to the rows there are
    [[nodiscard]] std::int64_t column_of(double x) const;  ///< clamped to the columns there are
    [[nodiscard]] std::pair<std::size_t, std::size_t> range_of(std::int64_t row, std::int64_t first,
                                                               std::int64_t last) const;

    double cell_ = 1, min_x_ = 0, min_y_ = 0;
    std::int64_t columns_ = 0, rows_ = 0;
    std::vector<std::size_t> row_start_;  ///< where each row begins among the sorted points, and the end
    std::vector<std::uint32_t> column_;   ///< column of each sorted point, ascending within its row
    std::vector<std::uint32_t> order_;    ///< original index of each sorted point; ascending within a cell
    std::vector<MapPoint> sorted_;
};

}  // namespace baken
