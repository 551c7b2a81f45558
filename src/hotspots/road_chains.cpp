#include "hotspots/road_chains.hpp"

#include "geo/core/measure.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <tuple>

namespace baken {

namespace {

constexpr double look_ahead = 15;                          // metres along an edge that tell where it is heading
constexpr double most_bend = 45, most_bend_of_name = 100;  // degrees

std::vector<std::uint32_t> sorted_edges(const Region& region, const RoadNetwork& roads) {
    std::vector<std::uint32_t> order(roads.network.edges().size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const std::string &x = roads.road_of(a, region).id, &y = roads.road_of(b, region).id;
        if (x != y) return x < y;
        const Line &p = roads.network.line_of(a), &q = roads.network.line_of(b);
        return p != q ? p < q : a < b;
    });
    return order;
}

class Areas {
public:
    explicit Areas(const Region& region) : region_(region) {
        for (const Municipality& m : region.municipalities)
            boxes_.push_back(m.area.empty() ? Box{1, 1, -1, -1} : bounding_box(m.area));
    }
    [[nodiscard]] std::uint32_t municipality_at(MapPoint p) const {
        if (boxes_.size() == 1 && region_.municipalities[0].area.empty()) return 0;
        for (std::uint32_t i = 0; i < boxes_.size(); ++i)
            if (boxes_[i].contains(p) && contains(region_.municipalities[i].area, p)) return i;
        return no_municipality;
    }

private:
    const Region& region_;
    std::vector<Box> boxes_;
};

/// Joins arms two by two at every node.
class Joints {
public:
    Joints(const Region& region, const RoadNetwork& roads, const RoadOrder& order, ChainRule rule)
        : region_(region), roads_(roads), order_(order), next_(2 * roads.network.edges().size(), none) {
        for (std::uint32_t node = 0; node < network().nodes().size(); ++node) join_at(node, rule);
    }

    /// An edge's end: twice the edge, one more for its far end.
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    [[nodiscard]] std::uint32_t next(std::uint32_t end) const { return next_[end]; }

private:
    struct Pair {
        bool is_other_name = false;
        long long bend = 0;  ///< millionths of a degree, so that the last digits decide nothing
        std::uint32_t rank_a = 0, rank_b = 0, a = 0, b = 0;
        auto operator<=>(const Pair&) const = default;
    };

    [[nodiscard]] const Network& network() const { return roads_.network; }
    static std::uint32_t end_of(const Network::Arm& arm) { return 2 * arm.edge + (arm.is_forward ? 0U : 1U); }

    void join_at(std::uint32_t node, ChainRule rule) {
        const auto arms = network().arms(node);
        const auto is_joinable = [&](const Network::Arm& a, const Network::Arm& b) {
            return order_.municipality[a.edge] == order_.municipality[b.edge] &&
                   order_.municipality[a.edge] != no_municipality;
        };
        if (arms.size() == 2) {
            if (is_joinable(arms[0], arms[1])) join(end_of(arms[0]), end_of(arms[1]));
            return;
        }
        if (rule == ChainRule::between_junctions) return;
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < arms.size(); ++i)
            for (std::size_t j = i + 1; j < arms.size(); ++j)
                if (arms[i].edge != arms[j].edge && is_joinable(arms[i], arms[j])) offer(arms[i], arms[j], pairs);
        std::sort(pairs.begin(), pairs.end());
        for (const Pair& pair : pairs)
            if (next_[pair.a] == none && next_[pair.b] == none) join(pair.a, pair.b);
    }

    void offer(const Network::Arm& a, const Network::Arm& b, std::vector<Pair>& pairs) const {
        const std::string &x = roads_.road_of(a.edge, region_).name, &y = roads_.road_of(b.edge, region_).name;
        const bool is_other = x.empty() || x != y;
        const double bend = bend_between(a, b);
        if (bend > (is_other ? most_bend : most_bend_of_name)) return;
        const bool is_first = order_.rank[a.edge] < order_.rank[b.edge];
        const Network::Arm &first = is_first ? a : b, &second = is_first ? b : a;
        pairs.push_back({is_other, std::llround(bend * 1e6), order_.rank[first.edge], order_.rank[second.edge],
                         end_of(first), end_of(second)});
    }

