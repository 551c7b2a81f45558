#include "synth/network.hpp"

#include "base/error.hpp"
#include "geo/core/measure.hpp"
#include "geo/core/point_index.hpp"
#include "synth/draws.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <map>

namespace baken {

namespace {

/// The point `along` metres from the beginning of a line.
MapPoint point_along(const Line& line, double along) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double step = distance(line[i], line[i + 1]).value;
        if (along <= step && step > 0) {
            const double share = along / step;
            return {line[i].x + share * (line[i + 1].x - line[i].x), line[i].y + share * (line[i + 1].y - line[i].y)};
        }
        along -= step;
    }
    return line.back();
}

/// The part of a line between two distances from its beginning.
Line part_of(const Line& line, double from, double to) {
    Line part{point_along(line, from)};
    double at = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        at += distance(line[i], line[i + 1]).value;
        if (at > from + 1e-6 && at < to - 1e-6) part.push_back(line[i + 1]);
    }
    part.push_back(point_along(line, to));
    return part;
}

class Builder {
public:
    Builder(const Facts& facts, double scale, Rng& rng) : facts_(facts), scale_(scale), rng_(rng) {}

    SynthNetwork build() {
        for (const auto& road : facts_.roads) add_road(road);
        for (std::uint32_t village = 0; village < facts_.villages.size(); ++village) add_village(village);
        give_risk();
        raise_hotspots();
        choose_perceived();
        return std::move(network_);
    }

private:
    std::uint32_t add_street(SynthStreet street) {
        network_.streets.push_back(std::move(street));
        return static_cast<std::uint32_t>(network_.streets.size() - 1);
    }

    [[nodiscard]] std::uint32_t nearest_village(MapPoint point, std::uint32_t municipality) const {
        std::uint32_t best = 0;
        double best_distance = -1;
        for (std::uint32_t i = 0; i < facts_.villages.size(); ++i) {
            if (facts_.villages[i].municipality != municipality) continue;
            const double d = squared_distance(point, facts_.villages[i].at);
            if (best_distance < 0 || d < best_distance) {
                best = i;
                best_distance = d;
            }
        }
        return best;
    }

    /// Nothing happens outside the region: there the place is left out.
    void add_place(LocationKind kind, std::int64_t id, MapPoint at, std::uint32_t street) {
        const auto municipality = facts_.municipality_at(at);
        if (!municipality) return;
        network_.streets[street].places.push_back(network_.places.size());
        network_.places.push_back({kind, id, at, street, *municipality, nearest_village(at, *municipality), 0});
    }

    void add_section(std::uint32_t street, const Line& line, double from, double to) {
        const std::int64_t id = next_section_id_;
        next_section_id_ += 2;
        add_place(LocationKind::section, id, point_along(line, (from + to) / 2), street);
        network_.sections.push_back({id, street, part_of(line, from, to)});
    }

    void add_junction(std::uint32_t street, MapPoint at) {
        add_place(LocationKind::junction, next_junction_id_, at, street);
        next_junction_id_ += 3;
    }

    void cut(std::uint32_t street, const Line& line, double step) {
        const double whole = length(line).value;
        const int count = std::max(1, static_cast<int>(std::lround(whole / step)));
        for (int i = 0; i < count; ++i) {
            const double from = whole * i / count, to = whole * (i + 1) / count;
            add_junction(street, point_along(line, from));
            add_section(street, line, from, to);
        }
    }

    void add_road(const FactRoad& road) {
        const bool is_built_up = road.limit <= 50;
        const std::uint32_t street = add_street({road.name, road.manager, road.limit, is_built_up, {}});
        if (!road.first_post) return cut(street, road.line, 260);
        const double whole = length(road.line).value;
        for (int post = 0; post * 100.0 < whole; ++post)
            add_place(LocationKind::hectometre, *road.first_post + post, point_along(road.line, post * 100.0), street);
        if (road.manager != RoadManager::national) return cut(street, road.line, 900);
        network_.sections.push_back({next_section_id_, street, road.line});
        next_section_id_ += 2;
    }

    void add_village(std::uint32_t index) {
        const FactVillage& village = facts_.villages[index];
        const double radius = 160 + 8.5 * std::sqrt(static_cast<double>(village.inhabitants));
        const double axis = rng_.uniform(0, std::numbers::pi);
        const int inside = static_cast<int>(std::max(4.0, village.inhabitants / 230.0) * scale_);
        const int outside = static_cast<int>(std::max(2.0, village.inhabitants / 2500.0) * scale_);
        auto names_inside = facts_.streets_inside, names_outside = facts_.streets_outside;
        rng_.shuffle(names_inside);
        rng_.shuffle(names_outside);
        for (int i = 0; i < inside; ++i)
            add_local_street(index, name_of(names_inside, i), axis, radius * std::sqrt(rng_.uniform()), {90, 150, 2, 5},
                             true);
        for (int i = 0; i < outside; ++i)
            add_local_street(index, name_of(names_outside, i), axis, radius + rng_.uniform(100, 1200), {220, 330, 3, 6},
                             false);
    }

    /// More streets than names: the names begin again with a number.
    static std::string name_of(const std::vector<std::string>& names, int i) {
        const auto count = static_cast<int>(names.size());
        const std::string& name = names[static_cast<std::size_t>(i % count)];
        return i < count ? name : name + " " + std::to_string(i / count + 1);
    }

    struct Shape {
        double shortest, longest;  ///< metres of a section
        std::uint32_t fewest, most;
    };

