#include "hotspots/kde_plus.hpp"

#include "base/error.hpp"
#include "hotspots/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

/// A road as many accidents are dropped on it, again and again.
class DroppedDensities {
public:
    DroppedDensities(const KdeRoad& road, double bandwidth, std::size_t cells, const KdePlusOptions& options,
                     std::uint64_t seed, std::string_view family)
        : sets_(static_cast<std::size_t>(options.simulations)), by_cell_(cells * sets_) {
        std::vector<double> places(road.accidents());
        for (std::size_t i = 0; i < sets_; ++i) {
            Rng rng = rng_of(seed, family, i);
            const double phase = rng.uniform(0, post_interval);
            for (std::size_t j = 0; j < places.size(); ++j) {
                places[j] = j < road.exact.size() ? rng.uniform(road.junction_begin, road.length - road.junction_end)
                                                  : nearest_post(rng.uniform(0, road.length), phase, road.length);
            }
            const std::vector<double> density = density_along(road.length, places, bandwidth, cells);
            highest_.push_back(*std::max_element(density.begin(), density.end()));
            for (std::size_t c = 0; c < cells; ++c) by_cell_[c * sets_ + i] = density[c];
        }
    }

    [[nodiscard]] std::span<const double> highest() const { return highest_; }
    /// The smallest density that is not below `level` of all.
    [[nodiscard]] double threshold(std::size_t cell, double level) {
        const auto first = by_cell_.begin() + static_cast<std::ptrdiff_t>(cell * sets_);
        const auto below = static_cast<std::ptrdiff_t>(std::ceil(level * static_cast<double>(sets_) - 1e-9)) - 1;
        std::nth_element(first, first + below, first + static_cast<std::ptrdiff_t>(sets_));
        return *(first + below);
    }

private:
    std::size_t sets_ = 0;
    std::vector<double> by_cell_;
    std::vector<double> highest_;
};

struct TestedRoad {
    std::uint32_t chain = 0;
    KdeRoad places;
    std::vector<std::uint32_t> accidents;
    std::vector<double> at;  ///< of the accidents, metres along the chain
    int known_area = 0, built_up = 0;
};

std::map<std::uint32_t, TestedRoad> roads_with_places(const Region& region, const RoadNetwork& roads,
                                                      const RoadTally& tally, const RoadChains& chains) {
    std::map<std::uint32_t, TestedRoad> tested;
    const auto add = [&](const PlacedAccident& p, auto places) {
        const auto span = chains.span_of(roads.network, p.place.edge, p.place.offset, p.place.offset);
        TestedRoad& road = tested[span.chain];
        road.chain = span.chain;
        (road.places.*places).push_back(span.from);
        road.accidents.push_back(p.accident);
        road.at.push_back(span.from);
        if (const auto& is_built_up = region.accidents[p.accident].is_built_up) {
            ++road.known_area;
            road.built_up += *is_built_up ? 1 : 0;
        }
    };
    for (const LocalRoads& local : tally.local) {
        for (const PlacedAccident& p : local.points) add(p, &KdeRoad::exact);
        for (const PlacedAccident& p : local.at_posts) add(p, &KdeRoad::at_posts);
    }
    for (auto& [chain, road] : tested) {
        const RoadChain& along = chains.chains[chain];
        road.places.length = along.length;
        const auto end_of = [&](const RoadChain::Link& link, bool at_begin) {
            const double reach = tally.local[along.municipality].junction_reach;
            const JunctionEnds ends = junction_ends(roads.network, link.edge, reach);
            return link.is_forward == at_begin ? ends.begin : ends.end;
        };
        road.places.junction_begin = end_of(along.links.front(), true);
        road.places.junction_end = end_of(along.links.back(), false);
        std::sort(road.places.exact.begin(), road.places.exact.end());
        std::sort(road.places.at_posts.begin(), road.places.at_posts.end());
    }
    return tested;
}

/// Roads on which something happened of which no place is known, and nothing else.
int roads_without_place(const RoadTally& tally, const RoadChains& chains,
                        const std::map<std::uint32_t, TestedRoad>& with_place) {
    std::set<std::uint32_t> without;
    for (const LocalRoads& local : tally.local)
        for (const PlacedAccident& p : local.in_sections)
            if (const auto chain = chains.spots[p.place.edge].chain; !with_place.contains(chain)) without.insert(chain);
    return static_cast<int>(without.size());
}

StretchFinding finding_of(const KdeCluster& cluster, const TestedRoad& road, const Region& region,
                          const RoadNetwork& roads, const RoadChains& chains) {
    const RoadChain& chain = chains.chains[road.chain];
    StretchFinding finding;
    finding.method = StretchFinding::Method::kde_plus;
    finding.name = names_along(region, roads, chain, cluster.from, cluster.to);
    finding.municipality = chain.municipality;
    finding.lines = chains.lines_of(roads.network, road.chain, cluster.from, cluster.to);
    finding.length = cluster.to - cluster.from;
    for (std::size_t i = 0; i < road.at.size(); ++i) {
        if (road.at[i] < cluster.from || road.at[i] > cluster.to) continue;
        ++finding.accidents;
        finding.injury += region.accidents[road.accidents[i]].outcome != Outcome::damage_only ? 1 : 0;
    }
    finding.expected = static_cast<double>(road.at.size()) * finding.length / chain.length;
    finding.ratio = finding.accidents / finding.expected;
    finding.p_value = cluster.p_value;
    finding.strength = cluster.strength;
    return finding;
}

