#include "geo/network/network.hpp"

#include "base/error.hpp"
#include "geo/core/measure.hpp"
#include "geo/core/point_index.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace baken {

namespace {

/// Number of the group of every point, groups numbered by their first point.
std::vector<std::uint32_t> joined(std::span<const MapPoint> points, Metres tolerance) {
    std::vector<std::uint32_t> leader(points.size());
    std::iota(leader.begin(), leader.end(), 0U);
    const auto find = [&](std::uint32_t i) {
        while (leader[i] != i) i = leader[i] = leader[leader[i]];
        return i;
    };
    const Metres cell(std::max(tolerance.value, 1.0));
    const PointIndex index(points, cell);
    for (std::uint32_t i = 0; i < points.size(); ++i)
        index.for_each_within(points[i], tolerance, [&](std::size_t j) {
            const std::uint32_t a = find(i), b = find(static_cast<std::uint32_t>(j));
            leader[std::max(a, b)] = std::min(a, b);
        });
    std::vector<std::uint32_t> group(points.size());
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        const std::uint32_t first = find(i);
        group[i] = first == i ? next++ : group[first];
    }
    return group;
}

MapPoint between(MapPoint a, MapPoint b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

}  // namespace

Network::Network(std::vector<Line> lines, Metres tolerance) : lines_(std::move(lines)) {
    std::vector<MapPoint> ends;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        for (const MapPoint p : lines_[i])
            if (!std::isfinite(p.x) || !std::isfinite(p.y))
                throw InputError("a road has a coordinate that is not a number");
        if (lines_[i].size() < 2) continue;
        const double metres = length(lines_[i]).value;
        if (!(metres > 0)) continue;
        edges_.push_back({0, 0, metres, i});
        ends.push_back(lines_[i].front());
        ends.push_back(lines_[i].back());
    }
    const std::vector<std::uint32_t> node = joined(ends, tolerance);
    std::vector<std::uint32_t> count;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (node[i] == nodes_.size()) {
            nodes_.push_back(ends[i]);
            count.push_back(0);
        }
        ++count[node[i]];
    }
    first_arm_.assign(nodes_.size() + 1, 0);
    std::partial_sum(count.begin(), count.end(), first_arm_.begin() + 1);
    arms_.resize(ends.size());
    std::vector<std::uint32_t> next(first_arm_.begin(), first_arm_.end() - 1);
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
        edges_[e].from = node[2 * e];
        edges_[e].to = node[2 * e + 1];
        arms_[next[edges_[e].from]++] = {e, edges_[e].to, true};
        arms_[next[edges_[e].to]++] = {e, edges_[e].from, false};
    }
}

std::optional<std::uint32_t> Network::edge_of_line(std::size_t line) const {
    const auto at = std::lower_bound(edges_.begin(), edges_.end(), line,
                                     [](const Edge& edge, std::size_t wanted) { return edge.line < wanted; });
    if (at == edges_.end() || at->line != line) return std::nullopt;
    return static_cast<std::uint32_t>(at - edges_.begin());
}

double Network::total_length() const {
    double sum = 0;
    for (const Edge& edge : edges_) sum += edge.length;
    return sum;
}

MapPoint Network::point_at(RoadPlace place) const {
    const Line& line = line_of(place.edge);
    double left = place.offset;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step = distance(line[i - 1], line[i]).value;
        if (left <= step && step > 0) return between(line[i - 1], line[i], std::max(0.0, left) / step);
        left -= step;
    }
    return line.back();
}

Line Network::part_of(std::uint32_t edge, double from, double to) const {
    const Line& line = line_of(edge);
    Line part{point_at({edge, from})};
    double passed = 0;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        passed += distance(line[i - 1], line[i]).value;
        if (passed > from && passed < to) part.push_back(line[i]);
    }
    part.push_back(point_at({edge, to}));
    return part;
}

std::optional<std::uint32_t> Network::node_at(RoadPlace place) const {
    constexpr double hair = 1e-3;
    const Edge& edge = edges_[place.edge];
    if (place.offset <= hair && place.offset <= edge.length / 2) return edge.from;
    if (place.offset >= edge.length - hair) return edge.to;
    return std::nullopt;
}

RoadPlace Network::place_of(std::uint32_t node) const {
    const Arm& arm = arms(node).front();
    return {arm.edge, arm.is_forward ? 0 : edges_[arm.edge].length};
}

}  // namespace baken
