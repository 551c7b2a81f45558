// The ground under everything: municipalities and roads.
#include "ui/views/map/paint_layers.hpp"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

/// The line in pixels, without points that fall on the pixel of the one before.
QPolygonF thinned(const std::vector<MapPoint>& line, const MapFrame& frame, double least) {
    QPolygonF out;
    out.reserve(static_cast<qsizetype>(line.size()));
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF p = frame.pixel(line[i]);
        const bool is_end = i == 0 || i + 1 == line.size();
        if (is_end || std::abs(p.x() - out.back().x()) >= least || std::abs(p.y() - out.back().y()) >= least) out << p;
    }
    return out;
}

QPainterPath path_of(const MultiPolygon& area, const MapFrame& frame) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& part : area) {
        path.addPolygon(thinned(part.outer, frame, 0.7));
        for (const auto& hole : part.holes) path.addPolygon(thinned(hole, frame, 0.7));
    }
    return path;
}

/// Metres that a road of the class is wide, and the least pixels its line has.
struct RoadWidth {
    double metres, least;
};
RoadWidth width_of(RoadClass c) {
    switch (c) {
        case RoadClass::national: return {14, 2.2};
        case RoadClass::province: return {9, 1.5};
        case RoadClass::water_board: return {6, 1};
        case RoadClass::municipality: return {6, 0.9};
        case RoadClass::other: break;
    }
    return {4, 0.8};
}

QColor colour_of(RoadClass c, const Look& look) {
    switch (c) {
        case RoadClass::national: return between(look.line, look.soft, 0.6);
        case RoadClass::province: return between(look.line, look.soft, 0.35);
        case RoadClass::water_board:
        case RoadClass::municipality: return between(look.line, look.soft, 0.08);
        case RoadClass::other: break;
    }
    return look.line;
}

template <class Visit>
void for_each_road(const MapFrame& frame, const MapScene& scene, Visit visit) {
    const Box view = frame.box(20);
    for (std::size_t c = 0; c < road_classes; ++c) {
        if (!is_road_drawn(static_cast<RoadClass>(c), frame.metres_per_pixel)) continue;
        for (const auto& road : scene.roads->by_class[c])
            if (touch(road.box, view)) visit(static_cast<RoadClass>(c), scene.region->roads[road.row].line);
    }
}

}  // namespace

void paint_areas(QPainter& painter, const MapFrame& frame, const MapStyle& style, const MapScene& scene,
                 bool is_over_base_map) {
    const Look& look = style.look;
    painter.setRenderHint(QPainter::Antialiasing);
    const Box view = frame.box(20);
    const QColor land = look.surface, quiet = between(look.surface, look.raised, 0.75);
    const QColor border = between(look.line, look.soft, 0.65);
    const auto draw = [&](std::size_t row, const QColor& fill, const QPen& pen) {
        painter.setPen(pen);
        painter.setBrush(is_over_base_map ? QBrush(Qt::NoBrush) : QBrush(fill));
        painter.drawPath(path_of(scene.region->municipalities[row].area, frame));
    };
    bool has_chosen = false;
    for (const auto& area : *scene.areas) {
        if (!touch(area.box, view)) continue;
        has_chosen = has_chosen || scene.chosen == area.row;
        draw(area.row, scene.chosen ? quiet : land, QPen(border, 1));
    }
    if (!has_chosen) return;
    // Lifted: a soft shadow below, and a firmer edge.
    const QPainterPath path = path_of(scene.region->municipalities[*scene.chosen].area, frame);
    painter.setBrush(Qt::NoBrush);
    for (int width = 9; width >= 3; width -= 2) {
        painter.setPen(
            QPen(QColor(0, 0, 0, look.is_dark ? 40 : 14), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path.translated(0, 2));
    }
    draw(*scene.chosen, land, QPen(look.accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void paint_roads(QPainter& painter, const MapFrame& frame, const Look& look, const MapScene& scene,
                 const std::function<bool()>& go_on) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    std::optional<RoadClass> now;
    std::size_t drawn = 0;
    for_each_road(frame, scene, [&](RoadClass c, const Line& line) {
        if (++drawn % 512 == 0 && go_on && !go_on()) return;
        if (now != c) {
            now = c;
            painter.setPen(road_pen(c, frame.metres_per_pixel, look));
        }
        painter.drawPolyline(thinned(line, frame, 1));
    });
}

bool is_road_drawn(RoadClass c, double metres_per_pixel) {
    return c == RoadClass::national || c == RoadClass::province || metres_per_pixel < 80;
}

QPen road_pen(RoadClass c, double metres_per_pixel, const Look& look) {
    const RoadWidth width = width_of(c);
    QPen pen(colour_of(c, look), std::max(width.least, width.metres / metres_per_pixel));
    pen.setCapStyle(pen.widthF() > 2 ? Qt::RoundCap : Qt::FlatCap);
    pen.setJoinStyle(pen.widthF() > 2 ? Qt::RoundJoin : Qt::BevelJoin);
    return pen;
}

std::size_t road_vertices(const MapFrame& frame, const MapScene& scene) {
    std::size_t count = 0;
    for_each_road(frame, scene, [&](RoadClass, const Line& line) { count += line.size(); });
    return count;
}

}  // namespace baken
