#include "output/map_roads.hpp"

#include "output/ink.hpp"
#include "output/map_clip.hpp"
#include "output/text_width.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

namespace baken {

namespace {

/// Local roads are drawn below so many metres per unit: beyond it they are a grey haze.
constexpr double local_until = 9;
constexpr double name_size = 7.5, main_name_size = 8.5;

struct RoadShape {
    int order = 0;      ///< who lies on top
    double metres = 0;  ///< of the surface
    double least = 1;   ///< units: a road is seen from afar as well
    std::string_view fill = "#ffffff", casing = "#b9bfc9";
};

RoadShape shape_of(RoadManager manager) {
    switch (manager) {
        case RoadManager::national: return {3, 20, 2.2, "#e3d9c2", "#a89c80"};
        case RoadManager::province: return {2, 9, 1.5, "#fbf3dd", "#b3a98d"};
        case RoadManager::municipality:
        case RoadManager::water_board:
        case RoadManager::other: break;
    }
    return {1, 6, 0.7, "#ffffff", "#b9bfc9"};
}

bool is_main(RoadManager manager) { return shape_of(manager).order >= 2; }

std::string path_of(const Line& line, const MapFrame& frame) {
    std::string path;
    for (const MapPoint p : line) {
        const Spot at = frame.place(p);
        path += (path.empty() ? "M" : "L") + svg_number(at.x) + " " + svg_number(at.y);
    }
    return path;
}

/// A straight enough stretch of a line for a word.
struct Stretch {
    Spot middle;
    double degrees = 0;
    double along = 0;  ///< of its middle, from the beginning of the line
};

std::vector<Spot> placed(const Line& line, const MapFrame& frame) {
    std::vector<Spot> spots;
    for (const MapPoint p : line) spots.push_back(frame.place(p));
    return spots;
}

class Walk {
public:
    explicit Walk(std::vector<Spot> spots) : spots_(std::move(spots)), along_(spots_.size(), 0) {
        for (std::size_t i = 1; i < spots_.size(); ++i)
            along_[i] = along_[i - 1] + std::hypot(spots_[i].x - spots_[i - 1].x, spots_[i].y - spots_[i - 1].y);
    }
    [[nodiscard]] double length() const { return along_.back(); }
    [[nodiscard]] Spot at(double along) const {
        const auto next = std::upper_bound(along_.begin(), along_.end(), along);
        const auto i = static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(next - along_.begin(), 1, static_cast<std::ptrdiff_t>(along_.size()) - 1));
        const double span = along_[i] - along_[i - 1];
        const double share = span > 0 ? (along - along_[i - 1]) / span : 0;
        return {spots_[i - 1].x + (spots_[i].x - spots_[i - 1].x) * share,
                spots_[i - 1].y + (spots_[i].y - spots_[i - 1].y) * share};
    }
    /// The stretch of this length that begins there; nothing where the line bends away further than `slack`.
    [[nodiscard]] std::optional<Stretch> straight(double from, double length, double slack) const {
        const Spot a = at(from), b = at(from + length);
        const double chord = std::hypot(b.x - a.x, b.y - a.y);
        if (chord < length * 0.97) return std::nullopt;
        for (double step = 0.125; step < 1; step += 0.125) {
            const Spot p = at(from + length * step);
            if (std::abs((p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x)) / chord > slack) return std::nullopt;
        }
        double degrees = std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi;
        if (degrees > 90) degrees -= 180;
        if (degrees <= -90) degrees += 180;
        return Stretch{{(a.x + b.x) / 2, (a.y + b.y) / 2}, degrees, from + length / 2};
    }

private:
    std::vector<Spot> spots_;
    std::vector<double> along_;
};

/// Candidate stretches from the middle of the line outward.
std::vector<Stretch> stretches_for(const Walk& walk, double length, double slack) {
    std::vector<Stretch> found;
    const double room = walk.length() - length;
    if (room < 0) return found;
    const double step = std::max(room / 24, 4.0);
    for (double from = 0; from <= room; from += step)
        if (const auto stretch = walk.straight(from, length, slack)) found.push_back(*stretch);
    std::stable_sort(found.begin(), found.end(), [&](const Stretch& a, const Stretch& b) {
        return std::abs(a.along - walk.length() / 2) < std::abs(b.along - walk.length() / 2);
    });
    return found;
}

void write_name(Svg& picture, const std::string& name, Spot middle, double degrees, double size, bool has_halo) {
    const auto attributes = [&](bool is_halo) {
        SvgAttributes list{{"text-anchor", "middle"},
                           {"font-size", svg_number(size)},
                           {"fill", std::string(is_halo ? ink::surface : ink::text)},
                           {"transform", "rotate(" + svg_number(degrees) + " " + svg_number(middle.x) + " " +
                                             svg_number(middle.y) + ")"}};
        if (is_halo) {
            list.emplace_back("stroke", std::string(ink::surface));
            list.emplace_back("stroke-width", "2.4");
            list.emplace_back("stroke-linejoin", "round");
        }
        return list;
    };
    const double base = middle.y + size * 0.35;
    if (has_halo) picture.text(middle.x, base, name, attributes(true));
    picture.text(middle.x, base, name, attributes(false));
}

}  // namespace

