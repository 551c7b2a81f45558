#include "ui/views/board/glyphs.hpp"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace baken {

namespace {

/// Draws on a grid of 16 by 16 and puts the painter back as it was.
class Grid {
public:
    Grid(QPainter& painter, const QRectF& square, const QColor& colour, qreal width = 1.6) : painter_(painter) {
        painter_.save();
        painter_.setRenderHint(QPainter::Antialiasing);
        painter_.translate(square.topLeft());
        painter_.scale(square.width() / 16, square.height() / 16);
        painter_.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter_.setBrush(Qt::NoBrush);
    }
    ~Grid() { painter_.restore(); }
    Grid(const Grid&) = delete;
    Grid& operator=(const Grid&) = delete;

private:
    QPainter& painter_;
};

void fill(QPainter& p, const QColor& colour, const QPainterPath& path) { p.fillPath(path, colour); }

/// A dial with a needle.
void speed(QPainter& p, const QColor& colour) {
    p.drawArc(QRectF(1.5, 3, 13, 13), -10 * 16, 200 * 16);
    p.drawLine(QPointF(8, 9.5), QPointF(11.6, 5.6));
    p.setBrush(colour);
    p.drawEllipse(QPointF(8, 9.5), 1, 1);
}

/// A wine glass.
void alcohol(QPainter& p, const QColor& colour) {
    QPainterPath bowl(QPointF(3.5, 1.8));
    bowl.lineTo(12.5, 1.8);
    bowl.cubicTo(12.5, 7, 10.5, 9, 8, 9);
    bowl.cubicTo(5.5, 9, 3.5, 7, 3.5, 1.8);
    p.drawPath(bowl);
    QPainterPath wine(QPointF(4.1, 5));
    wine.lineTo(11.9, 5);
    wine.cubicTo(11.2, 8, 9.8, 9, 8, 9);
    wine.cubicTo(6.2, 9, 4.8, 8, 4.1, 5);
    fill(p, colour, wine);
    p.drawLine(QPointF(8, 9), QPointF(8, 14));
    p.drawLine(QPointF(5, 14.2), QPointF(11, 14.2));
}

/// A telephone.
void distraction(QPainter& p, const QColor& colour) {
    p.drawRoundedRect(QRectF(4, 1.2, 8, 13.6), 1.6, 1.6);
    QPainterPath screen;
    screen.addRect(QRectF(5.8, 3.6, 4.4, 6.8));
    fill(p, colour, screen);
    p.drawPoint(QPointF(8, 12.6));
}

/// A headlamp with beams.
void lighting(QPainter& p, const QColor& colour) {
    QPainterPath lamp(QPointF(8, 3));
    lamp.lineTo(9, 3);
    lamp.lineTo(9, 13);
    lamp.lineTo(8, 13);
    lamp.cubicTo(1, 13, 1, 3, 8, 3);
    p.drawPath(lamp);
    fill(p, colour, lamp);
    for (const qreal y : {4.4, 8.0, 11.6}) p.drawLine(QPointF(11.4, y), QPointF(15, y + (y - 8) * 0.25));
}

/// Two children, a large and a small one.
void school(QPainter& p, const QColor& colour) {
    p.setBrush(colour);
    p.drawEllipse(QPointF(5.2, 3.4), 1.5, 1.5);
    p.drawEllipse(QPointF(11.6, 6.4), 1.2, 1.2);
    p.setBrush(Qt::NoBrush);
    p.drawLine(QPointF(5.2, 6.4), QPointF(5.2, 10));
    p.drawLine(QPointF(5.2, 10), QPointF(3.4, 14.6));
    p.drawLine(QPointF(5.2, 10), QPointF(7, 14.6));
    p.drawLine(QPointF(2.4, 8), QPointF(8.6, 8));
    p.drawLine(QPointF(11.6, 9), QPointF(11.6, 11.4));
    p.drawLine(QPointF(11.6, 11.4), QPointF(10.2, 14.6));
    p.drawLine(QPointF(11.6, 11.4), QPointF(13, 14.6));
    p.drawLine(QPointF(9.8, 9.8), QPointF(13.6, 9.8));
}

/// A person behind a belt.
void seatbelt(QPainter& p, const QColor& colour) {
    p.setBrush(colour);
    p.drawEllipse(QPointF(8, 3.4), 1.9, 1.9);
    p.setBrush(Qt::NoBrush);
    QPainterPath body(QPointF(3, 14.6));
    body.cubicTo(3, 9, 4, 7.6, 8, 7.6);
    body.cubicTo(12, 7.6, 13, 9, 13, 14.6);
    p.drawPath(body);
    p.drawLine(QPointF(11.4, 8.4), QPointF(4.4, 14.6));
}

/// A lorry from the side.
void lorry(QPainter& p, const QColor& colour) {
    QPainterPath box;
    box.addRect(QRectF(1, 4, 8.6, 6.6));
    fill(p, colour, box);
    p.drawRect(QRectF(1, 4, 8.6, 6.6));
    QPainterPath cabin(QPointF(9.6, 6.2));
    cabin.lineTo(12.6, 6.2);
    cabin.lineTo(15, 8.6);
    cabin.lineTo(15, 10.6);
    cabin.lineTo(9.6, 10.6);
    p.drawPath(cabin);
    p.setBrush(colour);
    p.drawEllipse(QPointF(4.4, 12.4), 1.5, 1.5);
    p.drawEllipse(QPointF(12, 12.4), 1.5, 1.5);
}

/// A shield with a tick.
void safety(QPainter& p, const QColor&) {
    QPainterPath shield(QPointF(8, 1.2));
    shield.lineTo(13.6, 3.2);
    shield.cubicTo(13.6, 9.6, 12, 12.6, 8, 14.8);
    shield.cubicTo(4, 12.6, 2.4, 9.6, 2.4, 3.2);
    shield.closeSubpath();
    p.drawPath(shield);
    p.drawPolyline(QPolygonF({QPointF(5.4, 8), QPointF(7.4, 10), QPointF(10.8, 5.8)}));
}

}  // namespace

