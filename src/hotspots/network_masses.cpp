#include "hotspots/network_masses.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool comes_first(const PointMass& a, const PointMass& b) {
    return std::tie(a.at, a.inverse, a.height) < std::tie(b.at, b.inverse, b.height);
}

bool comes_first(const SpreadMass& a, const SpreadMass& b) {
    return std::tie(a.from, a.to, a.inverse, a.per_metre) < std::tie(b.from, b.to, b.inverse, b.per_metre);
}

/// Whether two stand at the same place and can go on as one.
bool is_same(const PointMass& a, const PointMass& b) { return a.at == b.at && a.inverse == b.inverse; }
bool is_same(const SpreadMass& a, const SpreadMass& b) {
    return a.from == b.from && a.to == b.to && a.inverse == b.inverse;
}
void join(PointMass& a, const PointMass& b) { a.height += b.height; }
void join(SpreadMass& a, const SpreadMass& b) { a.per_metre += b.per_metre; }

void check(const NetworkEvent& event, const Network& network) {
    if (event.edge >= network.edges().size()) throw InputError(fmt::format("there is no road {}", event.edge));
    const double length = network.edges()[event.edge].length;
    if (!(event.from >= 0 && event.from <= event.to && event.to <= length * (1 + 1e-12)))
        throw InputError(fmt::format("{} to {} m is not a part of a road of {} m", event.from, event.to, length));
    if (!std::isfinite(event.weight)) throw InputError("an event has a weight that is not a number");
}

}  // namespace

template <class Thing>
Masses::Grouped<Thing> Masses::grouped(std::size_t count, std::span<const std::pair<std::uint32_t, Thing>> listed) {
    Grouped<Thing> groups;
    groups.first.assign(count + 1, 0);
    for (const auto& [group, thing] : listed) ++groups.first[group + 1];
    for (std::size_t i = 1; i <= count; ++i) groups.first[i] += groups.first[i - 1];
    std::vector<Thing> sorted(listed.size());
    std::vector<std::uint32_t> next(groups.first.begin(), groups.first.end() - 1);
    for (const auto& [group, thing] : listed) sorted[next[group]++] = thing;
    groups.things.reserve(sorted.size());
    for (std::size_t g = 0; g < count; ++g) {
        const auto begin = sorted.begin() + groups.first[g], end = sorted.begin() + groups.first[g + 1];
        if (end - begin > 1) std::sort(begin, end, [](const Thing& a, const Thing& b) { return comes_first(a, b); });
        const auto start = groups.things.size();
        for (auto thing = begin; thing != end; ++thing) {
            if (groups.things.size() > start && is_same(groups.things.back(), *thing)) {
                join(groups.things.back(), *thing);
            } else {
                groups.things.push_back(*thing);
            }
        }
        groups.first[g] = static_cast<std::uint32_t>(start);
    }
    groups.first[count] = static_cast<std::uint32_t>(groups.things.size());
    return groups;
}

Masses::Masses(const Network& network, const WalkGraph& graph, std::span<const NetworkEvent> events,
               std::span<const double> bandwidths, JunctionRule rule) {
    using OfPoint = std::pair<std::uint32_t, PointMass>;
    using OfSpread = std::pair<std::uint32_t, SpreadMass>;
    for (const double bandwidth : bandwidths) {
        if (!(bandwidth > 0) || !std::isfinite(bandwidth))
            throw InputError(fmt::format("a bandwidth of {} m does not spread anything", bandwidth));
        widest_ = std::max(widest_, bandwidth);
    }
    std::vector<OfPoint> on_edge, on_node;
    std::vector<OfSpread> spread;
    on_edge.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const NetworkEvent& event = events[i];
        check(event, network);
        const double bandwidth = bandwidths[bandwidths.size() == 1 ? 0 : i], inverse = 1 / bandwidth;
        const auto node = event.from == event.to ? network.node_at({event.edge, event.from}) : std::nullopt;
        if (node) {
            on_node.push_back({*node, {0, event.weight / bandwidth, inverse}});
        } else if (event.from == event.to) {
            on_edge.push_back({event.edge, {event.from, event.weight / bandwidth, inverse}});
        } else {
            spread.push_back({event.edge, {event.from, event.to, event.weight / (event.to - event.from), inverse}});
        }
    }
    nodes_ = grouped<PointMass>(graph.nodes(), on_node);
    const auto edge_points = grouped<PointMass>(network.edges().size(), on_edge);
    const auto edge_spreads = grouped<SpreadMass>(network.edges().size(), spread);
    points_.first.reserve(graph.arms() + 1);
    spreads_.first.reserve(graph.arms() + 1);
    for (std::uint32_t a = 0; a < graph.arms(); ++a) {
        points_.first.push_back(static_cast<std::uint32_t>(points_.things.size()));
        spreads_.first.push_back(static_cast<std::uint32_t>(spreads_.things.size()));
        const WalkGraph::Arm& arm = graph.arm(a);
        const auto points = edge_points.of(arm.edge);
        const auto spreads = edge_spreads.of(arm.edge);
        if (a == graph.forward(arm.edge)) {
            points_.things.insert(points_.things.end(), points.begin(), points.end());
            spreads_.things.insert(spreads_.things.end(), spreads.begin(), spreads.end());
        } else {
            for (std::size_t i = points.size(); i-- > 0;)
                points_.things.push_back({arm.length - points[i].at, points[i].height, points[i].inverse});
            for (std::size_t i = spreads.size(); i-- > 0;)
                spreads_.things.push_back({arm.length - spreads[i].to, arm.length - spreads[i].from,
                                           spreads[i].per_metre, spreads[i].inverse});
        }
        const double share = share_at_node(rule, graph.degree(arm.node));
        for (const PointMass& mass : nodes_.of(arm.node))
            points_.things.push_back({arm.length, share * mass.height, mass.inverse});
    }
    points_.first.push_back(static_cast<std::uint32_t>(points_.things.size()));
    spreads_.first.push_back(static_cast<std::uint32_t>(spreads_.things.size()));
}

std::vector<double> Masses::distance_to_nearest(const WalkGraph& graph) const {
    const auto on_arm = [&](std::uint32_t a) {
        double metres = points(a).empty() ? infinity : std::max(0.0, points(a).front().at);
        for (const SpreadMass& mass : spreads(a)) metres = std::min(metres, std::max(0.0, mass.from));
        return metres;
    };
    std::vector<double> of_node(graph.nodes(), infinity);
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto offer = [&](std::uint32_t node, double metres) {
        if (metres >= of_node[node] || metres > widest_) return;
        of_node[node] = metres;
        queue.push({metres, node});
    };
    const auto for_each_arm = [&](std::uint32_t node, auto&& body) {
        for (std::uint32_t a = graph.first(node); a < graph.first(node) + graph.degree(node); ++a) body(a);
    };
    for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
        double nearest = at_node(node).empty() ? infinity : 0;
        for_each_arm(node, [&](std::uint32_t a) { nearest = std::min(nearest, on_arm(a)); });
        offer(node, nearest);
    }
    while (!queue.empty()) {
        const auto [metres, node] = queue.top();
        queue.pop();
        if (metres > of_node[node]) continue;
        const double so_far = metres;
        for_each_arm(node, [&](std::uint32_t a) { offer(graph.arm(a).node, so_far + graph.arm(a).length); });
    }
    std::vector<double> nearest(graph.arms());
    for (std::uint32_t a = 0; a < graph.arms(); ++a)
        nearest[a] = std::min(on_arm(a), graph.arm(a).length + of_node[graph.arm(a).node]);
    return nearest;
}

}  // namespace baken
