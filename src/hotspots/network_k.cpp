#include "hotspots/network_k.hpp"

#include "base/error.hpp"
#include "geo/network/reach.hpp"
#include "hotspots/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace baken {

namespace {

/// Places of one set, by edge.
struct PlacesByEdge {
    std::vector<std::uint32_t> first;
    std::vector<double> offsets;

    PlacesByEdge(std::span<const RoadPlace> places, std::size_t edges) : first(edges + 1, 0), offsets(places.size()) {
        for (const RoadPlace& place : places) ++first[place.edge + 1];
        std::partial_sum(first.begin(), first.end(), first.begin());
        std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
        for (const RoadPlace& place : places) offsets[next[place.edge]++] = place.offset;
    }
    [[nodiscard]] std::span<const double> on(std::uint32_t edge) const {
        return {offsets.data() + first[edge], offsets.data() + first[edge + 1]};
    }
};

/// An edge near another: metres between their ends.
struct NearEdge {
    std::uint32_t edge = 0;
    double from_from = 0, from_to = 0, to_from = 0, to_to = 0;
};

/// Finds the edges near an edge, itself and those after it.
class NearEdges {
public:
    NearEdges(const Network& network, Metres limit)
        : network_(network),
          limit_(limit),
          from_begin_(network),
          from_end_(network),
          seen_(network.edges().size(), 0) {}

    [[nodiscard]] std::span<const NearEdge> of(std::uint32_t edge) {
        near_.clear();
        ++now_;
        const double length = network_.edges()[edge].length;
        const auto begin = from_begin_.within({edge, 0}, limit_);
        const auto end = from_end_.within({edge, length}, limit_);
        look(edge, begin);  // reaches the edge itself, for its beginning is at 0 m
        look(edge, end);
        return near_;
    }

private:
    void look(std::uint32_t edge, std::span<const Reach::Step> reached) {
        for (const Reach::Step& step : reached)
            for (const Network::Arm& arm : network_.arms(step.node)) {
                if (arm.edge < edge || seen_[arm.edge] == now_) continue;
                seen_[arm.edge] = now_;
                const Network::Edge& other = network_.edges()[arm.edge];
                near_.push_back({arm.edge, from_begin_.metres_to(other.from), from_begin_.metres_to(other.to),
                                 from_end_.metres_to(other.from), from_end_.metres_to(other.to)});
            }
    }

    const Network& network_;
    Metres limit_;
    Reach from_begin_, from_end_;
    std::vector<std::uint32_t> seen_;
    std::uint32_t now_ = 0;
    std::vector<NearEdge> near_;
};

/// Counts pairs of a set by the first distance that they are within.
class PairCount {
public:
    explicit PairCount(std::span<const double> distances) : distances_(distances), pairs_(distances.size(), 0) {}

    void add(const PlacesByEdge& places, std::uint32_t edge, double length, std::span<const NearEdge> near,
             std::span<const Network::Edge> edges) {
        const auto here = places.on(edge);
        if (here.empty()) return;
        for (const NearEdge& other : near) {
            const auto there = places.on(other.edge);
            const double other_length = edges[other.edge].length;
            const bool is_same = other.edge == edge;
            for (std::size_t i = 0; i < here.size(); ++i) {
                const double a = here[i], rest = length - a;
                const double to_from = std::min(a + other.from_from, rest + other.to_from);
                const double to_to = std::min(a + other.from_to, rest + other.to_to);
                for (std::size_t j = is_same ? i + 1 : 0; j < there.size(); ++j) {
                    double metres = std::min(to_from + there[j], to_to + (other_length - there[j]));
                    if (is_same) metres = std::min(metres, std::abs(a - there[j]));
                    count(metres);
                }
            }
        }
    }

    /// K at every distance.
    [[nodiscard]] std::vector<double> k(double metres_of_road, std::size_t n) const {
        std::vector<double> k;
        double pairs = 0;
        for (const long long more : pairs_) {
            pairs += static_cast<double>(more);
            k.push_back(metres_of_road * 2 * pairs / (static_cast<double>(n) * static_cast<double>(n - 1)));
        }
        return k;
    }

private:
    void count(double metres) {
        if (metres > distances_.back()) return;
        ++pairs_[static_cast<std::size_t>(std::lower_bound(distances_.begin(), distances_.end(), metres) -
                                          distances_.begin())];
    }

    std::span<const double> distances_;
    std::vector<long long> pairs_;
};

void check(const NetworkKOptions& options) {
    const auto& d = options.distances;
    if (d.empty() || !(d.front() > 0) || !std::is_sorted(d.begin(), d.end()) || !std::isfinite(d.back()))
        throw InputError("the network K function needs distances above 0 m, in ascending order");
    if (!(options.envelope > 0 && options.envelope < 1))
        throw InputError(
            fmt::format("the envelope of the network K function is {}; give a share such as 0.95", options.envelope));
    if (options.simulations < 1) throw InputError("the network K function needs one simulation or more");
}

/// All roads, by where they lie, so that the order of the rows of a file decides nothing.
PlaceDrop along_all(const Network& network, std::size_t count) {
    std::vector<std::uint32_t> order(network.edges().size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Line &p = network.line_of(a), &q = network.line_of(b);
        return p != q ? p < q : a < b;
    });
    std::vector<double> ends;
    double metres = 0;
    for (const std::uint32_t e : order) ends.push_back(metres += network.edges()[e].length);
    return [&network, order, ends, count](Rng& rng) {
        std::vector<RoadPlace> places;
        for (std::size_t i = 0; i < count; ++i) {
            const double at = rng.uniform() * ends.back();
            const auto which = static_cast<std::size_t>(
                std::min(std::upper_bound(ends.begin(), ends.end(), at), ends.end() - 1) - ends.begin());
            const double length = network.edges()[order[which]].length;
            places.push_back({order[which], std::clamp(at - (ends[which] - length), 0.0, length)});
        }
        return places;
    };
}

}  // namespace