    void add_local_street(std::uint32_t village, const std::string& name, double axis, double away, Shape shape,
                          bool is_inside) {
        const double turn = rng_.uniform(0, 2 * std::numbers::pi);
        const MapPoint centre = facts_.villages[village].at;
        MapPoint at{centre.x + away * std::cos(turn), centre.y + away * std::sin(turn)};
        double heading = axis;
        if (rng_.chance(0.5)) heading += std::numbers::pi / 2;
        if (rng_.chance(0.5)) heading += std::numbers::pi;
        heading += 0.12 * rng_.normal();
        Line line{at};
        const std::uint32_t sections = shape.fewest + rng_.below(shape.most - shape.fewest + 1);
        const double step = rng_.uniform(shape.shortest, shape.longest);
        for (std::uint32_t i = 0; i < sections; ++i) {
            heading += 0.15 * rng_.normal();
            at = {at.x + step * std::cos(heading), at.y + step * std::sin(heading)};
            line.push_back(at);
        }
        const auto is_at_home = [&](MapPoint point) {
            return facts_.municipality_at(point) == facts_.villages[village].municipality;
        };
        if (!std::all_of(line.begin(), line.end(), is_at_home)) return;
        const int limit = !is_inside ? 60 : rng_.chance(0.7) ? 30 : 50;
        const std::size_t first = network_.places.size();
        cut(add_street({name, RoadManager::municipality, limit, is_inside, {}}), line, step);
        for (std::size_t i = first; i < network_.places.size(); ++i) network_.places[i].village = village;
    }

    /// Most places are quiet and few are not: a gamma share per local street times one per place, with more at
    /// junctions.
    void give_risk() {
        std::vector<double> of_street;
        for (const auto& street : network_.streets) {
            const bool is_local = street.manager == RoadManager::municipality;
            const double traffic = is_local && street.limit >= 50 ? 4.0 : 1.0;
            of_street.push_back(traffic * (is_local ? draw_gamma(rng_, 2.5) : 1.0));
        }
        for (auto& place : network_.places) {
            const double kind = place.kind == LocationKind::junction ? 1.6 : 1.0;
            place.risk = kind * of_street[place.street] * draw_gamma(rng_, 0.7);
        }
    }

    [[nodiscard]] std::vector<MapPoint> points() const {
        std::vector<MapPoint> points;
        for (const auto& place : network_.places) points.push_back(place.at);
        return points;
    }

    /// In each municipality a few junctions at which 8 to 16 accidents are to be expected, and more than elsewhere
    /// around them.
    void raise_hotspots() {
        constexpr std::size_t per_municipality = 4;
        constexpr Metres around(140);
        std::map<RoadManager, double> risk_of;
        for (const auto& place : network_.places) risk_of[network_.streets[place.street].manager] += place.risk;
        const auto all = points();
        const PointIndex index(all, around);
        for (std::uint32_t municipality = 0; municipality < facts_.municipalities.size(); ++municipality) {
            std::vector<std::size_t> candidates = junctions_of_busy_roads(municipality);
            rng_.shuffle(candidates);
            candidates.resize(std::min(candidates.size(), per_municipality));
            for (const std::size_t hotspot : candidates) {
                network_.hotspots.push_back(hotspot);
                for (const std::size_t near : index.within(network_.places[hotspot].at, around))
                    network_.places[near].risk *= 2;
                const RoadManager manager = network_.streets[network_.places[hotspot].street].manager;
                const double accidents = share_of_accidents(manager, scale_) * accidents_at_scale_one * scale_;
                network_.places[hotspot].risk = rng_.uniform(8, 16) / accidents * risk_of[manager];
            }
        }
    }

    [[nodiscard]] std::vector<std::size_t> junctions_of_busy_roads(std::uint32_t municipality) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < network_.places.size(); ++i) {
            const SynthPlace& place = network_.places[i];
            const SynthStreet& street = network_.streets[place.street];
            const bool is_busy = street.limit >= 50 && street.manager != RoadManager::national;
            if (place.municipality == municipality && place.kind == LocationKind::junction && is_busy)
                found.push_back(i);
        }
        return found;
    }

    /// Quiet sections with a low limit, far from every hotspot.
    void choose_perceived() {
        constexpr std::size_t count = 12;
        constexpr double apart = 600;
        std::vector<std::size_t> order(network_.places.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        rng_.shuffle(order);
        std::vector<std::size_t> taken = network_.hotspots;
        for (const std::size_t i : order) {
            SynthPlace& place = network_.places[i];
            const bool is_quiet = place.kind == LocationKind::section && network_.streets[place.street].limit == 30;
            const bool is_free = std::all_of(taken.begin(), taken.end(), [&](std::size_t other) {
                return distance(place.at, network_.places[other].at).value > apart;
            });
            if (!is_quiet || !is_free) continue;
            place.risk = 0;
            network_.perceived.push_back(i);
            taken.push_back(i);
            if (network_.perceived.size() == count) return;
        }
    }

    const Facts& facts_;
    double scale_;
    Rng& rng_;
    SynthNetwork network_;
    std::int64_t next_section_id_ = 300'000'001;
    std::int64_t next_junction_id_ = 300'000'002;
};

}  // namespace

double share_of_accidents(RoadManager manager, double scale) {
    const double national = 0.281 / scale, provincial = 0.315 / scale;
    if (manager == RoadManager::national) return national;
    return manager == RoadManager::province ? provincial : 1 - national - provincial;
}

SynthNetwork make_network(const Facts& facts, double scale, Rng& rng) { return Builder(facts, scale, rng).build(); }

}  // namespace baken
