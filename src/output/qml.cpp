#include "output/look.hpp"

#include "base/text.hpp"

#include <array>
#include <charconv>
#include <cstdint>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr const char* letters = "Open Sans";

using Settings = std::vector<std::pair<std::string, std::string>>;

/// "#d55e00" -> "213,94,0,255"; empty: seen through.
std::string rgba(const std::string& colour) {
    if (colour.size() != 7) return "255,255,255,0";
    std::array<unsigned, 3> part{};
    for (std::size_t i = 0; i < 3; ++i)
        std::from_chars(colour.data() + 1 + 2 * i, colour.data() + 3 + 2 * i, part[i], 16);
    return fmt::format("{},{},{},255", part[0], part[1], part[2]);
}

std::string option(const std::string& name, const std::string& value, std::string_view type = "QString") {
    return fmt::format("<Option name=\"{}\" type=\"{}\" value=\"{}\"/>", xml_escaped(name), type, xml_escaped(value));
}

std::string option_map(const std::string& name, const std::string& content) {
    return name.empty() ? fmt::format("<Option type=\"Map\">{}</Option>", content)
                        : fmt::format("<Option name=\"{}\" type=\"Map\">{}</Option>", name, content);
}

/// Properties that an expression decides, as QGIS nests them.
std::string decided_by(const Settings& properties) {
    std::string content;
    for (const auto& [name, expression] : properties) {
        constexpr const char* by_expression = "3";
        content += option_map(name, option("active", "true", "bool") + option("expression", expression) +
                                        option("type", by_expression, "int"));
    }
    return "<data_defined_properties>" +
           option_map("",
                      option("name", "") +
                          (properties.empty() ? "<Option name=\"properties\"/>" : option_map("properties", content)) +
                          option("type", "collection")) +
           "</data_defined_properties>";
}

std::string symbol_layer(std::string_view type, const Settings& settings, const Settings& decided = {}) {
    std::string content;
    for (const auto& [name, value] : settings) content += option(name, value);
    return fmt::format("<layer class=\"{}\" enabled=\"1\" locked=\"0\" pass=\"0\">{}{}</layer>", type,
                       option_map("", content), decided_by(decided));
}

std::string point_symbol(const MapMark& mark, const Look& look) {
    Settings decided;
    if (!look.size_expression.empty()) decided.emplace_back("size", look.size_expression);
    if (!look.offset_expression.empty()) decided.emplace_back("offset", look.offset_expression);
    std::string layers = symbol_layer("SimpleMarker",
                                      {{"name", mark.shape},
                                       {"color", rgba(mark.fill)},
                                       {"outline_color", rgba(mark.outline)},
                                       {"outline_width", number_text(mark.outline_width)},
                                       {"outline_width_unit", "MM"},
                                       {"outline_style", "solid"},
                                       {"joinstyle", "miter"},
                                       {"angle", "0"},
                                       {"size", number_text(mark.size)},
                                       {"size_unit", "MM"},
                                       {"offset", "0,0"},
                                       {"offset_unit", "MM"},
                                       {"horizontal_anchor_point", "1"},
                                       {"vertical_anchor_point", "1"}},
                                      decided);
    if (!look.symbol_text_expression.empty())
        layers += symbol_layer("FontMarker",
                               {{"font", letters},
                                {"font_style", "Bold"},
                                {"chr", "?"},
                                {"color", rgba("#1d2127")},
                                {"size", "3.2"},
                                {"size_unit", "MM"},
                                {"outline_width", "0"},
                                {"joinstyle", "miter"},
                                {"offset", "0,-0.25"},
                                {"horizontal_anchor_point", "1"},
                                {"vertical_anchor_point", "1"}},
                               {{"char", look.symbol_text_expression}});
    return layers;
}

std::string line_symbol(const MapMark& mark) {
    return symbol_layer("SimpleLine", {{"line_color", rgba(mark.fill)},
                                       {"line_width", number_text(mark.size)},
                                       {"line_width_unit", "MM"},
                                       {"line_style", mark.shape},
                                       {"capstyle", "round"},
                                       {"joinstyle", "round"}});
}

std::string area_symbol(const MapMark& mark) {
    return symbol_layer("SimpleFill", {{"color", rgba(mark.fill)},
                                       {"style", mark.fill.empty() ? "no" : mark.shape},
                                       {"outline_color", rgba(mark.outline)},
                                       {"outline_width", number_text(mark.size)},
                                       {"outline_width_unit", "MM"},
                                       {"outline_style", mark.shape},
                                       {"joinstyle", "round"}});
}

