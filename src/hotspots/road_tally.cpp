#include "hotspots/road_tally.hpp"

#include "geo/core/measure.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace baken {

namespace {

std::vector<std::uint32_t> accidents_of(std::span<const Evidence> evidence) {
    std::vector<std::uint32_t> accidents;
    for (const Evidence& local : evidence)
        for (const Site& site : local.sites)
            accidents.insert(accidents.end(), site.accidents.begin(), site.accidents.end());
    std::sort(accidents.begin(), accidents.end());
    return accidents;
}

/// The place of a line that is nearest to p, in metres along it.
double nearest_along(const Line& line, MapPoint p) {
    double best = std::numeric_limits<double>::infinity(), along = 0, passed = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Line piece{line[i - 1], line[i]};
        const MapPoint near = nearest_on(piece, p);
        if (squared_distance(near, p) < best) {
            best = squared_distance(near, p);
            along = passed + distance(line[i - 1], near).value;
        }
        passed += distance(line[i - 1], line[i]).value;
    }
    return along;
}

/// Of the lowest of its arms that is of any.
std::vector<std::uint32_t> municipalities_of_nodes(const Network& network, const RoadOrder& order) {
    std::vector<std::uint32_t> of(network.nodes().size(), no_municipality);
    for (auto edge = order.edges.rbegin(); edge != order.edges.rend(); ++edge) {
        if (order.municipality[*edge] == no_municipality) continue;
        of[network.edges()[*edge].from] = of[network.edges()[*edge].to] = order.municipality[*edge];
    }
    return of;
}

class Sorter {
public:
    Sorter(const Region& region, const RoadNetwork& roads, RoadTally& tally)
        : region_(region), network_(roads.network), tally_(tally) {}

    /// All shares of one accident.
    void sort(std::span<const RoadShare> shares) {
        const RoadShare& first = shares.front();
        const Accident& accident = region_.accidents[first.accident];
        if (accident.location.kind == LocationKind::junction) {
            sort_junction(first);
            return;
        }
        const std::uint32_t m = tally_.order.municipality[first.edge];
        if (m == no_municipality) {
            tally_.elsewhere.push_back(first.accident);
            return;
        }
        LocalRoads& local = tally_.local[m];
        switch (accident.location.kind) {
            case LocationKind::section:
                local.sections.insert(local.sections.end(), shares.begin(), shares.end());
                local.in_sections.push_back({first.accident, {first.edge, first.to / 2}});
                break;
            case LocationKind::hectometre:
                local.posts.push_back(first);
                local.at_posts.push_back(
                    {first.accident, {first.edge, nearest_along(network_.line_of(first.edge), accident.at)}});
                break;
            default: sort_point({first.accident, {first.edge, first.from}}, local); break;
        }
    }

private:
    void sort_point(const PlacedAccident& p, LocalRoads& local) {
        const Network::Edge& edge = network_.edges()[p.place.edge];
        const JunctionEnds ends = junction_ends(network_, p.place.edge, local.junction_reach);
        if (ends.begin > 0 && p.place.offset <= ends.begin)
            local.at_junctions.emplace_back(p.accident, edge.from);
        else if (ends.end > 0 && p.place.offset >= edge.length - ends.end)
            local.at_junctions.emplace_back(p.accident, edge.to);
        else
            local.points.push_back(p);
    }
    void sort_junction(const RoadShare& share) {
        const auto node = network_.node_at({share.edge, share.from});
        if (!node) {
            tally_.off_road.push_back(share.accident);
            return;
        }
        const std::uint32_t m = tally_.node_municipality[*node];
        if (m == no_municipality)
            tally_.elsewhere.push_back(share.accident);
        else
            tally_.local[m].at_junctions.emplace_back(share.accident, *node);
    }

    const Region& region_;
    const Network& network_;
    RoadTally& tally_;
};

}  // namespace

JunctionEnds junction_ends(const Network& network, std::uint32_t edge, double reach) {
    const Network::Edge& e = network.edges()[edge];
    const double most = std::min(reach, e.length / 2);
    return {network.degree(e.from) > 2 ? most : 0, network.degree(e.to) > 2 ? most : 0};
}

