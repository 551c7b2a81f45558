#include "output/look.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

std::string parameter(std::string_view name, const std::string& value) {
    return fmt::format("<se:SvgParameter name=\"{}\">{}</se:SvgParameter>", name, xml_escaped(value));
}

/// SLD measures in pixels of 0.28 mm.
std::string pixels(double millimetres) { return fixed_text(millimetres / 0.28, 2); }

std::string stroke(const std::string& colour, double width, bool is_dashed) {
    return "<se:Stroke>" + parameter("stroke", colour) + parameter("stroke-width", pixels(width)) +
           (is_dashed ? parameter("stroke-dasharray", "6 3") : "") + "</se:Stroke>";
}

/// SLD knows six marks by name; those it lacks become the one that is told apart best from the others in use.
std::string known_mark(const std::string& shape) {
    if (shape == "diamond") return "x";
    if (shape == "hexagon") return "cross";
    if (shape == "pentagon") return "triangle";
    return shape;
}

std::string symbolizer(const MapMark& mark, ShapeType shape) {
    if (shape == ShapeType::line)
        return "<se:LineSymbolizer>" + stroke(mark.fill, mark.size, mark.shape == "dash") + "</se:LineSymbolizer>";
    if (shape == ShapeType::area)
        return "<se:PolygonSymbolizer>" +
               (mark.fill.empty() ? "" : "<se:Fill>" + parameter("fill", mark.fill) + "</se:Fill>") +
               stroke(mark.outline, mark.size, false) + "</se:PolygonSymbolizer>";
    return fmt::format(
        "<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>{}</se:WellKnownName><se:Fill>{}</se:Fill>{}</"
        "se:Mark>"
        "<se:Size>{}</se:Size></se:Graphic></se:PointSymbolizer>",
        known_mark(mark.shape), parameter("fill", mark.fill), stroke(mark.outline, mark.outline_width, false),
        pixels(mark.size));
}

std::string compared(std::string_view how, const std::string& field, double number) {
    return fmt::format("<ogc:{0}><ogc:PropertyName>{1}</ogc:PropertyName><ogc:Literal>{2}</ogc:Literal></ogc:{0}>", how,
                       xml_escaped(field), number_text(number));
}

/// A number that two classes share belongs to the earlier.
std::string range_filter(const Look& look, const LookCategory& category) {
    const bool is_first = &category == look.categories.data();
    return "<ogc:Filter><ogc:And>" +
           compared(is_first ? "PropertyIsGreaterThanOrEqualTo" : "PropertyIsGreaterThan", look.field,
                    category.range->low) +
           compared("PropertyIsLessThanOrEqualTo", look.field, category.range->high) + "</ogc:And></ogc:Filter>";
}

std::string filter(const Look& look, const LookCategory& category) {
    if (look.field.empty()) return {};
    if (category.range) return range_filter(look, category);
    if (category.value.empty()) return "<se:ElseFilter/>";
    return fmt::format(
        "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>{}</ogc:PropertyName><ogc:Literal>{}</ogc:Literal>"
        "</ogc:PropertyIsEqualTo></ogc:Filter>",
        xml_escaped(look.field), xml_escaped(category.value));
}

}  // namespace

std::string sld_of(const FeatureTable& layer, const Look& look) {
    std::string rules;
    for (const auto& category : look.categories) {
        const std::string label = category.label.empty() ? layer.name : category.label;
        rules += "<se:Rule><se:Name>" + xml_escaped(label) + "</se:Name>" + filter(look, category);
        if (look.smallest_scale > 0)
            rules += fmt::format("<se:MaxScaleDenominator>{}</se:MaxScaleDenominator>", look.smallest_scale);
        rules += symbolizer(category.mark, look.shape) + "</se:Rule>\n";
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<StyledLayerDescriptor version=\"1.1.0\" xmlns=\"http://www.opengis.net/sld\" "
        "xmlns:se=\"http://www.opengis.net/se\" "
        "xmlns:ogc=\"http://www.opengis.net/ogc\">\n<NamedLayer><se:Name>{0}</se:Name>\n<UserStyle><se:Name>{0}</"
        "se:Name>\n"
        "<se:FeatureTypeStyle>\n{1}</se:FeatureTypeStyle>\n</UserStyle>\n</NamedLayer>\n</StyledLayerDescriptor>\n",
        xml_escaped(layer.name), rules);
}

}  // namespace baken
