#include "hotspots/simulation.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace baken {

namespace {

std::uint64_t mixed(std::uint64_t z) {
    z += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

}  // namespace

Rng rng_of(std::uint64_t seed, std::string_view family, std::uint64_t index) {
    std::uint64_t hash = mixed(seed);
    for (const char c : family) hash = mixed(hash ^ static_cast<unsigned char>(c));
    return Rng(mixed(hash ^ index), mixed(hash + index));
}

void simulate(std::size_t count, const Work& work, const std::function<SimulationRun()>& begin) {
    in_pieces_by(count, 1, work, "", [&] { return [run = begin()](std::size_t i, std::size_t) { run(i); }; });
}

double p_of(double observed, std::span<const double> simulated) {
    const double reached = observed - 1e-9 * std::abs(observed);
    const auto as_high = std::count_if(simulated.begin(), simulated.end(), [&](double s) { return s >= reached; });
    return static_cast<double>(as_high + 1) / static_cast<double>(simulated.size() + 1);
}

std::vector<double> rates_over_families(std::span<const double> p_values, std::vector<double> lowest) {
    std::sort(lowest.begin(), lowest.end());
    const auto families = static_cast<double>(lowest.size());
    // The rate of a threshold is families * threshold over the families it calls; any threshold from p on calls p.
    std::vector<double> from(lowest.size() + 1, std::numeric_limits<double>::infinity());
    for (std::size_t i = lowest.size(); i-- > 0;)
        from[i] = std::min(from[i + 1], families * lowest[i] / static_cast<double>(i + 1));
    std::vector<double> rates;
    for (const double p : p_values) {
        const auto called = std::upper_bound(lowest.begin(), lowest.end(), p) - lowest.begin();
        const double at_p = called > 0 ? families * p / static_cast<double>(called) : families * p;
        rates.push_back(std::min({1.0, at_p, from[static_cast<std::size_t>(called)]}));
    }
    return rates;
}

}  // namespace baken
