#include "hotspots/network_walks.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace baken {

namespace {

constexpr double negligible = 1e-10;
constexpr std::size_t most_steps = 20'000;  ///< followed one by one
constexpr std::size_t buckets_in_reach = 1024;
constexpr double shortest = 1e-3;  ///< metres of a road, or a ring of crumbs would be walked round for ever

}  // namespace

WalkGraph::WalkGraph(const Network& network) : forward_(network.edges().size()) {
    const auto edges = network.edges();
    const auto comes_first = [&](const Network::Arm& a, const Network::Arm& b) {
        if (edges[a.edge].length != edges[b.edge].length) return edges[a.edge].length < edges[b.edge].length;
        if (a.edge == b.edge) return a.is_forward && !b.is_forward;
        return std::lexicographical_compare(network.line_of(a.edge).begin(), network.line_of(a.edge).end(),
                                            network.line_of(b.edge).begin(), network.line_of(b.edge).end(),
                                            [](MapPoint p, MapPoint q) { return p.x != q.x ? p.x < q.x : p.y < q.y; });
    };
    arms_.reserve(2 * edges.size());
    std::vector<std::uint32_t> backward(edges.size());
    std::vector<Network::Arm> here;
    for (std::uint32_t node = 0; node < network.nodes().size(); ++node) {
        first_.push_back(static_cast<std::uint32_t>(arms_.size()));
        here.assign(network.arms(node).begin(), network.arms(node).end());
        std::stable_sort(here.begin(), here.end(), comes_first);
        for (const Network::Arm& arm : here) {
            (arm.is_forward ? forward_ : backward)[arm.edge] = static_cast<std::uint32_t>(arms_.size());
            arms_.push_back({std::max(shortest, edges[arm.edge].length), arm.edge, arm.node, 0, 0, 0});
        }
        most_at_a_node_ = std::max(most_at_a_node_, static_cast<std::uint32_t>(here.size()));
    }
    first_.push_back(static_cast<std::uint32_t>(arms_.size()));
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
        arms_[forward_[e]].twin = backward[e];
        arms_[backward[e]].twin = forward_[e];
    }
    for (Arm& arm : arms_) {
        arm.next = first_[arm.node];
        arm.degree = degree(arm.node);
    }
}

double share_at_node(JunctionRule rule, std::uint32_t degree) {
    if (rule == JunctionRule::discontinuous && degree == 1) return 1;
    return 2.0 / degree;
}

Walks::Walks(const WalkGraph& graph, JunctionRule rule, std::span<const double> to_event)
    : graph_(&graph), rule_(rule), to_event_(to_event), steps_(most_steps + 2 * graph.most_at_a_node()) {
    for (std::uint32_t n = 0; n <= graph.most_at_a_node(); ++n)
        split_.push_back(rule == JunctionRule::continuous ? 2.0 / std::max(n, 1U) : 1.0 / std::max(n - 1.0, 1.0));
}

std::size_t Walks::go_on(const Step& step, double reach, Step* out) const {
    const WalkGraph::Arm& arm = graph_->arm(step.arm);
    const double metres = step.metres + arm.length;
    if (metres >= reach) return 0;
    constexpr double hair = 1e-6;
    const double in_reach = reach + hair - metres;
    std::size_t count = 0;
    // Written first and kept or not: there is no telling which way the branch would go.
    if (rule_ == JunctionRule::continuous) {
        const double on = step.share * split_[arm.degree], back = on - step.share;
        for (std::uint32_t a = arm.next; a < arm.next + arm.degree; ++a) {
            const double share = a == arm.twin ? back : on;
            out[count] = {a, metres, share};
            count += static_cast<std::size_t>((to_event_[a] < in_reach) & (std::abs(share) > negligible));
        }
        return count;
    }
    const double on = step.share * split_[arm.degree];
    if (!(on > negligible)) return 0;
    for (std::uint32_t a = arm.next; a < arm.next + arm.degree; ++a) {
        out[count] = {a, metres, on};
        count += static_cast<std::size_t>((to_event_[a] < in_reach) & (a != arm.twin));
    }
    return count;
}

