#include "geo/network/reach.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

bool is_later(const Reach::Step& a, const Reach::Step& b) {
    return a.metres != b.metres ? a.metres > b.metres : a.node > b.node;
}

}  // namespace

Reach::Reach(const Network& network)
    : network_(&network), metres_(network.nodes().size()), stamp_(network.nodes().size(), 0) {}

void Reach::offer(std::uint32_t node, double metres, double limit) {
    if (metres > limit || (stamp_[node] == now_ && metres_[node] <= metres)) return;
    stamp_[node] = now_;
    metres_[node] = metres;
    heap_.push_back({node, metres});
    std::push_heap(heap_.begin(), heap_.end(), is_later);
}

std::span<const Reach::Step> Reach::within(RoadPlace place, Metres limit) {
    if (++now_ == 0) {  // after four billion questions the stamps begin anew
        std::fill(stamp_.begin(), stamp_.end(), 0U);
        now_ = 1;
    }
    heap_.clear();
    settled_.clear();
    const Network::Edge& edge = network_->edges()[place.edge];
    offer(edge.from, place.offset, limit.value);
    offer(edge.to, edge.length - place.offset, limit.value);
    while (!heap_.empty()) {
        std::pop_heap(heap_.begin(), heap_.end(), is_later);
        const Step nearest = heap_.back();
        heap_.pop_back();
        if (nearest.metres > metres_[nearest.node]) continue;
        settled_.push_back(nearest);
        for (const Network::Arm& arm : network_->arms(nearest.node))
            offer(arm.node, nearest.metres + network_->edges()[arm.edge].length, limit.value);
    }
    return settled_;
}

std::optional<double> Reach::between(RoadPlace a, RoadPlace b, Metres limit) {
    if (b < a) std::swap(a, b);  // sums in the same order give the same last digit both ways
    double best = a.edge == b.edge ? std::abs(a.offset - b.offset) : std::numeric_limits<double>::infinity();
    if (best > 0) {
        (void)within(a, limit);
        const Network::Edge& edge = network_->edges()[b.edge];
        best = std::min({best, metres_to(edge.from) + b.offset, metres_to(edge.to) + (edge.length - b.offset)});
    }
    if (best > limit.value) return std::nullopt;
    return best;
}

}  // namespace baken