MultiLine joined_lines(MultiLine lines) {
    const auto key = [](MapPoint p) { return std::pair{std::llround(p.x * 2), std::llround(p.y * 2)}; };
    for (bool has_joined = true; has_joined;) {
        has_joined = false;
        std::map<std::pair<long long, long long>, std::vector<std::size_t>> ends;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].empty()) continue;
            ends[key(lines[i].front())].push_back(i);
            ends[key(lines[i].back())].push_back(i);
        }
        for (const auto& [place, who] : ends) {
            if (who.size() != 2 || who[0] == who[1] || lines[who[0]].empty() || lines[who[1]].empty()) continue;
            Line &one = lines[who[0]], &other = lines[who[1]];
            const bool fits_behind = key(one.back()) == place, fits_before = key(one.front()) == place;
            if (!fits_behind && !fits_before) continue;  // it was joined a moment ago and ends elsewhere now
            if (!fits_behind) std::reverse(one.begin(), one.end());
            if (key(other.front()) != place) std::reverse(other.begin(), other.end());
            if (key(other.front()) != place) continue;
            one.insert(one.end(), other.begin() + 1, other.end());
            other.clear();
            has_joined = true;
        }
    }
    std::erase_if(lines, [](const Line& line) { return line.empty(); });
    return lines;
}

std::vector<DrawnRoad> roads_in_sight(const Region& region, const MapFrame& frame) {
    std::vector<DrawnRoad> drawn;
    const bool has_local = frame.metres_per_unit() < local_until;
    for (const RoadSegment& road : region.roads) {
        const RoadManager manager = road.manager.value_or(RoadManager::other);
        if (!has_local && !is_main(manager)) continue;
        const RoadShape shape = shape_of(manager);
        MultiLine pieces = clipped(road.line, frame.ground_and(24));
        if (pieces.empty()) continue;
        drawn.push_back({road.name, manager, std::move(pieces), std::max(frame.units(shape.metres), shape.least)});
    }
    std::stable_sort(drawn.begin(), drawn.end(), [](const DrawnRoad& a, const DrawnRoad& b) {
        return shape_of(a.manager).order < shape_of(b.manager).order;
    });
    return drawn;
}

void draw_roads(Svg& picture, const std::vector<DrawnRoad>& roads, const MapFrame& frame) {
    for (const bool is_casing : {true, false})
        for (const DrawnRoad& road : roads) {
            const RoadShape shape = shape_of(road.manager);
            std::string path;
            for (const Line& line : road.pieces) path += path_of(line, frame);
            // A thin road is a line in the colour of its edge: two edges would leave nothing between them.
            const bool is_thin = road.width < 2;
            if (is_thin && is_casing) continue;
            const double edge = std::clamp(road.width * 0.12, 0.6, 1.0);
            picture.shape("path", {{"d", path},
                                   {"fill", "none"},
                                   {"stroke", std::string(is_casing || is_thin ? shape.casing : shape.fill)},
                                   {"stroke-width", svg_number(is_casing ? road.width + 2 * edge : road.width)},
                                   {"stroke-linecap", "round"},
                                   {"stroke-linejoin", "round"}});
        }
}

std::size_t draw_road_names(Svg& picture, const std::vector<DrawnRoad>& roads, const MapFrame& frame, MapRoom& room) {
    struct Named {
        MultiLine lines;
        RoadManager manager = RoadManager::other;
        double width = 0, length = 0;
    };
    std::map<std::string, Named> by_name;
    for (const DrawnRoad& road : roads) {
        if (road.name.empty()) continue;
        Named& named = by_name[road.name];
        for (const Line& piece : road.pieces)
            for (Line& line : clipped(piece, frame.ground())) named.lines.push_back(std::move(line));
        named.manager = road.manager;
        named.width = std::max(named.width, road.width);
    }
    std::vector<std::pair<std::string, Named>> order(by_name.begin(), by_name.end());
    for (auto& [name, named] : order) {
        named.lines = joined_lines(std::move(named.lines));
        std::stable_sort(named.lines.begin(), named.lines.end(), [&](const Line& a, const Line& b) {
            return Walk(placed(a, frame)).length() > Walk(placed(b, frame)).length();
        });
        if (!named.lines.empty()) named.length = Walk(placed(named.lines.front(), frame)).length();
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return std::pair(is_main(a.second.manager), a.second.length) >
               std::pair(is_main(b.second.manager), b.second.length);
    });

    std::size_t written = 0;
    for (const auto& [name, named] : order) {
        const double size = is_main(named.manager) ? main_name_size : name_size;
        const double width = text_width(name, size);
        bool is_written = false;
        for (const Line& line : named.lines) {
            const Walk walk(placed(line, frame));
            for (const Stretch& stretch : stretches_for(walk, width + size, size * 0.3)) {
                if (!room.take({stretch.middle, width + 4, size * 1.15, stretch.degrees})) continue;
                write_name(picture, name, stretch.middle, stretch.degrees, size, named.width < size * 1.1);
                is_written = true;
                break;
            }
            if (is_written) break;
        }
        written += is_written ? 1 : 0;
    }
    return written;
}

}  // namespace baken
