#pragma once
/// HDBSCAN* as its definition reads, with every pair of events and from the widest group down; to hold the fast one
/// against.

#include "hotspots/hdbscan.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace baken::test {

class HdbscanByDefinition {
public:
    HdbscanByDefinition(const std::vector<MapPoint>& at, const HdbscanOptions& options) : at_(at), options_(options) {
        for (const MapPoint p : at) core_.push_back(core_distance(p));
    }

    Labels labels() {
        Labels labels(at_.size(), noise);
        if (at_.empty()) return labels;
        std::vector<std::uint32_t> all(at_.size());
        std::iota(all.begin(), all.end(), 0U);
        grow_tree();
        follow(all, edges_, 0, false);
        std::vector<int> group(at_.size(), noise);
        int clusters = 0;
        for (const std::size_t root : roots_) select(root, group, clusters);
        std::map<int, int> number;
        for (std::size_t i = 0; i < at_.size(); ++i)
            if (group[i] != noise)
                labels[i] = number.try_emplace(group[i], static_cast<int>(number.size())).first->second;
        return labels;
    }

    /// Lengths of the links of the shortest tree, ascending (Prim 1957).
    std::vector<double> lengths() {
        grow_tree();
        std::vector<double> lengths;
        for (const Edge& edge : edges_) lengths.push_back(edge.length);
        std::sort(lengths.begin(), lengths.end());
        return lengths;
    }

private:
    struct Edge {
        double length;
        std::uint32_t a, b;
    };
    struct Group {
        std::vector<std::uint32_t> events;
        double stability = 0;
        bool is_candidate = true;
        std::vector<std::size_t> parts;
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] double core_distance(MapPoint p) const {
        if (static_cast<std::size_t>(options_.core_size) > at_.size()) return std::numeric_limits<double>::infinity();
        std::vector<double> all;
        for (const MapPoint q : at_) all.push_back(distance(p, q).value);
        const auto nth = all.begin() + options_.core_size - 1;
        std::nth_element(all.begin(), nth, all.end());
        return *nth;
    }

    void grow_tree() {
        edges_.clear();
        std::vector<Edge> nearest;
        for (std::uint32_t i = 1; i < at_.size(); ++i) nearest.push_back({mutual(0, i), 0, i});
        while (!nearest.empty()) {
            std::size_t next = 0;
            for (std::size_t i = 1; i < nearest.size(); ++i)
                if (nearest[i].length < nearest[next].length) next = i;
            const Edge taken = nearest[next];
            edges_.push_back(taken);
            nearest[next] = nearest.back();
            nearest.pop_back();
            for (Edge& edge : nearest) {
                const double length = mutual(taken.b, edge.b);
                if (length < edge.length) edge = {length, taken.b, edge.b};
            }
        }
    }

    [[nodiscard]] double mutual(std::uint32_t i, std::uint32_t j) const {
        return std::max({distance(at_[i], at_[j]).value, core_[i], core_[j], options_.resolution.value});
    }

    [[nodiscard]] bool is_wide(const std::vector<std::uint32_t>& events) const {
        MapPoint low = at_[events[0]], high = low;
        for (const std::uint32_t i : events) {
            low = {std::min(low.x, at_[i].x), std::min(low.y, at_[i].y)};
            high = {std::max(high.x, at_[i].x), std::max(high.y, at_[i].y)};
        }
        return distance(low, high) > options_.widest;
    }

    struct Piece {
        std::vector<std::uint32_t> events;
        std::vector<Edge> edges;
    };

    /// What is left of a group just below a distance.
    std::vector<Piece> below(const Piece& whole, double limit) {
        std::vector<std::uint32_t>& root = root_;
        root.resize(at_.size());
        for (const std::uint32_t i : whole.events) root[i] = i;
        const auto find = [&](std::uint32_t i) {
            while (root[i] != i) i = root[i] = root[root[i]];
            return i;
        };
        for (const Edge& edge : whole.edges)
            if (edge.length < limit) root[find(edge.a)] = find(edge.b);
        std::map<std::uint32_t, Piece> pieces;
        for (const std::uint32_t i : whole.events) pieces[find(i)].events.push_back(i);
        for (const Edge& edge : whole.edges)
            if (edge.length < limit) pieces[find(edge.a)].edges.push_back(edge);
        std::vector<Piece> large;
        for (auto& [leader, piece] : pieces) {
            const bool hangs_together =
                piece.events.size() > 1 || std::max(core_[leader], options_.resolution.value) < limit;
            if (hangs_together && piece.events.size() >= static_cast<std::size_t>(options_.min_cluster_size))
                large.push_back(std::move(piece));
        }
        return large;
    }

    /// The tree of a group that begins at this density; its number, or none where it begins too wide or too small.
    std::size_t follow(std::vector<std::uint32_t> events, std::vector<Edge> edges, double density, bool is_candidate) {
        Piece now{std::move(events), std::move(edges)};
        const bool is_large = now.events.size() >= static_cast<std::size_t>(options_.min_cluster_size);
        const std::size_t number = is_large && !is_wide(now.events) ? groups_.size() : none;
        if (number != none) groups_.push_back({.events = now.events, .is_candidate = is_candidate});
        if (number != none && (density == 0 || !is_part_)) roots_.push_back(number);
        while (true) {
            double longest = 0;
            for (const Edge& edge : now.edges) longest = std::max(longest, edge.length);
            if (now.edges.empty()) longest = std::max(core_[now.events[0]], options_.resolution.value);
            std::vector<Piece> pieces = below(now, longest);
            const double end = 1 / longest;
            const auto gone = static_cast<double>(now.events.size()) -
                              (pieces.size() == 1 ? static_cast<double>(pieces[0].events.size()) : 0.0);
            if (number != none) groups_[number].stability += gone * (end - density);
            if (pieces.empty()) return number;
            if (pieces.size() == 1 && number != none) {
                now = std::move(pieces[0]);
                continue;
            }
            for (Piece& piece : pieces) {
                is_part_ = number != none;
                const std::size_t part = follow(std::move(piece.events), std::move(piece.edges), end, true);
                if (number != none && part != none) groups_[number].parts.push_back(part);
            }
            return number;
        }
    }

    /// Marks the selected groups in the tree below one.
    void select(std::size_t number, std::vector<int>& group, int& clusters) {
        const Group& here = groups_[number];
        const bool takes_this = options_.selection == Selection::leaves ? here.is_candidate && here.parts.empty()
                                : options_.selection == Selection::widest
                                    ? here.is_candidate
                                    : here.is_candidate && here.stability >= best_of_parts(number) * (1 - 1e-12);
        if (takes_this) {
            for (const std::uint32_t i : here.events) group[i] = clusters;
            ++clusters;
            return;
        }
        for (const std::size_t part : here.parts) select(part, group, clusters);
    }

    double best_of_parts(std::size_t number) {
        double best = 0;
        for (const std::size_t part : groups_[number].parts) {
            const double parts = best_of_parts(part);
            best += groups_[part].stability >= parts * (1 - 1e-12) ? groups_[part].stability : parts;
        }
        return best;
    }

    const std::vector<MapPoint>& at_;
    HdbscanOptions options_;
    std::vector<double> core_;
    std::vector<Edge> edges_;
    std::vector<Group> groups_;
    std::vector<std::size_t> roots_;
    std::vector<std::uint32_t> root_;
    bool is_part_ = false;
};

}  // namespace baken::test