RoadTally tally_on_roads(const Region& region, const RoadNetwork& roads, std::span<const Evidence> evidence,
                         const TallyOptions& options, const Work& work) {
    const RoadEvents events = road_events(region, roads, accidents_of(evidence), work);
    RoadTally tally;
    tally.order = road_order(region, roads);
    tally.node_municipality = municipalities_of_nodes(roads.network, tally.order);
    tally.off_road = events.off_road;
    tally.local.resize(region.municipalities.size());
    for (LocalRoads& local : tally.local) local.junction_reach = options.junction_reach.value;
    for (const std::uint32_t edge : tally.order.edges) {
        if (tally.order.municipality[edge] == no_municipality) continue;
        LocalRoads& local = tally.local[tally.order.municipality[edge]];
        local.edges.push_back(edge);
        local.length += roads.network.edges()[edge].length;
    }
    Sorter sorter(region, roads, tally);
    const std::span<const RoadShare> shares = events.shares;
    for (std::size_t first = 0; first < shares.size();) {
        std::size_t last = first + 1;
        while (last < shares.size() && shares[last].accident == shares[first].accident) ++last;
        sorter.sort(shares.subspan(first, last - first));
        first = last;
    }
    std::sort(tally.off_road.begin(), tally.off_road.end());
    const auto by_share = [&](const RoadShare& a, const RoadShare& b) {
        return std::tuple(tally.order.rank[a.edge], a.from, a.to, a.share, a.accident) <
               std::tuple(tally.order.rank[b.edge], b.from, b.to, b.share, b.accident);
    };
    const auto by_place = [&](const PlacedAccident& a, const PlacedAccident& b) {
        return std::tuple(tally.order.rank[a.place.edge], a.place.offset, a.accident) <
               std::tuple(tally.order.rank[b.place.edge], b.place.offset, b.accident);
    };
    for (LocalRoads& local : tally.local) {
        std::sort(local.sections.begin(), local.sections.end(), by_share);
        std::sort(local.posts.begin(), local.posts.end(), by_share);
        std::sort(local.in_sections.begin(), local.in_sections.end(), by_place);
        std::sort(local.at_posts.begin(), local.at_posts.end(), by_place);
        std::sort(local.points.begin(), local.points.end(), by_place);
    }
    return tally;
}

double nearest_post(double at, double phase, double length) {
    double post = phase + post_interval * std::round((at - phase) / post_interval);
    if (post < 0) post += post_interval;
    if (post > length) post -= post_interval;
    return post < 0 || post > length ? at : post;
}

RoadDrop::RoadDrop(const Region& region, const RoadNetwork& roads, const LocalRoads& local)
    : network_(&roads.network), local_(&local), section_of_edge_(roads.network.edges().size(), 0) {
    double metres = 0;
    for (std::size_t i = 0; i < local.edges.size(); ++i) {
        const std::uint32_t edge = local.edges[i];
        const std::string& id = roads.road_of(edge, region).id;
        const bool is_more = i > 0 && !id.empty() && roads.road_of(local.edges[i - 1], region).id == id;
        if (!is_more) sections_.push_back({i, i, 0});
        Section& section = sections_.back();
        section.last = i + 1;
        section.length += network_->edges()[edge].length;
        section_at_.push_back(static_cast<std::uint32_t>(sections_.size() - 1));
        section_of_edge_[edge] = section_at_.back();
        start_.push_back(metres);
        metres += network_->edges()[edge].length;
    }
    guide_.resize(2 * local.edges.size() + 1);
    std::uint32_t edge = 0;
    for (std::size_t i = 0; i < guide_.size(); ++i) {
        const double at = local.length * static_cast<double>(i) / static_cast<double>(guide_.size());
        while (edge + 1 < start_.size() && start_[edge + 1] <= at) ++edge;
        guide_[i] = edge;
    }
}

std::size_t RoadDrop::edge_at(double metres) const {
    const auto part = static_cast<std::size_t>(metres / local_->length * static_cast<double>(guide_.size()));
    std::size_t edge = guide_[std::min(part, guide_.size() - 1)];
    while (edge > 0 && start_[edge] > metres) --edge;
    while (edge + 1 < start_.size() && start_[edge + 1] <= metres) ++edge;
    return edge;
}

RoadPlace RoadDrop::point(Rng& rng) const {
    constexpr int tries = 200;
    for (int i = 0; i < tries && local_->junction_reach > 0; ++i) {
        const RoadPlace place = anywhere(rng);
        const JunctionEnds ends = junction_ends(*network_, place.edge, local_->junction_reach);
        const double length = network_->edges()[place.edge].length;
        const bool is_at_junction =
            (ends.begin > 0 && place.offset <= ends.begin) || (ends.end > 0 && place.offset >= length - ends.end);
        if (!is_at_junction) return place;
    }
    return anywhere(rng);
}

RoadPlace RoadDrop::anywhere(Rng& rng) const {
    const double metres = rng.uniform() * local_->length;
    const std::size_t at = edge_at(metres);
    const std::uint32_t edge = local_->edges[at];
    return {edge, std::clamp(metres - start_[at], 0.0, network_->edges()[edge].length)};
}

std::size_t RoadDrop::section(Rng& rng) const { return section_at_[edge_at(rng.uniform() * local_->length)]; }

RoadPlace RoadDrop::post(Rng& rng, double phase, const RoadChains& chains) const {
    const RoadPlace place = anywhere(rng);
    const RoadChains::Span at = chains.span_of(*network_, place.edge, place.offset, place.offset);
    return chains.place_at(*network_, at.chain, nearest_post(at.from, phase, chains.chains[at.chain].length));
}

RoadShare RoadDrop::spread(RoadPlace post) const {
    return {0, post.edge, std::max(0.0, post.offset - post_interval),
            std::min(network_->edges()[post.edge].length, post.offset + post_interval), 1};
}

RoadPlace RoadDrop::middle_of(std::size_t number) const {
    const Section& section = sections_[number];
    std::uint32_t longest = local_->edges[section.first];
    for (std::size_t i = section.first; i < section.last; ++i) {
        const double length = network_->edges()[local_->edges[i]].length;
        if (length > network_->edges()[longest].length + 1e-6) longest = local_->edges[i];
    }
    return {longest, network_->edges()[longest].length / 2};
}

}  // namespace baken