void check(const KdePlusOptions& options) {
    if (!(options.bandwidth.value > 0) || !(options.built_up_bandwidth.value > 0) || !(options.step.value > 0))
        throw InputError("the bandwidths and the step of KDE+ must be above 0 m");
    if (!(options.level > 0 && options.level < 1))
        throw InputError(fmt::format("the level of KDE+ is {}; give a share such as 0.95", options.level));
    if (options.simulations * (1 - options.level) < 1 - 1e-9)
        throw InputError(fmt::format("{} simulations cannot tell a level of {}; the method takes 400 or more",
                                     options.simulations, options.level));
    if (options.least_accidents < 1) throw InputError("KDE+ needs accidents; give a least number of 1 or more");
}

}  // namespace

std::vector<double> density_along(double length, std::span<const double> places, double bandwidth, std::size_t cells) {
    std::vector<double> density(cells, 0);
    const double cell = length / static_cast<double>(cells), last = static_cast<double>(cells) - 1;
    for (const double place : places) {
        const double first_cell = std::max(0.0, std::ceil((place - bandwidth) / cell - 0.5));
        const double last_cell = std::min(last, std::floor((place + bandwidth) / cell - 0.5));
        for (double c = first_cell; c <= last_cell; ++c) {
            const double u = ((c + 0.5) * cell - place) / bandwidth;
            density[static_cast<std::size_t>(c)] += std::max(0.0, 0.75 * (1 - u * u));
        }
    }
    for (double& d : density) d /= bandwidth;
    return density;
}

std::vector<KdeCluster> kde_clusters(const KdeRoad& road, Metres bandwidth, const KdePlusOptions& options,
                                     std::uint64_t seed, std::string_view family) {
    check(options);
    const auto cells = static_cast<std::size_t>(std::max(1.0, std::ceil(road.length / options.step.value)));
    const double cell = road.length / static_cast<double>(cells);
    std::vector<double> places = road.exact;
    places.insert(places.end(), road.at_posts.begin(), road.at_posts.end());
    std::sort(places.begin(), places.end());
    const std::vector<double> density = density_along(road.length, places, bandwidth.value, cells);
    DroppedDensities dropped(road, bandwidth.value, cells, options, seed, family);
    std::vector<KdeCluster> clusters;
    for (std::size_t c = 0; c < cells;) {
        double under = 0, above = 0, peak = 0;
        const std::size_t first = c;
        for (; c < cells; ++c) {
            const double threshold = dropped.threshold(c, options.level);
            if (!(density[c] > threshold * (1 + 1e-9))) break;
            under += density[c];
            above += density[c] - threshold;
            peak = std::max(peak, density[c]);
        }
        if (c > first)
            clusters.push_back({static_cast<double>(first) * cell, static_cast<double>(c) * cell, above / under,
                                p_of(peak, dropped.highest())});
        ++c;
    }
    return clusters;
}

KdePlusResult kde_plus_findings(const Region& region, const RoadNetwork& roads, const RoadTally& tally,
                                const KdePlusOptions& options, std::uint64_t seed, const Work& work) {
    check(options);
    const auto doing = [&](double share) {
        work.progress(says(options.language, "ophopingen langs wegvakken zoeken", "finding clusters along roads"),
                      share);
    };
    doing(0);
    const RoadChains chains = road_chains(region, roads, tally.order, ChainRule::between_junctions);
    const auto with_places = roads_with_places(region, roads, tally, chains);
    KdePlusResult result;
    KdePlusAccount& account = result.account;
    for (const LocalRoads& local : tally.local) account.without_place += static_cast<int>(local.in_sections.size());
    account.roads_without_place = roads_without_place(tally, chains, with_places);
    std::vector<const TestedRoad*> tested;
    for (const auto& [chain, road] : with_places) {
        const int accidents = static_cast<int>(road.accidents.size());
        const bool is_tested = accidents >= options.least_accidents;
        (is_tested ? account.tested : account.too_few) += accidents;
        if (is_tested) tested.push_back(&road);
    }
    account.roads = static_cast<int>(tested.size());
    std::vector<std::vector<KdeCluster>> clusters(tested.size());
    simulate(tested.size(), work, [&]() -> SimulationRun {
        return [&](std::size_t i) {
            const TestedRoad& road = *tested[i];
            const bool is_built_up = 2 * road.built_up > road.known_area;
            const RoadChain& chain = chains.chains[road.chain];
            clusters[i] = kde_clusters(
                road.places, is_built_up ? options.built_up_bandwidth : options.bandwidth, options, seed,
                fmt::format("kde+ {} {}", region.municipalities[chain.municipality].code.text, road.chain));
        };
    });
    for (const auto& of_road : clusters) {
        double best = 1;
        for (const KdeCluster& cluster : of_road) best = std::min(best, cluster.p_value);
        result.p_values.push_back(best);
    }
    std::vector<double> p_values;
    for (std::size_t i = 0; i < tested.size(); ++i)
        for (const KdeCluster& cluster : clusters[i]) {
            if (cluster.p_value > 1 - options.level + 1e-9) continue;
            result.stretches.push_back(finding_of(cluster, *tested[i], region, roads, chains));
            p_values.push_back(cluster.p_value);
        }
    const std::vector<double> rates = rates_over_families(p_values, result.p_values);
    for (std::size_t i = 0; i < rates.size(); ++i) result.stretches[i].q_value = rates[i];
    std::stable_sort(result.stretches.begin(), result.stretches.end(), [](const auto& a, const auto& b) {
        return a.municipality != b.municipality ? a.municipality < b.municipality : a.strength > b.strength;
    });
    std::vector<int> numbers(region.municipalities.size(), 0);
    for (StretchFinding& finding : result.stretches)
        finding.id = fmt::format("{}-K{:02}", region.municipalities[finding.municipality].code.text,
                                 ++numbers[finding.municipality]);
    doing(1);
    return result;
}

}  // namespace baken
