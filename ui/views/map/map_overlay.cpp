#include "ui/views/map/map_overlay.hpp"

#include "ui/models/map_words.hpp"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr double scale_wish = 0.16;  ///< share of the width that the scale bar may take

QFont small(const MapStyle& style) { return secondary_font(style.font); }
double line_of(const MapStyle& style) { return QFontMetricsF(small(style)).height(); }

double scale_length(const MapFrame& frame, const MapStyle& style) {
    const double most = std::max(frame.size.width() * scale_wish, line_of(style) * 6);
    return nice_length(most * frame.metres_per_pixel);
}

void paint_chip(QPainter& painter, const QRectF& rect, const Look& look, double strength = 0.93) {
    QColor ground = look.surface;
    ground.setAlphaF(static_cast<float>(strength));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, 4, 4);
}

void paint_scale(QPainter& painter, const QRectF& rect, const MapFrame& frame, const MapStyle& style) {
    paint_chip(painter, rect, style.look);
    const double metres = scale_length(frame, style), width = metres / frame.metres_per_pixel;
    const double left = rect.left() + gap_2, y = rect.bottom() - gap_2;
    painter.setPen(QPen(style.look.text, 1.5));
    painter.drawPolyline(
        QPolygonF{QPointF(left, y - 5), QPointF(left, y), QPointF(left + width, y), QPointF(left + width, y - 5)});
    painter.drawLine(QPointF(left + width / 2, y - 3), QPointF(left + width / 2, y));
    painter.setFont(small(style));
    painter.setPen(style.look.text);
    painter.drawText(QRectF(left, rect.top(), rect.width() - 2 * gap_2, y - 5 - rect.top()),
                     Qt::AlignLeft | Qt::AlignVCenter, length_words(metres, style.say));
}