    void join(std::uint32_t a, std::uint32_t b) {
        next_[a] = b;
        next_[b] = a;
    }

    [[nodiscard]] MapPoint heading(const Network::Arm& arm) const {
        const double length = network().edges()[arm.edge].length, ahead = std::min(look_ahead, length / 2);
        const MapPoint from = network().point_at({arm.edge, arm.is_forward ? 0 : length});
        const MapPoint to = network().point_at({arm.edge, arm.is_forward ? ahead : length - ahead});
        return {to.x - from.x, to.y - from.y};
    }
    /// 0: straight on; 180: back.
    [[nodiscard]] double bend_between(const Network::Arm& a, const Network::Arm& b) const {
        const MapPoint p = heading(a), q = heading(b);
        const double turn = std::atan2(p.x * q.y - p.y * q.x, p.x * q.x + p.y * q.y);
        return 180 - std::abs(turn) * 180 / std::numbers::pi;
    }

    const Region& region_;
    const RoadNetwork& roads_;
    const RoadOrder& order_;
    std::vector<std::uint32_t> next_;  ///< of every edge's end, the end that it is joined to
};

/// The chain of an edge, from the end of lower rank on.
std::vector<RoadChain::Link> links_from(std::uint32_t edge, const Joints& joints, const RoadOrder& order) {
    // Backwards from the edge's beginning, to where the chain begins or, on a ring, back to the edge.
    std::uint32_t enter = 2 * edge;  // the end by which an edge is entered when walked forwards
    for (std::uint32_t back = joints.next(enter); back != Joints::none; back = joints.next(enter)) {
        if (back / 2 == edge) break;
        enter = back ^ 1U;
    }
    const auto walk = [&](std::uint32_t first) {
        std::vector<RoadChain::Link> links;
        for (std::uint32_t at = first; at != Joints::none;) {
            links.push_back({at / 2, at % 2 == 0, 0});
            at = joints.next(at ^ 1U);
            if (at != Joints::none && at / 2 == first / 2) break;
        }
        return links;
    };
    const bool is_ring = joints.next(enter) != Joints::none;
    if (is_ring) return walk(2 * edge);
    std::vector<RoadChain::Link> links = walk(enter);
    const bool turned =
        links.size() == 1 ? !links[0].is_forward : order.rank[links.back().edge] < order.rank[links.front().edge];
    if (turned) {
        std::reverse(links.begin(), links.end());
        for (RoadChain::Link& link : links) link.is_forward = !link.is_forward;
    }
    return links;
}

}  // namespace

RoadOrder road_order(const Region& region, const RoadNetwork& roads) {
    RoadOrder order{sorted_edges(region, roads), {}, {}};
    order.rank.resize(order.edges.size());
    for (std::uint32_t i = 0; i < order.edges.size(); ++i) order.rank[order.edges[i]] = i;
    order.municipality.assign(order.edges.size(), no_municipality);
    const Areas areas(region);
    const auto edges = roads.network.edges();
    for (std::size_t first = 0; first < order.edges.size();) {
        const std::string& id = roads.road_of(order.edges[first], region).id;
        std::uint32_t longest = order.edges[first];
        std::size_t last = first + 1;
        for (; !id.empty() && last < order.edges.size() && roads.road_of(order.edges[last], region).id == id; ++last)
            if (edges[order.edges[last]].length > edges[longest].length + 1e-6) longest = order.edges[last];
        const auto m = areas.municipality_at(roads.network.point_at({longest, edges[longest].length / 2}));
        for (; first < last; ++first) order.municipality[order.edges[first]] = m;
    }
    return order;
}

