#include "hotspots/density.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <mutex>
#include <numbers>
#include <thread>

namespace baken {

namespace {

constexpr double fewest_cells = 3;  ///< in a bandwidth
constexpr double square_metres_in_km2 = 1e6;

/// Points that reach the box, from south to north; those at one place together. Sites are shared by many events.
std::vector<WeightedPoint> sorted_points(std::span<const WeightedPoint> points, const Box& box, double reach) {
    const Box wide{box.min_x - reach, box.min_y - reach, box.max_x + reach, box.max_y + reach};
    std::vector<WeightedPoint> sorted;
    for (const WeightedPoint& point : points) {
        if (!std::isfinite(point.at.x + point.at.y) || !std::isfinite(point.weight))
            throw InputError("a density surface asks for points that are finite");
        if (wide.contains(point.at) && point.weight != 0) sorted.push_back(point);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const WeightedPoint& a, const WeightedPoint& b) {
        return a.at.y != b.at.y ? a.at.y < b.at.y : a.at.x < b.at.x;
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (kept > 0 && sorted[kept - 1].at == sorted[i].at) {
            sorted[kept - 1].weight += sorted[i].weight;
        } else {
            sorted[kept++] = sorted[i];
        }
    }
    sorted.resize(kept);
    return sorted;
}

class Surface {
public:
    Surface(std::vector<WeightedPoint> points, DensityGrid& grid)
        : points_(std::move(points)),
          grid_(grid),
          cell_x_((grid.box.max_x - grid.box.min_x) / grid.columns),
          cell_y_((grid.box.max_y - grid.box.min_y) / grid.rows) {}

    void fill(int row) const {
        const double h = grid_.bandwidth.value, y = grid_.box.max_y - (row + 0.5) * cell_y_;
        const auto by_y = [](const WeightedPoint& point, double at) { return point.at.y < at; };
        auto point = std::lower_bound(points_.begin(), points_.end(), y - h, by_y);
        double* values = grid_.values.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_.columns);
        for (; point != points_.end() && point->at.y < y + h; ++point) {
            const double up = (point->at.y - y) / h, left_of_one = 1 - up * up;
            if (!(left_of_one > 0)) continue;
            add(values, *point, left_of_one, h);
        }
        const double per_km2 = 3 / (std::numbers::pi * h * h) * square_metres_in_km2;
        for (int column = 0; column < grid_.columns; ++column) values[column] *= per_km2;
    }

private:
    /// One row of one point's kernel: (left_of_one - dx^2 / h^2)^2 for the columns where that is above zero.
    void add(double* values, const WeightedPoint& point, double left_of_one, double h) const {
        const double half = std::sqrt(left_of_one) * h, x = point.at.x - grid_.box.min_x - 0.5 * cell_x_;
        const int first = std::max(0, static_cast<int>(std::ceil((x - half) / cell_x_)));
        const int last = std::min(grid_.columns - 1, static_cast<int>(std::floor((x + half) / cell_x_)));
        const double step = cell_x_ / h, start = x / h, weight = point.weight;
        for (int column = first; column <= last; ++column) {
            const double across = column * step - start, rest = std::max(0.0, left_of_one - across * across);
            values[column] += weight * rest * rest;
        }
    }

    std::vector<WeightedPoint> points_;
    DensityGrid& grid_;
    double cell_x_, cell_y_;
};

/// Calls `body(row)` for all rows, each by one thread; the first thing thrown is thrown on.
template <class Body>
void for_each_row(int rows, const Work& work, Body&& body) {
    const int threads = std::clamp(work.threads, 1, rows);
    std::exception_ptr thrown;
    std::mutex guard;
    const auto run = [&](int offset) {
        try {
            for (int row = offset; row < rows; row += threads) {
                work.check_stop();
                body(row);
                if (offset == 0) work.progress("density", static_cast<double>(row) / rows);
            }
        } catch (...) {
            const std::lock_guard lock(guard);
            if (!thrown) thrown = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < threads; ++i) others.emplace_back(run, i);
        run(0);
    }
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace

DensityGrid density_surface(std::span<const WeightedPoint> points, const Box& box, int columns, int rows,
                            Metres bandwidth, const Work& work) {
    const double width = box.max_x - box.min_x, height = box.max_y - box.min_y;
    if (!(width > 0 && height > 0 && std::isfinite(width) && std::isfinite(height)) || columns < 1 || rows < 1)
        throw InputError("a density surface asks for a box and a grid that are not empty");
    if (!(bandwidth.value > 0) || !std::isfinite(bandwidth.value))
        throw InputError("a density surface asks for a bandwidth above 0 m");
    DensityGrid grid{.box = box, .columns = columns, .rows = rows};
    grid.bandwidth = Metres(std::max(bandwidth.value, fewest_cells * std::max(width / columns, height / rows)));
    grid.values.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
    const Surface surface(sorted_points(points, box, grid.bandwidth.value), grid);
    for_each_row(rows, work, [&](int row) { surface.fill(row); });
    work.progress("density", 1);
    return grid;
}

}  // namespace baken
