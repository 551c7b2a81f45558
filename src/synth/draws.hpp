#pragma once
/// Draws that the made-up region needs besides those of base/random. Two draws never stand in one expression or one
/// list of arguments: compilers may take them in any order.

#include "base/random.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace baken {

/// Gamma with mean `shape` and scale 1 (Marsaglia & Tsang 2000; below 1 by Stuart's theorem).
[[nodiscard]] inline double draw_gamma(Rng& rng, double shape) {
    if (shape < 1) {
        const double larger = draw_gamma(rng, shape + 1);
        return larger * std::pow(1.0 - rng.uniform(), 1 / shape);
    }
    const double d = shape - 1.0 / 3.0, c = 1 / std::sqrt(9 * d);
    while (true) {
        const double x = rng.normal();
        const double v = std::pow(1 + c * x, 3);
        if (v <= 0) continue;
        if (std::log(1.0 - rng.uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
    }
}

/// Draws indices in proportion to weights, each draw in logarithmic time.
class WeightedDraw {
public:
    void add(std::size_t index, double weight) {
        if (weight <= 0) return;
        indices_.push_back(index);
        until_.push_back((until_.empty() ? 0.0 : until_.back()) + weight);
    }
    [[nodiscard]] bool empty() const { return indices_.empty(); }
    /// Not to be asked of an empty one.
    [[nodiscard]] std::size_t draw(Rng& rng) const {
        const auto at = std::upper_bound(until_.begin(), until_.end(), rng.uniform() * until_.back()) - until_.begin();
        return indices_[std::min(static_cast<std::size_t>(at), indices_.size() - 1)];
    }

private:
    std::vector<std::size_t> indices_;
    std::vector<double> until_;
};

}  // namespace baken
