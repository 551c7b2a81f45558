#pragma once
/// Kernels of one dimension: how the weight of an event is spread along a road. All are 0 beyond 1, and their integral
/// from -1 to 1 is 1 (Silverman 1986, table 3.1).

#include <cmath>

namespace baken {

enum class KernelShape { quartic, epanechnikov, triangle, uniform };

/// Exactly, and without a comparison, which would keep the compiler from vector instructions.
inline double above_zero(double x) { return 0.5 * (x + std::abs(x)); }

/// `value(u)` for 0 <= u; `below(u)`: the integral from 0 to u, 0 <= u, at most 1/2.
struct QuarticKernel {
    static double value(double u) {
        const double rest = above_zero(1 - u * u);
        return 15.0 / 16 * rest * rest;
    }
    static double below(double u) {
        u = u < 1 ? u : 1;
        const double square = u * u;
        return 15.0 / 16 * u * (1 - square * (2.0 / 3 - square / 5));
    }
};
struct EpanechnikovKernel {
    static double value(double u) { return 0.75 * above_zero(1 - u * u); }
    static double below(double u) {
        u = u < 1 ? u : 1;
        return 0.75 * u * (1 - u * u / 3);
    }
};
struct TriangleKernel {
    static double value(double u) { return above_zero(1 - u); }
    static double below(double u) {
        u = u < 1 ? u : 1;
        return u * (1 - u / 2);
    }
};
struct UniformKernel {
    static double value(double u) { return u < 1 ? 0.5 : 0; }
    static double below(double u) { return u < 1 ? u / 2 : 0.5; }
};

/// Calls `body` with the kernel of this shape.
template <class Body>
decltype(auto) with_kernel(KernelShape shape, Body&& body) {
    switch (shape) {
        case KernelShape::epanechnikov: return body(EpanechnikovKernel{});
        case KernelShape::triangle: return body(TriangleKernel{});
        case KernelShape::uniform: return body(UniformKernel{});
        case KernelShape::quartic: break;
    }
    return body(QuarticKernel{});
}

}  // namespace baken
