#include "geo/core/orientation.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace baken {

namespace {

int sign_of(double value) { return value > 0 ? 1 : value < 0 ? -1 : 0; }

/// Two doubles that together are exactly a sum, a difference or a product.
struct Twice {
    double high = 0, low = 0;
};

Twice sum(double a, double b) {
    const double high = a + b, rest = high - a;
    return {high, (a - (high - rest)) + (b - rest)};
}

Twice product(double a, double b) {
    const double high = a * b;
    return {high, std::fma(a, b, -high)};
}

/// A sum of doubles without rounding: parts that do not overlap, the smallest first, so that the last one that is not
/// zero has the sign of all.
class ExactSum {
public:
    void add(double value) {
        for (std::size_t i = 0; i < size_; ++i) {
            const Twice both = sum(parts_[i], value);
            parts_[i] = both.low;
            value = both.high;
        }
        parts_[size_++] = value;
    }
    void add_product(Twice a, Twice b, double sign) {
        for (const double x : {a.low, a.high})
            for (const double y : {b.low, b.high}) {
                const Twice both = product(sign * x, y);
                add(both.low);
                add(both.high);
            }
    }
    [[nodiscard]] int sign() const {
        for (std::size_t i = size_; i-- > 0;)
            if (parts_[i] != 0) return sign_of(parts_[i]);
        return 0;
    }

private:
    std::array<double, 16> parts_{};
    std::size_t size_ = 0;
};

int careful_side(MapPoint a, MapPoint b, MapPoint p) {
    ExactSum both;
    both.add_product(sum(a.x, -p.x), sum(b.y, -p.y), 1);
    both.add_product(sum(a.y, -p.y), sum(b.x, -p.x), -1);
    return both.sign();
}

}  // namespace

int side_of(MapPoint a, MapPoint b, MapPoint p) {
    constexpr double error_bound = 3.3306690738754716e-16;  // (3 + 16 e) e, with e = 2^-53
    const double left = (a.x - p.x) * (b.y - p.y), right = (a.y - p.y) * (b.x - p.x), both = left - right;
    if (std::abs(both) > error_bound * (std::abs(left) + std::abs(right))) return sign_of(both);
    return careful_side(a, b, p);
}

}  // namespace baken