std::string symbol(const std::string& name, const MapMark& mark, const Look& look) {
    const auto wrapped = [&](std::string_view type, const std::string& layers) {
        return fmt::format(
            "<symbol name=\"{}\" type=\"{}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">{}</symbol>\n", name,
            type, layers);
    };
    switch (look.shape) {
        case ShapeType::line: return wrapped("line", line_symbol(mark));
        case ShapeType::area: return wrapped("fill", area_symbol(mark));
        case ShapeType::point:
        case ShapeType::none: break;
    }
    return wrapped("marker", point_symbol(mark, look));
}

std::string renderer(const Look& look) {
    std::string symbols, categories, ranges, order;
    for (std::size_t i = 0; i < look.categories.size(); ++i) {
        const LookCategory& category = look.categories[i];
        symbols += symbol(std::to_string(i), category.mark, look);
        if (category.range)
            ranges += fmt::format("<range render=\"true\" symbol=\"{}\" lower=\"{}\" upper=\"{}\" label=\"{}\"/>\n", i,
                                  number_text(category.range->low), number_text(category.range->high),
                                  xml_escaped(category.label));
        categories +=
            fmt::format("<category render=\"true\" symbol=\"{}\" type=\"string\" value=\"{}\" label=\"{}\"/>\n", i,
                        xml_escaped(category.value), xml_escaped(category.label));
    }
    if (!look.order_by.empty())
        order = fmt::format("<orderby><orderByClause asc=\"0\" nullsFirst=\"0\">{}</orderByClause></orderby>",
                            xml_escaped(look.order_by));
    const std::string shared =
        fmt::format("forceraster=\"0\" symbollevels=\"0\" enableorderby=\"{}\"", order.empty() ? 0 : 1);
    if (look.field.empty())
        return fmt::format(
            "<renderer-v2 type=\"singleSymbol\" "
            "{}>\n<symbols>\n{}</symbols>\n<rotation/>\n<sizescale/>\n{}</renderer-v2>\n",
            shared, symbols, order);
    if (!ranges.empty())
        return fmt::format(
            "<renderer-v2 type=\"graduatedSymbol\" attr=\"{}\" graduatedMethod=\"GraduatedColor\" "
            "{}>\n<ranges>\n{}</ranges>\n<symbols>\n{}</symbols>\n<rotation/>\n<sizescale/>\n{}</renderer-v2>\n",
            xml_escaped(look.field), shared, ranges, symbols, order);
    return fmt::format(
        "<renderer-v2 type=\"categorizedSymbol\" attr=\"{}\" "
        "{}>\n<categories>\n{}</categories>\n<symbols>\n{}</symbols>\n"
        "<rotation/>\n<sizescale/>\n{}</renderer-v2>\n",
        xml_escaped(look.field), shared, categories, symbols, order);
}

std::string placement(const LookLabel& label) {
    // 6: tried in order at the places around the point; 4: level inside the area; 2: along the line.
    const int kind = label.place == LabelPlace::around_point ? 6 : label.place == LabelPlace::inside_area ? 4 : 2;
    return fmt::format(
        "<placement placement=\"{}\" dist=\"{}\" distUnits=\"MM\" priority=\"{}\" offsetType=\"{}\" "
        "placementFlags=\"10\" "
        "predefinedPositionOrder=\"{}\" polygonPlacementFlags=\"2\" centroidInside=\"1\" "
        "fitInPolygonOnly=\"0\" repeatDistance=\"0\" xOffset=\"0\" yOffset=\"0\" rotationAngle=\"0\" "
        "overrunDistance=\"0\" maxCurvedCharAngleIn=\"25\" maxCurvedCharAngleOut=\"-25\" "
        "geometryGeneratorEnabled=\"0\"/>",
        kind, number_text(label.distance), label.priority, label.is_from_point ? 0 : 1, label.positions);
}

std::string labelling(const LookLabel& label) {
    return fmt::format(
        "<labeling type=\"simple\">\n<settings calloutType=\"simple\">\n"
        "<text-style fieldName=\"{}\" isExpression=\"1\" fontFamily=\"{}\" fontSize=\"{}\" fontSizeUnit=\"Point\" "
        "fontWeight=\"{}\" "
        "namedStyle=\"{}\" fontItalic=\"0\" textColor=\"{}\" textOpacity=\"1\" multilineHeight=\"1\" blendMode=\"0\" "
        "useSubstitutions=\"0\" "
        "previewBkgrdColor=\"255,255,255,255\">"
        "<text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\" "
        "bufferOpacity=\"0.85\" "
        "bufferJoinStyle=\"128\" bufferNoFill=\"1\" bufferBlendMode=\"0\"/>"
        "<background shapeDraw=\"0\"/><shadow shadowDraw=\"0\"/></text-style>\n"
        "<text-format multilineAlign=\"3\" plussign=\"0\" formatNumbers=\"0\" autoWrapLength=\"{}\" "
        "useMaxLineLengthForAutoWrap=\"1\" wrapChar=\"\"/>\n"
        "{}\n"
        "<rendering drawLabels=\"1\" displayAll=\"0\" obstacle=\"1\" obstacleFactor=\"1\" obstacleType=\"1\" "
        "scaleVisibility=\"{}\" scaleMin=\"0\" "
        "scaleMax=\"{}\" upsidedownLabels=\"0\" mergeLines=\"{}\" minFeatureSize=\"0\" limitNumLabels=\"0\" "
        "fontLimitPixelSize=\"0\" zIndex=\"0\" "
        "labelPerPart=\"0\"/>\n</settings>\n</labeling>\n",
        xml_escaped(label.expression), letters, number_text(label.points), label.is_bold ? 75 : 50,
        label.is_bold ? "Bold" : "Regular", rgba(label.colour), label.place == LabelPlace::around_point ? 28 : 0,
        placement(label), label.smallest_scale > 0 ? 1 : 0, label.smallest_scale,
        label.place == LabelPlace::along_line ? 1 : 0);
}

