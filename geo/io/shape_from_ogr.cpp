#include "geo/io/shape_from_ogr.hpp"

#include "geo/io/overlay.hpp"

#include <memory>

#include <ogr_geometry.h>

namespace baken {

namespace {

/// Gathers the parts of a geometry by kind, in the working CRS.
class Gathering {
public:
    Gathering(const Projector& projector, bool is_y_first) : projector_(projector), is_y_first_(is_y_first) {}

    void add(const OGRGeometry& geometry) {
        if (geometry.IsEmpty()) return;
        switch (wkbFlatten(geometry.getGeometryType())) {
            case wkbPoint: {
                const OGRPoint& point = *geometry.toPoint();
                points_.push_back(placed(point.getX(), point.getY()));
                break;
            }
            case wkbLineString: {
                Line line = placed(*geometry.toSimpleCurve());
                if (line.size() >= 2) lines_.push_back(std::move(line));
                break;
            }
            case wkbPolygon:
            case wkbTriangle: add_polygon(*geometry.toPolygon()); break;
            case wkbMultiPoint:
            case wkbMultiLineString:
            case wkbMultiPolygon:
            case wkbGeometryCollection:
                for (const OGRGeometry* part : *geometry.toGeometryCollection()) add(*part);
                break;
            case wkbPolyhedralSurface:
            case wkbTIN:
                for (const OGRPolygon* part : *geometry.toPolyhedralSurface()) add_polygon(*part);
                break;
            default: break;
        }
    }

    [[nodiscard]] Shape shape() const {
        if (is_off_the_map_) return {};
        if (!areas_.empty()) {
            MultiPolygon valid = made_valid(areas_);
            return valid.empty() ? Shape{} : Shape{std::move(valid)};
        }
        if (!lines_.empty()) return lines_;
        if (points_.empty()) return {};
        MapPoint sum;
        for (const auto& p : points_) sum = {sum.x + p.x, sum.y + p.y};
        const auto count = static_cast<double>(points_.size());
        return MapPoint{sum.x / count, sum.y / count};
    }

private:
    MapPoint placed(double x, double y) {
        const auto point = is_y_first_ ? projector_.forward(y, x) : projector_.forward(x, y);
        if (!point) is_off_the_map_ = true;
        return point.value_or(MapPoint{});
    }
    Line placed(const OGRSimpleCurve& curve) {
        Line line;
        line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
        for (int i = 0; i < curve.getNumPoints(); ++i) line.push_back(placed(curve.getX(i), curve.getY(i)));
        return line;
    }
    Ring ring(const OGRLinearRing& from) {
        Ring points = placed(from);
        if (!points.empty() && points.front() != points.back()) points.push_back(points.front());
        return points;
    }
    void add_polygon(const OGRPolygon& from) {
        if (from.getExteriorRing() == nullptr) return;
        Polygon polygon{ring(*from.getExteriorRing()), {}};
        for (int i = 0; i < from.getNumInteriorRings(); ++i) polygon.holes.push_back(ring(*from.getInteriorRing(i)));
        if (polygon.outer.size() >= 4) areas_.push_back(std::move(polygon));
    }

    const Projector& projector_;
    bool is_y_first_;
    bool is_off_the_map_ = false;
    std::vector<MapPoint> points_;
    MultiLine lines_;
    MultiPolygon areas_;
};

}  // namespace

Shape shape_from_ogr(const OGRGeometry& geometry, const Projector& projector, bool is_y_first) {
    Gathering gathered(projector, is_y_first);
    if (geometry.hasCurveGeometry() != FALSE) {
        const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
        if (straight) gathered.add(*straight);
    } else {
        gathered.add(geometry);
    }
    return gathered.shape();
}

}  // namespace baken