void draw_theme(QPainter& painter, const QRectF& square, Theme theme, const QColor& colour) {
    const Grid grid(painter, square, colour);
    switch (theme) {
        case Theme::speed: return speed(painter, colour);
        case Theme::alcohol_drugs: return alcohol(painter, colour);
        case Theme::distraction: return distraction(painter, colour);
        case Theme::lighting: return lighting(painter, colour);
        case Theme::school_zone: return school(painter, colour);
        case Theme::seatbelt: return seatbelt(painter, colour);
        case Theme::heavy_traffic: return lorry(painter, colour);
        case Theme::general_safety: return safety(painter, colour);
    }
}

void draw_lock(QPainter& painter, const QRectF& square, const QColor& colour) {
    const Grid grid(painter, square, colour, 2);
    painter.drawArc(QRectF(4.5, 1.5, 7, 9), 0, 180 * 16);
    QPainterPath body;
    body.addRoundedRect(QRectF(2.6, 6.6, 10.8, 8), 1.4, 1.4);
    fill(painter, colour, body);
}

void draw_moon(QPainter& painter, const QRectF& square, const QColor& colour) {
    const Grid grid(painter, square, colour);
    QPainterPath full, bite;
    full.addEllipse(QPointF(8, 8), 6.4, 6.4);
    bite.addEllipse(QPointF(11.4, 5.8), 5.4, 5.4);
    fill(painter, colour, full.subtracted(bite));
}

void draw_warning(QPainter& painter, const QRectF& square, const QColor& colour, const QColor& mark) {
    const Grid grid(painter, square, colour, 1.4);
    QPainterPath triangle(QPointF(8, 1.4));
    triangle.lineTo(15, 14.4);
    triangle.lineTo(1, 14.4);
    triangle.closeSubpath();
    fill(painter, colour, triangle);
    painter.drawPath(triangle);
    painter.setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(8, 6), QPointF(8, 9.6));
    painter.drawPoint(QPointF(8, 12.2));
}

void draw_tick(QPainter& painter, const QRectF& square, const QColor& colour) {
    const Grid grid(painter, square, colour, 2.4);
    painter.drawPolyline(QPolygonF({QPointF(2.5, 8.5), QPointF(6.2, 12.4), QPointF(13.5, 3.8)}));
}

void draw_cross(QPainter& painter, const QRectF& square, const QColor& colour) {
    const Grid grid(painter, square, colour, 2.4);
    painter.drawLine(QPointF(3.2, 3.2), QPointF(12.8, 12.8));
    painter.drawLine(QPointF(12.8, 3.2), QPointF(3.2, 12.8));
}

}  // namespace baken
