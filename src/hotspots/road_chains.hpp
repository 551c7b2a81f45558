#pragma once
/// Roads as runs of edges, one after another, on which a place is a single number: metres from the run's beginning.
///
///     const RoadOrder order = road_order(region, roads);
///     const RoadChains chains = road_chains(region, roads, order, ChainRule::along_roads);
///     chains.lines_of(roads.network, chain, 120, 420);     // 300 m of road, as lines for a map
///
/// Nothing here depends on the order of the rows of the road file, nor on where the map begins.

#include "hotspots/road_events.hpp"

#include <limits>

namespace baken {

inline constexpr std::uint32_t no_municipality = std::numeric_limits<std::uint32_t>::max();

struct RoadOrder {
    std::vector<std::uint32_t> edges;  ///< by the road's id, then by where they lie
    std::vector<std::uint32_t> rank;   ///< of every edge, its place in that order
    /// Of every edge. A road's edges are of the municipality in which the middle of its longest one lies; a region
    /// whose only municipality has no area has all roads in it.
    std::vector<std::uint32_t> municipality;
};
[[nodiscard]] RoadOrder road_order(const Region&, const RoadNetwork&);

enum class ChainRule {
    between_junctions,  ///< on through a node where two edges meet, and through no other
    /// On through every node: two edges that meet alone, else those of the same name that bend least (at most 100
    /// degrees), else those that bend least (at most 45); an edge goes on in one other.
    along_roads,
};

/// A run within one municipality, without branches. One that closes on itself is cut at its first edge's beginning.
struct RoadChain {
    struct Link {
        std::uint32_t edge = 0;
        bool is_forward = true;
        double start = 0;  ///< metres along the chain
    };
    std::vector<Link> links;
    double length = 0;
    std::uint32_t municipality = 0;
};

struct RoadChains {
    struct Spot {
        std::uint32_t chain = 0, link = 0;
    };
    struct Span {
        std::uint32_t chain = 0;
        double from = 0, to = 0;  ///< metres along the chain
    };
    std::vector<RoadChain> chains;  ///< every edge of a municipality is in one
    std::vector<Spot> spots;        ///< of every edge; none for those of no municipality: their chain is `nowhere`

    static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

    /// A part of an edge of a municipality, as a part of its chain.
    [[nodiscard]] Span span_of(const Network&, std::uint32_t edge, double from, double to) const;
    /// A place of a chain.
    [[nodiscard]] RoadPlace place_at(const Network&, std::uint32_t chain, double at) const;
    /// A part of a chain, from < to, as one line, or as several where its edges do not meet to the millimetre.
    [[nodiscard]] MultiLine lines_of(const Network&, std::uint32_t chain, double from, double to) const;
};

[[nodiscard]] RoadChains road_chains(const Region&, const RoadNetwork&, const RoadOrder&, ChainRule);

/// Names of the roads in a part of a chain, the one with most metres first, at most two: "Dorpsstraat - Kerkweg".
/// Empty where none has a name.
[[nodiscard]] std::string names_along(const Region&, const RoadNetwork&, const RoadChain&, double from, double to);

}  // namespace baken
