#pragma once
/// How far along the roads: shortest paths (Dijkstra 1959) that stop at a limit. Roads are taken both ways, for a check
/// is seen and an accident happens on either side.
///
///     Reach reach(network);                                  // one per thread
///     for (const auto& [node, metres] : reach.within(place, 500_m)) ...
///     reach.between(a, b, 500_m);                            // nothing: farther than that

#include "geo/network/network.hpp"

#include <limits>

namespace baken {

class Reach {
public:
    struct Step {
        std::uint32_t node = 0;
        double metres = 0;
    };

    /// The network must outlive it.
    explicit Reach(const Network&);

    /// Nodes at most `limit` away, nearest first, equals by number. Valid until the next question.
    [[nodiscard]] std::span<const Step> within(RoadPlace, Metres limit);
    /// Metres from the place of the last `within` to a node; infinity for what it did not reach.
    [[nodiscard]] double metres_to(std::uint32_t node) const {
        return stamp_[node] == now_ ? metres_[node] : std::numeric_limits<double>::infinity();
    }
    /// Shortest way between two places; the same both ways. Nothing where it is longer than `limit`.
    [[nodiscard]] std::optional<double> between(RoadPlace, RoadPlace, Metres limit);

private:
    void offer(std::uint32_t node, double metres, double limit);

    const Network* network_;
    std::vector<double> metres_;
    std::vector<std::uint32_t> stamp_;  ///< whose question the distance answers: nothing is cleared in between
    std::uint32_t now_ = 0;
    std::vector<Step> heap_, settled_;
};

}  // namespace baken
