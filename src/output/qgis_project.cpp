#include "output/qgis_project.hpp"

#include "base/text.hpp"
#include "geo/io/zip_bytes.hpp"
#include "output/layer_drawing.hpp"
#include "output/look.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

namespace baken {

namespace {

/// RD New as QGIS writes it; the authority's number decides.
constexpr std::string_view rd_xml =
    "<spatialrefsys><proj4>+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 "
    "+y_0=463000 +ellps=bessel +units=m +no_defs</proj4><srid>28992</srid><authid>EPSG:28992</authid>"
    "<description>Amersfoort / RD New</description><projectionacronym>sterea</projectionacronym>"
    "<ellipsoidacronym>EPSG:7004</ellipsoidacronym><geographicflag>false</geographicflag></spatialrefsys>";

struct Group {
    std::string_view dutch, english;
    std::array<std::string_view, 3> layers;  ///< the upper first
};
/// What is to be done, why, and where.
constexpr std::array groups{Group{"Plan", "Plan", {"checks", "hotspots"}},
                            Group{"Wat er gebeurde", "What happened", {"measurements", "complaints", "accidents"}},
                            Group{"Waar op de weg", "Where along the road", {"stretches", "network_density", "cells"}},
                            Group{"Ondergrond", "Background", {"schools", "roads", "municipalities"}}};

constexpr std::size_t group_of_rasters = 1;

/// There to be switched on: they cover what lies below them.
bool is_shown(std::string_view layer) { return layer != "network_density" && layer != "cells"; }

struct Extent {
    MapPoint low{std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
    MapPoint high{std::numeric_limits<double>::lowest(), std::numeric_limits<double>::lowest()};

    [[nodiscard]] bool is_empty() const { return low.x > high.x; }
    void reach(MapPoint p) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    void reach(const Shape& shape) {
        const auto all = [this](const std::vector<MapPoint>& points) {
            for (const MapPoint& p : points) reach(p);
        };
        if (const auto* point = std::get_if<MapPoint>(&shape)) reach(*point);
        if (const auto* lines = std::get_if<MultiLine>(&shape)) std::for_each(lines->begin(), lines->end(), all);
        if (const auto* areas = std::get_if<MultiPolygon>(&shape))
            for (const Polygon& area : *areas) all(area.outer);
    }
    /// With some air around it; never smaller than a village.
    [[nodiscard]] Extent with_air() const {
        if (is_empty()) return {{0, 300'000}, {280'000, 625'000}};
        constexpr double least = 1000;
        const double air = std::max({(high.x - low.x) * 0.05, (high.y - low.y) * 0.05, least});
        return {{low.x - air, low.y - air}, {high.x + air, high.y + air}};
    }
};

/// Where a project opens; the map window reads its own element, everything else this one.
std::string view_xml(const Extent& extent) {
    return fmt::format(
        "<ProjectViewSettings UseProjectScales=\"0\"><Scales/><DefaultViewExtent xmin=\"{}\" ymin=\"{}\" xmax=\"{}\" "
        "ymax=\"{}\">{}</DefaultViewExtent></ProjectViewSettings>",
        number_text(extent.low.x), number_text(extent.low.y), number_text(extent.high.x), number_text(extent.high.y),
        rd_xml);
}

std::string extent_xml(const Extent& extent) {
    return fmt::format("<extent><xmin>{}</xmin><ymin>{}</ymin><xmax>{}</xmax><ymax>{}</ymax></extent>",
                       number_text(extent.low.x), number_text(extent.low.y), number_text(extent.high.x),
                       number_text(extent.high.y));
}

class Writing {
public:
    Writing(std::span<const FeatureTable> layers, const QgisProject& project) : project_(project) {
        for (const FeatureTable& layer : layers)
            if (layer.shape_type != ShapeType::none) layers_.push_back(&layer);
        std::stable_sort(layers_.begin(), layers_.end(),
                         [](const auto* a, const auto* b) { return place_of(a->name) < place_of(b->name); });
    }

    std::string text() const {
        const std::string title = xml_escaped(project_.title);
        std::string maplayers;
        for (const FeatureTable* layer : layers_) maplayers += maplayer(*layer);
        for (const RasterLook& raster : project_.rasters) maplayers += maplayer(raster);
        return fmt::format(
            "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
            "<qgis version=\"{}\" projectname=\"{}\">\n<homePath path=\"\"/>\n<title>{}</title>\n"
            "<projectCrs>{}</projectCrs>\n{}\n"
            "<mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\"><units>meters</units>{}<rotation>0</rotation>"
            "<destinationsrs>{}</destinationsrs></mapcanvas>\n"
            "<projectlayers>\n{}</projectlayers>\n<layerorder>{}</layerorder>\n{}\n{}\n</qgis>\n",
            qgis_version, title, title, rd_xml, tree(), extent_xml(region().with_air()), rd_xml, maplayers, order(),
            view_xml(region().with_air()), properties());
    }

private:
    static std::size_t place_of(std::string_view name) {
        for (std::size_t g = 0; g < groups.size(); ++g)
            for (std::size_t i = 0; i < groups[g].layers.size(); ++i)
                if (groups[g].layers[i] == name) return g * groups[g].layers.size() + i;
        return groups.size() * groups[0].layers.size();
    }
    /// QGIS wants one that no other layer of a project has, and that stays.
    static std::string id_of(const FeatureTable& layer) { return "baken_" + layer.name; }
    static std::string id_of(const RasterLook& raster) { return "baken_" + raster.name; }
    static std::string source_of(const RasterLook& raster) { return "./" + raster.name + ".tif"; }
    static std::size_t group_of(const FeatureTable& layer) { return place_of(layer.name) / groups[0].layers.size(); }
    [[nodiscard]] std::string source_of(const FeatureTable& layer) const {
        return xml_escaped("./" + project_.file + "|layername=" + layer.name);
    }
    [[nodiscard]] std::string title_of_layer(const FeatureTable& layer) const {
        std::string title = title_of(layer.name, project_.language);
        if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
        return xml_escaped(title);
    }

    /// The municipalities where they are there, else all layers.
    [[nodiscard]] Extent region() const {
        Extent of_municipalities, of_all;
        for (const FeatureTable* layer : layers_)
            for (const Feature& row : layer->rows) {
                of_all.reach(row.shape);
                if (layer->name == "municipalities") of_municipalities.reach(row.shape);
            }
        return of_municipalities.is_empty() ? of_all : of_municipalities;
    }

    [[nodiscard]] std::string tree() const {
        std::string all;
        for (std::size_t g = 0; g <= groups.size(); ++g) {
            std::string inside;
            for (const FeatureTable* layer : layers_)
                if (group_of(*layer) == g) inside += leaf(*layer);
            if (g == group_of_rasters)
                for (const RasterLook& raster : project_.rasters) inside += leaf(raster);
            if (inside.empty()) continue;
            const std::string_view name = g == groups.size()
                                              ? says(project_.language, "Overig", "Other")
                                              : says(project_.language, groups[g].dutch, groups[g].english);
            all += fmt::format(
                "<layer-tree-group name=\"{}\" checked=\"Qt::Checked\" expanded=\"1\"><customproperties/>\n"
                "{}</layer-tree-group>\n",
                xml_escaped(name), inside);
        }
        return "<layer-tree-group><customproperties/>\n" + all + "</layer-tree-group>";
    }
    [[nodiscard]] std::string leaf(const FeatureTable& layer) const {
        return fmt::format(
            "<layer-tree-layer id=\"{}\" name=\"{}\" source=\"{}\" providerKey=\"ogr\" checked=\"Qt::{}\" "
            "expanded=\"1\" legend_exp=\"\"><customproperties/></layer-tree-layer>\n",
            id_of(layer), title_of_layer(layer), source_of(layer), is_shown(layer.name) ? "Checked" : "Unchecked");
    }

    [[nodiscard]] static std::string leaf(const RasterLook& raster) {
        return fmt::format(
            "<layer-tree-layer id=\"{}\" name=\"{}\" source=\"{}\" providerKey=\"gdal\" checked=\"Qt::Unchecked\" "
            "expanded=\"0\" legend_exp=\"\"><customproperties/></layer-tree-layer>\n",
            id_of(raster), xml_escaped(raster.title), source_of(raster));
    }
    /// The uppermost first; rasters under all of their group.
    [[nodiscard]] std::string order() const {
        std::string above, below;
        for (const FeatureTable* layer : layers_)
            (group_of(*layer) <= group_of_rasters ? above : below) += fmt::format("<layer id=\"{}\"/>", id_of(*layer));
        for (const RasterLook& raster : project_.rasters) above += fmt::format("<layer id=\"{}\"/>", id_of(raster));
        return above + below;
    }

    [[nodiscard]] static std::string maplayer(const RasterLook& raster) {
        return fmt::format(
            "<maplayer type=\"raster\" styleCategories=\"AllStyleCategories\" hasScaleBasedVisibilityFlag=\"0\" "
            "minScale=\"100000000\" maxScale=\"0\">\n<id>{}</id>\n<datasource>{}</datasource>\n<layername>{}"
            "</layername>\n<srs>{}</srs>\n<provider>gdal</provider>\n<noData><noDataList bandNo=\"1\" "
            "useSrcNoData=\"1\"/></noData>\n{}</maplayer>\n",
            id_of(raster), source_of(raster), xml_escaped(raster.title), rd_xml, raster_style(raster));
    }
    [[nodiscard]] std::string maplayer(const FeatureTable& layer) const {
        const Look look = look_of(layer, project_.language);
        const LayerStyle style = style_of(layer, look, project_.language);
        const std::string_view geometry = look.shape == ShapeType::line   ? "Line"
                                          : look.shape == ShapeType::area ? "Polygon"
                                                                          : "Point";
        const std::string_view wkb = look.shape == ShapeType::line   ? "MultiLineString"
                                     : look.shape == ShapeType::area ? "MultiPolygon"
                                                                     : "Point";
        return fmt::format(
            "<maplayer type=\"vector\" geometry=\"{}\" wkbType=\"{}\" {}>\n<id>{}</id>\n<datasource>{}</datasource>\n"
            "<layername>{}</layername>\n<srs>{}</srs>\n<provider encoding=\"UTF-8\">ogr</provider>\n{}</maplayer>\n",
            geometry, wkb, style.attributes, id_of(layer), source_of(layer), title_of_layer(layer), rd_xml,
            style.elements);
    }

    [[nodiscard]] static std::string properties() {
        return "<properties><Paths><Absolute type=\"bool\">false</Absolute></Paths>"
               "<SpatialRefSys><ProjectionsEnabled type=\"int\">1</ProjectionsEnabled></SpatialRefSys>"
               "<Gui><CanvasColorRedPart type=\"int\">255</CanvasColorRedPart>"
               "<CanvasColorGreenPart type=\"int\">255</CanvasColorGreenPart>"
               "<CanvasColorBluePart type=\"int\">255</CanvasColorBluePart></Gui>"
               "<Measurement><DistanceUnits type=\"QString\">meters</DistanceUnits>"
               "<AreaUnits type=\"QString\">m2</AreaUnits></Measurement></properties>";
    }

    const QgisProject& project_;
    std::vector<const FeatureTable*> layers_;  ///< the uppermost first
};

}  // namespace

std::string qgis_project_text(std::span<const FeatureTable> layers, const QgisProject& project) {
    return Writing(layers, project).text();
}

std::string qgz_bytes(const std::string& project_text, const std::string& name) {
    return zip_bytes({{name + ".qgs", project_text}});
}

EmbeddedProject embedded_project(const std::string& project_text, const std::string& name, UtcTime stamp) {
    return {.name = name, .qgz = qgz_bytes(project_text, "project"), .stamp = stamp};
}

}  // namespace baken
