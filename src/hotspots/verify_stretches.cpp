/// What a stretch claims, held against the map: its lines are laid over the roads, and accidents are counted where the
/// lines cover the road. It shares nothing with the searches: neither chains, nor cells, nor windows.
#include "hotspots/stretches.hpp"

#include "geo/core/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace baken {

namespace {

constexpr std::size_t most_findings = 10;
constexpr double hair = 1e-3;   // metres: as near as a road lies to itself
constexpr double joint = 0.25;  // metres that a stretch may lose or gain where two sections are joined with a gap

struct Part {
    double from = 0, to = 0;
};

/// Where along a the segment p-q lies, if it lies on it.
std::optional<Part> part_on(MapPoint a, MapPoint b, MapPoint p, MapPoint q) {
    const double length = distance(a, b).value;
    if (!(length > 0)) return std::nullopt;
    const double ux = (b.x - a.x) / length, uy = (b.y - a.y) / length;
    const auto along = [&](MapPoint s) { return (s.x - a.x) * ux + (s.y - a.y) * uy; };
    const auto aside = [&](MapPoint s) { return std::abs((s.y - a.y) * ux - (s.x - a.x) * uy); };
    if (aside(p) > hair || aside(q) > hair) return std::nullopt;
    const Part part{std::max(0.0, std::min(along(p), along(q))), std::min(length, std::max(along(p), along(q)))};
    if (part.to - part.from <= 0) return std::nullopt;
    return part;
}

/// What a stretch covers of every road, in metres along it.
class Covered {
public:
    Covered(const MultiLine& lines, const Network& network) : network_(network) {
        std::vector<MapPoint> points;
        for (const Line& line : lines) points.insert(points.end(), line.begin(), line.end());
        if (points.empty()) return;
        Box box = bounding_box(points);
        box = {box.min_x - hair, box.min_y - hair, box.max_x + hair, box.max_y + hair};
        for (std::uint32_t e = 0; e < network.edges().size(); ++e) {
            const Line& road = network.line_of(e);
            const Box other = bounding_box(road);
            if (other.min_x > box.max_x || other.max_x < box.min_x || other.min_y > box.max_y ||
                other.max_y < box.min_y)
                continue;
            double passed = 0;
            for (std::size_t i = 1; i < road.size(); ++i) {
                for (const Line& line : lines)
                    for (std::size_t j = 1; j < line.size(); ++j)
                        if (const auto part = part_on(road[i - 1], road[i], line[j - 1], line[j]))
                            parts_[e].push_back({passed + part->from, passed + part->to});
                passed += distance(road[i - 1], road[i]).value;
            }
        }
    }

    [[nodiscard]] double metres() const {
        double sum = 0;
        for (const auto& [edge, parts] : parts_) sum += within(edge, 0, network_.edges()[edge].length);
        return sum;
    }
    /// Metres of a part of a road that are covered, or by how much a place is (0 or 1).
    [[nodiscard]] double within(std::uint32_t edge, double from, double to) const {
        const auto known = parts_.find(edge);
        double sum = 0;
        if (known == parts_.end()) return 0;
        for (const Part& part : known->second) sum += std::max(0.0, std::min(to, part.to) - std::max(from, part.from));
        return sum;
    }
    [[nodiscard]] bool has(RoadPlace place, double margin) const {
        const auto known = parts_.find(place.edge);
        return known != parts_.end() && std::any_of(known->second.begin(), known->second.end(), [&](const Part& p) {
                   return place.offset >= p.from - margin && place.offset <= p.to + margin;
               });
    }
    [[nodiscard]] const std::map<std::uint32_t, std::vector<Part>>& parts() const { return parts_; }

private:
    const Network& network_;
    std::map<std::uint32_t, std::vector<Part>> parts_;
};

/// Least and most that can be meant: an accident within a hair of the stretch's end may count or not.
struct Count {
    double least = 0, most = 0;
    int injury_least = 0, injury_most = 0;
};

class Checker {
public:
    Checker(const Region& region, const RoadNetwork& roads, const RoadTally& tally)
        : region_(region), roads_(roads), tally_(tally) {}

