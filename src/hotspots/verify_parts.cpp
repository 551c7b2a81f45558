#include "hotspots/verify_parts.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace baken {

namespace {

struct Edge {
    double length;
    std::uint32_t a, b;
};
using Members = std::vector<std::uint32_t>;

class Parting {
public:
    Parting(std::span<const MapPoint> at, std::span<const double> weight, double enough, double widest)
        : at_(at), weight_(weight), enough_(enough), widest_(widest), core_(at.size()) {
        for (std::size_t i = 0; i < at.size(); ++i) core_[i] = core_distance(i);
    }

    std::vector<Members> run() {
        Members all(at_.size());
        std::iota(all.begin(), all.end(), 0U);
        part(all, prim());
        return std::move(parts_);
    }

private:
    [[nodiscard]] double core_distance(std::size_t i) const {
        std::vector<std::pair<double, double>> seen;  // distance, weight
        for (std::size_t j = 0; j < at_.size(); ++j) seen.emplace_back(distance(at_[i], at_[j]).value, weight_[j]);
        std::sort(seen.begin(), seen.end());
        double found = 0;
        for (const auto& [length, more] : seen)
            if ((found += more) >= enough_) return length;
        return std::numeric_limits<double>::infinity();
    }

    [[nodiscard]] double mutual(std::size_t i, std::size_t j) const {
        return std::max({distance(at_[i], at_[j]).value, core_[i], core_[j]});
    }

    /// The shortest tree, grown from the first event.
    [[nodiscard]] std::vector<Edge> prim() const {
        std::vector<Edge> nearest, tree;
        for (std::uint32_t i = 1; i < at_.size(); ++i) nearest.push_back({mutual(0, i), 0, i});
        while (!nearest.empty()) {
            const auto next = std::min_element(nearest.begin(), nearest.end(),
                                               [](const Edge& x, const Edge& y) { return x.length < y.length; });
            tree.push_back(*next);
            nearest.erase(next);
            for (Edge& edge : nearest) {
                const double length = mutual(tree.back().b, edge.b);
                if (length < edge.length) edge = {length, tree.back().b, edge.b};
            }
        }
        return tree;
    }

    /// Takes a group apart at the longest of its edges, all of that length at once, until it fits.
    void part(const Members& members, const std::vector<Edge>& edges) {
        double total = 0;
        for (const std::uint32_t i : members) total += weight_[i];
        if (total < enough_) return;
        if (width(members) <= widest_) {
            parts_.push_back(members);
            return;
        }
        double longest = 0;
        for (const Edge& edge : edges) longest = std::max(longest, edge.length);
        std::vector<std::uint32_t> root(at_.size());
        for (const std::uint32_t i : members) root[i] = i;
        for (const Edge& edge : edges)
            if (edge.length < longest) {
                const std::uint32_t from = root[edge.b], to = root[edge.a];
                for (const std::uint32_t i : members)
                    if (root[i] == from) root[i] = to;
            }
        for (const std::uint32_t leader : members) {
            if (root[leader] != leader) continue;
            Members some;
            std::vector<Edge> among;
            for (const std::uint32_t i : members)
                if (root[i] == leader) some.push_back(i);
            for (const Edge& edge : edges)
                if (edge.length < longest && root[edge.a] == leader) among.push_back(edge);
            part(some, among);
        }
    }

    [[nodiscard]] double width(const Members& members) const {
        MapPoint low = at_[members[0]], high = low;
        for (const std::uint32_t i : members) {
            low = {std::min(low.x, at_[i].x), std::min(low.y, at_[i].y)};
            high = {std::max(high.x, at_[i].x), std::max(high.y, at_[i].y)};
        }
        return distance(low, high).value;
    }

    std::span<const MapPoint> at_;
    std::span<const double> weight_;
    double enough_, widest_;
    std::vector<double> core_;
    std::vector<Members> parts_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> parts_by_definition(std::span<const MapPoint> at,
                                                            std::span<const double> weight, double enough,
                                                            double widest) {
    if (at.empty()) return {};
    return Parting(at, weight, enough, widest).run();
}

}  // namespace baken
