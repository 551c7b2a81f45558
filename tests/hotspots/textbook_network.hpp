#pragma once
/// Network kernels as printed, one event at a time: what the fast ones are held against, and the peer of their
/// benchmark.

#include "hotspots/network_density.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <vector>

namespace baken::test {

inline double quartic(double metres, double bandwidth) {
    const double u = metres / bandwidth;
    return u < 1 ? 15.0 / 16 * (1 - u * u) * (1 - u * u) / bandwidth : 0;
}

/// The places of samples by edge.
class SamplesByEdge {
public:
    SamplesByEdge(const Network& network, std::span<const RoadPlace> samples) : of_(network.edges().size()) {
        for (std::size_t i = 0; i < samples.size(); ++i) of_[samples[i].edge].push_back({i, samples[i].offset});
    }
    [[nodiscard]] const std::vector<std::pair<std::size_t, double>>& operator[](std::uint32_t edge) const {
        return of_[edge];
    }

private:
    std::vector<std::vector<std::pair<std::size_t, double>>> of_;
};

/// Okabe, Satoh & Sugihara 2009: the equal-split kernels by recursion from every event, in the quartic shape. Events
/// are points and no sample stands at a node.
inline std::vector<double> textbook_equal_split(const Network& network, std::span<const NetworkEvent> events,
                                                std::span<const RoadPlace> samples, double bandwidth,
                                                bool is_continuous) {
    std::vector<double> density(samples.size(), 0);
    const SamplesByEdge on(network, samples);
    const auto arm_of = [&](std::uint32_t edge, bool is_forward) {
        return std::pair(is_forward ? network.edges()[edge].to : network.edges()[edge].from, is_forward);
    };
    const std::function<void(std::uint32_t, bool, double, double, double)> go =
        [&](std::uint32_t edge, bool is_forward, double from, double metres, double weight) {
            const double length = network.edges()[edge].length;
            for (const auto& [i, offset] : on[edge]) {
                const double ahead = (is_forward ? offset : length - offset) - from;
                if (ahead >= 0) density[i] += weight * quartic(metres + ahead, bandwidth);
            }
            metres += length - from;
            if (metres >= bandwidth) return;
            const auto [node, forward] = arm_of(edge, is_forward);
            const double n = static_cast<double>(network.degree(node));
            for (const Network::Arm& arm : network.arms(node)) {
                const bool is_back = arm.edge == edge && arm.is_forward != forward;
                const double share = is_continuous ? (is_back ? 2 / n - 1 : 2 / n) : (is_back ? 0 : 1 / (n - 1));
                if (share != 0) go(arm.edge, arm.is_forward, 0, metres, weight * share);
            }
        };
    for (const NetworkEvent& event : events) {
        if (const auto node = network.node_at({event.edge, event.from})) {
            const double n = static_cast<double>(network.degree(*node));
            for (const Network::Arm& arm : network.arms(*node))
                go(arm.edge, arm.is_forward, 0, 0, event.weight * (n == 1 && !is_continuous ? 1 : 2 / n));
            continue;
        }
        go(event.edge, true, event.from, 0, event.weight);
        go(event.edge, false, network.edges()[event.edge].length - event.from, 0, event.weight);
    }
    return density;
}

/// Xie & Yan 2008: one Dijkstra per event.
inline std::vector<double> textbook_simple(const Network& network, std::span<const NetworkEvent> events,
                                           std::span<const RoadPlace> samples, double bandwidth) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> density(samples.size(), 0);
    const SamplesByEdge on(network, samples);
    std::vector<double> metres(network.nodes().size(), infinity);
    std::vector<bool> is_seen(network.edges().size(), false);
    for (const NetworkEvent& event : events) {
        using Entry = std::pair<double, std::uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        std::vector<std::uint32_t> touched, edges{event.edge};
        is_seen[event.edge] = true;
        const auto offer = [&](std::uint32_t node, double distance) {
            if (distance >= bandwidth || distance >= metres[node]) return;
            if (metres[node] == infinity) touched.push_back(node);
            metres[node] = distance;
            queue.push({distance, node});
        };
        const Network::Edge& own = network.edges()[event.edge];
        offer(own.from, event.from);
        offer(own.to, own.length - event.from);
        while (!queue.empty()) {
            const auto [distance, node] = queue.top();
            queue.pop();
            if (distance > metres[node]) continue;
            for (const Network::Arm& arm : network.arms(node)) {
                if (!is_seen[arm.edge]) edges.push_back(arm.edge);
                is_seen[arm.edge] = true;
                offer(arm.node, distance + network.edges()[arm.edge].length);
            }
        }
        for (const std::uint32_t edge : edges) {
            const Network::Edge& e = network.edges()[edge];
            for (const auto& [i, offset] : on[edge]) {
                double way = std::min(metres[e.from] + offset, metres[e.to] + e.length - offset);
                if (edge == event.edge) way = std::min(way, std::abs(offset - event.from));
                density[i] += event.weight * quartic(way, bandwidth);
            }
            is_seen[edge] = false;
        }
        for (const std::uint32_t node : touched) metres[node] = infinity;
    }
    return density;
}

}  // namespace baken::test
