#pragma once
/// Made-up regions with roads, and accidents dropped on them without the code under test.

#include "base/random.hpp"
#include "geo/core/measure.hpp"
#include "hotspots/evidence.hpp"
#include "hotspots/road_tally.hpp"

#include <string>

namespace baken::test {

struct RoadRegion {
    Region region;

    explicit RoadRegion(std::vector<Line> lines = {}) {
        region.municipalities = {{MunicipalityId{"GM0001"}, "Dorp", {}, {}}};
        for (Line& line : lines) add_road(std::move(line));
    }
    RoadSegment& add_road(Line line, std::string name = "") {
        RoadSegment road;
        road.id = std::to_string(1000 + region.roads.size());
        road.name = std::move(name);
        road.line = std::move(line);
        region.roads.push_back(std::move(road));
        return region.roads.back();
    }

    Accident& add(LocationKind kind, std::string id, MapPoint at, Outcome outcome = Outcome::damage_only) {
        Accident accident;
        accident.number = std::to_string(10000 + region.accidents.size());
        accident.year = 2024;
        accident.outcome = outcome;
        accident.location = {kind, std::move(id)};
        accident.at = at;
        region.accidents.push_back(std::move(accident));
        return region.accidents.back();
    }
    Accident& at_point(MapPoint at) {
        return add(LocationKind::point, std::to_string(at.x) + " " + std::to_string(at.y), at);
    }
    Accident& on_section(std::size_t road) {
        return add(LocationKind::section, region.roads[road].id, along(road, length_of(road) / 2));
    }
    Accident& at_post(std::size_t road, double metres) {
        return add(LocationKind::hectometre, region.roads[road].id + ":" + std::to_string(metres), along(road, metres));
    }

    [[nodiscard]] double length_of(std::size_t road) const { return length(region.roads[road].line).value; }
    [[nodiscard]] MapPoint along(std::size_t road, double metres) const {
        const Line& line = region.roads[road].line;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double step = distance(line[i - 1], line[i]).value;
            if (metres <= step || i + 1 == line.size()) {
                const double share = step > 0 ? metres / step : 0;
                return {line[i - 1].x + share * (line[i].x - line[i - 1].x),
                        line[i - 1].y + share * (line[i].y - line[i - 1].y)};
            }
            metres -= step;
        }
        return line.back();
    }
    /// A road in proportion to its length, and a place on it.
    [[nodiscard]] std::pair<std::size_t, double> somewhere(Rng& rng) const {
        double total = 0;
        for (std::size_t i = 0; i < region.roads.size(); ++i) total += length_of(i);
        double metres = rng.uniform() * total;
        for (std::size_t i = 0;; ++i) {
            if (metres <= length_of(i) || i + 1 == region.roads.size()) return {i, std::min(metres, length_of(i))};
            metres -= length_of(i);
        }
    }
    void drop_points(Rng& rng, int count) {
        for (int i = 0; i < count; ++i) {
            const auto [road, metres] = somewhere(rng);
            at_point(along(road, metres));
        }
    }
    void drop_sections(Rng& rng, int count) {
        for (int i = 0; i < count; ++i) on_section(somewhere(rng).first);
    }
    /// Posts stand at 37, 137, .. m of every road.
    void drop_posts(Rng& rng, int count) {
        for (int i = 0; i < count; ++i) {
            const auto [road, metres] = somewhere(rng);
            double post = 37 + 100 * std::round((metres - 37) / 100);
            if (post > length_of(road)) post -= 100;
            at_post(road, post);
        }
    }
};

/// A region with all that the searches take. The region must outlive it.
struct OnRoads {
    RoadNetwork roads;
    RoadTally tally;

    /// Points stay where they are unless a reach of junctions is given.
    explicit OnRoads(const Region& region, Metres junction_reach = Metres(0)) : roads(road_network(region, {})) {
        const std::vector<int> years = years_that_count(region, {});
        tally =
            tally_on_roads(region, roads, accident_evidence(region, {}, years), {.junction_reach = junction_reach}, {});
    }
};

}  // namespace baken::test
