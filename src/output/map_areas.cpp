#include "output/map_areas.hpp"

#include "geo/core/measure.hpp"
#include "output/ink.hpp"
#include "output/map_clip.hpp"
#include "output/text_width.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr double name_size = 11;

std::string ring_path(const Ring& ring, const MapFrame& frame) {
    std::string path;
    Spot last{-1e9, -1e9};
    for (const MapPoint p : ring) {
        const Spot at = frame.place(p);
        // Corners closer than a hair's breadth are one corner.
        if (!path.empty() && std::abs(at.x - last.x) < 0.3 && std::abs(at.y - last.y) < 0.3) continue;
        path += (path.empty() ? "M" : "L") + svg_number(at.x) + " " + svg_number(at.y);
        last = at;
    }
    return path.empty() ? path : path + "Z";
}

MultiPolygon ground_in_sight(const Municipality& municipality, const Box& box) {
    MultiPolygon inside;
    for (const Polygon& part : municipality.area) {
        Polygon kept{clipped_ring(part.outer, box), {}};
        if (kept.outer.empty()) continue;
        for (const Ring& hole : part.holes)
            if (Ring rest = clipped_ring(hole, box); !rest.empty()) kept.holes.push_back(std::move(rest));
        inside.push_back(std::move(kept));
    }
    return inside;
}

void draw_boundary(Svg& picture, const Municipality& municipality, const MapFrame& frame, bool is_lifted) {
    const Box around = frame.ground_and(8);
    const bool is_near = frame.metres_per_unit() < 4;
    std::string path;
    const auto add = [&](const Ring& ring) {
        for (const Line& piece : clipped(ring, around)) {
            std::string part = ring_path(piece, frame);
            if (!part.empty()) part.pop_back();
            path += part;
        }
    };
    for (const Polygon& part : municipality.area) {
        add(part.outer);
        for (const Ring& hole : part.holes) add(hole);
    }
    if (path.empty()) return;
    SvgAttributes look{{"d", path},
                       {"fill", "none"},
                       {"stroke", std::string(is_lifted ? ink::accent : std::string_view("#8c94a3"))},
                       {"stroke-width", is_lifted ? "1.8" : "1"},
                       {"stroke-linejoin", "round"}};
    if (is_near) look.emplace_back("stroke-dasharray", "8 3 2 3");
    picture.shape("path", look);
}

/// Places to try for a name, from the middle outward.
std::vector<Spot> tries_around(Spot middle, double width, double height) {
    std::vector<Spot> spots{middle};
    for (int ring = 1; ring <= 6; ++ring)
        for (const auto& [dx, dy] : {std::pair{0.0, -1.0},
                                     {0.0, 1.0},
                                     {-0.6, 0.0},
                                     {0.6, 0.0},
                                     {-0.6, -1.0},
                                     {0.6, -1.0},
                                     {-0.6, 1.0},
                                     {0.6, 1.0}})
            spots.push_back({middle.x + dx * ring * width / 4, middle.y + dy * ring * height});
    return spots;
}

}  // namespace

std::vector<std::uint32_t> areas_in_sight(const Region& region, const MapFrame& frame) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t m = 0; m < region.municipalities.size(); ++m)
        if (!ground_in_sight(region.municipalities[m], frame.ground()).empty()) found.push_back(m);
    return found;
}

void draw_ground(Svg& picture, const Region& region, const MapFrame& frame, std::optional<std::uint32_t> lifted) {
    picture.shape("rect", {{"x", "0"},
                           {"y", "0"},
                           {"width", svg_number(frame.width())},
                           {"height", svg_number(frame.height())},
                           {"fill", "#e9ebef"}});
    for (std::uint32_t m = 0; m < region.municipalities.size(); ++m) {
        std::string path;
        for (const Polygon& part : ground_in_sight(region.municipalities[m], frame.ground_and(8))) {
            path += ring_path(part.outer, frame);
            for (const Ring& hole : part.holes) path += ring_path(hole, frame);
        }
        if (path.empty()) continue;
        const bool is_quiet = lifted && *lifted != m;
        picture.shape("path", {{"d", path}, {"fill", is_quiet ? "#eff0f3" : "#f8f9fa"}, {"fill-rule", "evenodd"}});
    }
}

void draw_boundaries(Svg& picture, const Region& region, const MapFrame& frame, std::optional<std::uint32_t> lifted) {
    for (std::uint32_t m = 0; m < region.municipalities.size(); ++m)
        if (m != lifted) draw_boundary(picture, region.municipalities[m], frame, false);
    if (lifted && *lifted < region.municipalities.size())
        draw_boundary(picture, region.municipalities[*lifted], frame, true);
}

std::size_t draw_area_names(Svg& picture, const Region& region, const MapFrame& frame, MapRoom& room,
                            std::optional<std::uint32_t> lifted) {
    std::size_t written = 0;
    for (const std::uint32_t m : areas_in_sight(region, frame)) {
        const MultiPolygon ground = ground_in_sight(region.municipalities[m], frame.ground());
        const std::string name = shortened(region.municipalities[m].name, 40);
        const bool is_quiet = lifted && *lifted != m;
        const double width = text_width(name, name_size, LetterWeight::bold);
        for (const Spot at : tries_around(frame.place(centroid(ground)), width, name_size)) {
            const MapPoint where{frame.ground().min_x + at.x * frame.metres_per_unit(),
                                 frame.ground().max_y - at.y * frame.metres_per_unit()};
            if (!contains(ground, where) || !room.take({at, width + 4, name_size * 1.2, 0})) continue;
            for (const bool is_halo : {true, false}) {
                SvgAttributes look{{"text-anchor", "middle"},
                                   {"font-size", svg_number(name_size)},
                                   {"font-weight", "bold"},
                                   {"fill", std::string(is_halo    ? ink::surface
                                                        : is_quiet ? ink::soft
                                                                   : ink::accent)}};
                if (is_halo)
                    look.insert(
                        look.end(),
                        {{"stroke", std::string(ink::surface)}, {"stroke-width", "3"}, {"stroke-linejoin", "round"}});
                picture.text(at.x, at.y + name_size * 0.36, name, look);
            }
            ++written;
            break;
        }
    }
    return written;
}

}  // namespace baken
