#pragma once
/// A map of a part of the region as a vector picture: boundaries, roads by class with their names, hotspots, checks,
/// scale bar and north. In RD, north up.
///
///     map_picture(project, {.view = around(hotspot.at, 250_m), .width = 480, .height = 320, .hotspot = 3});
///     map_picture(project, {.view = whole_region(project), .municipality = 2});

#include "geo/core/shape.hpp"
#include "model/project.hpp"

#include <optional>
#include <string>

namespace baken {

struct MapPicture {
    Box view;  ///< what must be in sight; the picture's shape may show more
    double width = 640, height = 420;
    std::optional<std::size_t> hotspot = {};         ///< drawn in front, with its events around it
    std::optional<std::uint32_t> municipality = {};  ///< lifted; the others stay quiet
    bool has_hotspots = true;                        ///< numbered discs by rank
    bool has_checks = false;
    bool has_road_names = true;
    bool has_legend = true;
    bool has_density = false;    ///< of accidents along the road, in classes
    bool has_stretches = false;  ///< thick, with their rank
    double paper_width = 0;      ///< millimetres of the picture on paper, for "1:2.500"; 0: not known
};

[[nodiscard]] std::string map_picture(const Project&, const MapPicture&);

[[nodiscard]] Box around(MapPoint, Metres reach);
/// All municipalities, with a margin of a fiftieth. Some place on the map where there are none.
[[nodiscard]] Box whole_region(const Project&);

/// The picture in words, for a reader who does not see it.
[[nodiscard]] std::string map_words(const Project&, const MapPicture&);

/// Names of the roads in a box, the nearest to `from` first; where the project has no roads, the streets that the
/// accident register names there.
[[nodiscard]] std::vector<std::string> road_names_in(const Project&, const Box&, MapPoint from);

}  // namespace baken
