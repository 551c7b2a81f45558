#include "app/map_images.hpp"

#include "hotspots/evidence.hpp"

#include <algorithm>

namespace baken {

namespace {

bool counts(const Accident& accident, const Project& project, DensityOf what) {
    const auto& years = project.years;
    const bool is_in_years = years.empty() || std::find(years.begin(), years.end(), accident.year) != years.end();
    const bool is_asked = what == DensityOf::accidents || accident.outcome != Outcome::damage_only;
    return is_in_years && is_asked && has_place(accident) && is_on_our_roads(accident, project.settings.hotspots);
}

/// The value that a share of them does not exceed.
double quantile(std::vector<double>& values, double share) {
    const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
    return values[at];
}

}  // namespace

DensityBounds density_bounds(std::span<const double> cells) {
    std::vector<double> values;
    std::copy_if(cells.begin(), cells.end(), std::back_inserter(values), [](double v) { return v > 0; });
    DensityBounds bounds{};
    if (values.empty()) return bounds;
    for (std::size_t i = 0; i <= density_classes; ++i)
        bounds[i] = quantile(values, static_cast<double>(i) / density_classes);
    return bounds;
}

std::vector<WeightedPoint> density_points(const Project& project, DensityOf what,
                                          const std::set<std::uint32_t>& municipalities) {
    const auto is_asked = [&](std::uint32_t m) { return municipalities.empty() || municipalities.contains(m); };
    std::vector<WeightedPoint> points;
    if (what == DensityOf::complaints) {
        for (const Complaint& complaint : project.region->complaints)
            if (is_asked(complaint.municipality)) points.push_back({complaint.at, 1});
        return points;
    }
    for (const Accident& accident : project.region->accidents)
        if (is_asked(accident.municipality) && counts(accident, project, what)) points.push_back({accident.at, 1});
    return points;
}

DensityImage density_image(std::span<const WeightedPoint> points, const ImageFrame& frame,
                           const DensityOptions& options, const Work& work) {
    const DensityGrid grid = density_surface(points, frame.box, frame.width, frame.height, options.bandwidth, work);
    DensityImage seen{.image = {frame.box, frame.width, frame.height},
                      .bounds = options.bounds ? *options.bounds : density_bounds(grid.values),
                      .bandwidth = grid.bandwidth};
    seen.image.rgba.assign(4 * grid.values.size(), 0);
    const auto inner = std::span(seen.bounds).subspan(1, density_classes - 1);
    for (std::size_t i = 0; i < grid.values.size(); ++i) {
        if (!(grid.values[i] > 0)) continue;
        const auto at = std::upper_bound(inner.begin(), inner.end(), grid.values[i]) - inner.begin();
        const Rgba& colour = options.colours[static_cast<std::size_t>(at)];
        std::uint8_t* pixel = seen.image.rgba.data() + 4 * i;
        pixel[0] = colour.red;
        pixel[1] = colour.green;
        pixel[2] = colour.blue;
        pixel[3] = colour.alpha;
    }
    return seen;
}

}  // namespace baken
