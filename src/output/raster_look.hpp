#pragma once
/// How a grid of numbers is drawn: classes of colour, in QGIS's own language.

#include "base/language.hpp"

#include <string>
#include <vector>

namespace baken {

struct RasterClass {
    double from = 0, to = 0;  ///< the upper bound belongs to it
    std::string colour;       ///< "#1f3a6e"
};

struct RasterLook {
    std::string name;                  ///< of the layer among all of a project: "density"
    std::string title;                 ///< as people read it
    std::string unit;                  ///< behind the bounds in the legend
    double opacity = 1;                ///< 0 to 1
    std::vector<RasterClass> classes;  ///< ascending; cells of 0 and cells that are not known are not drawn
    Language language = Language::nl;
};

/// One hue, light to dark, on white paper: what the window draws with.
[[nodiscard]] const std::vector<std::string>& density_colours();

/// The style as it stands in a project and in a style file.
[[nodiscard]] std::string raster_style(const RasterLook&);
/// The style as a file of its own.
[[nodiscard]] std::string raster_qml(const RasterLook&);

}  // namespace baken
