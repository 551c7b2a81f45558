#pragma once
/// The ways along which an equal-split kernel spreads: every walk through the network up to a length, with the share
/// of the weight that goes it.

#include "geo/network/network.hpp"
#include "hotspots/network_density.hpp"

#include <span>
#include <vector>

namespace baken {

/// The network as roads seen from their ends ("arms"). Arms of a node stand in an order that follows from the lines
/// themselves and not from the order of the rows, so that sums come out to the last bit.
class WalkGraph {
public:
    struct Arm {
        double length = 0;
        std::uint32_t edge = 0, node = 0;    ///< node: at the other end
        std::uint32_t twin = 0;              ///< the same edge, the other way
        std::uint32_t next = 0, degree = 0;  ///< first arm of that node, and how many it has
    };

    explicit WalkGraph(const Network&);

    [[nodiscard]] const Arm& arm(std::uint32_t a) const { return arms_[a]; }
    [[nodiscard]] std::size_t arms() const { return arms_.size(); }
    [[nodiscard]] std::uint32_t first(std::uint32_t node) const { return first_[node]; }
    [[nodiscard]] std::uint32_t degree(std::uint32_t node) const { return first_[node + 1] - first_[node]; }
    [[nodiscard]] std::uint32_t most_at_a_node() const { return most_at_a_node_; }
    [[nodiscard]] std::size_t nodes() const { return first_.size() - 1; }
    [[nodiscard]] std::uint32_t forward(std::uint32_t edge) const { return forward_[edge]; }  ///< its arm from `from`
    [[nodiscard]] std::uint32_t backward(std::uint32_t edge) const { return arms_[forward_[edge]].twin; }

private:
    std::vector<Arm> arms_;
    std::vector<std::uint32_t> first_, forward_;
    std::uint32_t most_at_a_node_ = 0;
};

/// What an event at a node of `degree` roads puts on each of them, and the part of what comes in by one road that is
/// the mean of all there.
[[nodiscard]] double share_at_node(JunctionRule, std::uint32_t degree);

class Walks {
public:
    struct Step {
        std::uint32_t arm = 0;
        double metres = 0;  ///< before it
        double share = 1;   ///< on it
    };

    /// `to_event`: for every arm the metres from where it begins to the nearest event that way; walks that can meet
    /// none are left out. `graph` and `to_event` must outlive it.
    Walks(const WalkGraph& graph, JunctionRule rule, std::span<const double> to_event);

    /// Steps of all walks that go on at the end of this arm, up to `reach` metres from there. Valid until the next
    /// question.
    [[nodiscard]] std::span<const Step> after(std::uint32_t arm, double reach);
    /// The same from a node.
    [[nodiscard]] std::span<const Step> from(std::uint32_t node, double reach);

private:
    /// Writes the steps that follow this one and gives how many; there is room for all arms of a node.
    std::size_t go_on(const Step&, double reach, Step* out) const;
    [[nodiscard]] std::span<const Step> spread(std::size_t count, double reach);
    void spread_merged(std::span<const Step> first, double reach);

    const WalkGraph* graph_;
    JunctionRule rule_;
    std::span<const double> to_event_;
    std::vector<double> split_;  ///< by degree, what each of the other arms gets
    std::vector<Step> steps_, now_;
    std::vector<std::vector<Step>> buckets_;
};

}  // namespace baken
