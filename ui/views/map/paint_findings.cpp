// What was found beside the hotspots: squares, density along the road, stretches.
#include "ui/views/map/paint_layers.hpp"

#include <QList>

#include <algorithm>
#include <array>

namespace baken {

namespace {

constexpr std::array density_widths{1.6, 2.2, 2.9, 3.7, 4.6};
constexpr double stretch_width = 4.5, junction_width = 9, edge = 1.5, round_ends_below = 4;  // metres per pixel

QPolygonF in_pixels(const Line& line, const MapFrame& frame) {
    QPolygonF out;
    out.reserve(static_cast<qsizetype>(line.size()));
    for (const MapPoint p : line) out << frame.pixel(p);
    return out;
}

QPen round_pen(const QColor& colour, double width) {
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

}  // namespace

QBrush cell_brush(CellEvidence evidence, const Look& look) {
    const auto pale = [&](const QColor& colour, double share) { return between(look.surface, colour, share); };
    switch (evidence) {
        case CellEvidence::hot_cluster: return {pale(look.density(2), 0.45)};
        case CellEvidence::hot: return {pale(look.density(2), 0.6), Qt::FDiagPattern};
        case CellEvidence::high_high: return {pale(look.density(1), 0.16)};
        case CellEvidence::high_low: return {pale(look.density(1), 0.5), Qt::BDiagPattern};
        case CellEvidence::low_high: return {pale(look.complaint, 0.4), Qt::BDiagPattern};
        case CellEvidence::low_low: return {pale(look.complaint, 0.12)};
        case CellEvidence::none: break;
    }
    return Qt::NoBrush;
}

QPen cell_pen(CellEvidence evidence, const Look& look) {
    const bool is_striking = evidence == CellEvidence::hot_cluster || evidence == CellEvidence::hot;
    return is_striking ? QPen(look.density(1), 1.4) : QPen(between(look.line, look.soft, 0.2), 0.6);
}

QPen density_pen(int step, const Look& look) {
    return round_pen(look.density(step), density_widths.at(static_cast<std::size_t>(std::clamp(step, 0, 4))));
}

QPen stretch_pen(StretchFinding::Method method, const Look& look) {
    QPen pen = round_pen(look.accent, method == StretchFinding::Method::junction ? junction_width : stretch_width);
    if (method == StretchFinding::Method::kde_plus) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({1.8, 0.9});
    }
    return pen;
}

void paint_cells(QPainter& painter, const MapFrame& frame, const Look& look, const MapScene& scene) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    const Box view = frame.box(20);
    // The striking ones last: their edges lie over those of their neighbours.
    for (const CellEvidence evidence : {CellEvidence::low_low, CellEvidence::low_high, CellEvidence::high_low,
                                        CellEvidence::high_high, CellEvidence::hot, CellEvidence::hot_cluster}) {
        painter.setBrush(cell_brush(evidence, look));
        painter.setPen(cell_pen(evidence, look));
        for (const MapCell& one : scene.findings->cells) {
            if (one.evidence != evidence) continue;
            const CellFinding& cell = scene.findings->found->cells[one.row];
            const Box box = cell.box();
            if (touch(box, view)) painter.drawRect(frame.rect(box));
        }
    }
}

void paint_network_density(QPainter& painter, const MapFrame& frame, const Look& look, const MapScene& scene) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // Far away a piece is a few pixels long: ends that are cut straight are not seen, and drawn five times as fast.
    const bool is_far = frame.metres_per_pixel > round_ends_below;
    const Box view = frame.box(20);
    QList<QLineF> lines;
    const auto draw = [&](int step) {
        QPen pen = density_pen(step, look);
        if (is_far) pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLines(lines);
        lines.clear();
    };
    int now = -1;
    for (const MapPiece& one : scene.findings->pieces) {
        if (!touch(one.box, view)) continue;
        if (one.step != now && now >= 0) draw(now);
        now = one.step;
        const Line& line = scene.findings->found->lixels[one.row].line;
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            lines << QLineF(frame.pixel(line[i]), frame.pixel(line[i + 1]));
    }
    if (now >= 0) draw(now);
}

void paint_stretches(QPainter& painter, const MapFrame& frame, const Look& look, const MapScene& scene,
                     const MapChoice& choice) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const Box view = frame.box(20);
    for (const bool is_edge : {true, false})
        for (auto one = scene.findings->stretches.rbegin(); one != scene.findings->stretches.rend(); ++one) {
            if (!touch(one->box, view)) continue;
            const StretchFinding& stretch = scene.findings->found->stretches[one->row];
            const bool is_chosen = choice.stretch && *choice.stretch == one->id;
            QPen pen = stretch_pen(stretch.method, look);
            if (is_edge)
                pen =
                    round_pen(is_chosen ? look.injury : look.surface, pen.widthF() + 2 * (is_chosen ? 2 * edge : edge));
            painter.setPen(pen);
            for (const Line& line : stretch.lines) painter.drawPolyline(in_pixels(line, frame));
        }
}

}  // namespace baken
