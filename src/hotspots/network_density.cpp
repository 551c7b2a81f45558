#include "hotspots/network_density.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "hotspots/network_simple.hpp"

#include <numeric>

#include <fmt/format.h>

namespace baken {

namespace {

/// Samples at one edge, along it, or at one node.
struct Group {
    std::uint32_t edge = 0;
    std::optional<std::uint32_t> node;
    std::size_t first = 0, last = 0;  ///< of the order
};

struct Order {
    std::vector<std::uint32_t> samples;
    std::vector<Group> groups;
};

Order order_of(const Network& network, std::span<const RoadPlace> samples) {
    Order order;
    order.samples.resize(samples.size());
    std::iota(order.samples.begin(), order.samples.end(), 0U);
    for (const RoadPlace& sample : samples)
        if (sample.edge >= network.edges().size() || !(sample.offset >= 0) ||
            !(sample.offset <= network.edges()[sample.edge].length * (1 + 1e-12)))
            throw InputError(fmt::format("there is no place {} m along road {}", sample.offset, sample.edge));
    if (!std::is_sorted(samples.begin(), samples.end()))
        std::sort(order.samples.begin(), order.samples.end(), [&](std::uint32_t a, std::uint32_t b) {
            return samples[a] != samples[b] ? samples[a] < samples[b] : a < b;
        });
    for (std::size_t i = 0; i < order.samples.size(); ++i) {
        const RoadPlace& sample = samples[order.samples[i]];
        const auto node = network.node_at(sample);
        if (order.groups.empty() || order.groups.back().edge != sample.edge || order.groups.back().node != node)
            order.groups.push_back({sample.edge, node, i, i});
        order.groups.back().last = i + 1;
    }
    return order;
}

/// The equal-split kernels, seen from the samples: for the kernel is symmetric, a sample gathers what it would give.
class Gatherer {
public:
    Gatherer(const WalkGraph& graph, const Masses& masses, JunctionRule rule, std::span<const double> to_event)
        : graph_(graph), masses_(masses), rule_(rule), walks_(graph, rule, to_event) {}

    /// Densities at these offsets, ascending, of one edge.
    template <class Kernel>
    [[nodiscard]] std::span<const double> along(std::uint32_t edge, std::span<const double> offsets) {
        const std::uint32_t forward = graph_.forward(edge), backward = graph_.backward(edge);
        const double length = graph_.arm(forward).length;
        const std::size_t n = offsets.size();
        sums_.assign(n, 0);
        for (std::size_t i = 0; i < n; ++i) sums_[i] = of_own_edge<Kernel>(forward, offsets[i]);
        rest_.assign(offsets.begin(), offsets.end());
        add_beyond<Kernel>(backward);
        std::reverse(sums_.begin(), sums_.end());
        for (std::size_t i = 0; i < n; ++i) rest_[i] = std::max(0.0, length - offsets[n - 1 - i]);
        add_beyond<Kernel>(forward);
        std::reverse(sums_.begin(), sums_.end());
        return sums_;
    }

    template <class Kernel>
    [[nodiscard]] double at_node(std::uint32_t node) {
        sums_.assign(1, 0);
        const double share = share_at_node(rule_, graph_.degree(node));
        for (const PointMass& mass : masses_.at_node(node)) sums_[0] += share * mass.height * Kernel::value(0);
        rest_.assign(1, 0);
        add<Kernel>(walks_.from(node, masses_.widest()));
        return sums_[0];
    }

private:
    /// Without the ways that leave the edge, and without the nodes at its ends.
    template <class Kernel>
    [[nodiscard]] double of_own_edge(std::uint32_t forward, double offset) const {
        const auto points = masses_.points(forward);
        const std::size_t between = points.size() - masses_.at_node(graph_.arm(forward).node).size();
        double sum = 0;
        for (const PointMass& mass : points.first(between))
            sum += mass.height * Kernel::value(std::abs(mass.at - offset) * mass.inverse);
        const auto below = [](double u) { return u < 0 ? -Kernel::below(-u) : Kernel::below(u); };
        for (const SpreadMass& mass : masses_.spreads(forward))
            sum += mass.per_metre *
                   (below((mass.to - offset) * mass.inverse) - below((mass.from - offset) * mass.inverse));
        return sum;
    }

    /// What comes from the node where this arm ends, and beyond.
    template <class Kernel>
    void add_beyond(std::uint32_t arm) {
        const std::uint32_t node = graph_.arm(arm).node;
        const double reach = masses_.widest() - rest_.front();
        if (!(reach > 0)) return;
        const double share = share_at_node(rule_, graph_.degree(node));
        for (const PointMass& mass : masses_.at_node(node))
            for (std::size_t i = 0; i < rest_.size(); ++i)
                sums_[i] += share * mass.height * Kernel::value(rest_[i] * mass.inverse);
        add<Kernel>(walks_.after(arm, reach));
    }

