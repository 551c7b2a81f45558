#include "hotspots/network_bandwidth.hpp"

#include "base/error.hpp"
#include "hotspots/network_masses.hpp"

#include <cmath>
#include <map>

namespace baken {

namespace {

/// A point or node where events lie, with what they weigh each and together.
struct Place {
    std::uint32_t edge = 0;
    std::optional<std::uint32_t> node;
    double offset = 0;
    std::vector<double> weights;
};

std::vector<Place> places_of(const Network& network, std::span<const NetworkEvent> events) {
    std::map<std::tuple<bool, std::uint32_t, double>, Place> places;
    for (const NetworkEvent& event : events) {
        if (event.from != event.to) continue;
        const auto node = network.node_at({event.edge, event.from});
        Place& place = node ? places[{true, *node, 0}] : places[{false, event.edge, event.from}];
        place.edge = event.edge;
        place.node = node;
        place.offset = event.from;
        place.weights.push_back(event.weight);
    }
    std::vector<Place> listed;
    for (auto& [key, place] : places) {
        std::sort(place.weights.begin(), place.weights.end());
        listed.push_back(std::move(place));
    }
    return listed;
}

/// Densities at a place for several bandwidths: what others give, and what one event of weight 1 there gives itself.
template <class Kernel>
class LeftOut {
public:
    LeftOut(const WalkGraph& graph, const Masses& masses, std::span<const Metres> bandwidths, JunctionRule rule,
            std::span<const double> to_event)
        : graph_(graph), masses_(masses), bandwidths_(bandwidths), rule_(rule), walks_(graph, rule, to_event) {}

    void look_at(const Place& place) {
        others_.assign(bandwidths_.size(), 0);
        own_.assign(bandwidths_.size(), 0);
        if (place.node) {
            const double share = share_at_node(rule_, graph_.degree(*place.node));
            put(own_, share, 0);
            for (const Walks::Step& step : walks_.from(*place.node, masses_.widest())) meet(place, step);
            return;
        }
        const std::uint32_t forward = graph_.forward(place.edge);
        for (const std::uint32_t arm : {forward, graph_.arm(forward).twin}) {
            const double at = arm == forward ? place.offset : graph_.arm(arm).length - place.offset;
            ahead(arm, at);
            const double rest = graph_.arm(arm).length - at, reach = masses_.widest() - rest;
            if (!(reach > 0)) continue;
            for (Walks::Step step : walks_.after(arm, reach)) {
                step.metres += rest;
                meet(place, step);
            }
        }
        put(own_, 1, 0);
    }

    [[nodiscard]] std::span<const double> others() const { return others_; }
    [[nodiscard]] std::span<const double> own() const { return own_; }

private:
    void put(std::vector<double>& sums, double height, double metres) {
        for (std::size_t b = 0; b < bandwidths_.size(); ++b)
            sums[b] += height * Kernel::value(metres / bandwidths_[b].value) / bandwidths_[b].value;
    }
    void put_spread(double height, double near, double far) {
        for (std::size_t b = 0; b < bandwidths_.size(); ++b)
            others_[b] +=
                height * (Kernel::below(far / bandwidths_[b].value) - Kernel::below(near / bandwidths_[b].value));
    }

    /// Events of the place's own edge from `at` on, and those of the node at its end; not those at the place.
    void ahead(std::uint32_t arm, double at) {
        for (const PointMass& mass : masses_.points(arm))
            if (mass.at > at) put(others_, mass.height / mass.inverse, mass.at - at);
        for (const SpreadMass& mass : masses_.spreads(arm))
            if (mass.to > at) put_spread(mass.per_metre, std::max(0.0, mass.from - at), mass.to - at);
    }

