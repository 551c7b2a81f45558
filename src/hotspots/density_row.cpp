#include "hotspots/density_row.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

/// Columns of a block: wide enough that most kernels lie in one, narrow enough that the highest power stays near one.
int block_width(const DensityPoints& points) {
    constexpr double least = 32, reaches = 4;
    return static_cast<int>(std::min(std::max(least, std::ceil(reaches / points.step_x)), 1.0 * points.columns));
}

/// As values: a processor has one instruction for it, which the compiler does not find behind std::max's references.
double at_least(double low, double value) { return value > low ? value : low; }
double at_most(double high, double value) { return value < high ? value : high; }

}  // namespace

DensityRow::DensityRow(const DensityPoints& points, Kernel kernel)
    : points_(points), kernel_(kernel), block_of_(static_cast<std::size_t>(points.columns)) {
    const int width = block_width(points);
    for (int begin = 0; begin < points.columns; begin += width) {
        const int end = std::min(points.columns, begin + width);
        std::fill(block_of_.begin() + begin, block_of_.begin() + end, static_cast<int>(blocks_.size()));
        blocks_.push_back({begin, end, static_cast<int>(blocks_.size()), begin + 0.5 * width});
    }
    changes_.resize(block_of_.size() + blocks_.size());
}

void DensityRow::fill(int row, std::span<double> values) {
    if (kernel_ == Kernel::quartic) {
        add<Kernel::quartic>(row);
        sum_up<Kernel::quartic>(values);
    } else {
        add<Kernel::epanechnikov>(row);
        sum_up<Kernel::epanechnikov>(values);
    }
}

/// weight x (left - (k - t)^2), or its square, as a polynomial in k.
template <Kernel kernel>
DensityRow::Sum DensityRow::polynomial(double weight, double left, double t) {
    const double b = left - t * t, c = 2 * t, wb = weight * b, wc = weight * c;
    if constexpr (kernel == Kernel::epanechnikov) return {{wb, wc, -weight, 0, 0, 1}};
    return {{wb * b, 2 * wb * c, wc * c - 2 * wb, -2 * wc, weight, 1}};
}

void DensityRow::find_reach(int row, std::size_t begin, std::size_t count) {
    const double step_y = points_.step_y, per_step = 1 / points_.step_x, columns = points_.columns;
    const int count_of_columns = points_.columns;
    const double* const x = points_.x.data() + begin;
    const double* const y = points_.y.data() + begin;
    for (std::size_t i = 0; i < count; ++i) {
        const double up = (row - y[i]) * step_y, left = at_least(0, 1 - up * up), half = std::sqrt(left) * per_step;
        const double from = at_most(columns, at_least(0, x[i] - half));
        const double to = at_most(columns, at_least(0, x[i] + half + 1));
        left_[i] = left;
        first_[i] = count_of_columns - static_cast<int>(columns - from);  // rounds up
        behind_[i] = static_cast<int>(left > 0 ? to : 0);
    }
}

template <Kernel kernel>
void DensityRow::add(int row) {
    const double step_x = points_.step_x;
    const auto [begin, end] = points_.near_row(row);
    for (std::size_t at = begin; at < end; at += chunk) {
        const std::size_t count = std::min(chunk, end - at);
        find_reach(row, at, count);
        for (std::size_t i = 0; i < count; ++i) {
            const int first = first_[i], behind = behind_[i];
            if (first >= behind) continue;
            const double x = points_.x[at + i], weight = points_.weight[at + i];
            const Block* in = &blocks_[static_cast<std::size_t>(block_of_[static_cast<std::size_t>(first)])];
            Sum change = polynomial<kernel>(weight, left_[i], (x - in->middle) * step_x);
            change_at(*in, first).add(change);
            while (behind > in->end) {
                ++in;
                change = polynomial<kernel>(weight, left_[i], (x - in->middle) * step_x);
                change_at(*in, in->begin).add(change);
            }
            change_at(*in, behind).take(change);
        }
    }
}

template <Kernel kernel>
void DensityRow::sum_up(std::span<double> values) {
    for (const Block& in : blocks_) {
        Sum sum;
        for (int column = in.begin; column < in.end; ++column) {
            Sum& change = change_at(in, column);
            sum.add(change);
            change = {};
            if (sum.of[powers] == 0) sum = {};
            const double k = (column - in.middle) * points_.step_x;
            const auto& of = sum.of;
            const double value = kernel == Kernel::quartic ? (((of[4] * k + of[3]) * k + of[2]) * k + of[1]) * k + of[0]
                                                           : (of[2] * k + of[1]) * k + of[0];
            values[static_cast<std::size_t>(column)] = std::max(0.0, value);
        }
        change_at(in, in.end) = {};
    }
}

}  // namespace baken
