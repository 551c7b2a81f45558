#pragma once
/// Events of a network as they are met on the way along its roads.

#include "hotspots/network_walks.hpp"

#include <cmath>
#include <span>
#include <vector>

namespace baken {

/// Of a point: `at` metres from where the arm begins.
struct PointMass {
    double at = 0;
    double height = 0;   ///< weight over bandwidth
    double inverse = 0;  ///< 1 over the bandwidth
};

/// Evenly between two places of an arm.
struct SpreadMass {
    double from = 0, to = 0;
    double per_metre = 0;  ///< weight over length
    double inverse = 0;
};

/// By arm, along it; the events at the node where an arm ends stand last, with the share that the rule gives them.
class Masses {
public:
    /// A bandwidth for every event, or one for all. Throws InputError where an event is not on the network or a
    /// bandwidth not above zero.
    Masses(const Network&, const WalkGraph&, std::span<const NetworkEvent>, std::span<const double> bandwidths,
           JunctionRule);

    [[nodiscard]] double widest() const { return widest_; }  ///< bandwidth of all
    [[nodiscard]] std::span<const PointMass> points(std::uint32_t arm) const { return points_.of(arm); }
    [[nodiscard]] std::span<const SpreadMass> spreads(std::uint32_t arm) const { return spreads_.of(arm); }
    [[nodiscard]] bool has_spreads() const { return !spreads_.things.empty(); }
    [[nodiscard]] std::span<const PointMass> at_node(std::uint32_t node) const { return nodes_.of(node); }

    /// For every arm the metres from where it begins to the nearest event on it or beyond, up to the widest bandwidth;
    /// infinity where that is farther.
    [[nodiscard]] std::vector<double> distance_to_nearest(const WalkGraph&) const;

private:
    /// Things by number, those of one number together.
    template <class Thing>
    struct Grouped {
        std::vector<std::uint32_t> first;
        std::vector<Thing> things;
        [[nodiscard]] std::span<const Thing> of(std::uint32_t i) const {
            return {things.data() + first[i], things.data() + first[i + 1]};
        }
    };
    template <class Thing>
    static Grouped<Thing> grouped(std::size_t count, std::span<const std::pair<std::uint32_t, Thing>>);

    double widest_ = 0;
    Grouped<PointMass> points_, nodes_;
    Grouped<SpreadMass> spreads_;
};

}  // namespace baken
