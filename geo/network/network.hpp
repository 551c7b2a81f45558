#pragma once
/// Roads as a graph: lines that are joined where their ends meet, and nowhere else. A bridge does not join the road
/// below it.
///
///     const Network network(lines, 0.5_m);
///     network.point_at({.edge = 3, .offset = 120});      // 120 m along the fourth edge

#include "base/quantity.hpp"
#include "geo/core/shape.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace baken {

/// A place on the network: metres along an edge, from its first node.
struct RoadPlace {
    std::uint32_t edge = 0;
    double offset = 0;
    auto operator<=>(const RoadPlace&) const = default;
};

class Network {
public:
    struct Edge {
        std::uint32_t from = 0, to = 0;  ///< nodes; the same for a loop
        double length = 0;               ///< metres, above 0
        std::uint32_t line = 0;          ///< index of the line it was made from
    };
    /// An edge as seen from one of its nodes. A loop is two arms of its node.
    struct Arm {
        std::uint32_t edge = 0;
        std::uint32_t node = 0;  ///< at the other end
        bool is_forward = true;  ///< the edge begins here
    };

    Network() = default;
    /// Ends at most `tolerance` apart are one node; so are the ends of a chain of such. Lines without length are left
    /// out. Throws InputError where a coordinate is not finite.
    explicit Network(std::vector<Line> lines, Metres tolerance = Metres(0.1));

    [[nodiscard]] std::span<const MapPoint> nodes() const { return nodes_; }
    [[nodiscard]] std::span<const Edge> edges() const { return edges_; }
    [[nodiscard]] std::span<const Arm> arms(std::uint32_t node) const {
        return {arms_.data() + first_arm_[node], arms_.data() + first_arm_[node + 1]};
    }
    [[nodiscard]] std::size_t degree(std::uint32_t node) const { return first_arm_[node + 1] - first_arm_[node]; }
    [[nodiscard]] const Line& line_of(std::uint32_t edge) const { return lines_[edges_[edge].line]; }
    /// Nothing for a line without length.
    [[nodiscard]] std::optional<std::uint32_t> edge_of_line(std::size_t line) const;
    [[nodiscard]] double total_length() const;  ///< metres

    [[nodiscard]] MapPoint point_at(RoadPlace) const;
    /// The part of an edge between two offsets, `from` < `to`, both within the edge.
    [[nodiscard]] Line part_of(std::uint32_t edge, double from, double to) const;
    /// The node that stands at this place, within a millimetre.
    [[nodiscard]] std::optional<std::uint32_t> node_at(RoadPlace) const;
    /// A place at a node: on the first of its arms. Every node has one.
    [[nodiscard]] RoadPlace place_of(std::uint32_t node) const;

private:
    std::vector<Line> lines_;
    std::vector<MapPoint> nodes_;
    std::vector<Edge> edges_;  ///< in the order of the lines
    std::vector<Arm> arms_;    ///< by node, then edge
    std::vector<std::uint32_t> first_arm_;
};

}  // namespace baken
