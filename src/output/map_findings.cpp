#include "output/map_findings.hpp"

#include "geo/core/measure.hpp"
#include "model/findings.hpp"
#include "output/ink.hpp"
#include "output/map_clip.hpp"
#include "output/text_width.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

constexpr std::array density_widths{1.4, 1.9, 2.5, 3.2, 4.0};
constexpr double stretch_width = 3.4, junction_width = 7;

std::string path_of(const MultiLine& lines, const MapFrame& frame) {
    std::string path;
    for (const Line& line : lines)
        for (const Line& piece : clipped(line, frame.ground_and(12)))
            for (std::size_t i = 0; i < piece.size(); ++i) {
                const Spot at = frame.place(piece[i]);
                path += (i == 0 ? "M" : "L") + svg_number(at.x) + " " + svg_number(at.y);
            }
    return path;
}

SvgAttributes stroke(const std::string& path, std::string_view colour, double width, bool is_dashed = false) {
    SvgAttributes all{{"d", path},
                      {"fill", "none"},
                      {"stroke", std::string(colour)},
                      {"stroke-width", svg_number(width)},
                      {"stroke-linejoin", "round"},
                      {"stroke-linecap", is_dashed ? "butt" : "round"}};
    if (is_dashed) all.emplace_back("stroke-dasharray", "6 3");
    return all;
}

}  // namespace

MapPoint middle_along(const MultiLine& lines) {
    const Line* longest = &lines.front();
    for (const Line& line : lines)
        if (length(line).value > length(*longest).value) longest = &line;
    double left = length(*longest).value / 2;
    for (std::size_t i = 0; i + 1 < longest->size(); ++i) {
        const MapPoint a = (*longest)[i], b = (*longest)[i + 1];
        const double here = distance(a, b).value;
        if (here >= left && here > 0) return {a.x + (b.x - a.x) * left / here, a.y + (b.y - a.y) * left / here};
        left -= here;
    }
    return longest->back();
}

std::vector<RoadDensityClass> draw_density(Svg& picture, const Findings& findings, const MapFrame& frame) {
    const std::vector<RoadDensityClass> classes = classes_of(findings.lixels);
    bool is_seen = false;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        std::string path;
        for (const LixelFinding& lixel : findings.lixels)
            if (classes[i].holds(lixel.density)) path += path_of({lixel.line}, frame);
        if (path.empty()) continue;
        is_seen = true;
        const std::size_t step = road_density_step(i, classes.size());
        picture.shape("path", stroke(path, ink::density.at(step), density_widths.at(step)));
    }
    return is_seen ? classes : std::vector<RoadDensityClass>();
}

std::size_t draw_stretches(Svg& picture, const Findings& findings, const MapFrame& frame) {
    std::size_t seen = 0;
    for (const bool is_edge : {true, false})
        for (const StretchFinding& stretch : findings.stretches) {
            const std::string path = path_of(stretch.lines, frame);
            if (path.empty()) continue;
            seen += is_edge ? 0 : 1;
            const bool is_dashed = !is_edge && stretch.method == StretchFinding::Method::kde_plus;
            const double width = stretch.method == StretchFinding::Method::junction ? junction_width : stretch_width;
            picture.shape(
                "path", stroke(path, is_edge ? ink::surface : ink::stretch, is_edge ? width + 1.6 : width, is_dashed));
        }
    return seen;
}

void draw_stretch_ranks(Svg& picture, const Findings& findings, const MapFrame& frame, MapRoom& room) {
    constexpr double size = 8.5, height = 12;
    const std::vector<std::size_t> order = stretches_by_rank(findings);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const MultiLine& lines = findings.stretches[order[i]].lines;
        if (lines.empty() || lines.front().empty()) continue;
        const Spot at = frame.place(middle_along(lines));
        const std::string rank = std::to_string(i + 1);
        const double width = std::max(height, text_width(rank, size, LetterWeight::bold) + 6);
        if (!room.take({at, width, height, 0})) continue;
        picture.shape("rect", {{"x", svg_number(at.x - width / 2)},
                               {"y", svg_number(at.y - height / 2)},
                               {"width", svg_number(width)},
                               {"height", svg_number(height)},
                               {"rx", "3"},
                               {"fill", std::string(ink::surface)},
                               {"stroke", std::string(ink::stretch)},
                               {"stroke-width", "1"}});
        picture.text(at.x, at.y + size * 0.36, rank,
                     {{"text-anchor", "middle"},
                      {"font-size", svg_number(size)},
                      {"font-weight", "bold"},
                      {"fill", std::string(ink::stretch)}});
    }
}

void draw_density_sample(Svg& picture, Spot at, std::size_t step) {
    picture.shape("path", stroke("M" + svg_number(at.x - 5) + " " + svg_number(at.y) + "h10", ink::density.at(step),
                                 density_widths.at(step)));
}

void draw_stretch_sample(Svg& picture, Spot at) {
    picture.shape("path",
                  stroke("M" + svg_number(at.x - 5) + " " + svg_number(at.y) + "h10", ink::stretch, stretch_width));
}

}  // namespace baken
