#include "output/map_picture.hpp"

#include "base/text.hpp"
#include "output/ink.hpp"
#include "output/svg.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

std::string map_picture(const Project& project, const MapPicture& asked) {
    Svg picture(asked.width, asked.height, project.settings.name);
    const Box& view = asked.view;
    const double scale = std::min(asked.width / (view.max_x - view.min_x), asked.height / (view.max_y - view.min_y));
    for (const auto& municipality : project.region->municipalities)
        for (const auto& polygon : municipality.area) {
            std::string points;
            for (const MapPoint p : polygon.outer)
                points += fmt::format("{},{} ", svg_number((p.x - view.min_x) * scale),
                                      svg_number((view.max_y - p.y) * scale));
            picture.shape("polygon", {{"points", points}, {"fill", "none"}, {"stroke", std::string(ink::soft)}});
        }
    return picture.done();
}

}  // namespace baken
