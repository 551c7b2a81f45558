#pragma once
/// A map of a part of the region as a vector picture: boundaries, roads by class with their names, hotspots, checks,
/// scale bar and north. In RD, north up.
///
///     map_picture(project, {.view = around(hotspot.at, 250_m), .width = 480, .height = 320, .hotspot = 3});

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
};

[[nodiscard]] std::string map_picture(const Project&, const MapPicture&);

}  // namespace baken