    /// Adds to the sums what the events on these steps give to samples `rest_` metres before the walks begin. All that
    /// is in reach is collected first: sums over that have no branches.
    template <class Kernel>
    void add(std::span<const Walks::Step> steps) {
        std::size_t count = 0;
        for (const Walks::Step& step : steps) {
            const auto points = masses_.points(step.arm);
            if (way_.size() < count + points.size()) resize(2 * (count + points.size()));
            for (const PointMass& mass : points) {
                const double way = (step.metres + mass.at) * mass.inverse;
                way_[count] = way;
                inverse_[count] = mass.inverse;
                height_[count] = step.share * mass.height;
                count += static_cast<std::size_t>(way + rest_[0] * mass.inverse < 1);
            }
        }
        for (std::size_t i = 0; i < rest_.size(); ++i) sums_[i] += sum_of_met<Kernel>(rest_[i], count);
        if (masses_.has_spreads())
            for (const Walks::Step& step : steps)
                for (const SpreadMass& mass : masses_.spreads(step.arm))
                    add_spread<Kernel>(mass, step.metres, step.share);
    }

    void resize(std::size_t size) {
        way_.resize(size);
        inverse_.resize(size);
        height_.resize(size);
    }

    /// In two passes over a handful at a time, each of which the compiler makes into vector instructions.
    template <class Kernel>
    [[nodiscard]] double sum_of_met(double rest, std::size_t count) const {
        constexpr std::size_t handful = 64, lanes = 4;
        double value[handful], sum[lanes] = {};
        for (std::size_t begin = 0; begin < count; begin += handful) {
            const std::size_t n = std::min(handful, count - begin);
            const double *way = way_.data() + begin, *inverse = inverse_.data() + begin,
                         *height = height_.data() + begin;
            for (std::size_t m = 0; m < n; ++m) value[m] = height[m] * Kernel::value(way[m] + rest * inverse[m]);
            for (std::size_t m = n; m % lanes != 0; ++m) value[m] = 0;
            for (std::size_t m = 0; m < n; m += lanes)
                for (std::size_t k = 0; k < lanes; ++k) sum[k] += value[m + k];
        }
        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    template <class Kernel>
    void add_spread(const SpreadMass& mass, double metres, double share) {
        const double near = metres + mass.from, far = metres + mass.to, height = share * mass.per_metre;
        for (std::size_t i = 0; i < rest_.size(); ++i) {
            const double u = (near + rest_[i]) * mass.inverse;
            if (u >= 1) break;
            sums_[i] += height * (Kernel::below((far + rest_[i]) * mass.inverse) - Kernel::below(u));
        }
    }

    const WalkGraph& graph_;
    const Masses& masses_;
    JunctionRule rule_;
    Walks walks_;
    std::vector<double> rest_, sums_;
    /// Of the events met in reach: their way and 1, in bandwidths, and their height.
    std::vector<double> way_, inverse_, height_;
};

/// Samples that a thread takes at a time.
constexpr std::size_t run = 64;

template <class Kernel>
std::vector<double> densities(const Network& network, const WalkGraph& graph, const Masses& masses,
                              std::span<const RoadPlace> samples, JunctionRule rule, const Work& work) {
    const Order order = order_of(network, samples);
    std::vector<double> density(samples.size(), 0);
    if (rule == JunctionRule::simple) {
        in_pieces_by(order.samples.size(), run, work, "road density", [&] {
            return [&, simple = SimpleDensity(network, graph, masses)](std::size_t begin, std::size_t end) mutable {
                for (std::size_t i = begin; i < end; ++i)
                    density[order.samples[i]] = simple.at<Kernel>(samples[order.samples[i]]);
            };
        });
        return density;
    }
    const std::vector<double> to_event = masses.distance_to_nearest(graph);
    in_pieces_by(order.groups.size(), run, work, "road density", [&] {
        return [&, gatherer = Gatherer(graph, masses, rule, to_event), offsets = std::vector<double>()](
                   std::size_t begin, std::size_t end) mutable {
            for (std::size_t g = begin; g < end; ++g) {
                const Group& group = order.groups[g];
                const auto here = std::span(order.samples).subspan(group.first, group.last - group.first);
                if (group.node) {
                    const double value = gatherer.template at_node<Kernel>(*group.node);
                    for (const std::uint32_t i : here) density[i] = value;
                    continue;
                }
                offsets.clear();
                for (const std::uint32_t i : here) offsets.push_back(samples[i].offset);
                const auto values = gatherer.template along<Kernel>(group.edge, offsets);
                for (std::size_t i = 0; i < here.size(); ++i) density[here[i]] = values[i];
            }
        };
    });
    return density;
}

}  // namespace

std::vector<double> network_density(const Network& network, std::span<const NetworkEvent> events,
                                    std::span<const RoadPlace> samples, const NetworkDensityOptions& options,
                                    const Work& work) {
    return network_density(network, events, std::span(&options.bandwidth.value, 1), samples, options, work);
}

std::vector<double> network_density(const Network& network, std::span<const NetworkEvent> events,
                                    std::span<const double> bandwidths, std::span<const RoadPlace> samples,
                                    const NetworkDensityOptions& options, const Work& work) {
    if (bandwidths.size() != 1 && bandwidths.size() != events.size())
        throw InputError("every event asks for a bandwidth of its own");
    const WalkGraph graph(network);
    const Masses masses(network, graph, events, bandwidths, options.rule);
    return with_kernel(options.shape, [&](auto kernel) {
        return densities<decltype(kernel)>(network, graph, masses, samples, options.rule, work);
    });
}

}  // namespace baken
