// Hotspots, checks and names.
#include "ui/views/map/marks.hpp"
#include "ui/views/map/paint_layers.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace baken {

namespace {

constexpr double ring_gap = 2.5, ring_width = 2;

void draw_stretch(QPainter& painter, const MapFrame& frame, const MapHotspot& h, const Look& look, bool is_chosen) {
    if (h.stretch.size() < 2) return;
    QPolygonF line;
    for (const auto& p : h.stretch) line << frame.pixel(p);
    QColor colour = look.accent;
    colour.setAlphaF(is_chosen ? 0.4F : 0.22F);
    painter.setPen(QPen(colour, std::clamp(40 / frame.metres_per_pixel, 4.0, 14.0), Qt::SolidLine, Qt::RoundCap));
    painter.drawPolyline(line);
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

void draw_halo_text(QPainter& painter, QPointF middle, const QString& text, const QFont& font, const QColor& ink,
                    const QColor& halo) {
    const QFontMetricsF metrics(font);
    QPainterPath path;
    path.addText(middle.x() - metrics.horizontalAdvance(text) / 2,
                 middle.y() + (metrics.ascent() - metrics.descent()) / 2, font, text);
    painter.setPen(QPen(halo, 3.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(ink);
    painter.setFont(font);
    painter.drawText(QPointF(middle.x() - metrics.horizontalAdvance(text) / 2,
                             middle.y() + (metrics.ascent() - metrics.descent()) / 2),
                     text);
}

}  // namespace

void draw_disc(QPainter& painter, QPointF at, const DiscLook& disc, const MapStyle& style) {
    const Look& look = style.look;
    const bool is_rejected = disc.status == "rejected";
    const QColor ink = is_rejected ? look.soft : disc.is_quiet ? between(look.accent, look.raised, 0.45) : look.accent;
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
    painter.setPen(is_rejected ? QPen(ink, 1.3, Qt::DashLine) : QPen(Qt::NoPen));
    painter.setBrush(is_rejected ? look.surface : ink);
    painter.drawEllipse(at, disc.radius, disc.radius);
    QFont font = secondary_font(style.font);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(is_rejected ? look.soft : look.accent_text);
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
        draw_stretch(painter, frame, scene.hotspots[disc.hotspot], style.look, is_chosen(scene.hotspots[disc.hotspot]));
    for (const auto& disc : placed.discs)
        if (is_chosen(scene.hotspots[disc.hotspot]))
            draw_events_of(painter, frame, disc.at, scene.hotspots[disc.hotspot], style.look);
    for (const auto& disc : placed.discs) {
        const MapHotspot& h = scene.hotspots[disc.hotspot];
        const bool is_quiet = scene.chosen && h.municipality != *scene.chosen;
        if (!disc.is_numbered) {
            painter.setPen(QPen(style.look.surface, 1.5));
            painter.setBrush(h.status == "rejected" ? style.look.soft
                             : is_quiet             ? between(style.look.accent, style.look.raised, 0.45)
                                                    : style.look.accent);
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

void paint_names(QPainter& painter, const MapStyle& style, const Placement& placed) {
    const Look& look = style.look;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& label : placed.labels) {
        const QColor ink = label.kind == LabelKind::municipality ? look.soft
                           : label.kind == LabelKind::road       ? look.soft
                           : label.kind == LabelKind::check      ? look.good
                                                                 : look.text;
        painter.save();
        painter.translate(label.at);
        painter.rotate(label.angle);
        QColor halo = look.surface;
        halo.setAlphaF(0.9F);
        draw_halo_text(painter, {0, 0}, label.text, label_font(label.kind, style.font), ink, halo);
        painter.restore();
    }
}

}  // namespace baken