void paint_north(QPainter& painter, const QRectF& rect, const MapStyle& style) {
    paint_chip(painter, rect, style.look);
    const double line = line_of(style), x = rect.center().x();
    const double top = rect.top() + gap_1, bottom = rect.bottom() - line - 2, half = rect.width() * 0.2;
    QPainterPath right, left;
    right.moveTo(x, top);
    right.lineTo(x + half, bottom);
    right.lineTo(x, bottom - half * 0.8);
    right.closeSubpath();
    left.moveTo(x, top);
    left.lineTo(x - half, bottom);
    left.lineTo(x, bottom - half * 0.8);
    left.closeSubpath();
    painter.setPen(QPen(style.look.text, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(style.look.text);
    painter.drawPath(right);
    painter.setBrush(style.look.surface);
    painter.drawPath(left);
    painter.setFont(small(style));
    painter.drawText(QRectF(rect.left(), bottom, rect.width(), rect.bottom() - bottom), Qt::AlignCenter,
                     QStringLiteral("N"));
}

QRectF message_rect(const MapFrame& frame, const MapStyle& style, const QString& text, double bottom, double top) {
    if (text.isEmpty()) return {};
    const QFontMetricsF metrics(style.font);
    const double most = std::min(frame.size.width() - 2 * gap_4, metrics.averageCharWidth() * 60);
    const QRectF need =
        metrics.boundingRect(QRectF(0, 0, most - 2 * gap_4, 4000), Qt::TextWordWrap | Qt::AlignCenter, text);
    const QSizeF size(need.width() + 2 * gap_4, need.height() + 2 * gap_3);
    if (bottom - size.height() < top) return {};
    return {QPointF((frame.size.width() - size.width()) / 2, bottom - size.height()), size};
}

}  // namespace

OverlayRects overlay_rects(const MapFrame& frame, const MapStyle& style, const OverlayContent& content) {
    OverlayRects rects;
    const QFontMetricsF metrics(small(style));
    const double line = line_of(style), width = frame.size.width(), height = frame.size.height();
    const double length = scale_length(frame, style);
    const double scale_width =
        std::max(length / frame.metres_per_pixel, metrics.horizontalAdvance(length_words(length, style.say))) +
        2 * gap_2;
    rects.scale = {gap_3, height - gap_3 - line - gap_4, scale_width, line + gap_4};
    double bottom = rects.scale.top() - gap_2;

    const double place_width = metrics.horizontalAdvance(content.place) + 2 * gap_2;
    if (!content.place.isEmpty()) {
        rects.place = {width - gap_3 - place_width, height - gap_3 - line - gap_1, place_width, line + gap_1};
        if (rects.place.left() < rects.scale.right() + gap_2) {
            rects.place.moveTo(std::max<double>(gap_3, rects.place.left()), bottom - rects.place.height());
            bottom = rects.place.top() - gap_2;
        }
    }
    const double north_width = line * 1.7, north_height = line * 2.6;
    if (bottom - gap_3 > north_height) rects.north = {width - gap_3 - north_width, gap_3, north_width, north_height};
    rects.message = message_rect(frame, style, content.message, bottom, gap_3 + legend_head(style) + gap_2);
    // A sentence below takes the place where a long legend would come.
    const double legend_bottom = rects.message.isEmpty() ? bottom : rects.message.top() - gap_2;
    const double legend_right = rects.north.isEmpty() ? width - gap_3 : rects.north.left() - gap_2;
    const QSizeF most(std::min(legend_right - gap_3, width * 0.45), legend_bottom - gap_3);
    if (!content.legend.empty() && most.height() >= legend_head(style) && most.width() > line * 6)
        rects.legend = {QPointF(gap_3, gap_3), legend_size(content.legend, style, content.is_legend_open, most)};
    return rects;
}

void paint_overlay(QPainter& painter, const OverlayRects& rects, const MapFrame& frame, const MapStyle& style,
                   const OverlayContent& content) {
    painter.setRenderHint(QPainter::Antialiasing);
    paint_scale(painter, rects.scale, frame, style);
    if (!rects.north.isEmpty()) paint_north(painter, rects.north, style);
    if (!rects.place.isEmpty()) {
        paint_chip(painter, rects.place, style.look);
        painter.setFont(small(style));
        painter.setPen(style.look.text);
        painter.drawText(rects.place, Qt::AlignCenter, content.place);
    }
    if (!rects.legend.isEmpty()) paint_legend(painter, rects.legend, content.legend, style, content.is_legend_open);
    if (!rects.message.isEmpty()) {
        paint_chip(painter, rects.message, style.look, 0.95);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.look.line, 1));
        painter.drawRoundedRect(rects.message, 4, 4);
        painter.setFont(style.font);
        painter.setPen(style.look.text);
        painter.drawText(rects.message.adjusted(gap_4, gap_3, -gap_4, -gap_3), Qt::TextWordWrap | Qt::AlignCenter,
                         content.message);
    }
}

double measured_length(const std::vector<MapPoint>& points) {
    double metres = 0;
    for (std::size_t i = 1; i < points.size(); ++i) metres += distance(points[i - 1], points[i]).value;
    return metres;
}

void paint_measure(QPainter& painter, const MapFrame& frame, const MapStyle& style,
                   const std::vector<MapPoint>& points) {
    if (points.empty()) return;
    const Look& look = style.look;
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF line;
    for (const auto& p : points) line << frame.pixel(p);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.surface, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(look.fatal, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setBrush(look.surface);
    for (const auto& p : line) painter.drawEllipse(p, 3.5, 3.5);
    if (points.size() < 2) return;
    const QString text = length_words(std::round(measured_length(points)), style.say);
    const QFontMetricsF metrics(style.font);
    QRectF chip(line.back() + QPointF(12, -metrics.height() - 8),
                QSizeF(metrics.horizontalAdvance(text) + 2 * gap_2, metrics.height() + gap_1));
    if (chip.right() > frame.size.width()) chip.moveRight(line.back().x() - 12);
    if (chip.top() < 0) chip.moveTop(line.back().y() + 12);
    paint_chip(painter, chip, look, 0.95);
    painter.setFont(style.font);
    painter.setPen(look.text);
    painter.drawText(chip, Qt::AlignCenter, text);
}

}  // namespace baken
