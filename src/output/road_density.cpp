#include "output/road_density.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t most_classes = 5;

/// Up to two figures: 0.0123 -> 0.013, 4.31 -> 4.4.
double rounded_up(double number) {
    const double digits = 1 - std::floor(std::log10(number));
    // Divided by a whole power of ten wherever that is exact, so that 0.4 is 0.4 and not its neighbour.
    const double unit = std::pow(10, std::abs(digits));
    double up = digits >= 0 ? std::ceil(number * unit - 1e-9) / unit : std::ceil(number / unit - 1e-9) * unit;
    if (up < number) up = number;  // within the slack of the rounding
    return up;
}

std::string figure(double number, Language language) {
    const int decimals = number <= 0 ? 0 : std::max(0, 1 - static_cast<int>(std::floor(std::log10(number))));
    return fixed_text(number, decimals, language == Language::nl);
}

}  // namespace

std::vector<RoadDensityClass> road_density_classes(std::vector<double> densities) {
    std::erase_if(densities, [](double density) { return !(density > 0) || !std::isfinite(density); });
    std::sort(densities.begin(), densities.end());
    std::vector<RoadDensityClass> classes;
    for (std::size_t i = 1; !densities.empty() && i <= most_classes; ++i) {
        const std::size_t last = std::max<std::size_t>(1, densities.size() * i / most_classes) - 1;
        const double from = classes.empty() ? 0 : classes.back().up_to;
        if (const double up_to = rounded_up(densities[last]); up_to > from) classes.push_back({from, up_to});
    }
    return classes;
}

std::vector<RoadDensityClass> classes_of(const std::vector<LixelFinding>& lixels) {
    std::vector<double> densities;
    for (const LixelFinding& lixel : lixels) densities.push_back(lixel.density);
    return road_density_classes(std::move(densities));
}

std::size_t road_density_step(std::size_t index, std::size_t classes) { return most_classes - classes + index; }

std::string words_of(const RoadDensityClass& one, Language language) {
    if (one.above <= 0) return fmt::format("{} {}", says(language, "tot", "up to"), figure(one.up_to, language));
    return fmt::format("{} \u2013 {}", figure(one.above, language), figure(one.up_to, language));
}

}  // namespace baken
