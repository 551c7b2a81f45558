#pragma once
/// The accidents that count, on the roads, sorted by municipality and by how exactly they are known; and the same
/// accidents dropped by chance, no more exactly.
///
///     const RoadTally tally = tally_on_roads(region, roads, evidence, {}, work);
///     const RoadDrop drop(region, roads, tally.local[m]);
///     Rng rng = rng_of(seed, "scan", 1);
///     drop.point(rng);  drop.sections()[drop.section(rng)];  drop.post(rng, phase);
///
/// Junctions are kept apart from roads: an accident that the register ties to a junction could not have been tied to
/// a place along a road, so it says nothing of how those along roads lie. A file of points ties nothing, so a point
/// near a junction is taken to be of the junction, and no point is dropped there.

#include "base/random.hpp"
#include "hotspots/evidence.hpp"
#include "hotspots/road_chains.hpp"

#include <span>
#include <vector>

namespace baken {

/// An accident with a place along the road of its own (`from` == `to` is the place).
struct PlacedAccident {
    std::uint32_t accident = 0;  ///< index into the region's
    RoadPlace place;
};

/// One municipality. All lists are in an order that no file's rows decide.
struct LocalRoads {
    std::vector<std::uint32_t> edges;
    double junction_reach = 0;                ///< metres; points as near to a junction are at it
    double length = 0;                        ///< metres
    std::vector<RoadShare> sections;          ///< of accidents of which only the section is known, all its edges
    std::vector<PlacedAccident> in_sections;  ///< the same, each once, in the middle of the first of them
    std::vector<RoadShare> posts;             ///< of those known to a hectometre post: spread over 100 m each way
    std::vector<PlacedAccident> at_posts;     ///< the same, where their posts stand
    std::vector<PlacedAccident> points;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> at_junctions;  ///< accident, node

    [[nodiscard]] int along_roads() const {
        return static_cast<int>(in_sections.size() + at_posts.size() + points.size());
    }
};

/// Every accident of the evidence is in one of these: `local` (of the municipality whose road it lies on, which at a
/// border may be the neighbour of the one that registered it), `off_road` or `elsewhere`.
struct RoadTally {
    RoadOrder order;
    std::vector<LocalRoads> local;  ///< per municipality
    std::vector<std::uint32_t> node_municipality;
    std::vector<std::uint32_t> off_road;   ///< no road of ours near enough, or a junction that is none of its nodes
    std::vector<std::uint32_t> elsewhere;  ///< on a road of no municipality of the region
};
struct TallyOptions {
    Metres junction_reach{20};  ///< a point of its own at most this far along the road from a junction is at it
};
[[nodiscard]] RoadTally tally_on_roads(const Region&, const RoadNetwork&, std::span<const Evidence>,
                                       const TallyOptions&, const Work&);

/// Metres of the ends of an edge that are a junction's (three arms and more): where no accident with a point of its own
/// is along the road. At most half of the edge each.
struct JunctionEnds {
    double begin = 0, end = 0;
};
[[nodiscard]] JunctionEnds junction_ends(const Network&, std::uint32_t edge, double reach);

inline constexpr double post_interval = 100;  ///< metres

/// Where the post stands to which a place along a road is rounded. Where a road's posts stand is not known beyond those
/// with accidents: `phase`, 0 .. 100, is the first one's distance from its beginning and is to be drawn anew for every
/// set of accidents. The place itself on a road too short for a post.
[[nodiscard]] double nearest_post(double at, double phase, double length);

/// Drops accidents uniformly along the roads of one municipality.
class RoadDrop {
public:
    struct Section {
        std::size_t first = 0, last = 0;  ///< edges first .. last - 1 of the municipality's
        double length = 0;
    };

    /// The municipality must have roads, and outlive this.
    RoadDrop(const Region&, const RoadNetwork&, const LocalRoads&);

    [[nodiscard]] std::span<const Section> sections() const { return sections_; }
    /// Number of the section of an edge of the municipality.
    [[nodiscard]] std::size_t section_of(std::uint32_t edge) const { return section_of_edge_[edge]; }
    /// The middle of its longest edge.
    [[nodiscard]] RoadPlace middle_of(std::size_t section) const;

    /// A place for an accident with a point of its own: all metres of road alike, but for those of junctions. Anywhere
    /// where nearly all metres are.
    [[nodiscard]] RoadPlace point(Rng&) const;
    /// A section, in proportion to its length.
    [[nodiscard]] std::size_t section(Rng&) const;
    /// A place that was rounded to a hectometre post of its chain.
    [[nodiscard]] RoadPlace post(Rng&, double phase, const RoadChains&) const;
    /// The part of the road that a post stands for, as road_events spreads it.
    [[nodiscard]] RoadShare spread(RoadPlace post) const;

private:
    [[nodiscard]] std::size_t edge_at(double metres) const;
    [[nodiscard]] RoadPlace anywhere(Rng&) const;

    const Network* network_;
    const LocalRoads* local_;
    std::vector<double> start_;         ///< of the municipality's edges, in metres of all of them
    std::vector<std::uint32_t> guide_;  ///< of every equal part of all metres, the edge at its beginning
    std::vector<Section> sections_;
    std::vector<std::uint32_t> section_at_;       ///< of the municipality's edges
    std::vector<std::uint32_t> section_of_edge_;  ///< of all edges; those of others are no section's
};

}  // namespace baken
