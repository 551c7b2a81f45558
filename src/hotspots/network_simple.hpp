#pragma once
/// The simple network kernel: shortest ways (Xie & Yan 2008), weight undivided at junctions.

#include "geo/network/reach.hpp"
#include "hotspots/network_masses.hpp"

namespace baken {

/// Looks from one place at a time; one per thread. Network, graph and masses must outlive it.
class SimpleDensity {
public:
    SimpleDensity(const Network& network, const WalkGraph& graph, const Masses& masses)
        : network_(&network), graph_(&graph), masses_(&masses), reach_(network), seen_(network.edges().size(), 0) {}

    template <class Kernel>
    [[nodiscard]] double at(RoadPlace sample);

private:
    template <class Kernel>
    [[nodiscard]] double of_edge(std::uint32_t edge, RoadPlace sample) const;

    const Network* network_;
    const WalkGraph* graph_;
    const Masses* masses_;
    Reach reach_;
    std::vector<std::uint32_t> seen_;
    std::uint32_t now_ = 0;
};

/// Of a kernel whose distance runs evenly from `first` to `last`, both 0 or more, the integral over that run.
template <class Kernel>
double along_run(double first, double last, double inverse) {
    return std::abs(Kernel::below(last * inverse) - Kernel::below(first * inverse));
}

template <class Kernel>
double SimpleDensity::of_edge(std::uint32_t edge, RoadPlace sample) const {
    const double length = network_->edges()[edge].length;
    const double by_from = reach_.metres_to(network_->edges()[edge].from);
    const double by_to = reach_.metres_to(network_->edges()[edge].to) + length;  // less the offset
    const bool is_own = edge == sample.edge;
    const std::uint32_t forward = graph_->forward(edge);
    const auto points = masses_->points(forward);
    const std::size_t between = points.size() - masses_->at_node(graph_->arm(forward).node).size();
    double sum = 0;
    for (const PointMass& mass : points.first(between)) {
        double metres = std::min(by_from + mass.at, by_to - mass.at);
        if (is_own) metres = std::min(metres, std::abs(mass.at - sample.offset));
        sum += mass.height * Kernel::value(metres * mass.inverse);
    }
    for (const SpreadMass& mass : masses_->spreads(forward)) {
        // Where one way to the event becomes shorter than another; distances between are as long as the road.
        struct Run {
            double from, to;     // of the edge
            double zero, slope;  // metres: zero + slope * offset
        };
        constexpr double far = 1e30;
        const double a = std::min(by_from, far), b = std::min(by_to, far), s = sample.offset;
        const Run shared[] = {{-far, (b - a) / 2, a, 1}, {(b - a) / 2, far, b, -1}};
        const Run own[] = {
            {-far, (s - a) / 2, a, 1}, {(s - a) / 2, s, s, -1}, {s, (b + s) / 2, -s, 1}, {(b + s) / 2, far, b, -1}};
        for (const Run& run : is_own ? std::span<const Run>(own) : std::span<const Run>(shared)) {
            const double from = std::max(run.from, mass.from), to = std::min(run.to, mass.to);
            if (!(from < to)) continue;
            sum += mass.per_metre * along_run<Kernel>(std::max(0.0, run.zero + run.slope * from),
                                                      std::max(0.0, run.zero + run.slope * to), mass.inverse);
        }
    }
    return sum;
}

template <class Kernel>
double SimpleDensity::at(RoadPlace sample) {
    if (++now_ == 0) {
        std::fill(seen_.begin(), seen_.end(), 0U);
        now_ = 1;
    }
    const auto settled = reach_.within(sample, Metres(masses_->widest()));
    double sum = of_edge<Kernel>(sample.edge, sample);
    seen_[sample.edge] = now_;
    for (const Reach::Step& step : settled) {
        for (const PointMass& mass : masses_->at_node(step.node))
            sum += mass.height * Kernel::value(step.metres * mass.inverse);
        for (const Network::Arm& arm : network_->arms(step.node)) {
            if (seen_[arm.edge] == now_) continue;
            seen_[arm.edge] = now_;
            sum += of_edge<Kernel>(arm.edge, sample);
        }
    }
    return sum;
}

}  // namespace baken
