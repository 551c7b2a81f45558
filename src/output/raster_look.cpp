#include "output/raster_look.hpp"

#include "base/text.hpp"
#include "output/look.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

std::string bound_text(double bound, Language language) {
    const int decimals = bound < 1 ? 2 : bound < 10 ? 1 : 0;
    return fixed_text(bound, decimals, language == Language::nl);
}

/// Each item holds up to its value, the last one all that is left: rounding to the file's digits loses no cell.
std::string items(const RasterLook& look) {
    std::string all;
    for (std::size_t i = 0; i < look.classes.size(); ++i) {
        const RasterClass& one = look.classes[i];
        const std::string value = i + 1 == look.classes.size() ? "inf" : number_text(one.to);
        all += fmt::format("<item value=\"{}\" color=\"{}\" alpha=\"255\" label=\"{}\"/>\n", value, one.colour,
                           xml_escaped(fmt::format("{} \u2013 {} {}", bound_text(one.from, look.language),
                                                   bound_text(one.to, look.language), look.unit)));
    }
    return all;
}

}  // namespace

const std::vector<std::string>& density_colours() {
    static const std::vector<std::string> colours{"#dbe5f5", "#b0c6e8", "#7a9dd3", "#4570b4", "#1f3a6e"};
    return colours;
}

std::string raster_style(const RasterLook& look) {
    const std::string lowest = number_text(look.classes.empty() ? 0 : look.classes.front().from);
    const std::string highest = number_text(look.classes.empty() ? 0 : look.classes.back().to);
    return fmt::format(
        "<pipe>\n<provider><resampling enabled=\"false\" zoomedInResamplingMethod=\"nearestNeighbour\" "
        "zoomedOutResamplingMethod=\"nearestNeighbour\" maxOversampling=\"2\"/></provider>\n"
        "<rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"{}\" alphaBand=\"-1\" nodataColor=\"\" "
        "classificationMin=\"{}\" classificationMax=\"{}\">\n"
        "<rasterTransparency><singleValuePixelList><pixelListEntry min=\"0\" max=\"0\" percentTransparent=\"100\"/>"
        "</singleValuePixelList></rasterTransparency>\n"
        "<minMaxOrigin><limits>None</limits><extent>WholeRaster</extent><statAccuracy>Exact</statAccuracy>"
        "</minMaxOrigin>\n"
        "<rastershader><colorrampshader colorRampType=\"DISCRETE\" classificationMode=\"1\" clip=\"0\" "
        "labelPrecision=\"2\" minimumValue=\"{}\" maximumValue=\"{}\">\n{}</colorrampshader></rastershader>\n"
        "</rasterrenderer>\n<brightnesscontrast brightness=\"0\" contrast=\"0\" gamma=\"1\"/>\n"
        "<huesaturation saturation=\"0\" grayscaleMode=\"0\" colorizeOn=\"0\"/>\n"
        "<rasterresampler maxOversampling=\"2\"/>\n</pipe>\n<blendMode>0</blendMode>\n",
        number_text(look.opacity), lowest, highest, lowest, highest, items(look));
}

std::string raster_qml(const RasterLook& look) {
    return fmt::format(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"{}\" "
        "styleCategories=\"AllStyleCategories\" hasScaleBasedVisibilityFlag=\"0\" minScale=\"100000000\" "
        "maxScale=\"0\">\n{}</qgis>\n",
        qgis_version, raster_style(look));
}

}  // namespace baken
