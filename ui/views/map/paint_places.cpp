// Hotspots and checks.
#include "ui/views/map/marks.hpp"
#include "ui/views/map/paint_layers.hpp"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace baken {

namespace {

constexpr double ring_gap = 2.5, ring_width = 2;

/// The stretch that a place stands for: a thick line where its events lie in a row, else the piece of ground between
/// them.
void draw_spread(QPainter& painter, const MapFrame& frame, const MapHotspot& h, const Look& look, bool is_chosen) {
    if (h.spread.size() < 2) return;
    QPainterPath hull(frame.pixel(h.spread.front()));
    for (const auto& p : h.spread) hull.lineTo(frame.pixel(p));
    hull.closeSubpath();
    const QRectF bounds = hull.boundingRect();
    if (std::max(bounds.width(), bounds.height()) < 24) return;  // it would hide behind its disc
    QPainterPathStroker stroker(QPen(Qt::black, std::clamp(40 / frame.metres_per_pixel, 6.0, 16.0), Qt::SolidLine,
                                     Qt::RoundCap, Qt::RoundJoin));
    QColor colour = look.accent;
    colour.setAlphaF(is_chosen ? 0.28F : 0.14F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(stroker.createStroke(hull).united(hull));
}

/// From the chosen place to each event that it answers for.
void draw_events_of(QPainter& painter, const MapFrame& frame, QPointF from, const MapHotspot& h, const Look& look) {
    painter.setBrush(Qt::NoBrush);
    QColor thread = look.accent;
    thread.setAlphaF(0.45F);
    for (const auto& event : h.events) {
        const QPointF to = frame.pixel(event);
        painter.setPen(QPen(thread, 1));
        painter.drawLine(from, to);
        painter.setPen(QPen(look.accent, 1.4));
        painter.drawEllipse(to, 6.5, 6.5);
    }
}

}  // namespace

void draw_disc(QPainter& painter, QPointF at, const DiscLook& disc, const MapStyle& style) {
    const Look& look = style.look;
    const bool is_rejected = disc.status == "rejected";
    const QColor ink = is_rejected || disc.is_quiet ? look.soft : look.accent;
    painter.setRenderHint(QPainter::Antialiasing);
    // A gap of the ground's colour keeps the disc apart from what lies below it.
    const double outer = disc.radius + ring_gap + ring_width;
    QColor ground = look.surface;
    ground.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(at, outer, outer);
    if (disc.is_chosen) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(look.surface, 5));
        painter.drawEllipse(at, outer + 2.5, outer + 2.5);
        painter.setPen(QPen(look.fatal, 2.5));
        painter.drawEllipse(at, outer + 2.5, outer + 2.5);
    }
    if (disc.ring > 0 && !is_rejected) {
        const double r = disc.radius + ring_gap;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, ring_width, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r), 90 * 16,
                        -static_cast<int>(std::lround(std::min(1.0, disc.ring) * 360 * 16)));
    }
    const bool is_hollow = is_rejected || disc.is_quiet;
    painter.setPen(is_hollow ? QPen(ink, 1.3, is_rejected ? Qt::DashLine : Qt::SolidLine) : QPen(Qt::NoPen));
    painter.setBrush(is_hollow ? look.surface : ink);
    painter.drawEllipse(at, disc.radius, disc.radius);
    QFont font = secondary_font(style.font);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(is_hollow ? look.soft : look.accent_text);
    painter.drawText(QPointF(at.x() - metrics.horizontalAdvance(disc.text) / 2, at.y() + metrics.capHeight() / 2),
                     disc.text);
    if (is_rejected) {
        const double r = disc.radius * std::numbers::sqrt2 / 2;
        painter.setPen(QPen(ink, 1.3));
        painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r));
    }
    if (disc.status == "accepted") {
        // A tick on the rim.
        const double r = std::max(5.0, disc.radius * 0.42);
        const QPointF rim = at + QPointF(disc.radius, -disc.radius) * 0.82;
        painter.setPen(QPen(look.surface, 1.5));
        painter.setBrush(look.good);
        painter.drawEllipse(rim, r, r);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(look.surface, r * 0.32, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{rim + QPointF(-r * 0.45, 0), rim + QPointF(-r * 0.1, r * 0.38),
                                       rim + QPointF(r * 0.48, -r * 0.38)});
    }
}

void paint_hotspots(QPainter& painter, const MapFrame& frame, const MapStyle& style, const MapScene& scene,
                    const Placement& placed, const MapChoice& choice) {
    painter.setRenderHint(QPainter::Antialiasing);
    const auto is_chosen = [&](const MapHotspot& h) { return choice.hotspot && *choice.hotspot == h.id; };
    for (const auto& disc : placed.discs)
        draw_spread(painter, frame, scene.hotspots[disc.hotspot], style.look, is_chosen(scene.hotspots[disc.hotspot]));
    for (const auto& disc : placed.discs)
        if (is_chosen(scene.hotspots[disc.hotspot]))
            draw_events_of(painter, frame, disc.at, scene.hotspots[disc.hotspot], style.look);
    for (const auto& disc : placed.discs) {
        const MapHotspot& h = scene.hotspots[disc.hotspot];
        const bool is_quiet = scene.chosen && h.municipality != *scene.chosen && !is_chosen(h);
        if (!disc.is_numbered) {
            painter.setPen(QPen(style.look.surface, 1.5));
            painter.setBrush(h.status == "rejected" || is_quiet ? style.look.soft : style.look.accent);
            painter.drawEllipse(disc.at, disc.radius, disc.radius);
            continue;
        }
        draw_disc(painter, disc.at,
                  {.radius = disc.radius,
                   .text = QString::number(h.rank),
                   .ring = h.prob_above,
                   .status = h.status,
                   .is_chosen = is_chosen(h),
                   .is_quiet = is_quiet},
                  style);
    }
}

void paint_checks(QPainter& painter, const MapStyle& style, const MapScene& scene, const Placement& placed,
                  const MapChoice& choice) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& check : placed.checks) {
        const MapCheck& c = scene.checks[check.check];
        if (choice.check && *choice.check == c.id) {
            painter.setBrush(style.look.surface);
            painter.setPen(QPen(style.look.fatal, 2.5));
            painter.drawEllipse(check.at, check.size * 0.95, check.size * 0.95);
        }
        draw_check(painter, check.at, c.kind, c.status, check.size, style.look);
    }
}

}  // namespace baken
