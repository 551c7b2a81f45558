#include "geo/io/kml_text.hpp"

#include "base/text.hpp"
#include "geo/io/mark_picture.hpp"
#include "geo/io/row_work.hpp"
#include "geo/io/sheet.hpp"
#include "geo/io/to_degrees.hpp"
#include "geo/io/zip_bytes.hpp"

#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr int icon_pixels = 64;

/// KML has the see-through part first and then blue, green, red: "#d55e00" -> "ff005ed5".
std::string kml_colour(const std::string& colour, std::string_view opacity = "ff") {
    if (colour.size() != 7) return "00ffffff";
    return std::string(opacity) + colour.substr(5, 2) + colour.substr(3, 2) + colour.substr(1, 2);
}

std::string_view kml_type(FieldType type) {
    switch (type) {
        case FieldType::integer: return "int";
        case FieldType::real: return "double";
        case FieldType::boolean: return "bool";
        case FieldType::text:
        case FieldType::date:
        case FieldType::date_time: break;
    }
    return "string";
}

std::string coordinates(const std::vector<MapPoint>& points) {
    std::string text;
    for (const MapPoint& p : points) text += fmt::format("{}{:.9f},{:.9f}", text.empty() ? "" : " ", p.x, p.y);
    return "<coordinates>" + text + "</coordinates>";
}

struct Geometry {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(MapPoint p) const { return "<Point>" + coordinates({p}) + "</Point>"; }
    std::string operator()(const MultiLine& lines) const {
        std::string all;
        for (const Line& line : lines)
            all += "<LineString><tessellate>1</tessellate>" + coordinates(line) + "</LineString>";
        return lines.size() == 1 ? all : "<MultiGeometry>" + all + "</MultiGeometry>";
    }
    std::string operator()(const MultiPolygon& areas) const {
        std::string all;
        for (const Polygon& area : areas) {
            all += "<Polygon><tessellate>1</tessellate>" + ring("outer", area.outer);
            for (const Ring& hole : area.holes) all += ring("inner", hole);
            all += "</Polygon>";
        }
        return areas.size() == 1 ? all : "<MultiGeometry>" + all + "</MultiGeometry>";
    }

private:
    static std::string ring(std::string_view which, const Ring& points) {
        return fmt::format("<{0}BoundaryIs><LinearRing>{1}</LinearRing></{0}BoundaryIs>", which, coordinates(points));
    }
};

/// A mark whose colour is laid over it later.
MapMark white(MapMark mark) {
    mark.fill = "#ffffff";
    mark.outline = "#1d2127";
    return mark;
}

class KmlWriting {
public:
    KmlWriting(const FeatureTable& table, const LayerDrawing& drawing, Language language, bool has_icons)
        : table_(table), drawing_(drawing), language_(language), has_icons_(has_icons) {}

    std::string text(const Work& work) const {
        const std::string title = xml_escaped(drawing_.title.empty() ? table_.name : drawing_.title);
        std::string kml =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n";
        kml += "<name>" + title + "</name><open>1</open>\n" + (has_icons_ ? "" : schema()) + styles();
        kml += "<Folder><name>" + title + "</name>" + legend() + "\n";
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            at_row(work, table_, row);
            kml += placemark(row);
        }
        return kml + "</Folder>\n</Document>\n</kml>\n";
    }