    void meet(const Place& place, const Walks::Step& step) {
        const WalkGraph::Arm& arm = graph_.arm(step.arm);
        const bool is_forward = graph_.forward(arm.edge) == step.arm;
        const double own = is_forward ? place.offset : arm.length - place.offset;
        const auto points = masses_.points(step.arm);
        const std::size_t between = points.size() - masses_.at_node(arm.node).size();
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool is_own = place.node ? i >= between && arm.node == *place.node
                                           : i < between && arm.edge == place.edge && points[i].at == own;
            const PointMass& mass = points[i];
            if (is_own) continue;
            put(others_, step.share * mass.height / mass.inverse, step.metres + mass.at);
        }
        if (place.node ? arm.node == *place.node : arm.edge == place.edge) {
            const double share = place.node ? share_at_node(rule_, graph_.degree(*place.node)) : 1;
            put(own_, step.share * share, step.metres + (place.node ? arm.length : own));
        }
        for (const SpreadMass& mass : masses_.spreads(step.arm))
            put_spread(step.share * mass.per_metre, step.metres + mass.from, step.metres + mass.to);
    }

    const WalkGraph& graph_;
    const Masses& masses_;
    std::span<const Metres> bandwidths_;
    JunctionRule rule_;
    Walks walks_;
    std::vector<double> others_, own_;
};

}  // namespace

std::vector<BandwidthTrial> try_bandwidths(const Network& network, std::span<const NetworkEvent> events,
                                           std::span<const Metres> bandwidths, const BandwidthTrialOptions& options,
                                           const Work& work) {
    if (options.rule == JunctionRule::simple)
        throw InputError("a bandwidth cannot be tried with the simple kernel, for it is no density");
    std::vector<BandwidthTrial> trials;
    if (bandwidths.empty()) return trials;
    const WalkGraph graph(network);
    double widest = 0;
    for (const Metres bandwidth : bandwidths) {
        trials.push_back({bandwidth, 0, 0});
        if (!(bandwidth.value > 0)) throw InputError("a bandwidth of 0 m does not spread anything");
        widest = std::max(widest, bandwidth.value);
    }
    const Masses masses(network, graph, events, std::span(&widest, 1), options.rule);
    const std::vector<double> to_event = masses.distance_to_nearest(graph);
    const double floor = options.floor > 0 ? options.floor : 1 / std::max(1.0, network.total_length());
    const std::vector<Place> places = places_of(network, events);
    double judged = 0;
    with_kernel(options.shape, [&](auto kernel) {
        LeftOut<decltype(kernel)> left_out(graph, masses, bandwidths, options.rule, to_event);
        std::size_t done = 0;
        for (const Place& place : places) {
            if (done++ % 64 == 0) {
                work.check_stop();
                work.progress("bandwidth", static_cast<double>(done) / static_cast<double>(places.size()));
            }
            left_out.look_at(place);
            double together = 0;
            for (const double weight : place.weights) together += weight;
            for (std::size_t b = 0; b < trials.size(); ++b)
                for (const double weight : place.weights) {
                    const double same = options.counts_same_place && place.weights.size() > 1 ? together - weight : 0;
                    const double density = left_out.others()[b] + same * left_out.own()[b];
                    if (!(density > 0)) ++trials[b].unreached;
                    trials[b].likelihood += std::log(std::max(floor, density));
                }
            judged += static_cast<double>(place.weights.size());
        }
    });
    for (BandwidthTrial& trial : trials) trial.likelihood = judged > 0 ? trial.likelihood / judged : 0;
    return trials;
}

const BandwidthTrial& best_of(std::span<const BandwidthTrial> trials) {
    if (trials.empty()) throw InputError("no bandwidth was tried");
    return *std::max_element(trials.begin(), trials.end(), [](const BandwidthTrial& a, const BandwidthTrial& b) {
        return a.likelihood < b.likelihood;
    });
}

std::vector<double> adaptive_bandwidths(const Network& network, std::span<const NetworkEvent> events,
                                        const NetworkDensityOptions& pilot, Metres most, const Work& work) {
    std::vector<RoadPlace> places;
    for (const NetworkEvent& event : events) places.push_back({event.edge, (event.from + event.to) / 2});
    const std::vector<double> density = network_density(network, events, places, pilot, work);
    double logarithms = 0;
    for (const double value : density) {
        if (!(value > 0)) throw InputError("an event without weight has no bandwidth of its own");
        logarithms += std::log(value);
    }
    const double mean = events.empty() ? 1 : std::exp(logarithms / static_cast<double>(events.size()));
    std::vector<double> bandwidths;
    for (const double value : density)
        bandwidths.push_back(std::min(most.value, pilot.bandwidth.value * std::sqrt(mean / value)));
    return bandwidths;
}

}  // namespace baken
