#include "ui/views/map/marks.hpp"

#include <cmath>
#include <numbers>

namespace baken {

namespace {

/// Corners on a circle, the first one up; a star takes the inner radius at every second corner.
QPainterPath corners(int count, double radius, double inner) {
    QPolygonF polygon;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count, r = i % 2 == 0 ? radius : inner;
        polygon << QPointF(r * std::sin(angle), -r * std::cos(angle));
    }
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

}  // namespace

QPainterPath mark_path(Mark mark, double size) {
    const double r = size / 2;
    QPainterPath path;
    switch (mark) {
        case Mark::circle: path.addEllipse(QPointF(0, 0), r, r); return path;
        case Mark::square: path.addRect(QRectF(-r * 0.88, -r * 0.88, r * 1.76, r * 1.76)); return path;
        case Mark::triangle: return corners(3, r * 1.2, r * 1.2).translated(0, r * 0.15);
        case Mark::diamond: return corners(4, r * 1.2, r * 1.2);
        case Mark::pentagon: return corners(5, r * 1.1, r * 1.1);
        case Mark::star: return corners(10, r * 1.3, r * 0.58);
        case Mark::hexagon: return corners(6, r * 1.08, r * 1.08);
        case Mark::house:
            path.addPolygon(QPolygonF({{0, -r * 1.15}, {r, -r * 0.2}, {r, r * 0.9}, {-r, r * 0.9}, {-r, -r * 0.2}}));
            path.closeSubpath();
            return path;
    }
    return path;
}

Mark mark_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::fatal: return Mark::diamond;
        case Outcome::injury: return Mark::triangle;
        case Outcome::damage_only: break;
    }
    return Mark::circle;
}

double mark_size_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::fatal: return 12;
        case Outcome::injury: return 9;
        case Outcome::damage_only: break;
    }
    return 6;
}

Mark mark_of(CheckKind kind) {
    switch (kind) {
        case CheckKind::targeted: return Mark::square;
        case CheckKind::integrated: return Mark::pentagon;
        case CheckKind::region_day: return Mark::star;
        case CheckKind::dark_days: break;
    }
    return Mark::diamond;
}

QColor colour_of(CheckKind kind, const Look& look) {
    switch (kind) {
        case CheckKind::targeted: return look.check;
        case CheckKind::integrated: return look.complaint;
        case CheckKind::region_day: return look.fatal;
        case CheckKind::dark_days: break;
    }
    return look.dark_hours;
}

Stamp::Stamp(const StampLook& look, double device_pixel_ratio) {
    const int side = 2 * static_cast<int>(std::ceil(look.size * 0.75 + look.outline_width + 1));
    image_ = QImage(QSize(side, side) * device_pixel_ratio, QImage::Format_ARGB32_Premultiplied);
    image_.setDevicePixelRatio(device_pixel_ratio);
    image_.fill(Qt::transparent);
    middle_ = QPointF(side / 2.0, side / 2.0);
    QPainter painter(&image_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.outline_width > 0 ? QPen(look.outline, look.outline_width) : QPen(Qt::NoPen));
    painter.setBrush(look.fill);
    painter.drawPath(mark_path(look.mark, look.size).translated(middle_));
}

void draw_check(QPainter& painter, QPointF at, CheckKind kind, CheckStatus status, double size, const Look& look) {
    const QColor colour = status == CheckStatus::cancelled ? look.soft : colour_of(kind, look);
    const QPainterPath path = mark_path(mark_of(kind), size).translated(at);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.surface, size * 0.16 + 3, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPath(path);
    painter.setPen(QPen(colour, size * 0.16, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(status == CheckStatus::done ? colour : look.surface);
    painter.drawPath(path);
    if (status == CheckStatus::cancelled) {
        const double r = size * 0.55;
        painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r));
        painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r));
    }
}

}  // namespace baken
