#include "ui/views/charts/plot_data.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

double PlotData::highest() const {
    double most = top;
    for (std::size_t i = 0; i < places.size(); ++i) {
        double stacked = 0;
        for (const auto& layer : bars) stacked += layer.values[i];
        most = std::max(most, stacked);
        for (const auto& line : lines) most = std::max(most, line.values[i].value_or(0));
        if (!ranges.empty()) most = std::max(most, ranges[i].high);
        if (!limits.empty()) most = std::max(most, limits[i]);
    }
    return most;
}

NiceAxis nice_axis(double highest, int most) {
    if (!(highest > 0)) return {};
    const double power = std::pow(10, std::floor(std::log10(highest)) - 1);
    for (double unit = std::max(1.0, power);; unit *= 10)
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = unit * factor, steps = std::ceil(highest / step - 1e-9);
            if (steps <= most) return {step * steps, step};
        }
}

}  // namespace baken