    void check(const StretchFinding& f) {
        if (f.municipality >= tally_.local.size()) {
            add("{}: municipality {} is not in the region", f.id, f.municipality);
            return;
        }
        const Covered covered(f.lines, roads_.network);
        if (std::abs(covered.metres() - f.length) > joint)
            add("{}: its lines cover {:.3f} m of road, not {:.3f}", f.id, covered.metres(), f.length);
        for (const auto& [edge, parts] : covered.parts())
            if (tally_.order.municipality[edge] != f.municipality)
                add("{}: it runs along a road of another municipality ({})", f.id, roads_.road_of(edge, region_).id);
        const bool is_scan = f.method == StretchFinding::Method::scan;
        const Count count = is_scan ? by_share(covered, f.municipality) : by_place(covered, f.municipality);
        if (f.accidents < count.least - 1e-6 || f.accidents > count.most + 1e-6)
            add("{}: {:.3f} to {:.3f} accidents lie in it, not {:.3f}", f.id, count.least, count.most, f.accidents);
        if (f.injury < count.injury_least || f.injury > count.injury_most)
            add("{}: {} to {} accidents with somebody hurt lie in it, not {}", f.id, count.injury_least,
                count.injury_most, f.injury);
        const LocalRoads& local = tally_.local[f.municipality];
        if (is_scan) {
            const double expected = local.along_roads() * f.length / local.length;
            if (std::abs(expected - f.expected) > 1e-6 * expected)
                add("{}: {:.4f} accidents are expected in it, not {:.4f}", f.id, expected, f.expected);
        }
        if (!(f.accidents > f.expected) || std::abs(f.ratio * f.expected - f.accidents) > 1e-6 * f.accidents)
            add("{}: {:.3f} accidents over {:.3f} expected are not {:.3f}", f.id, f.accidents, f.expected, f.ratio);
        if (!(f.p_value > 0 && f.p_value <= f.q_value + 1e-12 && f.q_value <= 1))
            add("{}: p {} and q {} are no chances in that order", f.id, f.p_value, f.q_value);
        for (const auto& [id, other] : seen_[f.method])
            for (const auto& [edge, parts] : covered.parts())
                for (const Part& part : parts)
                    if (other.within(edge, part.from, part.to) > hair) overlapping_.emplace(id, f.id);
        seen_[f.method].emplace_back(f.id, covered);
    }

    std::vector<std::string> take() {
        for (const auto& [a, b] : overlapping_) add("{} lies over {}", b, a);
        return std::move(texts_);
    }

private:
    template <class... Args>
    void add(fmt::format_string<Args...> text, Args&&... values) {
        if (texts_.size() < most_findings) texts_.push_back(fmt::format(text, std::forward<Args>(values)...));
    }
    [[nodiscard]] bool is_injury(std::uint32_t accident) const {
        return region_.accidents[accident].outcome != Outcome::damage_only;
    }
    void count_place(const PlacedAccident& p, const Covered& covered, Count& count) const {
        const bool sure = covered.has(p.place, -hair), maybe = covered.has(p.place, hair);
        count.least += sure;
        count.most += maybe;
        count.injury_least += sure && is_injury(p.accident);
        count.injury_most += maybe && is_injury(p.accident);
    }
    [[nodiscard]] Count by_place(const Covered& covered, std::uint32_t municipality) const {
        Count count;
        for (const PlacedAccident& p : tally_.local[municipality].points) count_place(p, covered, count);
        for (const PlacedAccident& p : tally_.local[municipality].at_posts) count_place(p, covered, count);
        return count;
    }
    [[nodiscard]] Count by_share(const Covered& covered, std::uint32_t municipality) const {
        const LocalRoads& local = tally_.local[municipality];
        Count count;
        for (const PlacedAccident& p : local.points) count_place(p, covered, count);
        std::map<std::uint32_t, double> within;
        for (const auto* shares : {&local.sections, &local.posts})
            for (const RoadShare& s : *shares)
                within[s.accident] += s.share * covered.within(s.edge, s.from, s.to) / (s.to - s.from);
        for (const auto& [accident, part] : within) {
            count.least += part;
            count.most += part;
            count.injury_least += is_injury(accident) && part > 0.5 + 1e-6;
            count.injury_most += is_injury(accident) && part > 0.5 - 1e-6;
        }
        return count;
    }

    const Region& region_;
    const RoadNetwork& roads_;
    const RoadTally& tally_;
    std::map<StretchFinding::Method, std::vector<std::pair<std::string, Covered>>> seen_;
    std::set<std::pair<std::string, std::string>> overlapping_;
    std::vector<std::string> texts_;
};

}  // namespace

std::vector<std::string> verify_stretches(std::span<const StretchFinding> stretches, const Region& region,
                                          const RoadNetwork& roads, const RoadTally& tally) {
    Checker checker(region, roads, tally);
    for (const StretchFinding& stretch : stretches) checker.check(stretch);
    return checker.take();
}

}  // namespace baken
