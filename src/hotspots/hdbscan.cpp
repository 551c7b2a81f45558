#include "hotspots/hdbscan.hpp"

#include "base/error.hpp"
#include "hotspots/condensed_tree.hpp"
#include "hotspots/core_distances.hpp"
#include "hotspots/distinct_points.hpp"
#include "hotspots/number_clusters.hpp"
#include "hotspots/select_clusters.hpp"
#include "hotspots/spanning_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

WeightSteps steps_of(int events) { return events * weight_steps; }

CondenseOptions checked(const HdbscanOptions& options) {
    if (options.core_size < 1 || options.min_cluster_size < 1)
        throw InputError(fmt::format("clusters of at least {} events with {} about a core; both must be at least 1",
                                     options.min_cluster_size, options.core_size));
    if (!(options.resolution.value > 0) || !std::isfinite(options.resolution.value))
        throw InputError(
            fmt::format("the resolution of clusters is {} m; it must be above 0", options.resolution.value));
    if (!(options.widest.value > 0))
        throw InputError(fmt::format("the widest cluster is {} m; it must be above 0", options.widest.value));
    return {.enough = steps_of(options.min_cluster_size),
            .resolution = options.resolution.value * place_steps,
            .widest = options.widest.value * place_steps};
}

double squared_steps(Metres distance) {
    const double steps = std::round(distance.value * place_steps);
    return steps * steps;
}

/// The squared distance in steps within which an event has enough weight, itself included.
double squared_core(std::span<const Neighbour> neighbours, std::span<const WeightSteps> weight, WeightSteps own,
                    WeightSteps enough) {
    if (own >= enough) return 0;
    std::vector<Neighbour> nearest(neighbours.begin(), neighbours.end());
    std::sort(nearest.begin(), nearest.end(),
              [](const Neighbour& a, const Neighbour& b) { return a.distance < b.distance; });
    for (const Neighbour& one : nearest) {
        own += weight[one.event];
        if (own >= enough) return squared_steps(one.distance);
    }
    return std::numeric_limits<double>::infinity();
}

}  // namespace

Labels cluster_by_density(std::span<const MapPoint> events, const HdbscanOptions& options, const Work& work,
                          std::span<const double> weights) {
    const CondenseOptions limits = checked(options);
    if (events.empty()) return {};
    const DistinctPoints points = distinct_points(events, weights, work);
    const PointTree tree(points.at);
    const CoreDistances cores = core_distances(points, tree, steps_of(options.core_size), work);
    const CondensedTree condensed =
        condense(spanning_tree(points, tree, cores, work), points.weight, cores.squared, points.at, limits);
    work.check_stop();
    const std::vector<std::uint32_t> of_place = select_clusters(condensed, options.selection);
    std::vector<std::uint32_t> of_event(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) of_event[i] = of_place[points.place_of_event[i]];
    return number_clusters(of_event, condensed.groups.size());
}

Labels cluster_pairs_by_density(const NearPairs& near, const HdbscanOptions& options, const Work& work,
                                std::span<const double> weights, std::span<const MapPoint> places) {
    const CondenseOptions limits = checked(options);
    const std::vector<WeightSteps> weight = weights_in_steps(weights, near.events());
    if (places.size() != near.events() && (!places.empty() || std::isfinite(options.widest.value)))
        throw InputError(fmt::format("there are {} places for {} events to cluster", places.size(), near.events()));
    if (near.events() == 0) return {};
    std::vector<double> core(near.events());
    for (std::size_t i = 0; i < core.size(); ++i)
        core[i] = squared_core(near.of(i), weight, weight[i], steps_of(options.core_size));
    work.check_stop();
    std::vector<Link> links;
    for (std::uint32_t i = 0; i < core.size(); ++i)
        for (const Neighbour& other : near.of(i)) {
            const double squared = std::max({squared_steps(other.distance), core[i], core[other.event]});
            if (other.event > i && std::isfinite(squared)) links.push_back({squared, i, other.event});
        }
    work.check_stop();
    const CondensedTree condensed = condense(std::move(links), weight, core, steps_from_corner(places), limits);
    return number_clusters(select_clusters(condensed, options.selection), condensed.groups.size());
}

}  // namespace baken