private:
    [[nodiscard]] std::string schema() const {
        std::string fields;
        for (const Field& field : table_.fields)
            fields += fmt::format("<SimpleField name=\"{}\" type=\"{}\"><displayName>{}</displayName></SimpleField>\n",
                                  xml_escaped(own_name(field.name)), kml_type(field.type), xml_escaped(heading(field)));
        return fmt::format("<Schema name=\"{0}\" id=\"{0}\">\n{1}</Schema>\n", xml_escaped(table_.name), fields);
    }

    [[nodiscard]] std::string styles() const {
        std::string all;
        for (std::size_t i = 0; i < drawing_.categories.size(); ++i) all += style(i, drawing_.categories[i].mark);
        return all;
    }

    [[nodiscard]] std::string style(std::size_t number, const MapMark& mark) const {
        constexpr double pixels_per_mm = 96 / 25.4, pixels_at_scale_1 = 32;
        std::string inside;
        if (table_.shape_type == ShapeType::point) {
            const std::string scale =
                fixed_text(mark.size * pixels_per_mm / pixels_at_scale_1 * (has_icons_ ? 1 : 1.6), 2);
            // The pictures are white inside: the colour is laid over them.
            const std::string icon = has_icons_
                                         ? fmt::format(
                                               "<Icon><href>icons/{}.png</href></Icon><hotSpot x=\"0.5\" y=\"0.5\" "
                                               "xunits=\"fraction\" yunits=\"fraction\"/>",
                                               number)
                                         : "";
            inside = fmt::format("<IconStyle><color>{}</color><scale>{}</scale>{}</IconStyle>", kml_colour(mark.fill),
                                 scale, icon);
            inside += fmt::format("<LabelStyle><scale>{}</scale></LabelStyle>", drawing_.has_labels ? "0.8" : "0");
        } else {
            const bool is_line = table_.shape_type == ShapeType::line;
            inside =
                fmt::format("<LineStyle><color>{}</color><width>{}</width></LineStyle>",
                            kml_colour(is_line ? mark.fill : mark.outline), fixed_text(mark.size * pixels_per_mm, 2));
            inside += fmt::format("<PolyStyle><color>{}</color><fill>{}</fill></PolyStyle>",
                                  kml_colour(mark.fill, "80"), mark.fill.empty() ? 0 : 1);
        }
        return fmt::format(
            "<Style id=\"c{}\">{}<BalloonStyle><text><![CDATA[$[description]]]></text>"
            "</BalloonStyle></Style>\n",
            number, inside);
    }

    /// What the colours mean.
    [[nodiscard]] std::string legend() const {
        if (drawing_.categories.size() < 2) return {};
        std::string html;
        for (const LookCategory& category : drawing_.categories)
            html += fmt::format("<span style=\"color:{}\">&#9679;</span> {}<br>", xml_escaped(category.mark.fill),
                                xml_escaped(category.label));
        return "<description>" + xml_escaped(html) + "</description>";
    }

    [[nodiscard]] std::string heading(const Field& field) const {
        return field.alias.empty() ? field.name : field.alias;
    }

    [[nodiscard]] std::string said(const Field& field, const Value& value) const {
        if (const auto* truth = std::get_if<bool>(&value))
            return std::string(*truth ? says(language_, "ja", "yes") : says(language_, "nee", "no"));
        if (const auto* number = std::get_if<double>(&value)) {
            constexpr int decimals = 3;
            return fixed_text(*number, decimals, language_ == Language::nl);
        }
        return drawing_.said(field, value);
    }

    /// A table of the values that there are. What a row says is text, not HTML.
    [[nodiscard]] std::string description(const Feature& row, const std::string& name) const {
        std::string html = "<h3>" + xml_escaped(name) + "</h3><table>";
        for (std::size_t i = 0; i < table_.fields.size(); ++i)
            if (const Value& value = row.values.at(i); !text_of(value).empty())
                html += "<tr><td><b>" + xml_escaped(sheet::clean(heading(table_.fields[i]))) + "</b></td><td>" +
                        xml_escaped(sheet::clean(said(table_.fields[i], value))) + "</td></tr>";
        return html + "</table>";
    }

    /// KML readers have fields of these names themselves, and mix them up with ours.
    static std::string own_name(const std::string& name) {
        static const std::set<std::string> theirs{"name",       "description",  "timestamp",  "begin",
                                                  "end",        "altitudemode", "tessellate", "extrude",
                                                  "visibility", "draworder",    "icon"};
        return theirs.contains(name) ? name + "_" : name;
    }

    /// Typed by the schema; in a zip without types, for there some readers do not find the schema and drop the values.
    [[nodiscard]] std::string values(const Feature& row) const {
        std::string data;
        for (std::size_t i = 0; i < table_.fields.size(); ++i) {
            if (row.values[i].index() == 0) continue;
            const std::string name = xml_escaped(own_name(table_.fields[i].name)),
                              value = xml_escaped(sheet::clean(text_of(row.values[i])));
            data += has_icons_
                        ? fmt::format("<Data name=\"{}\"><displayName>{}</displayName><value>{}</value></Data>\n", name,
                                      xml_escaped(heading(table_.fields[i])), value)
                        : fmt::format("<SimpleData name=\"{}\">{}</SimpleData>\n", name, value);
        }
        if (!has_icons_)
            data = fmt::format("<SchemaData schemaUrl=\"#{}\">\n{}</SchemaData>", xml_escaped(table_.name), data);
        return "<ExtendedData>\n" + data + "</ExtendedData>\n";
    }

    [[nodiscard]] std::string placemark(std::size_t number) const {
        const Feature& row = table_.rows[number];
        const LookCategory* category = drawing_.category_of(table_, number);
        const std::string style =
            category == nullptr ? "" : fmt::format("<styleUrl>#c{}</styleUrl>", category - drawing_.categories.data());
        const std::string name = sheet::clean(drawing_.name_of(number));
        return "<Placemark><name>" + xml_escaped(name) + "</name>\n<description>" +
               xml_escaped(description(row, name)) + "</description>" + style + "\n" + values(row) +
               std::visit(Geometry{}, to_degrees_(row.shape)) + "</Placemark>\n";
    }

    const FeatureTable& table_;
    const LayerDrawing& drawing_;
    Language language_;
    bool has_icons_;
    ToDegrees to_degrees_;
};

}  // namespace

std::string kml_text(const FeatureTable& table, const LayerDrawing& drawing, Language language, const Work& work) {
    return KmlWriting(table, drawing, language, false).text(work);
}

std::string kmz_bytes(const FeatureTable& table, const LayerDrawing& drawing, Language language, const Work& work) {
    std::vector<NamedBytes> files{{"doc.kml", KmlWriting(table, drawing, language, true).text(work)}};
    if (table.shape_type == ShapeType::point)
        for (std::size_t i = 0; i < drawing.categories.size(); ++i)
            files.push_back(
                {fmt::format("icons/{}.png", i), mark_png(white(drawing.categories[i].mark), icon_pixels), false});
    return zip_bytes(files);
}

}  // namespace baken