std::span<const Walks::Step> Walks::after(std::uint32_t arm, double reach) {
    return spread(go_on({arm, -graph_->arm(arm).length, 1}, reach, steps_.data()), reach);
}

std::span<const Walks::Step> Walks::from(std::uint32_t node, double reach) {
    const std::uint32_t degree = graph_->degree(node), first = graph_->first(node);
    std::size_t count = 0;
    for (std::uint32_t a = first; a < first + degree; ++a)
        if (to_event_[a] < reach) steps_[count++] = {a, 0, share_at_node(rule_, degree)};
    return spread(count, reach);
}

std::span<const Walks::Step> Walks::spread(std::size_t count, double reach) {
    const std::size_t room = most_steps + graph_->most_at_a_node(), first = count;
    steps_.resize(std::max(steps_.size(), room + graph_->most_at_a_node()));
    for (std::size_t i = 0; i < count; ++i) {
        count += go_on(steps_[i], reach, steps_.data() + count);
        if (count > most_steps) {
            const std::vector<Step> start(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(first));
            spread_merged(start, reach);
            return now_;
        }
    }
    return std::span(steps_).first(count);
}

void Walks::spread_merged(std::span<const Step> first, double reach) {
    buckets_.resize(buckets_in_reach + 1);
    const double width = reach / buckets_in_reach;
    const bool is_continuous = rule_ == JunctionRule::continuous;
    const auto put = [&](const Step& step) {
        const auto bucket = std::min(buckets_in_reach - 1, static_cast<std::size_t>(step.metres / width));
        if (!is_continuous) {
            buckets_[bucket].push_back(step);
            return;
        }
        // Shares of both signs have no mean length. Set apart at the bounds of the bucket, they add up, and cancel.
        const double low = static_cast<double>(bucket) * width,
                     part = std::clamp((step.metres - low) / width, 0.0, 1.0);
        buckets_[bucket].push_back({step.arm, low, step.share * (1 - part)});
        buckets_[bucket + 1].push_back({step.arm, low + width, step.share * part});
    };
    const auto by_arm = [](const Step& a, const Step& b) {
        return std::tie(a.arm, a.metres, a.share) < std::tie(b.arm, b.metres, b.share);
    };
    const auto by_metres = [](const Step& a, const Step& b) {
        return std::tie(a.metres, a.share) < std::tie(b.metres, b.share);
    };
    std::vector<Step> merged, next(graph_->most_at_a_node());
    now_.clear();
    for (std::vector<Step>& bucket : buckets_) bucket.clear();
    buckets_[0].assign(first.begin(), first.end());
    for (std::size_t bucket = 0; bucket < buckets_in_reach; ++bucket) {
        // Roads shorter than a bucket come back to it.
        while (!buckets_[bucket].empty()) {
            merged.swap(buckets_[bucket]);
            buckets_[bucket].clear();
            std::sort(merged.begin(), merged.end(), by_arm);
            std::size_t kept = 0;
            for (std::size_t i = 0; i < merged.size();) {
                Step sum = merged[i];
                double moment = sum.share * sum.metres;
                for (++i; i < merged.size() && merged[i].arm == sum.arm; ++i) {
                    sum.share += merged[i].share;
                    moment += merged[i].share * merged[i].metres;
                }
                if (!is_continuous) sum.metres = moment / sum.share;
                if (std::abs(sum.share) > negligible) merged[kept++] = sum;
            }
            merged.resize(kept);
            std::sort(merged.begin(), merged.end(), by_metres);
            now_.insert(now_.end(), merged.begin(), merged.end());
            for (const Step& step : merged)
                for (std::size_t i = go_on(step, reach, next.data()); i-- > 0;) put(next[i]);
        }
    }
}

}  // namespace baken
