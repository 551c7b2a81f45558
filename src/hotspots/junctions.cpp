#include "hotspots/junctions.hpp"

#include "base/text.hpp"
#include "hotspots/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace baken {

namespace {

constexpr std::size_t kinds = 3;

std::size_t kind_of(std::size_t arms) { return std::clamp<std::size_t>(arms, 2, 4) - 2; }

/// The two names that most arms have, equals by alphabet.
std::string name_of(std::uint32_t node, const Region& region, const RoadNetwork& roads) {
    std::map<std::string, int> arms;
    for (const Network::Arm& arm : roads.network.arms(node))
        if (const std::string& name = roads.road_of(arm.edge, region).name; !name.empty()) ++arms[name];
    std::vector<std::pair<int, std::string>> sorted;
    for (const auto& [name, count] : arms) sorted.emplace_back(-count, name);
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, sorted.size()); ++i) names.push_back(sorted[i].second);
    return joined(names, " - ");
}

}  // namespace

std::vector<JunctionFinding> junction_findings(const Region& region, const RoadNetwork& roads, const RoadTally& tally,
                                               const JunctionOptions& options) {
    const Network& network = roads.network;
    std::vector<int> accidents(network.nodes().size(), 0), injury(network.nodes().size(), 0);
    for (const LocalRoads& local : tally.local)
        for (const auto& [accident, node] : local.at_junctions) {
            ++accidents[node];
            injury[node] += region.accidents[accident].outcome != Outcome::damage_only ? 1 : 0;
        }
    std::array<double, kinds> nodes{}, sums{};
    std::vector<std::uint32_t> tested;
    for (std::uint32_t node = 0; node < accidents.size(); ++node) {
        if (tally.node_municipality[node] == no_municipality) continue;
        tested.push_back(node);
        nodes[kind_of(network.degree(node))] += 1;
        sums[kind_of(network.degree(node))] += accidents[node];
    }
    std::vector<double> p_values;
    const auto expected = [&](std::uint32_t node) {
        const std::size_t kind = kind_of(network.degree(node));
        return sums[kind] / nodes[kind];
    };
    for (const std::uint32_t node : tested) p_values.push_back(poisson_at_least(accidents[node], expected(node)));
    const std::vector<double> rates = false_discovery_rates(p_values);
    std::vector<JunctionFinding> findings;
    for (std::size_t i = 0; i < tested.size(); ++i) {
        if (rates[i] > options.false_share) continue;
        const std::uint32_t node = tested[i];
        findings.push_back({tally.node_municipality[node], node, network.nodes()[node], name_of(node, region, roads),
                            static_cast<int>(network.degree(node)), accidents[node], injury[node], expected(node),
                            accidents[node] / expected(node), p_values[i], rates[i]});
    }
    std::sort(findings.begin(), findings.end(), [](const JunctionFinding& a, const JunctionFinding& b) {
        return std::tuple(a.municipality, a.p_value, b.accidents, a.name, a.at) <
               std::tuple(b.municipality, b.p_value, a.accidents, b.name, b.at);
    });
    return findings;
}

}  // namespace baken
