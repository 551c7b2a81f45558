#include "hotspots/road_pairs.hpp"

#include "base/parallel.hpp"
#include "geo/core/point_index.hpp"
#include "geo/network/reach.hpp"
#include "geo/network/snap.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>

namespace baken {

namespace {

using Places = std::vector<std::optional<Snapped>>;

/// The events of every edge.
class EventsByEdge {
public:
    EventsByEdge(const Places& places, std::size_t edges) : first_(edges + 1, 0) {
        for (const auto& place : places)
            if (place) ++first_[place->place.edge + 1];
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        events_.resize(first_.back());
        std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
        for (std::uint32_t i = 0; i < places.size(); ++i)
            if (places[i]) events_[next[places[i]->place.edge]++] = i;
    }
    [[nodiscard]] std::span<const std::uint32_t> on(std::uint32_t edge) const {
        return std::span(events_).subspan(first_[edge], first_[edge + 1] - first_[edge]);
    }

private:
    std::vector<std::uint32_t> first_, events_;
};

/// Calls `take(j, metres)` for events along a way from event i; one may come by several ways.
template <class Take>
void for_each_way(std::uint32_t i, const Network& network, const Places& places, const EventsByEdge& on_edge,
                  Metres reach, Reach& walk, Take&& take) {
    const RoadPlace here = places[i]->place;
    for (const std::uint32_t j : on_edge.on(here.edge)) take(j, std::abs(places[j]->place.offset - here.offset));
    for (const Reach::Step& step : walk.within(here, reach))
        for (const Network::Arm& arm : network.arms(step.node)) {
            const double length = network.edges()[arm.edge].length;
            for (const std::uint32_t j : on_edge.on(arm.edge)) {
                const double offset = places[j]->place.offset;
                take(j, step.metres + (arm.is_forward ? offset : length - offset));
            }
        }
}

}  // namespace

NearPairs pairs_along_roads(const Network& network, std::span<const MapPoint> events, Metres reach, const Work& work) {
    const Places places =
        network.edges().empty() ? Places(events.size()) : Snapper(network).nearest(events, beside_a_road, work);
    const EventsByEdge on_edge(places, network.edges().size());
    const PointIndex straight(events, reach);
    std::vector<NearPair> pairs;
    std::mutex joining;
    in_pieces_by(events.size(), 256, work, "", [&] {
        return [&, walk = Reach(network), mine = std::vector<NearPair>()](std::size_t first, std::size_t last) mutable {
            mine.clear();
            for (auto i = static_cast<std::uint32_t>(first); i < last; ++i) {
                const auto add = [&](std::uint32_t j, double metres) {
                    if (j > i && metres <= reach.value) mine.push_back({i, j, Metres(metres)});
                };
                if (places[i]) for_each_way(i, network, places, on_edge, reach, walk, add);
                straight.for_each_within(events[i], reach, [&](std::size_t j) {
                    if (!places[i] || !places[j])
                        add(static_cast<std::uint32_t>(j), distance(events[i], events[j]).value);
                });
            }
            const std::lock_guard hold(joining);
            pairs.insert(pairs.end(), mine.begin(), mine.end());
        };
    });
    return near_pairs(events.size(), std::move(pairs));
}

}  // namespace baken