std::string value_map(const CodeWords& words) {
    std::string list;
    for (const auto& [code, word] : words) list += option_map("", option(word, code));
    return fmt::format("<editWidget type=\"ValueMap\"><config>{}</config></editWidget>",
                       option_map("", fmt::format("<Option name=\"map\" type=\"List\">{}</Option>", list)));
}

std::string widget(const FeatureTable& layer, const Field& field, Language language) {
    if (const CodeWords words = codes_of(layer.name, field.name, language); !words.empty()) return value_map(words);
    if (field.name == "reason" || field.name == "remark")
        return "<editWidget type=\"TextEdit\"><config>" + option_map("", option("IsMultiline", "true", "bool")) +
               "</config></editWidget>";
    return {};
}

/// `written`: the names of the fields as they stand in the file.
std::string fields(const FeatureTable& layer, Language language, const std::vector<std::string>& written) {
    std::string widgets, aliases;
    const auto name = [&](std::size_t index, const std::string& in_file, const std::string& field) {
        aliases += fmt::format("<alias index=\"{}\" field=\"{}\" name=\"{}\"/>\n", index, xml_escaped(in_file),
                               xml_escaped(alias_of(field, language)));
    };
    name(0, "fid", "fid");
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        const std::string found = widget(layer, layer.fields[i], language);
        const std::string& in_file = i < written.size() ? written[i] : layer.fields[i].name;
        if (!found.empty())
            widgets +=
                fmt::format("<field name=\"{}\" configurationFlags=\"None\">{}</field>\n", xml_escaped(in_file), found);
        name(i + 1, in_file, layer.fields[i].name);
    }
    return fmt::format("<fieldConfiguration>\n{}</fieldConfiguration>\n<aliases>\n{}</aliases>\n", widgets, aliases);
}

int geometry_code(ShapeType shape) { return shape == ShapeType::line ? 1 : shape == ShapeType::area ? 2 : 0; }

}  // namespace

LayerStyle style_of(const FeatureTable& layer, const Look& look, Language language,
                    const std::vector<std::string>& written) {
    LayerStyle style;
    style.attributes = fmt::format(
        "styleCategories=\"AllStyleCategories\" labelsEnabled=\"{}\" "
        "hasScaleBasedVisibilityFlag=\"{}\" "
        "minScale=\"{}\" maxScale=\"0\" readOnly=\"0\" simplifyDrawingHints=\"{}\" simplifyDrawingTol=\"1\"",
        look.labels.empty() ? 0 : 1, look.smallest_scale > 0 ? 1 : 0,
        look.smallest_scale > 0 ? look.smallest_scale : 100'000'000, look.shape == ShapeType::point ? 0 : 1);
    style.elements = renderer(look);
    if (!look.labels.empty()) style.elements += labelling(look.labels.front());
    style.elements +=
        "<blendMode>0</blendMode>\n<featureBlendMode>0</featureBlendMode>\n<layerOpacity>1</layerOpacity>\n";
    style.elements += fields(layer, language, written);
    if (!look.display_expression.empty())
        style.elements += "<previewExpression>" + xml_escaped(look.display_expression) + "</previewExpression>\n";
    if (!look.map_tip.empty()) style.elements += "<mapTip>" + xml_escaped(look.map_tip) + "</mapTip>\n";
    return style;
}

std::string qml_of(const FeatureTable& layer, const Look& look, Language language,
                   const std::vector<std::string>& written) {
    const LayerStyle style = style_of(layer, look, language, written);
    return fmt::format(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"{}\" {}>\n{}"
        "<layerGeometryType>{}</layerGeometryType>\n</qgis>\n",
        qgis_version, style.attributes, style.elements, geometry_code(look.shape));
}

}  // namespace baken