RoadChains road_chains(const Region& region, const RoadNetwork& roads, const RoadOrder& order, ChainRule rule) {
    const Joints joints(region, roads, order, rule);
    const auto edges = roads.network.edges();
    RoadChains result;
    result.spots.assign(edges.size(), {RoadChains::nowhere, 0});
    for (const std::uint32_t edge : order.edges) {
        if (order.municipality[edge] == no_municipality || result.spots[edge].chain != RoadChains::nowhere) continue;
        RoadChain chain{links_from(edge, joints, order), 0, order.municipality[edge]};
        const auto number = static_cast<std::uint32_t>(result.chains.size());
        for (std::uint32_t i = 0; i < chain.links.size(); ++i) {
            chain.links[i].start = chain.length;
            chain.length += edges[chain.links[i].edge].length;
            result.spots[chain.links[i].edge] = {number, i};
        }
        result.chains.push_back(std::move(chain));
    }
    return result;
}

RoadChains::Span RoadChains::span_of(const Network& network, std::uint32_t edge, double from, double to) const {
    const Spot spot = spots[edge];
    const RoadChain::Link& link = chains[spot.chain].links[spot.link];
    if (link.is_forward) return {spot.chain, link.start + from, link.start + to};
    const double length = network.edges()[edge].length;
    return {spot.chain, link.start + (length - to), link.start + (length - from)};
}

RoadPlace RoadChains::place_at(const Network& network, std::uint32_t chain, double at) const {
    const auto& links = chains[chain].links;
    const auto after = std::upper_bound(links.begin(), links.end(), at,
                                        [](double metres, const RoadChain::Link& l) { return metres < l.start; });
    const RoadChain::Link& link = after == links.begin() ? links.front() : *(after - 1);
    const double length = network.edges()[link.edge].length;
    const double along = std::clamp(at - link.start, 0.0, length);
    return {link.edge, link.is_forward ? along : length - along};
}

MultiLine RoadChains::lines_of(const Network& network, std::uint32_t chain, double from, double to) const {
    MultiLine lines;
    for (const RoadChain::Link& link : chains[chain].links) {
        const double length = network.edges()[link.edge].length;
        const double begin = std::max(from - link.start, 0.0), end = std::min(to - link.start, length);
        if (end - begin < 1e-6) continue;
        Line part = link.is_forward ? network.part_of(link.edge, begin, end)
                                    : network.part_of(link.edge, length - end, length - begin);
        if (!link.is_forward) std::reverse(part.begin(), part.end());
        if (!lines.empty() && distance(lines.back().back(), part.front()).value < 1e-3)
            lines.back().insert(lines.back().end(), part.begin() + 1, part.end());
        else
            lines.push_back(std::move(part));
    }
    return lines;
}

std::string names_along(const Region& region, const RoadNetwork& roads, const RoadChain& chain, double from,
                        double to) {
    std::vector<std::pair<std::string, double>> metres;  // in the order of the chain
    for (const RoadChain::Link& link : chain.links) {
        const std::string& name = roads.road_of(link.edge, region).name;
        const double end = link.start + roads.network.edges()[link.edge].length;
        const double part = std::min(to, end) - std::max(from, link.start);
        if (name.empty() || part < 1e-6) continue;
        const auto known = std::find_if(metres.begin(), metres.end(), [&](const auto& m) { return m.first == name; });
        if (known == metres.end())
            metres.emplace_back(name, part);
        else
            known->second += part;
    }
    std::sort(metres.begin(), metres.end(), [](const auto& a, const auto& b) {
        return std::abs(a.second - b.second) > 1e-6 ? a.second > b.second : a.first < b.first;
    });
    if (metres.empty()) return "";
    return metres.size() == 1 ? metres[0].first : metres[0].first + " - " + metres[1].first;
}

}  // namespace baken