NetworkK network_k(const Network& network, std::span<const RoadPlace> observed, double metres_of_road,
                   const PlaceDrop& drop, const NetworkKOptions& options, std::uint64_t seed, const Work& work) {
    check(options);
    if (observed.size() < 2)
        throw InputError(fmt::format("{} accidents have no distances between them; the network K function needs two",
                                     observed.size()));
    const auto edges = network.edges();
    std::vector<PlacesByEdge> sets{PlacesByEdge(observed, edges.size())};
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(options.simulations); ++i) {
        Rng rng = rng_of(seed, "network k", i);
        sets.emplace_back(drop(rng), edges.size());
    }
    std::vector<PairCount> counts(sets.size(), PairCount(options.distances));
    NearEdges near(network, Metres(options.distances.back()));
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
        if (e % 256 == 0) {
            work.check_stop();
            work.progress(says(options.language, "afstanden tussen ongevallen langs de weg tellen",
                               "counting distances between accidents along roads"),
                          e / static_cast<double>(edges.size()));
        }
        const bool has_places = std::any_of(sets.begin(), sets.end(), [&](const auto& s) { return !s.on(e).empty(); });
        if (!has_places) continue;
        const auto near_edges = near.of(e);
        for (std::size_t i = 0; i < sets.size(); ++i) counts[i].add(sets[i], e, edges[e].length, near_edges, edges);
    }
    NetworkK result{options.distances, counts[0].k(metres_of_road, observed.size()), {}, {}};
    std::vector<std::vector<double>> simulated;
    for (std::size_t i = 1; i < sets.size(); ++i)
        simulated.push_back(counts[i].k(metres_of_road, sets[i].offsets.size()));
    // Rank k of n is the highest with at least the share asked for between it and its counterpart.
    const auto outside = static_cast<std::size_t>((1 - options.envelope) / 2 * (options.simulations + 1) + 1e-9);
    const std::size_t rank = std::max<std::size_t>(1, outside) - 1;
    for (std::size_t d = 0; d < options.distances.size(); ++d) {
        std::vector<double> k;
        for (const auto& s : simulated) k.push_back(s[d]);
        std::sort(k.begin(), k.end());
        result.low.push_back(k[std::min(rank, k.size() - 1)]);
        result.high.push_back(k[k.size() - 1 - std::min(rank, k.size() - 1)]);
    }
    return result;
}

NetworkK network_k(const Network& network, std::span<const RoadPlace> places, const NetworkKOptions& options,
                   std::uint64_t seed, const Work& work) {
    return network_k(network, places, network.total_length(), along_all(network, places.size()), options, seed, work);
}

std::optional<NetworkK> network_k_of(const Region& region, const RoadNetwork& roads, const RoadTally& tally,
                                     const NetworkKOptions& options, std::uint64_t seed, const Work& work) {
    const RoadChains chains = road_chains(region, roads, tally.order, ChainRule::along_roads);
    std::vector<RoadDrop> drops;
    std::vector<const LocalRoads*> locals;
    std::vector<RoadPlace> observed;
    double metres = 0;
    for (const LocalRoads& local : tally.local) {
        metres += local.length;
        if (local.edges.empty()) continue;
        drops.emplace_back(region, roads, local);
        locals.push_back(&local);
        for (const PlacedAccident& p : local.in_sections)
            observed.push_back(drops.back().middle_of(drops.back().section_of(p.place.edge)));
        for (const PlacedAccident& p : local.at_posts) observed.push_back(p.place);
        for (const PlacedAccident& p : local.points) observed.push_back(p.place);
    }
    if (observed.size() < 2) return std::nullopt;
    const PlaceDrop drop = [&](Rng& rng) {
        std::vector<RoadPlace> places;
        for (std::size_t m = 0; m < locals.size(); ++m) {
            for (std::size_t i = 0; i < locals[m]->in_sections.size(); ++i)
                places.push_back(drops[m].middle_of(drops[m].section(rng)));
            const double phase = rng.uniform(0, post_interval);
            for (std::size_t i = 0; i < locals[m]->at_posts.size(); ++i)
                places.push_back(drops[m].post(rng, phase, chains));
            for (std::size_t i = 0; i < locals[m]->points.size(); ++i) places.push_back(drops[m].point(rng));
        }
        return places;
    };
    return network_k(roads.network, observed, metres, drop, options, seed, work);
}

}  // namespace baken
