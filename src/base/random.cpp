#include "base/random.hpp"

#include <cmath>
#include <numbers>
#include <numeric>

namespace baken {

Rng::Rng(std::uint64_t seed, std::uint64_t stream) : increment_((stream << 1U) | 1U) {
    next();
    state_ += seed;
    next();
}

std::uint32_t Rng::next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ULL + increment_;
    const auto shifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto turn = static_cast<std::uint32_t>(old >> 59U);
    return (shifted >> turn) | (shifted << ((32U - turn) & 31U));
}

std::uint32_t Rng::below(std::uint32_t bound) {
    const std::uint32_t threshold = (0U - bound) % bound;  // numbers below it would favour the low results
    while (true) {
        const std::uint32_t drawn = next();
        if (drawn >= threshold) return drawn % bound;
    }
}

double Rng::uniform() {
    const std::uint64_t high = next() >> 5U, low = next() >> 6U;  // 53 bits, as many as a double holds
    return (static_cast<double>(high) * 67108864.0 + static_cast<double>(low)) / 9007199254740992.0;
}

double Rng::uniform(double low, double high) { return low + (high - low) * uniform(); }

double Rng::normal() {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

int Rng::poisson(double mean) {
    int total = 0;
    while (mean > 30) {  // a sum of Poisson numbers is Poisson; exp(-mean) must not vanish
        total += poisson(30);
        mean -= 30;
    }
    const double limit = std::exp(-mean);
    double product = uniform();
    for (; product > limit; ++total) product *= uniform();
    return total;
}

std::size_t Rng::pick(const std::vector<double>& weights) {
    double left = uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0) continue;
        last = i;
        left -= weights[i];
        if (left < 0) break;
    }
    return last;
}

}  // namespace baken
